"""时序进度: the way covered against the time elapsed."""

from __future__ import annotations

import pytest

from indicators.rules import Judgement
from tests.indicators.rules.asked import ask


def after_two_of_five_years(points, sign=1):
    """40 % of the time is over, and 40 % + `points` of the way from 50 by 20."""
    latest = sign * (50.0 + 20.0 * (40.0 + points) / 100)
    direction = "up" if sign > 0 else "down"
    return ask("schedule", [sign * 50.0, sign * 51.0, latest], target=sign * 70.0, direction=direction)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(
    ("points", "lamp"),
    [
        (70.0, "green"),
        (0.1, "green"),
        (0.0, "green"),
        (-0.1, "pale_green"),
        (-9.9, "pale_green"),
        (-10.0, "yellow"),
        (-10.1, "yellow"),
        (-29.9, "yellow"),
        (-30.0, "yellow"),
        (-30.1, "red"),
        (-90.0, "red"),
    ],
)
def test_the_lamp_follows_the_points_behind(points, lamp, sign):
    found = after_two_of_five_years(points, sign)
    assert found == Judgement(lamp, pytest.approx(points, abs=1e-9), None)


def test_forest_cover_that_covered_half_of_its_way_in_four_fifths_of_the_time_is_yellow():
    found = ask("schedule", [60.0, 60.1, 60.2, 60.4, 60.5], target=61.0)
    assert found == Judgement("yellow", pytest.approx(-30.0))


def test_the_clock_starts_at_the_first_value_since_the_base_year():
    found = ask("schedule", [50.0, 60.0], since=2021, target=70.0)
    assert found.value == pytest.approx(100 * (10 / 20 - 1 / 4))


def test_a_schedule_may_lead_through_zero():
    assert ask("schedule", [-10.0, 0.0], target=10.0) == Judgement("green", pytest.approx(30.0))


def test_after_the_target_year_more_than_the_whole_way_is_due():
    found = ask("schedule", [50.0, *[70.0] * 6], target=70.0)
    assert found == Judgement("yellow", pytest.approx(-20.0))


@pytest.mark.parametrize(
    ("values", "options"),
    [
        ([50.0], {}),
        ([50.0, 55.0], {"target": None}),
        ([50.0, 55.0], {"target_year": None}),
        ([50.0, 55.0], {"target_year": 2020}),
        ([50.0, 55.0], {"base_year": 2022}),
        ([70.0, 71.0], {}),
        ([80.0, 75.0], {}),
    ],
    ids=[
        "one point",
        "no target",
        "no target year",
        "no time",
        "all before the base year",
        "target is the base value",
        "base was beyond the target",
    ],
)
def test_there_is_no_schedule(values, options):
    assert ask("schedule", values, **{"target": 70.0} | options) == Judgement("not_available")
