"""Basis of a target → the level required: what counts as met."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indicators.model import (
    AssignedLater,
    CumulativeCut,
    Direction,
    Kind,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
)
from indicators.targets import (
    compound,
    default_tolerance,
    digits,
    mean_rate,
    requirement,
    stated,
    than,
    tolerance,
    uses_index,
)

UP, DOWN = Direction.UP, Direction.DOWN
TEN_A_YEAR = MeanGrowth(10.0, 0, 0.0, 2021, 2025)


def met(basis, value, direction=UP, *, strictly=False):
    return requirement(basis, direction).met(value, direction, strictly=strictly)


@pytest.mark.parametrize(("value", "reached"), [(69.49, False), (69.5, True), (70.0, True), (99.0, True)])
def test_a_level_is_compared_after_rounding_to_the_plans_digits(value, reached):
    assert met(Level(70.0, 0, 0.0), value) is reached


@pytest.mark.parametrize(
    ("goal", "digits", "half_below"),
    [(9.8, 1, 9.75), (2.2, 1, 2.15), (98.5, 1, 98.45), (1.2, 1, 1.15), (0.73, 2, 0.725), (100.0, 0, 99.5)],
)
def test_half_a_digit_below_is_enough_whatever_the_computer_makes_of_it(goal, digits, half_below):
    assert met(Level(goal, digits, 0.0), half_below)
    assert not met(Level(goal, digits, 0.0), half_below - 1e-6)


@pytest.mark.parametrize(
    ("value", "with_tolerance", "strictly"),
    [
        (4899.9, False, False),
        (4900.0, True, False),
        (4999.4, True, False),
        (4999.5, True, True),
        (5000.0, True, True),
    ],
)
def test_about_may_fall_short_by_the_tolerance_but_not_strictly(value, with_tolerance, strictly):
    basis = Level(5000.0, 0, 100.0)
    assert (met(basis, value), met(basis, value, strictly=True)) == (with_tolerance, strictly)


@example(value=69.7, tolerance=0.1, digits=0, up=True)
@given(value=st.floats(0, 100), tolerance=st.floats(0, 10), digits=st.integers(0, 3), up=st.booleans())
def test_what_is_met_strictly_is_met_with_tolerance(value, tolerance, digits, up):
    direction = UP if up else DOWN
    basis = Level(70.0, digits, tolerance)
    assert met(basis, value, direction) >= met(basis, value, direction, strictly=True)


@pytest.mark.parametrize(("value", "kept"), [(4.9, True), (5.0, True), (5.01, False), (5.4, False)])
def test_a_ceiling_is_not_rounded(value, kept):
    assert met(Level(5.0, 0, 0.0), value, DOWN) is kept


@pytest.mark.parametrize(("value", "kept"), [(6.0, True), (6.01, False)])
def test_a_ceiling_with_tolerance_may_be_passed_by_it(value, kept):
    assert met(Level(5.0, 0, 1.0), value, DOWN) is kept


@given(st.integers(1, 300))
def test_a_rate_held_every_single_year_meets_its_own_mean(tenths):
    rate, level = tenths / 10, 100.0
    for _ in range(5):
        level *= 1 + rate / 100
    assert met(MeanGrowth(rate, 1, 0.0, 2021, 2025), level)


@pytest.mark.parametrize(("rate", "reached"), [(9.99, False), (10.0, True), (10.01, True)])
def test_mean_growth_compounds_over_its_own_years(rate, reached):
    assert requirement(TEN_A_YEAR, UP).goal == pytest.approx(161.051)
    assert met(TEN_A_YEAR, compound(rate, 5)) is reached


@pytest.mark.parametrize(
    ("rate", "with_tolerance", "strictly"), [(9.49, False, False), (9.5, True, False), (10.0, True, True)]
)
def test_about_a_rate_allows_its_tolerance_in_every_year(rate, with_tolerance, strictly):
    basis = MeanGrowth(10.0, 0, 0.5, 2021, 2025)
    index = compound(rate, 5)
    assert (met(basis, index), met(basis, index, strictly=True)) == (with_tolerance, strictly)


@pytest.mark.parametrize(("cut", "reached"), [(12.9, False), (13.0, True), (14.0, True)])
def test_a_cut_is_met_when_the_yearly_cuts_compound_to_it(cut, reached):
    assert met(CumulativeCut(13.0, 0, 2021, 2025), 100.0 - cut, DOWN) is reached


def test_a_value_still_to_be_assigned_requires_nothing_yet():
    assert requirement(AssignedLater(2021, 2025), DOWN) is None


@pytest.mark.parametrize(
    ("kind", "value", "growth", "tolerance"),
    [
        (Kind.AMOUNT, 5000.0, False, 100.0),
        (Kind.SHARE, 70.0, False, 1.0),
        (Kind.RATIO, 6.5, False, 1.0),
        (Kind.AMOUNT, 10.0, True, 0.5),
    ],
)
def test_about_is_two_percent_of_amounts_one_point_of_shares_half_a_point_of_growth(
    kind, value, growth, tolerance
):
    assert default_tolerance(kind, value, growth=growth) == tolerance


@given(rate=st.floats(-50, 100), years=st.integers(1, 10))
def test_mean_rate_undoes_compound(rate, years):
    assert mean_rate(compound(rate, years), years) == pytest.approx(rate, abs=1e-9)


@pytest.mark.parametrize(
    ("basis", "index"),
    [
        (Level(1.0, 0, 0.0), False),
        (TEN_A_YEAR, True),
        (CumulativeCut(13.0, 0, 2021, 2025), True),
        (AssignedLater(2021, 2025), True),
    ],
)
def test_only_levels_are_judged_on_levels(basis, index):
    assert uses_index(basis) is index


@pytest.mark.parametrize(
    ("basis", "number", "written", "width"),
    [
        (Level(9.8, 1, 0.196), 9.8, 1, 0.196),
        (MeanGrowth(10.0, 0, 0.5, 2021, 2025), 10.0, 0, 0.5),
        (CumulativeCut(13.5, 1, 2021, 2025), 13.5, 1, 0.0),
        (AssignedLater(2021, 2025), None, 0, 0.0),
    ],
)
def test_every_basis_has_a_number_its_digits_and_a_tolerance(basis, number, written, width):
    assert (stated(basis), digits(basis), tolerance(basis)) == (number, written, width)


IN_STEP = RelativeGrowth("gdp", 0.5, False, 2021, 2025)
ABOVE = RelativeGrowth("gdp", 0.0, True, 2021, 2025)


@pytest.mark.parametrize(("ratio", "in_step"), [(97.52, False), (97.525, True), (100.0, True), (102.0, True)])
def test_in_step_may_fall_short_by_half_a_point_a_year(ratio, in_step):
    """0.995⁵ = 0.97525."""
    assert met(IN_STEP, ratio) is in_step
    assert met(IN_STEP, ratio, strictly=True) is (ratio >= 100)


@pytest.mark.parametrize(("ratio", "above"), [(99.999, False), (100.0, False), (100.001, True)])
def test_above_needs_more_than_the_same(ratio, above):
    assert met(ABOVE, ratio) is above


@pytest.mark.parametrize("basis", [Qualitative(growth=True), Qualitative(growth=False)])
def test_words_alone_require_no_level(basis):
    assert (requirement(basis, UP), stated(basis), tolerance(basis), digits(basis)) == (None, None, 0.0, 0)
    assert uses_index(basis) is basis.growth


def test_a_relative_growth_is_stated_as_a_lead_of_nothing():
    assert (stated(IN_STEP), tolerance(IN_STEP), digits(IN_STEP), uses_index(IN_STEP)) == (0.0, 0.5, 0, True)


@pytest.mark.parametrize(
    ("basis", "other"),
    [
        (IN_STEP, "gdp"),
        (ABOVE, "gdp"),
        (TEN_A_YEAR, None),
        (Level(1.0, 0, 0.0), None),
        (Qualitative(True), None),
    ],
)
def test_only_a_relative_growth_is_compared_with_another(basis, other):
    assert than(basis) == other
