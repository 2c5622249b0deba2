"""One pass over the XML of a workbook's part: how much there is, before anything builds a grid of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The lower right corner of a sheet of Excel; what points beyond it is broken."""

Block = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 1."""


@dataclass
class Scan:
    """What a part holds; a target of the XML parser. Rows and columns are those of cells with a value."""

    elements: int = 0
    rows: int = 0
    columns: int = 0
    formulas: list[tuple[int, int]] = field(default_factory=list)
    unvalued: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Block] = field(default_factory=list)
    _row: int = 0
    _column: int = 0
    _inside: str = ""
    _value: bool = False
    _formula: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins. Raises ValueError for a reference outside of any sheet."""
        self.elements += 1
        if not tag.startswith(MAIN):
            return
        self._inside = tag[len(MAIN) :]
        match self._inside:
            case "row":
                self._begin_row(attributes)
            case "c":
                self._begin_cell(attributes)
            case "f":
                self._formula = True
            case "mergeCell":
                self.merged.append(block(attributes["ref"]))
            case "col" if attributes.get("hidden") in ("1", "true"):
                self.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))

    def data(self, text: str) -> None:
        """Text of an element: the value of a cell."""
        if self._inside in ("v", "t") and text.strip():
            self._value = True

    def end(self, tag: str) -> None:
        """An element ends."""
        self._inside = ""
        if tag == f"{MAIN}c":
            self._end_cell()

    def close(self) -> Scan:
        """The whole part was read."""
        return self

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row, self._column = int(float(attributes.get("r", self._row + 1))), 0
        if attributes.get("hidden") in ("1", "true"):
            self.hidden_rows.append(self._row)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._value = self._formula = False
        self._column += 1
        if "r" in attributes:
            self._row, self._column = reference(attributes["r"])

    def _end_cell(self) -> None:
        place = (self._row, self._column)
        if self._formula:
            self.formulas.append(place)
        if self._formula and not self._value:
            self.unvalued.append(place)
        if self._value or self._formula:
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)


def reference(text: str) -> tuple[int, int]:
    """`B3` → row 3, column 2. Raises ValueError where it is no cell of a sheet."""
    found = REFERENCE.fullmatch(text)
    if not found:
        raise ValueError(text)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found[2])
    if not (1 <= row <= LAST_ROW and column <= LAST_COLUMN):
        raise ValueError(text)
    return row, column


def block(text: str) -> Block:
    """`A1:B3` → (1, 1, 3, 2)."""
    first, _, last = text.partition(":")
    return (*reference(first), *reference(last or first))
