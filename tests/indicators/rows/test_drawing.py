"""How far the axes of a trajectory reach, and which of its years join."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.rows.drawing import runs, scale_of, year_ticks
from indicators.rows.shapes import Cut, FanYear
from tests.indicators.figures.invented import EMPTY, URBAN, marks


def years(pieces):
    return [[one.year for one in piece] for piece in pieces]


def test_no_values_no_scale():
    assert scale_of(EMPTY) is None


def test_all_values_and_the_target_year_are_inside():
    scale = scale_of(URBAN)
    assert (scale.first, scale.last) == (2018, 2025)
    assert (scale.low, scale.high) == pytest.approx((51 - 0.08 * 19, 70 + 0.08 * 19))


def test_positive_values_never_open_an_axis_below_zero():
    assert scale_of(replace(EMPTY, history=marks(y2020=1.0, y2021=100.0))).low == 0


def test_a_single_value_still_has_room():
    scale = scale_of(replace(EMPTY, history=marks(y2024=50.0)))
    assert scale.low < 50 < scale.high


def test_a_very_wide_fan_runs_off_the_chart():
    fan = (FanYear(2024, *(58.0,) * 5, ""), FanYear(2025, 0.0, 40.0, 59.0, 80.0, 500.0, ""))
    scale = scale_of(replace(URBAN, fan=fan))
    assert (scale.low, scale.high) == pytest.approx((32 - 0.08 * 57, 89 + 0.08 * 57))


def test_missing_years_split_a_line_and_are_bridged():
    solid, dotted = runs(marks(y2020=1, y2021=2, y2023=3), [])
    assert (years(solid), years(dotted)) == ([[2020, 2021], [2023]], [[2021, 2023]])


def test_no_line_crosses_a_break():
    solid, dotted = runs(marks(y2018=1, y2019=2, y2021=3), [Cut(2020, "")])
    assert (years(solid), dotted) == ([[2018, 2019], [2021]], [])
    solid, dotted = runs(marks(y2019=2, y2020=3), [Cut(2020, "")])
    assert (years(solid), dotted) == ([[2019], [2020]], [])


@pytest.mark.parametrize(
    ("first", "last", "most", "ticks"),
    [
        (2018, 2025, 8, [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]),
        (2017, 2025, 8, [2017, 2019, 2021, 2023, 2025]),
        (2014, 2025, 12, list(range(2014, 2026))),
        (2013, 2025, 12, [2013, 2015, 2017, 2019, 2021, 2023, 2025]),
        (2025, 2025, 8, [2025]),
    ],
)
def test_a_year_is_written_for_as_many_as_there_is_room_and_always_for_the_last(first, last, most, ticks):
    assert year_ticks(first, last, most) == ticks
