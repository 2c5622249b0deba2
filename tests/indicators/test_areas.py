"""Members → area: sums, ratios of sums, what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.areas import counted_members, partial_sum, recomputed, series_for
from indicators.model import Aggregation
from indicators.series import build
from tests.indicators.worked import OF_PARTS, SHARE, WHOLE, figure, levels, plan, plan_of_three, values

NORTH, SOUTH, PARK = {"area": "north"}, {"area": "south"}, {"area": "park"}


def whole(observations, *definitions):
    """The region's values, by year."""
    known = plan(*definitions)
    return values(series_for(build(observations, ()), known, "measured", "region").points)


def test_all_members_add_up_to_the_area():
    both = [*levels({2023: 10.0, 2024: 12.0}, **NORTH), *levels({2023: 30.0, 2024: 33.0}, **SOUTH)]
    assert whole(both) == {2023: 40.0, 2024: 45.0}


def test_a_member_already_counted_in_another_is_not_added_again():
    assert [area.code for area in counted_members(plan(), "region")] == ["north", "south"]
    assert whole([figure(2024, 12.0, **NORTH), figure(2024, 33.0, **SOUTH), figure(2024, 9.0, **PARK)]) == {
        2024: 45.0
    }


def test_a_year_that_one_member_lacks_has_no_sum():
    assert whole([*levels({2023: 10.0, 2024: 12.0}, **NORTH), figure(2023, 30.0, **SOUTH)]) == {2023: 40.0}


def test_a_published_total_comes_before_a_sum():
    parts = [*levels({2023: 10.0, 2024: 12.0}, **NORTH), *levels({2023: 30.0, 2024: 33.0}, **SOUTH)]
    assert whole([figure(2024, 46.0), *parts]) == {2023: 40.0, 2024: 46.0}


def test_an_area_without_members_has_only_what_was_published():
    book = build(levels({2024: 12.0}, **NORTH), ())
    assert values(series_for(book, plan(), "measured", "north").points) == {2024: 12.0}


def test_a_sum_names_every_figure_it_was_made_of():
    parts = (figure(2024, 12.0, **NORTH), figure(2024, 33.0, **SOUTH))
    (point,) = series_for(build(parts, ()), plan(), "measured", "region").points
    assert point.evidence == parts


def test_shares_that_do_not_aggregate_are_not_computed():
    assert whole([figure(2024, 50.0, **NORTH), figure(2024, 60.0, **SOUTH)], SHARE) == {}


def test_a_ratio_is_a_ratio_of_sums_never_a_mean_of_ratios():
    parts = [
        figure(2024, 10.0, indicator="part", **NORTH),
        figure(2024, 20.0, indicator="whole", **NORTH),  # 50 %
        figure(2024, 30.0, indicator="part", **SOUTH),
        figure(2024, 180.0, indicator="whole", **SOUTH),  # 16.7 %, mean of both 33.3 %
    ]
    assert whole(parts, OF_PARTS) == {2024: 20.0}


def test_a_ratio_whose_denominator_is_missing_or_zero_is_left_out():
    parts = [
        *levels({2022: 1.0, 2023: 2.0, 2024: 3.0}, indicator="part"),
        *levels({2023: 0.0, 2024: 6.0}, indicator="whole"),
    ]
    assert whole(parts, OF_PARTS) == {2024: 50.0}


def test_what_does_not_change_by_the_year_serves_every_year():
    parts = [
        *levels({2020: 1.0, 2024: 3.0}, indicator="part"),
        *levels({2018: 9.0, 2019: 10.0}, indicator="whole"),
    ]
    assert whole(parts, OF_PARTS, replace(WHOLE, constant=True)) == {
        2020: pytest.approx(10.0),
        2024: pytest.approx(30.0),
    }
    assert whole(parts, OF_PARTS) == {}


def test_a_ratio_without_parts_in_the_catalogue_is_not_computed():
    assert whole([figure(2024, 1.0, indicator="part")], replace(SHARE, aggregation=Aggregation.RATIO)) == {}


def test_published_and_recomputed_ratios_are_laid_side_by_side():
    parts = [
        figure(2024, 3.0, indicator="part"),
        figure(2023, 2.0, indicator="part"),
        *levels({2023: 6.0, 2024: 6.0}, indicator="whole"),
    ]
    pairs = recomputed(build([figure(2024, 51.0), *parts], ()), plan(OF_PARTS), "measured", "region")
    assert [(published.value, computed.value) for published, computed in pairs] == [(51.0, 50.0)]


def three(observations, *definitions):
    """The partial sum of a region of three districts."""
    return partial_sum(build(observations, ()), plan_of_three(*definitions), "measured", "region")


def test_a_partial_sum_says_who_is_in_it_and_who_is_missing():
    part = three([figure(2024, 12.0, **NORTH), figure(2024, 33.0, **SOUTH), figure(2024, 9.0, **PARK)])
    assert (part.year, part.value, part.present, part.lacking) == (2024, 45.0, ("north", "south"), ("east",))


def test_of_equally_full_years_the_latest_is_shown():
    part = three([*levels({2022: 1.0, 2023: 2.0}, **NORTH), *levels({2022: 3.0, 2023: 4.0}, **SOUTH)])
    assert (part.year, part.value) == (2023, 6.0)


@pytest.mark.parametrize(
    "present", [[], ["north"], ["north", "south", "east"]], ids=["nobody", "one", "everybody"]
)
def test_there_is_no_partial_sum_of(present):
    assert three([figure(2024, 1.0, area=area) for area in present]) is None


def test_shares_have_no_partial_sum():
    assert three([figure(2024, 50.0, **NORTH), figure(2024, 60.0, **SOUTH)], SHARE) is None
