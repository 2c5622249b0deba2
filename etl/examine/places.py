"""Where in the file a figure and the labels around it stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from etl.examine.batch import Batch
from etl.examine.labels import Labels
from etl.readers.document import Document, Sheet
from indicators.model import Remark, Severity

WIDEST = 256
"""Columns of a row in which a label is looked for."""
FARTHEST = 64
"""Rows above a cell, and at the top of its sheet, in which a heading is looked for."""
Said = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Places:
    """Turns rows of a batch into remarks; `document` is where labels are looked up, None in tests."""

    batch: Batch
    document: Document | None = None

    def value(self, check: str, level: Severity, row: int, said: Said = ()) -> Remark:
        """A remark on the cell that holds the figure of a row."""
        sheet, line, column, heading = self._cell(row)
        text = self.batch.figures["value"][row].as_py()
        return Remark(check, level, sheet, line, column, heading, str(text or ""), said)

    def label(self, check: str, level: Severity, row: int, label: str, said: Said = ()) -> Remark:
        """A remark on a label of a row's figure: the cell that holds it, else the one with the figure; for
        a label that is not there, the row."""
        sheet, line, column, heading = self._cell(row)
        if not label:
            return Remark(check, level, sheet, line, said=said)
        known = self._sheets.get(sheet)
        spot = _in_row(known, line, column, label) or _above(known, line, column, label) if known else None
        if known and spot and spot[0] == line:
            heading = _heading(known, (line, column), heading, spot[1])
        elif spot:
            heading = label
        line, column = spot or (line, column)
        return Remark(check, level, sheet, line, column, heading, label, said)

    def line(self, row: int) -> int:
        """The row of the sheet in which a figure stands."""
        return int(self.batch.figures["row"][row].as_py())

    @cached_property
    def sheets(self) -> Labels:
        """The sheet of each row."""
        return Labels.of(self.batch.figures, "sheet")

    @cached_property
    def _sheets(self) -> dict[str, Sheet]:
        return {sheet.name: sheet for sheet in self.document.sheets} if self.document else {}

    def _cell(self, row: int) -> tuple[str, int, int, str]:
        figures = self.batch.figures
        one = [figures[name][row].as_py() for name in ("sheet", "row", "column", "heading")]
        return str(one[0] or ""), int(one[1]), int(one[2]), str(one[3] or "")


def _in_row(sheet: Sheet, line: int, column: int, label: str) -> tuple[int, int] | None:
    """The cell of the same row that holds the label; never that of the figure itself."""
    columns = [place for place in range(1, min(len(sheet.columns), WIDEST) + 1) if place != column]
    cells = {place: sheet.text(line, place).strip() for place in columns} if line <= sheet.rows else {}
    same = [place for place, cell in cells.items() if cell and _plain(cell) == _plain(label)]
    return (line, same[0]) if same else None


def _above(sheet: Sheet, line: int, column: int, label: str) -> tuple[int, int] | None:
    """The cell above the figure that holds the label: the heading of a wide table, the nearest first."""
    if column > len(sheet.columns):
        return None
    start = min(line, sheet.rows + 1) - 1
    near = range(start, max(start - FARTHEST, 0), -1)
    for above in (*near, *range(1, min(FARTHEST, start - len(near)) + 1)):
        cell = sheet.text(above, column)
        if label and _plain(label) in _plain(cell):
            return above, column
    return None


def _heading(sheet: Sheet, cell: tuple[int, int], heading: str, wanted: int) -> str:
    """The heading of another column: what stands there in the row that holds the figure's own heading."""
    found = _above(sheet, *cell, heading) if heading else None
    return sheet.text(found[0], wanted).strip() if found else ""


def _plain(text: str) -> str:
    """A text without what the reader of the file may have evened out: width and blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
