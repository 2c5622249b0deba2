"""How far the axes of a trajectory reach."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.figures.scale import scale_of
from indicators.rows.shapes import FanYear
from tests.indicators.figures.invented import EMPTY, URBAN, marks


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
