"""What a rule is asked: ordered values, the base, whether the target is reached, the way to it."""

from __future__ import annotations

import pytest

from indicators.rules.case import Case, Value, Way, ordered, reaches, way

FOUR = ordered([2019, 2020, 2022, 2023], [48.0, 50.0, 54.0, 56.0])


def test_values_come_in_order_without_the_years_that_have_none():
    found = ordered([2023, 2020, 2021, 2022], [56.0, 50.0, float("nan"), float("inf")])
    assert found == (Value(2020, 50.0), Value(2023, 56.0))


def test_a_repeated_year_keeps_its_last_value():
    assert ordered([2020, 2020], [50.0, 51.0]) == (Value(2020, 51.0),)


def test_years_and_values_must_be_as_many():
    with pytest.raises(ValueError, match="shorter"):
        ordered([2020, 2021], [50.0])


@pytest.mark.parametrize(
    ("base_year", "base"),
    [(None, Value(2019, 48.0)), (2020, Value(2020, 50.0)), (2021, Value(2022, 54.0)), (2024, None)],
)
def test_the_base_is_the_first_value_at_or_after_the_base_year(base_year, base):
    assert Case(FOUR, base_year=base_year).base == base


@pytest.mark.parametrize(
    ("target", "sign", "reached"),
    [
        (56.1, 1, False),
        (56.0, 1, True),
        (55.9, 1, True),
        (56.1, -1, True),
        (56.0, -1, True),
        (55.9, -1, False),
        (None, 1, False),
    ],
)
def test_a_target_is_reached_by_the_last_value(target, sign, reached):
    assert Case(FOUR, target=target, sign=sign).reached is reached


@pytest.mark.parametrize("sign", [1, -1])
def test_a_target_missed_by_floating_point_noise_is_reached(sign):
    """Five years at 10 % do not multiply to exactly 1.1⁵."""
    grown, goal = 100 * 1.1 * 1.1 * 1.1 * 1.1 * 1.1, 100 * 1.1**5
    assert grown != goal
    assert reaches(grown, goal, sign)
    assert reaches(70.0 - sign * 1e-8, 70.0, sign)
    assert not reaches(70.0 - sign * 1e-6, 70.0, sign)


def test_the_way_begins_at_the_base_and_not_before():
    assert way(Case(FOUR, 70.0, 2025, 2020)) == Way(length=20.0, years=5, covered=6.0, elapsed=3)


@pytest.mark.parametrize(
    "nowhere",
    [
        Case(FOUR, None, 2025, 2020),
        Case(FOUR, 70.0, None, 2020),
        Case(FOUR, 70.0, 2025, 2024),
        Case(FOUR, 70.0, 2025, 2023),
        Case(FOUR, 70.0, 2020, 2020),
        Case(FOUR, 50.0, 2025, 2020),
        Case(FOUR, 49.0, 2025, 2020),
        Case(FOUR, 70.0, 2025, 2020, -1),
    ],
    ids=[
        "no target",
        "no target year",
        "no value since the base year",
        "only the base",
        "target year is the base year",
        "target is the base value",
        "base is beyond the target",
        "target lies the wrong way",
    ],
)
def test_there_is_no_way(nowhere):
    assert way(nowhere) is None
