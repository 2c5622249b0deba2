"""Parts of native charts: frames, axes, series that refer to cells, lines and marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.chart import BarChart, ScatterChart
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel, XYSeries
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RichTextProperties,
)
from openpyxl.utils import get_column_letter, quote_sheetname

from indicators.palette import ACCENT, EARLIER, FAN_50, HAIRLINE, INK, MUTED, SECONDARY
from indicators.report.workbook.axes import Axis
from indicators.report.workbook.signs import allowed
from indicators.report.workbook.styles import FONT

POINT = 12_700
"""A point in the unit of drawings."""
TITLE, TEXT = 1200, 850
"""Hundredths of a point."""

Span = tuple[int, int, int]
"""A column, its first row and its last."""


@dataclass(frozen=True)
class Look:
    """How a line is drawn: points of its width (0: none), its colour, dashes, mark and the mark's size."""

    width: float
    colour: str
    dash: str | None = None
    mark: str = "none"
    size: int = 5


LOOKS = {
    "value": Look(2.25, INK, mark="circle"),
    "earlier": Look(2.25, EARLIER, mark="circle"),
    "path": Look(1.25, SECONDARY, dash="dash"),
    "median": Look(2.0, ACCENT, mark="circle", size=4),
    "low80": Look(1.5, FAN_50),
    "high80": Look(1.5, FAN_50),
    "goal": Look(0.0, INK, mark="dash", size=14),
}


def reference(sheet: str, spans: Sequence[Span]) -> str:
    """Cells of a sheet as charts refer to them; several spans stand in brackets."""
    name = quote_sheetname(sheet)
    places = [f"{name}!{_cells(*span)}" for span in spans]
    return places[0] if len(places) == 1 else f"({','.join(places)})"


def framed(
    chart: BarChart | ScatterChart,
    title: str,
    across: tuple[str, Axis],
    up: tuple[str, Axis],
    size: tuple[float, float],
) -> None:
    """Title, axes with their words, key below, hairlines; blank cells are gaps, filtered rows stay drawn."""
    chart.title = heading(title, TITLE, INK)
    chart.style, chart.roundedCorners = 2, False
    chart.width, chart.height = size
    chart.legend = Legend(legendPos="b")
    chart.legend.overlay, chart.legend.txPr = False, written()
    chart.display_blanks, chart.visible_cells_only = "gap", False
    chart.graphical_properties = _lined(None, HAIRLINE)
    for axis, (word, about) in ((chart.x_axis, across), (chart.y_axis, up)):
        _axis(axis, word, about)
    chart.x_axis.majorGridlines = None
    chart.y_axis.majorGridlines.spPr = _lined(0.75, HAIRLINE)


def series(chart: BarChart | ScatterChart, title: str, across: str, values: str) -> Series:
    """A new series whose name, categories or years, and values stand in cells."""
    at = len(chart.series)
    about = {"idx": at, "order": at, "tx": SeriesLabel(strRef=StrRef(f=title))}
    if chart.tagname == "scatterChart":
        one = XYSeries(
            **about,
            xVal=AxDataSource(numRef=NumRef(f=across)),
            yVal=NumDataSource(numRef=NumRef(f=values)),
        )
    else:
        one = Series(
            **about,
            cat=AxDataSource(strRef=StrRef(f=across)),
            val=NumDataSource(numRef=NumRef(f=values)),
        )
    chart.series.append(one)
    return one


def line(one: Series, name: str) -> None:
    """Draw a series in one of LOOKS."""
    look = LOOKS[name]
    one.graphicalProperties = _lined(look.width, look.colour, look.dash)
    one.smooth = False
    one.marker = Marker(symbol=look.mark, size=look.size if look.mark != "none" else None)
    one.marker.graphicalProperties = _lined(0.75, look.colour)
    one.marker.graphicalProperties.solidFill = _plain(look.colour)


def labelled(one: Series, said: str) -> None:
    """Name a series by a text instead of a cell, and write the name at its mark."""
    one.tx = SeriesLabel(v=allowed(said))
    one.dLbls = DataLabelList(dLblPos="t", txPr=written(colour=INK, bold=True), showSerName=True)
    hidden = ("showVal", "showCatName", "showLegendKey", "showPercent", "showBubbleSize")
    for name in hidden:
        setattr(one.dLbls, name, False)


def heading(said: str, size: int, colour: str) -> Title:
    """A title that keeps its own room."""
    title = title_maker(allowed(said))
    title.overlay = False
    for paragraph in title.tx.rich.p:
        paragraph.pPr.defRPr = _letters(size, colour, bold=True)
        for run in paragraph.r:
            run.rPr = _letters(size, colour, bold=True)
    return title


def written(*, colour: str = SECONDARY, bold: bool = False) -> RichText:
    """How the texts of an axis or a key are written."""
    properties = ParagraphProperties(defRPr=_letters(TEXT, colour, bold=bold))
    paragraph = Paragraph(pPr=properties, endParaRPr=_letters(TEXT, colour, bold=bold))
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def _axis(axis: Any, word: str, about: Axis) -> None:
    axis.delete, axis.tickLblPos = False, "low"
    axis.title = heading(word, TEXT, SECONDARY) if word else None
    axis.txPr, axis.graphicalProperties = written(), _lined(0.75, MUTED)
    axis.majorTickMark = axis.minorTickMark = "none"
    if about.step:
        axis.scaling.min, axis.scaling.max, axis.majorUnit = about.low, about.high, about.step
        axis.number_format, axis.numFmt.sourceLinked = about.pattern, False


def _lined(width: float | None, colour: str, dash: str | None = None) -> Any:
    """A line of so many points; without any for 0."""
    if width == 0:
        return GraphicalProperties(ln=LineProperties(noFill=True))
    points = None if width is None else int(width * POINT)
    return GraphicalProperties(ln=LineProperties(solidFill=_plain(colour), w=points, prstDash=dash))


def _letters(size: int, colour: str, *, bold: bool) -> Any:
    face = Font(typeface=FONT)
    return CharacterProperties(sz=size, b=bold, solidFill=_plain(colour), latin=face, ea=face)


def _cells(column: int, first: int, last: int) -> str:
    letter = get_column_letter(column)
    return f"${letter}${first}" if first == last else f"${letter}${first}:${letter}${last}"


def _plain(colour: str) -> str:
    return colour.removeprefix("#")
