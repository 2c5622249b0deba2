"""Open SDG's progress measure: growth against the growth required, or against fixed growth rates."""

from __future__ import annotations

import pytest

from indicators.rules import Judgement, judge
from indicators.rules.open_sdg import nearness
from tests.indicators.rules.asked import ask, status


def over_one_year(growth, **options):
    """From 100 to 100·(1 + growth) within a year."""
    return judge("open_sdg", [2015, 2016], [100.0, 100.0 * (1 + growth)], base_year=2015, **options)


def of_required(share, direction="up"):
    """Growth of `share` times the 10 % a year, up or down, that the target asks for."""
    sign = 1 if direction == "up" else -1
    target = 100 * (1 + sign * 0.1) ** 5
    return ask("open_sdg", [100.0, 100.0 + sign * 10 * share], target=target, direction=direction)


@pytest.mark.parametrize("direction", ["up", "down"])
@pytest.mark.parametrize(
    ("share", "expected", "score"),
    [
        (1.5, "on_track", 5.0),
        (1.0, "on_track", 2.8572),
        (0.951, "on_track", 2.5072),
        (0.949, "moderate", 2.49291),
        (0.601, "moderate", 0.00718),
        (0.599, "limited", -0.00415),
        (0.001, "limited", -2.49583),
        (0.0, "limited", -2.5),
        (-0.001, "deterioration", -2.50417),
        (-0.5, "deterioration", -4.58335),
        (-2.0, "deterioration", -5.0),
    ],
)
def test_growth_is_compared_with_the_growth_required(share, expected, score, direction):
    found = of_required(share, direction)
    assert found.status == expected
    assert found.value == pytest.approx(share, abs=1e-9)
    assert found.score == pytest.approx(score, abs=1e-4)


def test_the_cuts_themselves_belong_to_the_better_class():
    """Growth within one year of 19, 3 and 0 times the base, where 20, 5 and 1 times were required."""
    years, options = [2020, 2021], {"base_year": 2020, "target_year": 2021}
    cases = {19.0: 20.0, 3.0: 5.0, 0.0: 1.0}
    found = [
        judge("open_sdg", years, [1.0, 1.0 + grown], target=1.0 + needed, **options)
        for grown, needed in cases.items()
    ]
    assert [one.value for one in found] == [0.95, 0.6, 0.0]
    assert [one.status for one in found] == ["on_track", "moderate", "limited"]
    assert found[1].score == pytest.approx(0.00004)


@pytest.mark.parametrize(
    ("latest", "target", "direction", "expected"),
    [
        (69.9, 70.0, "up", "moderate"),
        (70.0, 70.0, "up", "achieved"),
        (70.1, 70.0, "up", "achieved"),
        (30.1, 30.0, "down", "moderate"),
        (30.0, 30.0, "down", "achieved"),
        (29.9, 30.0, "down", "achieved"),
    ],
)
def test_a_reached_target_is_achieved_whatever_the_growth(latest, target, direction, expected):
    """In 2026 the last value is where it should have been in 2025: growth was slower than required."""
    found = ask("open_sdg", [50.0, *[latest] * 6], target=target, target_year=2025, direction=direction)
    assert (found.status, found.score == 5.0) == (expected, expected == "achieved")


def test_a_reached_target_is_achieved_even_where_no_growth_can_be_computed():
    assert ask("open_sdg", [80.0], target=70.0) == Judgement("achieved", None, 5.0)
    assert ask("open_sdg", [-3.0, 1.0], target=0.5) == Judgement("achieved", None, 5.0)
    assert ask("open_sdg", [4.0, 0.0], target=0.0, direction="down") == Judgement("achieved", None, 5.0)


def test_a_target_reached_while_falling_back_is_achieved_with_its_growth():
    found = ask("open_sdg", [100.0, 90.0], target=80.0)
    assert (found.status, found.score) == ("achieved", 5.0)
    assert found.value == pytest.approx(-0.1 / (1 - 0.8**0.2))


def test_a_base_beyond_the_target_that_is_lost_again_is_deterioration():
    assert status("open_sdg", [80.0, 60.0], target=70.0) == "deterioration"


def test_zero_as_base_or_target_becomes_a_thousandth():
    from_zero = ask("open_sdg", [0.0, 0.002], target=10.0)
    assert from_zero == ask("open_sdg", [0.001, 0.002], target=10.0)
    to_zero = ask("open_sdg", [8.0, 2.0], target=0.0, direction="down")
    assert to_zero == ask("open_sdg", [8.0, 2.0], target=0.001, direction="down")
    assert to_zero.status == "moderate"
    assert to_zero.value == pytest.approx(0.75 / (1 - (0.001 / 8) ** 0.2))


@pytest.mark.parametrize("direction", ["up", "down"])
def test_among_negative_values_growth_leads_down(direction):
    towards = {"up": [-100.0, -90.0], "down": [-100.0, -110.0]}[direction]
    away = {"up": [-100.0, -110.0], "down": [-100.0, -90.0]}[direction]
    target = {"up": -50.0, "down": -200.0}[direction]
    assert ask("open_sdg", towards, target=target, direction=direction).value > 0
    assert status("open_sdg", away, target=target, direction=direction) == "deterioration"


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(
    ("growth", "expected", "score"),
    [
        (0.03, "on_track", 5.0),
        (0.02, "on_track", 5.0),
        (0.0151, "on_track", 2.55),
        (0.0149, "moderate", 2.475),
        (0.0051, "moderate", 0.025),
        (0.0049, "limited", -0.05),
        (0.0001, "limited", -2.45),
        (0.0, "limited", -2.5),
        (-0.0001, "deterioration", -2.5125),
        (-0.01, "deterioration", -3.75),
        (-0.03, "deterioration", -5.0),
    ],
)
def test_without_a_target_growth_is_compared_with_fixed_rates(growth, expected, score, sign):
    found = over_one_year(sign * growth, direction="up" if sign > 0 else "down")
    assert found.status == expected
    assert found.value == pytest.approx(growth)
    assert found.score == pytest.approx(score)


@pytest.mark.parametrize(
    ("base", "limit", "factor"),
    [
        (0.0, 100.0, 1.0),
        (50.0, 100.0, 1 - 0.5**4.44),
        (90.0, 100.0, 1 - 0.9**4.44),
        (100.0, 100.0, 0.0),
        (110.0, 100.0, 1 - 0.9**4.44),
        (199.0, 100.0, 1 - 0.01**4.44),
        (200.0, 100.0, 1.0),
        (500.0, 100.0, 1.0),
        (-90.0, -100.0, 1 - 0.9**4.44),
        (-50.0, 100.0, 1.0),
        (50.0, 0.0, 1.0),
        (0.0, 0.0, 1.0),
        (50.0, None, 1.0),
    ],
)
def test_the_nearer_the_base_is_to_its_limit_the_less_growth_is_asked(base, limit, factor):
    assert nearness(base, limit) == pytest.approx(factor)


@pytest.mark.parametrize(
    ("growth", "expected", "score"),
    [
        (0.0201, "on_track", 5.0),
        (0.01501, "on_track", 2.505),
        (0.01499, "moderate", 2.4975),
        (0.00501, "moderate", 0.0025),
        (0.00499, "limited", -0.005),
        (0.0, "limited", -2.5),
    ],
)
def test_near_a_limit_cuts_and_score_shrink_together(growth, expected, score):
    near = nearness(100.0, 110.0)
    assert 0.3 < near < 0.4
    found = over_one_year(growth * near, limit=110.0)
    assert found.status == expected
    assert found.score == pytest.approx(score, abs=1e-6)


def test_falling_counts_in_full_even_near_a_limit():
    assert over_one_year(-0.01, limit=101.0) == over_one_year(-0.01)


def test_at_the_limit_staying_there_is_on_track():
    assert over_one_year(0.0, limit=100.0) == Judgement("on_track", 0.0, 5.0)
    lost = over_one_year(-0.001, limit=100.0)
    assert lost.status == "deterioration"
    assert lost.score == pytest.approx(-2.625)


def test_a_target_makes_the_limit_irrelevant():
    assert ask("open_sdg", [90.0, 92.0], target=99.0, limit=100.0) == ask(
        "open_sdg", [90.0, 92.0], target=99.0
    )


def test_growth_is_averaged_over_the_years_between_whatever_lies_in_them():
    sparse = judge("open_sdg", [2015, 2019], [100.0, 146.41], base_year=2015)
    assert sparse.value == pytest.approx(0.1)
    assert judge("open_sdg", range(2015, 2020), [100, 900, 2, 500, 146.41], base_year=2015) == sparse


def test_after_the_target_year_the_same_comparison_goes_on():
    assert ask("open_sdg", [100.0, *[110.0] * 7], target=200.0).status == "limited"


@pytest.mark.parametrize(
    ("values", "options"),
    [
        ([50.0], {}),
        ([50.0], {"target": 70.0}),
        ([50.0, 55.0], {"base_year": 2021}),
        ([50.0, 55.0], {"base_year": 2022, "target": 51.0}),
        ([50.0, -5.0], {}),
        ([-5.0, 50.0], {"target": 70.0}),
        ([50.0, 0.0], {}),
        ([0.0, -1.0], {}),
        ([50.0, 40.0], {"target": 50.0}),
        ([50.0, 55.0], {"target": -10.0, "direction": "down"}),
        ([50.0, 55.0], {"target": 70.0, "target_year": None}),
        ([50.0, 55.0], {"target": 70.0, "target_year": 2020}),
    ],
    ids=[
        "one point",
        "one point and a target",
        "one point since the base year",
        "all before the base year",
        "through zero",
        "through zero towards a target",
        "down to zero",
        "from zero down",
        "target is the base value",
        "target beyond zero",
        "no target year",
        "target year is the base year",
    ],
)
def test_the_rule_gives_no_verdict(values, options):
    assert ask("open_sdg", values, **options) == Judgement("not_available", None, None)
