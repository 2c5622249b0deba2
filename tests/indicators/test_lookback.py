"""Looking back: on each day only what was known then, and every target as it would have been judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.assessment import assess_all
from indicators.lookback import look_back, rehearse, year_ends
from indicators.model import Level, Reason, Verdict
from indicators.series import build
from tests.indicators.worked import PLAN, SHARE, breaks, figure, levels, plan, target, values, years

AT_LEAST_70 = target(Level(70.0, 0, 0.0))
OF_SHARES = plan(SHARE, targets=(AT_LEAST_70,))
RISING = levels({2018: 52.0, 2019: 54.0, 2020: 56.0, 2021: 58.0, 2022: 60.0, 2025: 71.0})
"""Each year's figure is known from 1 March of the next."""


def seen(observations, *days, known=OF_SHARES, **options):
    """The one target's assessment on each day."""
    found = look_back(known, observations, options.pop("broken", ()), days, **options)
    return [one for (one,) in found]


def test_a_figure_published_later_is_not_used_earlier():
    before, after = seen(RISING, date(2022, 2, 28), date(2022, 3, 1))
    assert (years(before.track.points)[-1], years(after.track.points)[-1]) == (2020, 2021)


def test_a_revised_figure_gives_the_earlier_value_on_the_earlier_day():
    revised = [*RISING, figure(2020, 57.0, source="census", known_from=date(2023, 6, 1))]
    before, after = seen(revised, date(2023, 5, 31), date(2023, 6, 1))
    assert (values(before.track.points)[2020], values(after.track.points)[2020]) == (56.0, 57.0)
    assert len(before.series.vintages) + 1 == len(after.series.vintages)


def test_nothing_was_known_before_the_first_figure():
    (one,) = seen(RISING, date(2019, 2, 28))
    assert (one.verdict, one.reasons, one.track) == (Verdict.UNKNOWN, (Reason.NO_DATA,), None)


def test_the_verdict_is_final_from_the_day_the_target_year_is_known():
    before, after = seen(RISING, date(2026, 2, 28), date(2026, 3, 1))
    assert before.projection and before.chance is not None
    assert (after.verdict, after.chance) == (Verdict.ACHIEVED, None)


def test_the_days_come_back_in_the_order_asked():
    days = [date(2023, 12, 31), date(2021, 12, 31), date(2022, 12, 31)]
    assert [one.as_of for one in seen(RISING, *days)] == days


def test_a_day_is_judged_in_its_own_judging_year():
    assert [one.judging_year for one in seen(RISING, date(2022, 12, 31), date(2030, 1, 1))] == [2021, 2025]


def test_no_days_no_answer():
    assert look_back(OF_SHARES, RISING, [], []) == ()


def test_the_whole_plan_is_judged_for_the_area_asked():
    two = plan(SHARE, targets=(AT_LEAST_70, target(Level(60.0, 0, 0.0), number=2)))
    (found,) = look_back(two, levels({2020: 50.0}, area="north"), [], [date(2022, 1, 1)], area="north")
    assert [(one.target.number, one.area, one.area_used) for one in found] == [
        (1, "north", "north"),
        (2, "north", "north"),
    ]


def test_breaks_apply_on_every_day_that_has_figures_on_both_sides():
    before, after = seen(RISING, date(2021, 2, 28), date(2021, 3, 1), broken=breaks(2020))
    assert years(before.track.points) == [2018, 2019]
    assert (years(after.track.points), years(after.track.earlier)) == ([2020], [2018, 2019])


@given(st.dates(date(2018, 1, 1), date(2027, 1, 1)))
def test_looking_back_to_a_day_is_judging_on_that_day_with_its_figures(day):
    known = [one for one in RISING if one.known_from <= day]
    (found,) = look_back(OF_SHARES, RISING, [], [day])
    assert found == assess_all(OF_SHARES, build(known, []), day)


def test_year_ends_run_from_the_base_year_to_the_day_itself():
    assert year_ends(PLAN, date(2023, 6, 30)) == (
        date(2020, 12, 31),
        date(2021, 12, 31),
        date(2022, 12, 31),
        date(2023, 6, 30),
    )


@pytest.mark.parametrize(
    ("as_of", "last_two"),
    [
        (date(2022, 12, 30), [date(2021, 12, 31), date(2022, 12, 30)]),
        (date(2022, 12, 31), [date(2021, 12, 31), date(2022, 12, 31)]),
        (date(2023, 1, 1), [date(2022, 12, 31), date(2023, 1, 1)]),
    ],
    ids=["the day before a year's end", "on it", "the day after"],
)
def test_a_year_end_counts_once_it_is_over(as_of, last_two):
    assert list(year_ends(PLAN, as_of))[-2:] == last_two


def test_before_the_plan_there_is_the_day_alone():
    assert year_ends(PLAN, date(2019, 5, 1)) == (date(2019, 5, 1),)


@given(st.dates(date(2015, 1, 1), date(2040, 1, 1)))
def test_year_ends_never_go_back_or_beyond_the_day(as_of):
    days = year_ends(PLAN, as_of)
    assert days[-1] == as_of
    assert all(earlier < later for earlier, later in zip(days, days[1:], strict=False))
    assert all(day == date(day.year, 12, 31) and day + timedelta(1) <= as_of for day in days[:-1])


EARLY = levels({2008: 30.0, 2009: 32.0, 2010: 34.0, 2011: 35.0, 2020: 56.0}, area="city")


def test_before_the_plan_its_stand_in_is_projected_as_far_as_a_projection_goes():
    """By the end of 2012 the figure for 2011 is the latest: 2012 to 2016 are forecast."""
    (one,) = (each for each in rehearse(OF_SHARES, EARLY, []) if each.as_of == date(2012, 12, 31))
    assert (one.area_used, one.track.base_year, years(one.track.points)[-1]) == ("city", 2011, 2011)
    assert years(one.projection.bands) == [2012, 2013, 2014, 2015, 2016]


def test_only_the_ten_years_before_the_base_year_are_rehearsed_where_there_are_fresh_figures():
    assert [one.as_of.year for one in rehearse(OF_SHARES, EARLY, [])] == [2010, 2011, 2012]


def test_a_rehearsal_knows_no_more_than_the_day_did():
    late = [*EARLY, *levels({2011: 99.0}, area="city", known_from=date(2013, 1, 1), source="reprint")]
    assert rehearse(OF_SHARES, late, []) == rehearse(OF_SHARES, EARLY, [])


def test_a_plan_without_a_stand_in_rehearses_its_own_area():
    own = [replace(one, area="region") for one in EARLY]
    found = rehearse(replace(OF_SHARES, stand_in=None), own, [])
    assert {one.area_used for one in found} == {"region"}


def test_a_series_that_several_targets_ask_for_is_rehearsed_once():
    two = replace(OF_SHARES, targets=(AT_LEAST_70, target(Level(60.0, 0, 0.0), number=2, code="other")))
    found = rehearse(two, EARLY, [])
    assert [one.target.number for one in found] == [1, 1, 1]


def test_a_target_of_an_area_of_its_own_keeps_it():
    elsewhere = plan(SHARE, targets=(target(Level(70.0, 0, 0.0), area="north"),))
    found = rehearse(elsewhere, [replace(one, area="north") for one in EARLY], [])
    assert {one.area_used for one in found} == {"north"}
