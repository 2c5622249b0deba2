"""The sheets on what the verdicts rest on: every figure known, and where it is from."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.model import Observation
from indicators.report.workbook import sheets
from indicators.report.workbook.pages import Pages, Row
from indicators.report.workbook.sheets import Page
from indicators.reporting import resting_on
from indicators.rows.origins import figures, origins
from indicators.rows.quantities import of
from indicators.rows.record import column, figure
from indicators.rows.vintages import unit

LONG = {"indicator": 12.0, "area": 7.0, "measure": 5.0, "found": 9.0, "unit": 6.0, "status": 5.0, "use": 7.0}
LONG |= {"source": 12.0, "published": 8.0, "note": 11.0}
SOURCES = {"title": 40.0, "url": 50.0}
"""Full-width characters of the columns that go over several lines."""


def observations(pages: Pages) -> None:
    """The sheet 观测值: as printed, as a number, what became of it, where it is from."""
    read, page = pages.read, pages.page("observations")
    known = kept(pages)
    shown = known[: sheets.MOST_ROWS]
    told = figures(read, pages.material.book, shown)
    rows = [_figure(pages, one, row) for one, row in zip(shown, told, strict=True)]
    _long(pages, page, rows, pages.widths(LONG), beside=column(read, "indicator"))
    if left := len(known) - len(shown):
        page.line(read.say("workbook.cut", count=left))
    pages.finish(page)


def sources(pages: Pages) -> None:
    """The sheet 来源: addresses are texts, so that nothing opens by itself."""
    read, page = pages.read, pages.page("sources")
    count = column(read, "figures")
    rows = [
        pages.marked({**row, count: of(row[count], float(row[count]))}) for row in origins(read, kept(pages))
    ]
    _long(pages, page, rows, pages.widths(SOURCES))
    pages.finish(page)


def kept(pages: Pages) -> Sequence[Observation]:
    """The figures that can move a verdict of the departments asked for; all of them for the whole plan."""
    if not pages.asked:
        return pages.material.observations
    codes = {code for one in pages.led for code in resting_on(pages.read.plan, one.target)}
    return [one for one in pages.material.observations if one.indicator in codes]


def _figure(pages: Pages, one: Observation, row: dict[str, str]) -> Row:
    """Number and unit stand behind the figure as it was printed."""
    read, year, found = pages.read, column(pages.read, "year"), column(pages.read, "found")
    told: Row = {}
    for name, text in row.items():
        told[name] = of(text, one.year if not one.period_start else None) if name == year else text
        if name == found:
            value: float = figure(read, one)["value"]
            told |= {column(read, "value"): value, column(read, "unit"): unit(read, one)}
    return pages.marked(told)


def _long(
    pages: Pages, page: Page, rows: Sequence[Row], widest: dict[str, float], *, beside: str = ""
) -> None:
    """A table whose head stays; a sentence where there is nothing to list."""
    if rows:
        page.keep(page.table(rows, widest), beside)
    else:
        page.line(pages.read.say("empty.no_rows"))
