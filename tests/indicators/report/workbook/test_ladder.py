"""The ladder of a workbook."""

from __future__ import annotations

import pytest

from indicators.report.workbook import workbook
from indicators.rows.departments import ladder, led_by, shared_by
from indicators.rows.lanes import ladder_reach
from indicators.units import number
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import material
from tests.indicators.report.workbook.reading import opened, referred, rows, title

WAYS = ("最新（%）", "应达（%）", "预计（%）")


@pytest.fixture(scope="module")
def book(warehouse):
    return opened(workbook(real(warehouse)))


def rungs(known):
    return ladder(known.read, "", led_by(known.assessments, None), [], "").rungs


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_target_stands_in_its_own_unit_and_in_percent_of_its_way(warehouse, lang):
    known = real(warehouse, lang)
    read = known.read
    sheet = opened(workbook(known))[read.say("workbook.ladder")]
    found = {row[read.say("column.number")]: row for row in rows(sheet, read.say("column.number"))}
    assert len(found) == 30
    for one in rungs(known):
        row = found[str(one.number)]
        assert row[read.say("column.verdict")].endswith(one.verdict_label)
        assert row[read.say("column.latest")] == one.latest_label
        assert row[read.say("column.target", year=2025)] == one.target_label
        for word, way in (
            ("chart.latest_word", one.latest),
            ("chart.expected_word", one.expected),
            ("chart.projected_word", one.projected),
        ):
            wanted = "" if way is None else number(way, 1)
            assert row[read.say("workbook.of_way", word=read.say(word))] == wanted


def test_the_bars_are_the_ways_of_the_targets_that_have_one_worst_first(warehouse, book):
    (chart,) = book["阶梯"]._charts
    placed = [one for one in rungs(real(warehouse)) if one.latest is not None]
    assert [referred(book, one.tx.strRef.f) for one in chart.series] == [[word] for word in WAYS]
    for one, name in zip(chart.series, ("latest", "expected", "projected"), strict=True):
        assert referred(book, one.cat.strRef.f) == [rung.name for rung in placed]
        values = [getattr(rung, name) for rung in placed]
        assert referred(book, one.val.numRef.f) == [
            None if value is None else pytest.approx(value) for value in values
        ]


def test_the_chart_lies_on_its_side_with_the_worst_on_top(book):
    (chart,) = book["阶梯"]._charts
    assert (chart.type, chart.x_axis.scaling.orientation, chart.y_axis.crosses) == ("bar", "maxMin", "max")
    assert title(chart.y_axis) == "从基期到目标走完的路程（%）"


def test_bars_begin_at_zero_within_the_reach_of_the_screen(warehouse, book):
    (chart,) = book["阶梯"]._charts
    low, high = ladder_reach(rungs(real(warehouse)))
    assert chart.y_axis.scaling.min <= low <= 0 < high <= chart.y_axis.scaling.max
    assert chart.x_axis.crosses in (None, "autoZero")


def test_a_department_alone_shows_what_it_shares(warehouse):
    known = real(warehouse)
    shared = {str(one.target.number) for one in shared_by(known.assessments, "fagai")}
    alone, two = (
        {row["序号"] for row in rows(opened(workbook(known, codes))["阶梯"], "序号")}
        for codes in (("fagai",), ("fagai", "linye"))
    )
    assert shared and shared <= alone
    assert not shared & two


def test_without_a_way_there_is_no_chart():
    book = opened(workbook(material([])))
    assert book["阶梯"]._charts == []
    assert [row["序号"] for row in rows(book["阶梯"], "序号")] == ["1"]


def test_the_chart_begins_a_page(book):
    sheet = book["阶梯"]
    (chart,) = sheet._charts
    assert [one.id for one in sheet.row_breaks.brk] == [chart.anchor._from.row - 1]
