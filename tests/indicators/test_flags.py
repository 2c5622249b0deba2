"""What a reader must know beside a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indicators.flags import flags
from indicators.model import Direction, Flag, Level, MeanGrowth, PartialSum, Verdict
from tests.indicators.worked import (
    AMOUNT,
    OF_PARTS,
    SHARE,
    breaks,
    figure,
    growth,
    judged,
    levels,
    mean_growth,
)

SEVENTY = Level(70.0, 0, 0.0)
RISING = {2020: 50.0, 2021: 52.0, 2022: 55.0, 2023: 57.0, 2024: 60.0}
NORTH, SOUTH = {"area": "north"}, {"area": "south"}


def flagged(figures, basis=SEVENTY, indicator=SHARE, **options):
    return set(judged(figures, basis, indicator=indicator, as_of=date(2025, 6, 30), **options).flags)


def test_an_ordinary_series_has_only_its_verdict():
    assert flagged(levels(RISING), Level(62.0, 0, 0.0)) == set()


def test_a_stand_in_is_named():
    assert Flag.STAND_IN in flagged(levels(RISING, area="city"))
    assert Flag.STAND_IN not in flagged(levels(RISING))


def test_a_total_of_another_area_stands_in_for_nothing():
    assert Flag.STAND_IN not in flagged(levels(RISING, area="city"), indicator=AMOUNT)


@pytest.mark.parametrize(
    ("judging_year", "old"), [(2023, False), (2024, False), (2025, True)], ids=["one", "two", "three"]
)
def test_figures_older_than_two_years_before_the_judging_year_are_old(judging_year, old):
    found = flagged(levels({2020: 50.0, 2021: 52.0, 2022: 55.0}), judging_year=judging_year)
    assert (Flag.STALE in found) is old


def test_the_target_years_own_value_is_never_old():
    assert Flag.STALE not in flagged(levels({2020: 50.0, 2025: 71.0}), judging_year=2030)


@pytest.mark.parametrize(
    ("published", "early"),
    [(date(2024, 12, 31), True), (date(2025, 1, 1), False)],
    ids=["last day of the year", "first day after it"],
)
def test_a_latest_figure_released_within_its_own_year_may_not_be_that_of_its_end(published, early):
    figures = [*levels({2020: 50.0, 2022: 55.0}), *levels({2024: 60.0}, known_from=published)]
    assert (Flag.BEFORE_YEAR_END in flagged(figures)) is early


def test_only_the_latest_year_matters_for_that():
    early = levels({2022: 55.0}, known_from=date(2022, 6, 1))
    assert Flag.BEFORE_YEAR_END not in flagged([*levels({2020: 50.0, 2024: 60.0}), *early])


@pytest.mark.parametrize(("points", "low"), [(2, True), (3, False)])
def test_a_projection_from_two_points_has_low_confidence(points, low):
    found = flagged(levels(dict(list(RISING.items())[-points:])))
    assert (Flag.LOW_CONFIDENCE in found) is low


def test_no_projection_no_confidence_to_be_low():
    assert Flag.LOW_CONFIDENCE not in flagged(levels({2024: 60.0}))
    assert Flag.LOW_CONFIDENCE not in flagged(levels({2024: 60.0, 2025: 71.0}))


def test_figures_after_a_break_are_marked_as_such():
    assert Flag.AFTER_BREAK in flagged(levels(RISING), broken=breaks(2022))
    assert Flag.AFTER_BREAK not in flagged(levels(RISING), broken=breaks(2020, 2026))


def test_a_latest_value_made_of_others_is_derived():
    parts = [
        *levels({2023: 1.0, 2024: 2.0}, indicator="part"),
        *levels({2023: 4.0, 2024: 4.0}, indicator="whole"),
    ]
    assert Flag.DERIVED in flagged(parts, indicator=OF_PARTS)
    assert Flag.DERIVED not in flagged([*parts, figure(2024, 50.0)], indicator=OF_PARTS)


def test_an_index_from_many_growth_rates_is_not_derived():
    rates = growth({2021: 5.0, 2022: 5.0, 2023: 5.0})
    assert Flag.DERIVED not in flagged(rates, MeanGrowth(5.0, 0, 0.0, 2021, 2025), AMOUNT)


def test_vintages_that_disagree_in_a_year_in_use_conflict():
    other = figure(2023, 40.0, known_from=date(2023, 12, 31))
    assert Flag.CONFLICT in flagged([*levels(RISING), other])
    assert Flag.CONFLICT not in flagged([*levels(RISING), other], broken=breaks(2024))


@pytest.mark.parametrize(("year", "inside"), [(2019, False), (2020, True), (2022, True), (2023, False)])
def test_pandemic_years_are_marked_in_travel_and_retail_only(year, inside):
    figures = levels({2018: 50.0, year: 55.0, 2024: 60.0})
    assert (Flag.PANDEMIC_YEARS in flagged(figures, indicator=replace(SHARE, pandemic=True))) is inside
    assert Flag.PANDEMIC_YEARS not in flagged(figures)


@pytest.mark.parametrize(("latest", "beyond"), [(69.9, False), (70.0, True), (70.1, True)])
def test_a_level_beyond_its_target_is_reached_early(latest, beyond):
    assert (Flag.REACHED_EARLY in flagged(levels({**RISING, 2024: latest}))) is beyond


@pytest.mark.parametrize(("year", "beyond"), [(2020, False), (2021, True)])
def test_an_index_is_not_reached_early_in_its_own_base_year(year, beyond):
    """No less growth than none: the base year's 100 would do, and says nothing."""
    rates = growth(dict.fromkeys(range(2019, year + 1), 1.0))
    assert (Flag.REACHED_EARLY in flagged(rates, MeanGrowth(0.0, 0, 0.0, 2021, 2025), AMOUNT)) is beyond


def test_a_ceiling_is_reached_early_from_above():
    found = judged(levels({2022: 6.0, 2024: 4.9}), Level(5.0, 0, 0.0), Direction.DOWN, SHARE)
    assert Flag.REACHED_EARLY in found.flags


def test_reaching_the_target_in_its_own_year_is_not_early():
    assert Flag.REACHED_EARLY not in flagged(levels({**RISING, 2025: 71.0}))


@pytest.mark.parametrize(("goal", "above"), [(62.9, False), (63.0, False), (63.1, True)])
def test_a_required_pace_beyond_the_best_on_record_is_marked(goal, above):
    assert (Flag.ABOVE_BEST in flagged(levels(RISING), Level(goal, 1, 0.0))) is above


def test_a_series_that_never_improved_would_need_what_never_was():
    falling = {2022: 60.0, 2023: 59.0, 2024: 58.0}
    assert Flag.ABOVE_BEST in flagged(levels(falling), Level(58.1, 1, 0.0))
    assert Flag.ABOVE_BEST not in flagged(levels(falling), Level(57.0, 0, 0.0))


def test_a_partial_sum_is_marked():
    one = judged(levels(RISING, area="city"), SEVENTY)
    part = PartialSum(2024, 12.0, ("north",), ("south",))
    assert Flag.PARTIAL_SUM in set(flags(replace(one, partial=part), AMOUNT))
    assert Flag.PARTIAL_SUM not in set(flags(one, AMOUNT))


def test_a_verdict_that_the_tolerance_decides_is_marked():
    near = judged([figure(2025, 69.2)], Level(70.0, 0, 1.0), indicator=SHARE)
    assert (near.verdict, near.strict_verdict) == (Verdict.ACHIEVED, Verdict.MISSED)
    assert Flag.STRICT_DIFFERS in near.flags
    assert Flag.STRICT_DIFFERS not in judged([figure(2025, 69.6)], Level(70.0, 0, 1.0), indicator=SHARE).flags


def test_flags_come_in_the_order_in_which_they_are_shown():
    figures = [*levels(dict(list(RISING.items())[:2]), area="city")]
    found = judged(figures, Level(90.0, 0, 0.0), indicator=SHARE, as_of=date(2025, 6, 30)).flags
    assert found == (Flag.STAND_IN, Flag.STALE, Flag.LOW_CONFIDENCE, Flag.ABOVE_BEST)


def test_without_any_figure_there_is_nothing_to_flag():
    assert flagged([]) == set()


def test_a_published_mean_growth_leaves_two_points_and_low_confidence():
    found = flagged([mean_growth(2021, 2024, 5.0)], MeanGrowth(5.0, 0, 0.5, 2021, 2025), AMOUNT)
    assert found == {Flag.LOW_CONFIDENCE}
