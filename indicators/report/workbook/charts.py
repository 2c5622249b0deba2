"""Native charts of a workbook, drawn by the spreadsheet from its own cells: trajectories and the ladder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.chart import BarChart, ScatterChart
from openpyxl.chart.legend import LegendEntry

from indicators.palette import ACCENT, INK, MUTED
from indicators.report.workbook.axes import Axis, levels, ways, years
from indicators.report.workbook.drawing import framed, labelled, line, reference, series
from indicators.rows.drawing import Scale, scale_of
from indicators.rows.shapes import Ladder, Trajectory

WIDTH, HEIGHT = 13.2, 7.8
"""cm of the chart of a trajectory."""
LADDER_WIDTH, BAR, FRAME = 24.0, 1.1, 3.2
"""cm of the ladder's width, of the height of a target's bars, and of what is above and below them."""
HIGHEST = 100.0
"""cm that a ladder may be high: about ninety targets."""
ROW = 0.53
"""cm of a row of a sheet that nothing is written in."""


@dataclass(frozen=True)
class Lines:
    """Where the years of one target stand on a sheet, and the words of its chart."""

    sheet: str
    head: int
    rows: tuple[int, int]
    columns: Mapping[str, int]
    title: str
    across: str
    up: str
    drawn: Trajectory

    @property
    def first_year(self) -> int:
        """The year of the first row: the first that was measured."""
        return min(one.year for one in (*self.drawn.earlier, *self.drawn.history))

    def row(self, year: int) -> int:
        """The row of a year; every year from the first to the target year has one."""
        return self.rows[0] + year - self.first_year

    def cells(self, column: str, *years: tuple[int, int]) -> str:
        """The cells of a column in some spans of years."""
        places = [(self.columns[column], self.row(first), self.row(last)) for first, last in years]
        return reference(self.sheet, places)


@dataclass(frozen=True)
class Bars:
    """Where the rows of the ladder's targets stand on a sheet: their names and the columns drawn."""

    sheet: str
    head: int
    last: int
    names: int
    columns: Sequence[int]
    drawn: Ladder
    reach: tuple[float, float]


def trajectory(lines: Lines) -> ScatterChart:
    """Lines over years; what is blank stays a gap, what lies before a break is drawn apart.

    The projection is drawn from the latest value on, which stands in another column.
    """
    chart, drawn = ScatterChart(scatterStyle="lineMarker"), lines.drawn
    scale = scale_of(drawn) or Scale(0.0, 1.0, lines.first_year, drawn.target_year)
    framed(chart, lines.title, (lines.across, years(scale)), (lines.up, levels(scale)), (WIDTH, HEIGHT))
    chart.x_axis.crosses = chart.y_axis.crosses = "min"
    for draw in (_projection, _path, _measured, _goal):
        draw(chart, lines)
    return chart


def ladder(bars: Bars) -> BarChart:
    """A bar for what was reached, was due and is expected of every target, in % of its way."""
    drawn, rows = bars.drawn, (bars.head + 1, bars.last)
    chart = BarChart(barDir="bar", gapWidth=60, overlap=0)
    height = min(FRAME + BAR * (bars.last - bars.head), HIGHEST)
    framed(chart, drawn.title, ("", Axis()), (drawn.axis_word, ways(*bars.reach)), (LADDER_WIDTH, height))
    chart.x_axis.scaling.orientation, chart.y_axis.crosses = "maxMin", "max"
    names = reference(bars.sheet, [(bars.names, *rows)])
    for at, colour in zip(bars.columns, (INK, MUTED, ACCENT), strict=True):
        title = reference(bars.sheet, [(at, bars.head, bars.head)])
        one = series(chart, title, names, reference(bars.sheet, [(at, *rows)]))
        one.graphicalProperties.solidFill = colour.removeprefix("#")
        one.invertIfNegative = False
    return chart


def rows_of(chart: BarChart) -> int:
    """Rows of the sheet that a chart covers."""
    return int(chart.height / ROW) + 1


def _measured(chart: ScatterChart, lines: Lines) -> None:
    """What was measured in ink, before a break in lighter ink and without a name of its own."""
    drawn = lines.drawn
    last = max((one.year for one in (*drawn.history, *drawn.earlier)), default=None)
    since = min((one.year for one in drawn.history), default=last)
    before = [one.year for one in drawn.earlier if since is None or one.year < since]
    if before:
        _line(chart, lines, "value", "earlier", (min(before), max(before)))
        _unnamed(chart)
    if since is not None and last is not None:
        _line(chart, lines, "value", "value", (since, last))


def _path(chart: ScatterChart, lines: Lines) -> None:
    if lines.drawn.required:
        ends = lines.drawn.required[0][0], lines.drawn.required[-1][0]
        _line(chart, lines, "path", "path", ends)


def _projection(chart: ScatterChart, lines: Lines) -> None:
    fan = lines.drawn.fan
    for name in ("low80", "high80", "median") if len(fan) > 1 else ():
        _line(chart, lines, name, name, (fan[1].year, fan[-1].year), start=fan[0].year)


def _goal(chart: ScatterChart, lines: Lines) -> None:
    """The target as a mark with its value written at it."""
    if lines.drawn.target is not None:
        at = lines.drawn.target_year
        _line(chart, lines, "goal", "goal", (at, at))
        labelled(chart.series[-1], lines.drawn.target_label)
        _unnamed(chart)


def _unnamed(chart: ScatterChart) -> None:
    """Leave the last series out of the key."""
    hidden = LegendEntry(idx=len(chart.series) - 1, delete=True)
    chart.legend.legendEntry = [*chart.legend.legendEntry, hidden]


def _line(
    chart: ScatterChart, lines: Lines, column: str, look: str, ends: tuple[int, int], start: int | None = None
) -> None:
    """A line over the years of a column, or from the measured value of a year before them."""
    title = reference(lines.sheet, [(lines.columns[column], lines.head, lines.head)])
    places = [(lines.columns[column], lines.row(ends[0]), lines.row(ends[1]))]
    if start is not None:
        places.insert(0, (lines.columns["value"], lines.row(start), lines.row(start)))
    first = ends[0] if start is None else start
    spans = [(first, ends[1])] if start is None or start == ends[0] - 1 else [(start, start), ends]
    values = reference(lines.sheet, places)
    line(series(chart, title, lines.cells("year", *spans), values), look)
