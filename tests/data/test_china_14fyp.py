"""The national plan on its published figures: each trap of the data, and what is said all the same."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest

from indicators.__main__ import main
from indicators.assessment import assess_all
from indicators.model import OfficialClass, Reason, Verdict
from indicators.store.reader import Store
from indicators.store.view import open_plan, view

REVIEW = date(2023, 12, 26)
NOW = date(2026, 6, 30)
FINAL = (Verdict.ACHIEVED, Verdict.MISSED)


@pytest.fixture(scope="module")
def known(warehouse):
    """`known(day)` → assessments by number, from the figures known on a day."""
    store = Store.open(warehouse)
    plan = open_plan(store, "china-14fyp")

    def on(day):
        return {one.target.number: one for one in assess_all(plan, view(store, plan, day).book, day)}

    return on


@pytest.fixture(scope="module")
def now(known):
    return known(NOW)


@pytest.fixture(scope="module")
def plan(warehouse):
    return open_plan(Store.open(warehouse), "china-14fyp")


def years(one):
    return [point.year for point in one.track.points]


@pytest.mark.parametrize("number", [3, 5, 7, 8, 9, 10, 12, 13, 14, 16, 17, 19])
def test_what_the_target_years_figures_met(now, number):
    assert now[number].verdict is Verdict.ACHIEVED


def test_the_carbon_target_is_missed_by_a_third(now):
    assert now[15].verdict is Verdict.MISSED
    assert (now[15].gap.latest, now[15].gap.distance) == (pytest.approx(12.0), pytest.approx(6.0))


def test_before_the_total_was_reported_the_yearly_carbon_figures_say_nearly_the_same(known):
    """They chain to 12.4 %."""
    assert known(date(2026, 3, 4))[15].gap.latest == pytest.approx(12.4, abs=0.05)


@pytest.mark.parametrize("number", [2, 4, 6, 18, 20])
def test_what_has_no_figure_for_the_target_year_stays_open(now, number):
    assert now[number].verdict not in (*FINAL, Verdict.UNKNOWN)


def test_a_target_in_words_is_not_judged_and_its_figures_are_there(now):
    assert now[1].reasons == (Reason.NOT_QUANTIFIED,)
    assert years(now[1])[-1] == 2025


def test_lower_bounds_never_become_a_rate_of_insurance(now):
    """Above 90 % in 2020, above 95 % in 2025: nobody says how much."""
    assert now[11].reasons == (Reason.NO_DATA,)
    assert len(now[11].series.aside) == 2


def test_energy_is_never_chained_over_its_change_of_definition(now, known):
    """Chained, the yearly figures would make 11.7 % and a miss; the traced cumulative ones make 16.1 %."""
    assert years(now[14]) == [2020, 2023, 2024, 2025]
    assert now[14].gap.latest == pytest.approx(16.1, abs=0.05)
    then = known(REVIEW)[14]
    assert (years(then)[-1], then.gap.latest) == (2022, pytest.approx(2.80, abs=0.01))


def test_the_old_definition_is_used_until_the_new_one_reaches_back(known):
    assert years(known(date(2025, 3, 30))[14])[-1] == 2022
    assert years(known(date(2025, 3, 31))[14]) == [2020, 2023, 2024]


def test_research_is_judged_at_constant_prices(now):
    assert {one.indicator for one in now[4].evidence} == {"rd_spending_growth"}
    assert [one.value for one in now[4].evidence] == [9.4, 7.7]


def test_productivity_is_compared_in_the_years_that_both_have(now):
    """2024 was not published, so 2025 ties to nothing."""
    assert years(now[2])[-1] == 2023


def test_productivity_levels_of_different_prices_are_never_divided(now):
    assert {one.indicator for one in now[2].evidence} == {"gdp_growth", "labour_productivity_growth"}


def test_income_is_compared_with_revised_growth(now):
    """8.4 % for 2021, as finally verified, not the 8.1 % of the first release."""
    growth = [one.value for one in now[7].evidence if (one.indicator, one.year) == ("gdp_growth", 2021)]
    assert growth == [8.4]


def test_good_air_is_judged_without_sand_storms_and_not_on_the_recomputed_base(now, known):
    assert {point.year: point.value for point in now[16].track.points} == {2023: 86.8, 2024: 87.4, 2025: 89.3}
    assert {point.year: point.value for point in known(REVIEW)[16].track.points}[2020] == 87.0


@pytest.mark.parametrize(("number", "first", "base"), [(3, 2020, 63.89), (13, 2020, 77.93)])
def test_urbanisation_and_life_expectancy_count_from_the_census(now, number, first, base):
    assert (years(now[number])[0], now[number].track.base) == (first, base)


def test_the_mean_of_eleven_months_is_no_mean_of_the_year(now):
    assert 2024 not in years(now[8])


def test_grain_before_the_agricultural_census_is_not_joined(now):
    assert years(now[19])[0] == 2019


def test_the_review_of_2023_has_one_verdict_for_each_target(plan):
    review = [one for one in plan.verdicts if one.day == REVIEW]
    assert [one.target for one in review] == list(range(1, 21))
    assert Counter(one.outcome for one in review) == {
        OfficialClass.MET: 4,
        OfficialClass.AHEAD: 5,
        OfficialClass.AS_EXPECTED: 7,
        OfficialClass.BEHIND: 4,
    }


def test_twelve_statements_came_later(plan):
    assert sum(1 for one in plan.verdicts if one.day > REVIEW) == 12


def test_on_the_day_of_the_review_sixteen_targets_could_be_judged(known):
    """Not: a target in words, a rate never published, one figure each of the digital share and of energy."""
    unknown = {number for number, one in known(REVIEW).items() if one.verdict is Verdict.UNKNOWN}
    assert unknown == {1, 6, 11, 20}


@pytest.mark.parametrize("number", [12, 14, 15])
def test_what_was_called_behind_had_little_chance_that_day(known, number):
    assert known(REVIEW)[number].verdict is Verdict.OFF_TRACK


@pytest.mark.parametrize("number", [3, 10, 17])
def test_what_was_reached_or_fast_had_a_good_chance_that_day(known, number):
    assert known(REVIEW)[number].verdict is Verdict.ON_TRACK


def test_no_department_is_invented(plan):
    assert [one.name for one in plan.departments.values()] == ["责任部门（规划未列明）"]
    assert {one.lead for one in plan.targets} == set(plan.departments)
    assert not any(one.joint for one in plan.targets)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_line_speaks_of_the_plan_it_is_asked_for(warehouse, capsys, lang):
    asked = ["assess", "--plan", "china-14fyp", "--as-of", "2026-06-30", "--lang", lang, "--json"]
    assert main([*asked, "--warehouse", str(warehouse)]) == 0
    records = {one["number"]: one for one in json.loads(capsys.readouterr().out)}
    assert list(records) == list(range(1, 21))
    assert {one["area_used"] for one in records.values()} == {"全国" if lang == "zh" else "China"}
    assert (records[1]["verdict"], records[1]["reasons"]) == ("unknown", ["not_quantified"])
    assert (records[7]["target_value"], records[7]["target_tolerance"]) == (0.0, 0.5)
    assert records[7]["unit"] == ("个百分点" if lang == "zh" else "percentage points")
