"""Native charts of a workbook, drawn by the spreadsheet from its own cells: ladder and trajectories."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from indicators.palette import ACCENT, FAN_50, HAIRLINE, INK, MUTED, SECONDARY

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDTH, HEIGHT = 17.0, 8.0
"""cm of a chart."""
LOOKS: dict[str, dict[str, Any]] = {
    "value": {"colour": INK, "thick": 2.25, "marker": "circle"},
    "path": {"colour": SECONDARY, "thick": 1.25, "dash": "dash"},
    "median": {"colour": ACCENT, "thick": 2.0, "marker": "circle"},
    "low80": {"colour": FAN_50, "thick": 1.25},
    "high80": {"colour": FAN_50, "thick": 1.25},
    "goal": {"colour": INK, "thick": 0.0, "marker": "diamond"},
}
"""By column of the trajectories: colour, points of the line, dashes, marks."""
POINT = 12_700
"""Office's unit of length in a point."""


def trajectory(
    data: Worksheet,
    columns: Mapping[str, int],
    rows: tuple[int, int],
    words: tuple[str, str],
    years: tuple[int, int],
) -> Any:
    """Lines over years from the columns of a block of rows; what is blank stays a gap.

    `words` are title and unit.
    """
    from openpyxl.chart import Reference, ScatterChart, Series

    chart = ScatterChart(scatterStyle="lineMarker")
    _framed(chart, *words)
    chart.x_axis.scaling.min, chart.x_axis.scaling.max = years[0] - 1, years[1] + 1
    chart.x_axis.number_format, chart.x_axis.majorUnit = "0", max(1, (years[1] - years[0] + 2) // 8)
    first, last = rows
    across = Reference(data, min_col=columns["year"], min_row=first, max_row=last)
    for name, look in LOOKS.items():
        values = Reference(data, min_col=columns[name], min_row=first, max_row=last)
        one = Series(values, across, title=str(data.cell(1, columns[name]).value))
        _style(one, **look)
        chart.series.append(one)
    return chart


def ladder(data: Worksheet, head: int, last: int, title: str, unit: str) -> Any:
    """A bar a mark for every target: latest, expected, projected, in % of the way."""
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.type, chart.gapWidth, chart.overlap = "bar", 60, 0
    _framed(chart, title, unit)
    chart.add_data(Reference(data, min_col=2, max_col=4, min_row=head, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(data, min_col=1, min_row=head + 1, max_row=last))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = -50, 150
    for one, colour in zip(chart.series, (INK, MUTED, ACCENT), strict=True):
        one.graphicalProperties.solidFill = colour.removeprefix("#")
    chart.height = max(HEIGHT, 0.9 * (last - head))
    return chart


def _framed(chart: Any, title: str, unit: str) -> None:
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.line import LineProperties

    chart.title, chart.style = title, 2
    chart.width, chart.height = WIDTH, HEIGHT
    chart.legend.position = "b"
    chart.y_axis.title = unit or None
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.display_blanks = "gap"
    chart.x_axis.majorGridlines = None
    line = LineProperties(solidFill=HAIRLINE.removeprefix("#"))
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=line)


def _style(one: Any, colour: str, thick: float, dash: str = "", marker: str = "none") -> None:
    plain = colour.removeprefix("#")
    line = one.graphicalProperties.line
    if thick:
        line.solidFill, line.width = plain, int(thick * POINT)
        line.dashStyle = dash or None
    else:
        line.noFill = True
    one.marker.symbol, one.smooth = marker, False
    if marker != "none":
        one.marker.size = 7
        one.marker.graphicalProperties.solidFill = plain
        one.marker.graphicalProperties.line.solidFill = plain
