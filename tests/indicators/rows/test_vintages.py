"""Every published figure and what became of it."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.model import Measure, Status
from indicators.rows.record import column
from indicators.rows.vintages import STATES, figure_row, unit, use, uses, vintages
from indicators.series import build
from tests.indicators.rows.invented import reading, unfinished
from tests.indicators.worked import figure


def listed(read, series):
    keys = ("year", "measure", "found", "use")
    return [tuple(row[column(read, key)] for key in keys) for row in vintages(read, series)]


def test_levels_that_disagree_are_both_listed(zh, shown):
    rows = listed(zh, shown.book.get("expressway_length", "520300"))
    assert ("2020", "水平", "1403 公里", "采用") in rows
    assert ("2020", "水平", "1279 公里", "被后来的版本替代") in rows


def test_growth_figures_that_disagree_are_both_listed(zh, shown):
    rows = [row for row in listed(zh, shown.book.get("gdp", "520000")) if row[:2] == ("2015", "同比增速")]
    assert len(rows) == len({row[2] for row in rows}) >= 1
    assert [row[3] for row in rows].count("采用") == 1


def test_the_same_number_again_says_so(zh, shown):
    rows = listed(zh, shown.book.get("gdp", "520300"))
    assert ("2021", "水平", "4169.90 亿元", "与采用值一致") in rows


@pytest.mark.parametrize(
    ("indicator", "found"),
    [("rd_intensity", "0.56 %"), ("airport_passengers", "164 万人次")],
    ids=["work target", "part of a year"],
)
def test_what_is_no_observation_is_never_in_use(zh, shown, indicator, found):
    area = "520300" if indicator == "rd_intensity" else "zunyi-airports"
    (row,) = (row for row in listed(zh, shown.book.get(indicator, area)) if row[2] == found)
    assert row[3] == "不作为观测值"


def test_nothing_is_dropped(zh, shown):
    listed_figures = sum(len(vintages(zh, series)) for series in shown.book.series.values())
    assert listed_figures == len(shown.observations)


def test_the_newest_year_comes_first(zh, shown):
    years = [row[0][-4:] for row in listed(zh, shown.book.get("gdp", "520300"))]
    assert years == sorted(years, reverse=True)


def test_a_figure_carries_its_origin(zh, shown):
    (one,) = (
        each
        for each in shown.observations
        if each.indicator == "urbanization_rate" and each.year == 2024
        if each.area == "520300"
    )
    row = figure_row(zh, one, use(one, one))
    assert [row[column(zh, key)] for key in ("area", "found", "published", "grade", "use")] == [
        *("遵义市", "60.37 %", "2025-10-15", "B", "采用"),
    ]


def test_they_are_finished_text(read, shown):
    assert unfinished([vintages(read, series) for series in shown.book.series.values()]) == []


def test_every_figure_has_one_state_in_the_order_of_the_figures():
    older, newer = figure(2020, 50.0), figure(2020, 60.0, known_from=date(2022, 1, 1))
    again = figure(2020, 60.0, source="other")
    bound = figure(2021, 70.0, status=Status.LOWER_BOUND)
    known = [older, bound, newer, again]
    assert uses(build(known, ()), known) == ["superseded", "never", "in_use", "same"]
    assert {*uses(build(known, ()), known)} == {*STATES}


@pytest.mark.parametrize(
    ("measure", "found", "wanted"),
    [
        (Measure.LEVEL, "70", "万人次"),
        (Measure.CUMULATIVE, "70", "万人次"),
        (Measure.GROWTH, "7", "%"),
        (Measure.CUMULATIVE_CUT, "7", "%"),
        (Measure.WORK_TARGET, "7 %", "%"),
        (Measure.WORK_TARGET, "70 万人次", "万人次"),
    ],
)
def test_changes_are_in_percent_levels_in_the_indicators_unit(measure, found, wanted):
    assert unit(reading(), figure(2021, 7.0, measure=measure, found=found)) == wanted


def test_units_are_in_the_readers_language():
    assert unit(reading("en"), figure(2021, 70.0)) == "10,000 trips"
