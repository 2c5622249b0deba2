"""An uploaded file as sheets of text: the cells as they stand, before anyone asks what they mean."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from etl.readers.arrow import WORDS
from indicators.errors import InputUnreadable
from indicators.model import Fault, Remark, Severity

FIGURES = pa.schema(
    [
        ("sheet", WORDS),
        ("row", pa.int32()),
        ("column", pa.int32()),
        ("heading", WORDS),
        ("indicator", WORDS),
        ("area", WORDS),
        ("year", WORDS),
        ("measure", WORDS),
        ("unit", WORDS),
        ("status", WORDS),
        ("note", WORDS),
        ("value", pa.string()),
    ]
)
"""One figure a row, the file's own words: labels stripped of outer blanks, "" where the file has none;
`row` and `column` say where the value stands, counted from 1; `value` is the cell as text."""


@dataclass(frozen=True)
class Sheet:
    """One table of text. `columns` are the cells of each column, all of one length, "" where blank.

    `merged` are blocks of cells merged into one (first row, first column, last row, last column, from 1);
    their text stands in the first cell only, as which of the others it holds for depends on the table.
    """

    name: str
    columns: tuple[pa.ChunkedArray, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def rows(self) -> int:
        """Number of rows, blank ones included."""
        return len(self.columns[0]) if self.columns else 0

    def text(self, row: int, column: int) -> str:
        """The cell of a row and column counted from 1."""
        return str(self.columns[column - 1][row - 1].as_py() or "")

    def head(self, rows: int, start: int = 1) -> list[list[str]]:
        """The cells of some rows, row by row, from row `start` on."""
        cut = [column.slice(start - 1, rows).to_pylist() for column in self.columns]
        return [["" if cell is None else str(cell) for cell in row] for row in zip(*cut, strict=True)]


@dataclass(frozen=True)
class Document:
    """A file that could be read. `format` is csv or xlsx; `encoding` and `separator` are those of a CSV."""

    file: str
    sha256: str
    size: int
    format: str
    encoding: str
    separator: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()


class FileRefused(InputUnreadable):
    """An uploaded file that is not read at all: too large, not a table, hostile. `remark` says why."""

    def __init__(self, remark: Remark, file: str) -> None:
        self.remark = remark
        super().__init__([Fault(file, None, "", remark.found, remark.check)])

    @classmethod
    def because(cls, check: str, file: str, found: str = "", limit: object = "") -> FileRefused:
        """By the name of the check, with the limit that the file breaks."""
        said = (("limit", str(limit)),) if limit else ()
        return cls(Remark(check, Severity.ERROR, found=found, said=said), file)
