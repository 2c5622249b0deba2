"""The sheets of trajectories: the years of every target as numbers, and a chart of each."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from indicators.model import Assessment
from indicators.report.workbook import charts, paper
from indicators.report.workbook.charts import Lines
from indicators.report.workbook.pages import Pages, Row
from indicators.report.workbook.sheets import Place
from indicators.rows import practice
from indicators.rows.headline import track_unit
from indicators.rows.quantities import YEARLY, of, yearly
from indicators.rows.record import column
from indicators.rows.shapes import Trajectory
from indicators.rows.trajectory import trajectory

ACROSS, DOWN = 8, 16
"""Cells from chart to chart: two beside each other and two below fill a page."""
COLUMN = 9.14
"""Width of the columns below the charts, in their unit: 64 px, so that eight hold a chart."""


def trajectories(pages: Pages) -> None:
    """The sheet 轨迹, targets one below the other, and after it 轨迹图 with their charts."""
    read, page = pages.read, pages.page("trajectories")
    found = [(one, _rows(pages, one)) for one in pages.led]
    told = [row for _, own in found for row in own]
    if not told:
        page.line(read.say("empty.no_rows"))
        pages.finish(page)
        return
    place = page.table(told, pages.widths({"name": 10.0}))
    page.keep(place, column(read, "year"))
    pages.finish(page)
    _gallery(pages, place, [(one, len(own)) for one, own in found if own], page.sheet.title)


def _rows(pages: Pages, one: Assessment) -> list[Row]:
    read, number = pages.read, one.target.number
    known: Row = {
        column(read, "number"): of(str(number), number),
        column(read, "name"): read.short(one.target),
        column(read, "unit"): track_unit(read, one) or read.say("unit.none"),
    }
    return [pages.marked({**known, **row}) for row in yearly(read, one)]


def _gallery(pages: Pages, place: Place, found: list[tuple[Assessment, int]], name: str) -> None:
    """Two charts a row, in the order of the targets, with a new page after every second row."""
    page, first = pages.page("charts"), place.first
    for at, (one, count) in enumerate(found):
        drawn = trajectory(pages.read, one)
        if drawn is not None:
            made = charts.trajectory(_lines(pages, place, one, drawn, (first, first + count - 1), name))
            page.sheet.add_chart(made, f"{'AI'[at % 2]}{2 + DOWN * (at // 2)}")
        first += count
    for at in range(1, 2 * ACROSS + 1):
        page.sheet.column_dimensions[get_column_letter(at)].width = COLUMN
    rows = -(-len(found) // 2)
    page.sheet.print_area = f"A1:P{rows * DOWN}"
    paper.broken(page.sheet, (row * DOWN for row in range(2, rows, 2)), 2 * ACROSS * COLUMN)


def _lines(
    pages: Pages, place: Place, one: Assessment, drawn: Trajectory, rows: tuple[int, int], name: str
) -> Lines:
    read = pages.read
    short = f"{one.target.number} {read.short(one.target)}"
    columns = {key: place.columns[column(read, key)] for key in ("year", *YEARLY)}
    return Lines(
        sheet=name,
        head=place.head,
        rows=rows,
        columns=columns | {"goal": place.columns[read.say("workbook.goal")]},
        title=" · ".join(filter(None, [practice.mark(read), short])),
        across=read.say("workbook.year"),
        up=track_unit(read, one) or read.say("unit.none"),
        drawn=drawn,
    )
