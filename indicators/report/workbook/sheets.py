"""One sheet of a workbook: titles, tables with widths that fit Chinese, heads kept in sight."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from indicators.palette import INK, PAGE, PANEL, SECONDARY
from indicators.report.workbook import cells
from indicators.report.workbook.cells import Entry
from indicators.report.workbook.measures import Measures
from indicators.report.workbook.styles import SIZE, Look, Styles
from indicators.rows.quantities import Quantity

MOST_ROWS = 1_000_000
"""Rows of a table; a sheet has 1,048,576."""
TITLES = {1: 16, 2: 12}
"""Points of headings by level."""
NUMBERS = (Quantity, int, float)
UNLIMITED: Mapping[str, float] = {}

Rows = Sequence[Mapping[str, Entry]]


@dataclass(frozen=True)
class Place:
    """Where a table stands: the row of its head, its first and last row, and its columns by heading."""

    head: int
    first: int
    last: int
    columns: Mapping[str, int]


class Page:
    """A sheet that is written from top to bottom."""

    def __init__(self, sheet: Worksheet, styles: Styles) -> None:
        self.sheet, self.styles, self.next = sheet, styles, 1
        self.measures = Measures(sheet)
        sheet.sheet_view.showGridLines = False

    def title(self, said: str, *, level: int = 1) -> None:
        """A heading: the sheet's own, or with level 2 that of a part of it."""
        self._write(said, Look(size=TITLES[level], bold=True), height=TITLES[level] * 1.7)

    def mark(self, said: str) -> None:
        """White on ink: that figures are invented."""
        self._write(said, Look(size=TITLES[2], bold=True, colour=PAGE, tint=INK), height=TITLES[2] * 1.7)

    def line(self, said: str, *, across: int = 1, strong: bool = False) -> None:
        """A sentence over `across` columns, on as many lines as it needs once the widths are known."""
        look = Look(size=SIZE + 1, wrap=across > 1) if strong else Look(colour=SECONDARY, wrap=across > 1)
        if across > 1:
            self.sheet.merge_cells(start_row=self.next, end_row=self.next, start_column=1, end_column=across)
            self.measures.sentence(self.next, said, across)
        self._write(said, look)

    def space(self) -> None:
        """A blank row."""
        self.next += 1

    def table(
        self,
        rows: Rows,
        widest: Mapping[str, float] = UNLIMITED,
        muted: Collection[int] = (),
        numbers: Collection[str] = (),
    ) -> Place:
        """Rows below a head; texts of columns in `widest` go over several lines beyond that width.

        Widths are full-width characters. `muted` are places of rows in grey; columns that hold a number, and
        `numbers`, are set to the right.
        """
        names = {name: at for at, name in enumerate(rows[0], start=1)} if rows else {}
        found = {name for name in names if any(isinstance(row[name], NUMBERS) for row in rows)}
        right, head = found.union(numbers), self.next
        for name, at in names.items():
            _head(self.sheet.cell(head, at), name, self.styles, right=name in right)
        self.measures.columns(head, names, rows, widest)
        for place, row in enumerate(rows, start=1):
            for name, at in names.items():
                cell, grey = self.sheet.cell(head + place, at), place - 1 in muted
                cells.put(cell, row[name], self.styles, number=name in right, muted=grey)
        self.next = head + len(rows) + 1
        return Place(head, head + 1, head + len(rows), names)

    def keep(self, place: Place, beside: str = "", *, filtered: bool = True) -> None:
        """Keep a table's head in sight and on every page, and its columns up to `beside`; offer a filter."""
        first = get_column_letter(place.columns.get(beside, 0) + 1)
        self.sheet.freeze_panes = f"{first}{place.first}"
        self.sheet.print_title_rows = f"{place.head}:{place.head}"
        if filtered:
            last = get_column_letter(len(place.columns))
            self.sheet.auto_filter.ref = f"A{place.head}:{last}{place.last}"

    def _write(self, said: str, look: Look, height: float | None = None) -> None:
        cell = self.sheet.cell(self.next, 1)
        self.styles.give(cell, look)
        cells.text(cell, said)
        self.sheet.row_dimensions[self.next].height = height
        self.next += 1


def _head(cell: Cell, name: str, styles: Styles, *, right: bool) -> None:
    styles.give(cell, Look(bold=True, colour=SECONDARY, tint=PANEL, line=SECONDARY, right=right, wrap=True))
    cells.text(cell, name)
