"""Growth rates, mean growth and levels → one index around a base year."""

from __future__ import annotations

import pytest

from indicators.chain import index, segments
from tests.indicators.worked import (
    breaks,
    cumulative_cut,
    cuts,
    growth,
    levels,
    mean_growth,
    series,
    values,
    years,
)


def chained(observations, *, growth_first=False, broken=()):
    """The index by year, rounded to 4 digits."""
    points = index(series(observations, broken), 2020, growth_first=growth_first)
    return {year: round(value, 4) for year, value in values(points).items()}


def test_growth_rates_compound_from_the_base_year():
    assert chained(growth({2021: 10.0, 2022: -5.0})) == {2020: 100.0, 2021: 110.0, 2022: 104.5}


def test_years_before_the_base_are_reached_backwards():
    assert chained(growth({2020: 25.0, 2021: 10.0})) == {2019: 80.0, 2020: 100.0, 2021: 110.0}


def test_levels_alone_make_an_index():
    assert chained(levels({2020: 200.0, 2022: 242.0})) == {2020: 100.0, 2022: 121.0}


def test_nothing_ties_a_figure_to_the_base_no_index():
    assert chained([]) == {}
    assert chained(growth({2022: 5.0})) == {}
    assert chained(levels({2018: 1.0, 2019: 2.0})) == {}


def test_a_missing_rate_ends_the_chain():
    assert chained(growth({2021: 10.0, 2023: 10.0})) == {2020: 100.0, 2021: 110.0}


def test_a_mean_growth_ties_its_ends_and_invents_no_year_between():
    assert chained([mean_growth(2021, 2024, 10.0)]) == {2020: 100.0, 2024: 146.41}


def test_a_mean_growth_carries_on_from_yearly_rates():
    assert chained([*growth({2021: 10.0}), mean_growth(2022, 2023, 20.0)]) == {
        2020: 100.0,
        2021: 110.0,
        2023: 158.4,
    }


def test_cuts_lower_the_index():
    assert chained(cuts({2021: 3.0, 2022: 2.0})) == {2020: 100.0, 2021: 97.0, 2022: 95.06}


@pytest.mark.parametrize("rate", [-100.0, -120.0])
def test_a_fall_to_nothing_is_no_link(rate):
    assert chained(growth({2021: rate, 2020: 25.0})) == {2019: 80.0, 2020: 100.0}


@pytest.mark.parametrize(("first", "then"), [(0.0, 5.0), (5.0, 0.0), (-1.0, -2.0)])
def test_levels_at_or_below_zero_are_no_link(first, then):
    assert chained(levels({2020: first, 2021: then})) == {}


def test_levels_are_not_joined_over_a_break():
    assert chained(levels({2020: 100.0, 2021: 110.0, 2022: 300.0}), broken=breaks(2022)) == {
        2020: 100.0,
        2021: 110.0,
    }


def test_growth_at_comparable_prices_outranks_levels_only_where_it_comes_first():
    both = [*levels({2020: 100.0, 2021: 120.0}), *growth({2021: 10.0})]
    assert chained(both, growth_first=True)[2021] == 110.0
    assert chained(both, growth_first=False)[2021] == 120.0


@pytest.mark.parametrize("growth_first", [True, False])
def test_a_mean_growth_comes_after_rates_and_levels(growth_first):
    mean = mean_growth(2021, 2022, 50.0)
    assert chained([mean, *levels({2020: 100.0, 2022: 121.0})], growth_first=growth_first)[2022] == 121.0
    assert chained([mean, *growth({2021: 10.0, 2022: 10.0})], growth_first=growth_first)[2022] == 121.0


def test_the_order_in_which_figures_arrive_does_not_matter():
    figures = [mean_growth(2021, 2022, 50.0), *growth({2021: 10.0, 2022: 10.0})]
    assert chained(figures) == chained(figures[::-1])


def test_a_point_names_the_figures_on_the_way_from_the_base():
    first, second, third = growth({2021: 10.0, 2022: 5.0, 2023: 1.0})
    points = {point.year: point for point in index(series([third, first, second]), 2020, growth_first=True)}
    assert points[2020].evidence == ()
    assert points[2022].evidence == (first, second)


def test_the_index_is_in_the_order_of_years():
    assert years(index(series(growth({2021: 1.0, 2019: 1.0, 2020: 1.0})), 2020, growth_first=True)) == [
        2018,
        2019,
        2020,
        2021,
    ]


def test_a_cut_published_for_several_years_ties_its_ends_and_invents_no_year_between():
    assert chained([cumulative_cut(2021, 2023, 7.3)]) == {2020: 100.0, 2023: 92.7}


def test_it_comes_before_yearly_cuts_which_still_tell_the_years_between():
    figures = [*cuts({2021: 3.0, 2022: 2.0}), cumulative_cut(2021, 2022, 6.0)]
    assert chained(figures) == {2020: 100.0, 2021: 97.0, 2022: 94.0}


def test_yearly_cuts_carry_it_on():
    assert chained([cumulative_cut(2021, 2024, 11.6), *cuts({2025: 5.0})])[2025] == 83.98


@pytest.mark.parametrize("changes", [growth, cuts])
def test_a_break_parts_changes_too(changes):
    """The first figure of a new definition does not carry on a chain of the old one."""
    assert list(chained(changes({2021: 3.0, 2022: 2.0, 2023: 4.0}), broken=breaks(2023))) == [
        2020,
        2021,
        2022,
    ]


def test_the_latest_definition_that_reaches_the_base_year_is_used():
    figures = [*cuts({2021: 3.0, 2023: 0.5, 2024: 3.8}), cumulative_cut(2021, 2023, 7.3)]
    assert chained(figures, broken=breaks(2023)) == {2020: 100.0, 2023: 92.7, 2024: 89.1774}


def test_every_definition_has_a_segment_of_its_own_the_oldest_first():
    figures = [*cuts({2020: 1.0, 2021: 3.0, 2022: 0.0}), cumulative_cut(2021, 2023, 7.3)]
    found = segments(series(figures, breaks(2023)), 2020, growth_first=False)
    assert [years(one) for one in found] == [[2019, 2020, 2021, 2022], [2020, 2023]]


def test_nothing_is_derived_backwards_across_a_break():
    figures = [*cuts({2022: 1.0, 2023: 0.5}), cumulative_cut(2021, 2023, 7.3)]
    assert list(chained(figures, broken=breaks(2023))) == [2020, 2023]
