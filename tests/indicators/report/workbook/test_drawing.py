"""Parts of native charts."""

from __future__ import annotations

import pytest
from openpyxl.chart import BarChart, ScatterChart

from indicators.palette import INK
from indicators.report.workbook.axes import Axis
from indicators.report.workbook.drawing import (
    LOOKS,
    framed,
    heading,
    labelled,
    line,
    reference,
    series,
    written,
)
from tests.indicators.report.workbook.reading import title


def framed_chart(kind=ScatterChart):
    chart = kind()
    framed(chart, "标题", ("年份", Axis(2018, 2026, 1, "0")), ("%", Axis(0, 100, 25, "0")), (13.0, 8.0))
    return chart


@pytest.mark.parametrize(
    ("sheet", "spans", "told"),
    [
        ("轨迹", [(3, 5, 9)], "'轨迹'!$C$5:$C$9"),
        ("轨迹", [(3, 5, 5)], "'轨迹'!$C$5"),
        ("It's", [(28, 1, 2)], "'It''s'!$AB$1:$AB$2"),
        ("a b", [(1, 2, 2), (2, 3, 4)], "('a b'!$A$2,'a b'!$B$3:$B$4)"),
    ],
)
def test_cells_are_referred_to_with_the_sheets_name_in_quotes(sheet, spans, told):
    assert reference(sheet, spans) == told


@pytest.mark.parametrize("kind", [ScatterChart, BarChart])
def test_axes_are_shown_with_their_words(kind):
    chart = framed_chart(kind)
    assert (chart.x_axis.delete, chart.y_axis.delete) == (False, False)
    assert [title(part) for part in (chart, chart.x_axis, chart.y_axis)] == ["标题", "年份", "%"]
    assert (chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit) == (0, 100, 25)


def test_blank_cells_stay_gaps_and_filtered_rows_stay_drawn():
    chart = framed_chart()
    assert (chart.display_blanks, chart.visible_cells_only) == ("gap", False)


def test_nothing_lies_over_the_drawing():
    chart = framed_chart()
    assert (chart.title.overlay, chart.legend.overlay, chart.roundedCorners) == (False, False, False)
    assert heading("题", 900, INK).overlay is False


def test_a_series_refers_to_cells_only():
    chart = framed_chart()
    one = series(chart, "'a'!$A$1", "'a'!$B$2:$B$3", "'a'!$C$2:$C$3")
    two = series(chart, "'a'!$A$1", "'a'!$B$2:$B$3", "'a'!$D$2:$D$3")
    assert (one.tx.strRef.f, one.xVal.numRef.f, one.yVal.numRef.f) == (
        "'a'!$A$1",
        "'a'!$B$2:$B$3",
        "'a'!$C$2:$C$3",
    )
    assert [(each.idx, each.order) for each in (one, two)] == [(0, 0), (1, 1)]


def test_bars_have_names_for_categories():
    one = series(framed_chart(BarChart), "'a'!$A$1", "'a'!$B$2:$B$3", "'a'!$C$2:$C$3")
    assert (one.cat.strRef.f, one.val.numRef.f) == ("'a'!$B$2:$B$3", "'a'!$C$2:$C$3")


@pytest.mark.parametrize("name", LOOKS)
def test_a_line_has_the_colour_and_mark_of_its_look(name):
    one, look = series(framed_chart(), "'a'!$A$1", "'a'!$B$2", "'a'!$C$2"), LOOKS[name]
    line(one, name)
    assert (one.marker.symbol or "none") == look.mark
    assert one.marker.spPr.solidFill.srgbClr == look.colour[1:]
    assert not one.smooth
    if look.width:
        assert one.spPr.ln.solidFill.srgbClr == look.colour[1:]
        assert one.spPr.ln.w == look.width * 12_700
    else:
        assert one.spPr.ln.noFill


def test_the_required_path_is_dashed_and_no_other():
    assert [name for name, look in LOOKS.items() if look.dash] == ["path"]


def test_a_label_says_the_name_and_nothing_else():
    one = series(framed_chart(), "'a'!$A$1", "'a'!$B$2", "'a'!$C$2")
    labelled(one, "目标 70%")
    shows = {name: getattr(one.dLbls, name) for name in dir(one.dLbls) if name.startswith("show")}
    assert one.tx.v == "目标 70%"
    assert {name for name, on in shows.items() if on} == {"showSerName"}
    assert shows["showLegendKey"] is False


@pytest.mark.parametrize("sign", ["\0", "\ud800"])
def test_words_of_a_chart_hold_nothing_that_breaks_it(sign):
    one = series(framed_chart(), "'a'!$A$1", "'a'!$B$2", "'a'!$C$2")
    labelled(one, f"目标{sign}70%")
    assert one.tx.v == "目标 70%"
    assert heading(f"题{sign}目", 900, INK).tx.rich.p[0].r[0].t == "题 目"


def test_texts_name_the_font():
    (paragraph,) = written().p
    assert paragraph.pPr.defRPr.ea.typeface == "Noto Sans SC"
