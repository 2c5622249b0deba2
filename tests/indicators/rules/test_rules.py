"""All published rules through their one door: names, refusals, and what holds for every rule."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from indicators.errors import UnknownName
from indicators.rules import NOT_AVAILABLE, RULES, STATUSES, judge
from tests.indicators.rules.asked import ask

BETTER = {"up": "down", "down": "up"}
FLAT = [50.0] * 6
EXPLODING = [(2020, 1e-300), (2021, 1e300)]
SWINGING = [(2020 + place, (-1) ** place * 1e308) for place in range(6)]
rules = st.sampled_from(sorted(RULES))
directions = st.sampled_from(["up", "down"])
values = st.lists(st.floats(-1e3, 1e3).filter(lambda value: abs(value) > 1e-3), min_size=1, max_size=8)
wild = st.floats(allow_nan=True, allow_infinity=True)


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        ("open_sdg", [50.0, 52.0, 54.0, 56.0, 58.0], "moderate"),
        ("german", [50.0, 52.0, 54.0, 56.0, 58.0], "cloud"),
        ("un", [50.0, 52.0, 54.0, 56.0, 58.0], "fair"),
        ("schedule", [50.0, 52.0, 54.0, 56.0, 58.0], "red"),
    ],
)
def test_one_series_four_opinions(rule, values, expected):
    """Two a year where four are needed: 50 → 70 in five years."""
    target = {"open_sdg": 65.0}.get(rule, 70.0)
    assert ask(rule, values, target=target, target_year=2025).status == expected


def test_a_rule_or_direction_nobody_knows_is_refused_with_the_near_ones():
    with pytest.raises(UnknownName, match="german"):
        ask("germany", FLAT)
    with pytest.raises(UnknownName, match="direction 'positive'"):
        ask("un", FLAT, direction="positive")


def test_years_and_values_must_be_as_many():
    with pytest.raises(ValueError, match="zip"):
        judge("un", [2020, 2021], [50.0])


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    ("values", "options"),
    [
        ([], {"target": 70.0}),
        ([float("nan"), float("nan")], {"target": 70.0}),
        (FLAT, {"target": float("nan")}),
        (FLAT, {"target": float("inf")}),
        (FLAT, {"target": 70.0, "limit": float("nan")}),
    ],
    ids=["no values", "only gaps", "target unknown", "target endless", "limit unknown"],
)
def test_no_rule_judges_what_is_not_known(rule, values, options):
    assert ask(rule, values, **options) == NOT_AVAILABLE


@pytest.mark.parametrize("rule", ["un", "open_sdg"])
def test_growth_beyond_any_number_has_no_verdict(rule):
    found = judge(rule, [2020, 2021], [1e-300, 1e300], target=1e308, target_year=2200, base_year=2020)
    assert found == NOT_AVAILABLE


@given(rule=rules, values=values, target=st.floats(-1e3, 1e3), direction=directions)
def test_gaps_and_the_order_of_years_change_nothing(rule, values, target, direction):
    options = {"target": target, "target_year": 2030, "base_year": 2020, "direction": direction}
    years = list(range(2020, 2020 + len(values)))
    known = judge(rule, years, values, **options)
    assert judge(rule, [*years[::-1], 2029], [*values[::-1], float("nan")], **options) == known


@given(rule=rules, values=values, target=st.floats(-1e3, 1e3), direction=directions, hold=st.booleans())
@example(rule="german", values=[3.0, 1.0, 2.0, 4.0], target=4.0, direction="down", hold=True)
def test_flipping_direction_and_sign_leaves_the_status(rule, values, target, direction, hold):
    """A zero target is left out: the thousandth that stands for it in open_sdg has one sign only."""
    assume(target)
    mirrored = ask(rule, [-one for one in values], target=-target, direction=BETTER[direction], hold=hold)
    assert mirrored == ask(rule, values, target=target, direction=direction, hold=hold)


@given(values=values, limit=st.floats(-1e3, 1e3) | st.none(), direction=directions)
def test_flipping_direction_and_sign_leaves_the_class_of_growth(values, limit, direction):
    flipped = None if limit is None else -limit
    mirrored = ask("open_sdg", [-one for one in values], limit=flipped, direction=BETTER[direction])
    assert mirrored == ask("open_sdg", values, limit=limit, direction=direction)


@given(rule=rules, values=values, target=st.floats(-1e3, 1e3), power=st.integers(-8, 8))
def test_the_unit_of_measurement_does_not_matter(rule, values, target, power):
    """Powers of two scale without rounding; a zero target is left out as above."""
    assume(target)
    unit = 2.0**power
    scaled = ask(rule, [one * unit for one in values], target=target * unit)
    assert scaled.status == ask(rule, values, target=target).status


@given(rule=rules, steps=st.lists(st.floats(0.1, 10.0), min_size=5, max_size=5), more=st.floats(0.1, 50.0))
def test_a_harder_target_is_never_judged_better(rule, steps, more):
    values = [100.0 + sum(steps[:place]) for place in range(5)]
    order = (*STATUSES[rule], "not_available")
    easy, hard = (order.index(ask(rule, values, target=goal).status) for goal in (110.0, 110.0 + more))
    assert hard >= easy


@given(
    rule=rules,
    pairs=st.lists(st.tuples(st.integers(1990, 2040), wild), max_size=8),
    target=st.none() | wild,
    target_year=st.none() | st.integers(1990, 2060),
    base_year=st.none() | st.integers(1990, 2040),
    limit=st.none() | wild,
    direction=directions,
    hold=st.booleans(),
)
@example("un", EXPLODING, 1e308, 2060, 2020, None, "up", False)
@example("open_sdg", EXPLODING, None, None, None, None, "up", False)
@example("german", SWINGING, 1e308, 2030, None, None, "up", False)
def test_whatever_is_asked_the_answer_is_a_known_status_and_finite_numbers(
    rule, pairs, target, target_year, base_year, limit, direction, hold
):
    found = judge(
        rule,
        [year for year, _ in pairs],
        [value for _, value in pairs],
        target=target,
        target_year=target_year,
        base_year=base_year,
        limit=limit,
        direction=direction,
        hold=hold,
    )
    assert found.status in {*STATUSES[rule], "not_available"}
    assert all(isfinite(one) for one in (found.value, found.score) if one is not None)
