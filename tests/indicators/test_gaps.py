"""Gap, required pace and actual pace of one track."""

from __future__ import annotations

import pytest

from indicators.gaps import after, best_pace, gap, pace
from indicators.model import Band, CumulativeCut, Direction, Level, MeanGrowth, Projection
from tests.indicators.worked import (
    AMOUNT,
    RATIO,
    SHARE,
    breaks,
    cuts,
    growth,
    levels,
    mean_growth,
    series,
    target,
    track,
)

UP, DOWN = Direction.UP, Direction.DOWN
DOUBLE, SEVENTY, CEILING = Level(200.0, 0, 0.0), Level(70.0, 0, 0.0), Level(2.0, 1, 0.0)
CUT = CumulativeCut(13.0, 0, 2021, 2025)
AMOUNTS = levels({2020: 100.0, 2021: 110.0, 2023: 130.0})
SHARES = levels({2020: 50.0, 2021: 53.0, 2023: 56.0})
RATIOS = levels({2020: 2.5, 2021: 2.45, 2023: 2.4})


def stands(figures, basis, direction=UP, indicator=AMOUNT, *, broken=(), projection=None):
    laid = track(figures, basis, direction, indicator, broken)
    return gap(laid, target(basis, direction), series(figures, broken), projection)


def mean_of(rate):
    return MeanGrowth(rate, 0, 0.5, 2021, 2025)


def median(value):
    return Projection("invented", (Band(2024, 0, 0, 0, 0, 0), Band(2025, 0, 0, value, 0, 0)))


def test_an_amount_against_its_geometric_path():
    found = stands(AMOUNTS, DOUBLE)
    assert (found.latest_year, found.latest, found.distance) == (2023, 130.0, 70.0)
    assert found.should_be == pytest.approx(151.5717, abs=1e-4)
    assert found.behind == pytest.approx(-21.5717, abs=1e-4)
    assert found.schedule_gap == pytest.approx(30 - 60)
    assert found.required_pace == pytest.approx(24.0347, abs=1e-4)
    assert found.actual_pace == pytest.approx(9.1393, abs=1e-4)
    assert found.pace_ratio == pytest.approx(9.1393 / 14.8698, abs=1e-4)
    assert found.best_pace == pytest.approx(10.0)
    assert found.feasibility == pytest.approx(2.40347, abs=1e-4)


def test_a_share_against_its_straight_path():
    found = stands(SHARES, SEVENTY, indicator=SHARE)
    assert (found.should_be, found.behind) == pytest.approx((62.0, -6.0))
    assert found.schedule_gap == pytest.approx(30 - 60)
    assert (found.required_pace, found.actual_pace, found.pace_ratio) == pytest.approx((7.0, 2.0, 0.5))
    assert (found.best_pace, found.feasibility) == pytest.approx((3.0, 7 / 3))


def test_where_lower_is_better_improving_paces_are_negative():
    found = stands(RATIOS, CEILING, DOWN, RATIO)
    assert (found.distance, found.behind) == pytest.approx((0.4, -0.2))
    assert found.schedule_gap == pytest.approx(20 - 60)
    assert (found.required_pace, found.actual_pace) == pytest.approx((-0.2, -0.1 / 3))
    assert (found.pace_ratio, found.best_pace, found.feasibility) == pytest.approx((1 / 3, -0.05, 4.0))


@pytest.mark.parametrize(
    ("rate_so_far", "wanted", "needed"), [(5.8, 10.0, 28.5), (8.1, 12.0, 29.1)], ids=["urban", "rural"]
)
def test_incomes_need_almost_30_percent_in_2025_alone(rate_so_far, wanted, needed):
    found = stands([mean_growth(2021, 2024, rate_so_far)], mean_of(wanted))
    assert found.required_pace == pytest.approx(needed, abs=0.05)
    assert (found.latest, found.should_be, found.distance, found.behind) == pytest.approx(
        (rate_so_far, wanted, wanted - rate_so_far, rate_so_far - wanted)
    )


def test_a_cut_needs_a_yearly_cut_that_compounds():
    found = stands(cuts({2021: 3.0, 2022: 2.0}), CUT, DOWN)
    assert (found.latest, found.distance) == pytest.approx((4.94, 8.06))
    assert found.required_pace == pytest.approx(-100 * (1 - (0.87 / 0.9506) ** (1 / 3)))
    assert found.best_pace == pytest.approx(-3.0)
    assert found.behind == pytest.approx(100 * 0.87**0.4 - 95.06)


@pytest.mark.parametrize(
    ("figures", "basis", "direction", "projected", "missed_by"),
    [
        (AMOUNTS, DOUBLE, UP, 150.0, 50.0),
        (AMOUNTS, DOUBLE, UP, 220.0, -20.0),
        (RATIOS, CEILING, DOWN, 2.3, 0.3),
        ([mean_growth(2021, 2023, 5.0)], mean_of(10.0), UP, 127.62815625, 5.0),
        (cuts({2021: 3.0}), CUT, DOWN, 90.0, 3.0),
    ],
)
def test_the_expected_shortfall_is_said_in_the_plans_words(figures, basis, direction, projected, missed_by):
    found = stands(figures, basis, direction, projection=median(projected))
    assert found.expected_shortfall == pytest.approx(missed_by)


def test_without_a_projection_no_shortfall_is_expected():
    assert stands(AMOUNTS, DOUBLE).expected_shortfall is None


def test_on_the_path_nothing_is_behind():
    found = stands(levels({2020: 50.0, 2023: 62.0}), SEVENTY, indicator=SHARE)
    assert (found.schedule_gap, found.behind, found.pace_ratio) == pytest.approx((0.0, 0.0, 1.0))


def test_beyond_the_target_there_is_no_pace_left_to_require():
    found = stands(levels({2020: 50.0, 2023: 71.0}), SEVENTY, indicator=SHARE)
    assert (found.distance, found.required_pace, found.pace_ratio, found.feasibility) == (
        -1.0,
        None,
        None,
        None,
    )
    assert found.actual_pace == pytest.approx(7.0)


@pytest.mark.parametrize("base", [70.0, 75.0, 70.0 - 1e-8], ids=["at", "beyond", "as good as at"])
def test_where_the_base_is_at_its_target_there_is_no_way_and_no_ratio(base):
    found = stands(levels({2020: base, 2023: 69.0}), SEVENTY, indicator=SHARE)
    assert (found.schedule_gap, found.pace_ratio) == (None, None)
    assert found.required_pace == pytest.approx(0.5)


def test_without_a_base_value_only_what_is_to_come_can_be_said():
    found = stands(levels({2021: 53.0, 2023: 56.0}), SEVENTY, indicator=SHARE)
    assert (found.should_be, found.behind, found.schedule_gap) == (None, None, None)
    assert (found.actual_pace, found.pace_ratio) == (None, None)
    assert found.required_pace == pytest.approx(7.0)


def test_in_the_base_year_nothing_has_been_scheduled_yet():
    found = stands(levels({2019: 48.0, 2020: 50.0}), SEVENTY, indicator=SHARE)
    assert (found.schedule_gap, found.actual_pace, found.pace_ratio) == (None, None, None)


def test_in_the_base_year_no_growth_has_been_asked_for_yet():
    """Growth of 2020 belongs to the years before; that of 2021…2025 is not 0 % but unknown."""
    found = stands(growth({2019: 3.0, 2020: 4.0}), mean_of(10.0))
    assert (found.latest_year, found.latest, found.should_be, found.behind) == (2020, None, None, None)
    assert (found.distance, found.required_pace) == (None, pytest.approx(10.0))


def test_a_year_later_growth_is_known():
    found = stands(growth({2019: 3.0, 2020: 4.0, 2021: 6.0}), mean_of(10.0))
    assert (found.latest_year, found.latest, found.distance) == (
        2021,
        pytest.approx(6.0),
        pytest.approx(4.0),
    )


def test_a_single_point_still_has_level_distance_and_required_pace():
    found = stands(levels({2024: 60.0}), SEVENTY, indicator=SHARE)
    assert (found.latest, found.distance, found.required_pace, found.best_pace) == (60.0, 10.0, 10.0, None)


def test_the_target_years_own_value_leaves_a_distance_and_no_pace():
    found = stands(levels({2020: 50.0, 2025: 68.0}), SEVENTY, indicator=SHARE)
    assert (found.distance, found.required_pace) == (2.0, None)


@pytest.mark.parametrize(
    ("indicator", "value", "then", "yearly"),
    [
        (AMOUNT, 100.0, 121.0, 10.0),
        (SHARE, 50.0, 54.0, 2.0),
        (RATIO, 2.5, 2.3, -0.1),
        (RATIO, -1.0, 1.0, 1.0),
    ],
)
def test_pace_and_after_undo_each_other(indicator, value, then, yearly):
    laid = track(AMOUNTS, DOUBLE, indicator=indicator)
    assert pace(laid, 2023, value, 2025, then) == pytest.approx(yearly)
    assert after(laid, 2023, value, yearly, 2025) == pytest.approx(then)


@pytest.mark.parametrize(("later", "known"), [(2022, False), (2023, False), (2024, True)])
def test_a_pace_needs_at_least_one_year(later, known):
    assert (pace(track(AMOUNTS, DOUBLE), 2023, 100.0, later, 110.0) is not None) is known


@pytest.mark.parametrize(("value", "then"), [(0.0, 10.0), (10.0, 0.0), (-1.0, 10.0)])
def test_no_growth_rate_leads_from_or_to_nothing(value, then):
    assert pace(track(AMOUNTS, DOUBLE), 2023, value, 2025, then) is None


def best(figures, basis, direction=UP, indicator=AMOUNT, *, broken=()):
    return best_pace(track(figures, basis, direction, indicator, broken), series(figures, broken), basis)


def test_the_best_pace_annualises_over_gaps():
    assert best(levels({2018: 40.0, 2020: 50.0, 2021: 51.0}), SEVENTY, indicator=SHARE) == 5.0


def test_the_best_pace_never_steps_over_a_break():
    figures = levels({2020: 50.0, 2021: 51.0, 2022: 90.0, 2023: 93.0})
    assert best(figures, SEVENTY, indicator=SHARE, broken=breaks(2022)) == 3.0


def test_published_yearly_growth_counts_as_a_pace_on_record_for_amounts_only():
    figures = [*levels({2020: 100.0, 2021: 104.0}), *growth({2015: 12.0}), mean_growth(2001, 2010, 20.0)]
    assert best(figures, DOUBLE) == 12.0
    assert best(figures, DOUBLE, indicator=RATIO) == 4.0


@pytest.mark.parametrize(("cut", "best_of"), [(2019, -4.0), (2020, -4.0), (2021, -2.0)])
def test_a_published_cut_is_growth_below_zero_on_this_side_of_a_break(cut, best_of):
    figures = cuts({2015: 9.0, 2020: 4.0, 2021: 2.0, 2022: 1.0})
    assert best(figures, CUT, DOWN, broken=breaks(cut)) == pytest.approx(best_of)


def test_where_lower_is_better_the_best_pace_is_the_lowest():
    assert best(RATIOS, CEILING, DOWN, RATIO) == pytest.approx(-0.05)


def test_a_series_that_never_improved_has_no_feasibility():
    found = stands(levels({2020: 60.0, 2022: 58.0}), SEVENTY, indicator=SHARE)
    assert (found.best_pace, found.feasibility) == (-1.0, None)
