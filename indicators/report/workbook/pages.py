"""The workbook as a whole: whom it is for, its sheets in their order, what stands on every page."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from indicators.model import Assessment
from indicators.report.blocks import Badge
from indicators.report.material import Material
from indicators.report.workbook import paper
from indicators.report.workbook.cells import Entry
from indicators.report.workbook.sheets import Page
from indicators.report.workbook.styles import Styles
from indicators.rows import departments, practice
from indicators.rows.quantities import COUNTED, measured
from indicators.rows.record import column

SHORT = {"name": 15.0, "lead": 11.0, "area_used": 7.0, "flags": 15.0, "reasons": 9.0}
"""Full-width characters of the columns of targets that go over several lines."""

Row = dict[str, Entry]


class Pages:
    """What the sheets have in common, for some lead departments or, where none is named, the whole plan."""

    def __init__(self, book: Workbook, material: Material, asked: Sequence[str]) -> None:
        self.book, self.material, self.read = book, material, material.read
        self.asked = tuple(asked)
        self.led = departments.chosen(material.assessments, self.asked)
        self.styles = Styles(book)

    @property
    def name(self) -> str:
        """The plan's name."""
        return self.read.pick(self.read.plan.name, self.read.plan.name_en)

    @property
    def as_of(self) -> str:
        """The day on which the figures were known."""
        return self.material.as_of.isoformat()

    def page(self, key: str) -> Page:
        """A new sheet under its name in the reader's language, with what is printed above and below."""
        read = self.read
        page = Page(self.book.create_sheet(read.say(f"workbook.{key}")), self.styles)
        below = read.say("document.data", as_of=self.as_of, snapshot=self.material.snapshot)
        above = " · ".join(filter(None, [practice.mark(read), self.name]))
        paper.paper(page.sheet, above, below, read.say("document.pages", page="&P", pages="&N"))
        return page

    def finish(self, page: Page, *, across: int = 0, long: bool = True) -> None:
        """Settle widths and what is printed: the first `across` columns, where none are named all.

        A `long` sheet goes over as many pages as it has rows, another on a single one.
        """
        page.measures.settle()
        last = get_column_letter(across or page.sheet.max_column)
        page.sheet.print_area = f"A1:{last}{max(page.next - 1, 1)}"
        paper.one_page_wide(page.sheet, page.measures.total, long=long)

    def marked(self, row: Row) -> Row:
        """A row that says of itself, first of all, that it is invented, where it is."""
        return {**practice.columns(self.read), **row}

    def target(self, one: Assessment) -> Row:
        """All numbers of a target, with its verdict in colours."""
        row: Row = {**measured(self.read, one, self.material.snapshot)}
        row[column(self.read, "verdict")] = self.badge(one)
        return self.marked(row)

    @property
    def numbers(self) -> set[str]:
        """Headings of a target's columns that hold numbers, if any are known."""
        return {column(self.read, key) for key in COUNTED}

    def badge(self, one: Assessment, word: str = "") -> Badge:
        """A verdict in its colours."""
        return Badge.of(one.verdict, word or self.read.verdict(one.verdict))

    def widths(self, widest: dict[str, float]) -> dict[str, float]:
        """Widths by the keys of headings → by the headings."""
        return {column(self.read, key): room for key, room in widest.items()}
