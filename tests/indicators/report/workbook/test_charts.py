"""Native charts: their series point at the cells that hold the numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.palette import ACCENT, EARLIER, FAN_50, INK, SECONDARY
from indicators.report.workbook import workbook
from indicators.report.workbook.charts import Lines, trajectory
from indicators.rows.trajectory import trajectory as drawn_of
from tests.indicators.figures.invented import EMPTY, URBAN, marks
from tests.indicators.report.made import real
from tests.indicators.report.workbook.reading import chart_of, opened, referred, title

COLUMNS = {"year": 1, "value": 2, "path": 3, "median": 4, "low80": 5, "high80": 6, "goal": 7}


def lines(rows=URBAN):
    """A trajectory whose first year stands in row 2."""
    first = min(one.year for one in (*rows.earlier, *rows.history))
    return Lines("轨迹", 1, (2, 2 + 2025 - first), COLUMNS, "6 城镇化率", "年份", "%", rows)


def series(rows=URBAN):
    """Name or its cell, years, values and colour of every line."""
    return [
        (
            one.tx.v or one.tx.strRef.f,
            one.xVal.numRef.f,
            one.yVal.numRef.f,
            one.marker.spPr.solidFill.srgbClr,
        )
        for one in trajectory(lines(rows)).series
    ]


def test_every_line_is_drawn_from_its_cells_in_its_colour():
    sheet = "'轨迹'!"
    assert series() == [
        (f"{sheet}$E$1", f"{sheet}$A$8:$A$9", f"({sheet}$B$8,{sheet}$E$9)", FAN_50[1:]),
        (f"{sheet}$F$1", f"{sheet}$A$8:$A$9", f"({sheet}$B$8,{sheet}$F$9)", FAN_50[1:]),
        (f"{sheet}$D$1", f"{sheet}$A$8:$A$9", f"({sheet}$B$8,{sheet}$D$9)", ACCENT[1:]),
        (f"{sheet}$C$1", f"{sheet}$A$4:$A$9", f"{sheet}$C$4:$C$9", SECONDARY[1:]),
        (f"{sheet}$B$1", f"{sheet}$A$2:$A$3", f"{sheet}$B$2:$B$3", EARLIER[1:]),
        (f"{sheet}$B$1", f"{sheet}$A$4:$A$8", f"{sheet}$B$4:$B$8", INK[1:]),
        ("目标 70%", f"{sheet}$A$9", f"{sheet}$G$9", INK[1:]),
    ]


def test_what_lies_before_a_break_and_the_target_are_not_in_the_key():
    chart = trajectory(lines())
    assert [(one.idx, one.delete) for one in chart.legend.legendEntry] == [(4, True), (6, True)]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (replace(EMPTY, history=marks(y2024=58.0)), ["'轨迹'!$B$1"]),
        (replace(EMPTY, history=marks(y2024=58.0), target=70.0), ["'轨迹'!$B$1", "目标 —"]),
        (replace(URBAN, earlier=(), fan=URBAN.fan[:1]), ["'轨迹'!$C$1", "'轨迹'!$B$1", "目标 70%"]),
    ],
)
def test_nothing_is_drawn_that_has_no_value(rows, names):
    assert [name for name, *_ in series(rows)] == names


def test_axes_are_those_of_the_screen():
    chart = trajectory(lines())
    assert (chart.x_axis.scaling.min, chart.x_axis.scaling.max) == (2018, 2026)
    assert chart.y_axis.scaling.min > 0
    assert [title(part) for part in (chart, chart.x_axis, chart.y_axis)] == ["6 城镇化率", "年份", "%"]


@pytest.fixture(scope="module")
def book(warehouse):
    return opened(workbook(real(warehouse)))


@pytest.mark.parametrize("number", [2, 6, 8, 13, 27, 29])
def test_the_cells_hold_the_numbers_of_the_screens_chart(warehouse, book, number):
    known = real(warehouse)
    drawn = drawn_of(known.read, known.assessments[number - 1])
    found = {}
    for one in chart_of(book, number).series:
        name = one.tx.v or referred(book, one.tx.strRef.f)[0]
        years, values = (referred(book, ref.numRef.f) for ref in (one.xVal, one.yVal))
        pairs = zip(years, values, strict=True)
        found.setdefault(name, {}).update({year: value for year, value in pairs if value is not None})
    measured = {one.year: pytest.approx(one.value) for one in (*drawn.earlier, *drawn.history)}
    assert found["数值"] == measured
    if drawn.required:
        assert found["时序路径"] == {year: pytest.approx(value) for year, value in drawn.required}
    if drawn.fan:
        for name, field in (("预计中位", "median"), ("80%下限", "p10"), ("80%上限", "p90")):
            assert found[name] == {one.year: pytest.approx(getattr(one, field)) for one in drawn.fan}
    assert found[drawn.target_label] == {2025: pytest.approx(drawn.target)}


def test_axes_are_shown_and_gaps_stay_gaps(book):
    charts = [*book["轨迹图"]._charts, *book["阶梯"]._charts]
    assert len(charts) > 10
    for chart in charts:
        assert (chart.x_axis.delete, chart.y_axis.delete) == (False, False)
        assert chart.display_blanks == "gap"
