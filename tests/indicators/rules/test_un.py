"""The UN progress chart: the share of the way that growth so far would cover by the target year."""

from __future__ import annotations

import pytest

from indicators.rules import Judgement, judge
from tests.indicators.rules.asked import ask


def covering(share, direction="up"):
    """Half of the time is over, and growth as before would cover `share` of the way from 100 by 60."""
    sign = 1 if direction == "up" else -1
    then = 100.0 + sign * 60 * share
    halfway = 100.0 * (then / 100) ** 0.5
    return judge(
        "un",
        [2015, 2020],
        [100.0, halfway],
        target=100.0 + sign * 60,
        base_year=2015,
        target_year=2025,
        direction=direction,
    )


@pytest.mark.parametrize("direction", ["up", "down"])
@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (1.2, "on_track"),
        (0.9501, "on_track"),
        (0.95, "on_track"),
        (0.9499, "fair"),
        (0.1001, "fair"),
        (0.10, "fair"),
        (0.0999, "stagnation"),
        (0.0, "stagnation"),
        (-0.5, "stagnation"),
    ],
)
def test_the_projected_share_of_the_way_decides(share, expected, direction):
    assert covering(share, direction) == Judgement(expected, pytest.approx(share), None)


@pytest.mark.parametrize(
    ("latest", "direction", "expected"),
    [
        (69.9, "up", "on_track"),
        (70.0, "up", "met"),
        (70.1, "up", "met"),
        (30.1, "down", "on_track"),
        (30.0, "down", "met"),
        (29.9, "down", "met"),
    ],
)
def test_a_value_at_the_target_or_beyond_has_met_it(latest, direction, expected):
    target = 70.0 if direction == "up" else 30.0
    assert ask("un", [50.0, latest], target=target, direction=direction).status == expected


def test_growth_is_compounded_from_the_base():
    found = ask("un", [100.0, 110.0], target=200.0)
    assert found.value == pytest.approx(1.1**5 - 1)
    assert found.status == "fair"


def test_towards_zero_the_way_is_the_base_itself():
    found = ask("un", [100.0, 50.0], target=0.0, direction="down")
    assert found == Judgement("on_track", pytest.approx(1 - 0.5**5))


def test_after_the_target_year_growth_is_carried_back_to_it():
    found = ask("un", [100.0, *[1.0] * 9, 121.0], target=110.0 + 1e-9, target_year=2025)
    assert found.status == "met"
    late = ask("un", [100.0, *[1.0] * 9, 121.0], target=200.0, target_year=2025)
    assert late == Judgement("fair", pytest.approx(0.1))


def test_met_needs_no_growth():
    assert ask("un", [80.0], target=70.0) == Judgement("met")
    assert ask("un", [-1.0, 1.0], target=0.0) == Judgement("met")


@pytest.mark.parametrize(
    ("values", "options"),
    [
        ([50.0], {}),
        ([50.0, 55.0], {"target": None}),
        ([50.0, 55.0], {"target_year": None}),
        ([0.0, 55.0], {}),
        ([50.0, 0.0], {}),
        ([50.0, -5.0], {}),
        ([70.0, 60.0], {}),
        ([80.0, 60.0], {}),
    ],
    ids=[
        "one point",
        "no target",
        "no target year",
        "from zero",
        "down to zero",
        "through zero",
        "target is the base value",
        "base was beyond the target",
    ],
)
def test_the_rule_gives_no_verdict(values, options):
    assert ask("un", values, **{"target": 70.0} | options) == Judgement("not_available")
