"""The one place where a verdict is decided: thresholds, contents, and the real plan on real figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import nextafter

import pytest

from indicators.assessment import assess_all, judging_year_of, shown_chance, verdict_of
from indicators.catalogue import parse_indicators, parse_plan
from indicators.model import (
    Aggregation,
    AssignedLater,
    CumulativeCut,
    Direction,
    Flag,
    Level,
    MeanGrowth,
    Reason,
    Verdict,
)
from indicators.projection import chance
from indicators.series import build
from indicators.store.reader import Store
from indicators.store.view import open_plan, view
from tests.indicators.worked import (
    AMOUNT,
    AS_OF,
    OF_PARTS,
    PLAN,
    SHARE,
    WHOLE,
    cuts,
    figure,
    judged,
    levels,
    plan,
    plan_of_three,
    target,
    values,
)

DOWN = Direction.DOWN
SEVENTY = Level(70.0, 0, 0.0)
RISING = levels({2020: 60.0, 2021: 61.0, 2022: 62.0, 2023: 63.0, 2024: 64.0})


@pytest.mark.parametrize(
    ("chance", "verdict"),
    [
        (0.0, Verdict.OFF_TRACK),
        (nextafter(1 / 3, 0), Verdict.OFF_TRACK),
        (1 / 3, Verdict.AT_RISK),
        (nextafter(1 / 3, 1), Verdict.AT_RISK),
        (nextafter(2 / 3, 0), Verdict.AT_RISK),
        (2 / 3, Verdict.ON_TRACK),
        (nextafter(2 / 3, 1), Verdict.ON_TRACK),
        (1.0, Verdict.ON_TRACK),
    ],
)
def test_two_thirds_is_on_track_one_third_is_at_risk(chance, verdict):
    assert verdict_of(chance) is verdict


@pytest.mark.parametrize(
    ("chance", "shown"),
    [(0.0, 0.02), (0.0199, 0.02), (0.02, 0.02), (0.5, 0.5), (0.98, 0.98), (0.9801, 0.98), (None, None)],
)
def test_a_chance_is_never_shown_as_certain(chance, shown):
    assert shown_chance(chance) == shown


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2024, 12, 31), 2023),
        (date(2025, 1, 1), 2024),
        (date(2026, 1, 1), 2025),
        (date(2030, 1, 1), 2025),
    ],
)
def test_the_judging_year_is_the_latest_full_year_of_the_plan(day, year):
    assert judging_year_of(PLAN, day) == year
    assert judged(RISING, SEVENTY, as_of=day).judging_year == year


def test_the_judging_year_may_be_asked_for():
    assert judged(RISING, SEVENTY, judging_year=2022).judging_year == 2022


def test_the_verdict_is_that_of_the_chance_and_the_strict_one_stands_beside_it():
    one = judged(RISING, Level(65.5, 1, 1.0), indicator=SHARE)
    strict = judged(RISING, Level(65.5, 1, 0.0), indicator=SHARE)
    assert one.verdict is verdict_of(one.chance)
    assert one.strict_verdict is strict.verdict is verdict_of(strict.chance)
    assert (one.verdict, one.strict_verdict) == (Verdict.ON_TRACK, Verdict.OFF_TRACK)


def test_the_projection_fills_every_year_up_to_the_target_year():
    one = judged(levels({2020: 60.0, 2022: 62.0}), SEVENTY, indicator=SHARE)
    assert [band.year for band in one.projection.bands] == [2023, 2024, 2025]
    assert one.projection.method


def test_a_final_verdict_rests_on_the_value_alone():
    one = judged([*RISING, figure(2025, 70.0)], SEVENTY, indicator=SHARE)
    assert (one.verdict, one.chance, one.projection) == (Verdict.ACHIEVED, None, None)


def test_a_verdict_names_the_figures_it_rests_on():
    assert judged(RISING, SEVENTY, indicator=SHARE).evidence == tuple(RISING)


def test_a_figure_used_for_several_years_is_named_once():
    land = figure(2020, 10.0, indicator="whole")
    first, second = levels({2023: 6.0, 2024: 6.5}, indicator="part")
    known = plan(OF_PARTS, replace(WHOLE, constant=True))
    assert judged([first, second, land], SEVENTY, known=known).evidence == (first, land, second)


def test_an_unknown_verdict_carries_a_reason_and_no_numbers_it_cannot_have():
    one = judged([], SEVENTY)
    assert (one.verdict, one.strict_verdict, one.reasons) == (
        Verdict.UNKNOWN,
        Verdict.UNKNOWN,
        (Reason.NO_DATA,),
    )
    assert (one.chance, one.gap, one.track, one.projection) == (None, None, None, None)


def test_without_a_target_value_figures_are_shown_and_no_gap():
    one = judged(cuts({2021: 3.0, 2022: 2.0}), AssignedLater(2021, 2025), DOWN)
    assert (one.verdict, one.gap, one.projection) == (Verdict.UNKNOWN, None, None)
    assert values(one.track.points)[2022] == pytest.approx(95.06)


SOME = [figure(2025, 40.0, area="north"), figure(2025, 35.0, area="south")]


@pytest.mark.parametrize(
    ("others", "reason"),
    [([], Reason.NO_DATA), (levels({2024: 90.0, 2025: 99.0}, area="city"), Reason.SCOPE_DIFFERS)],
    ids=["nothing else", "a total of the city"],
)
def test_a_sum_of_some_members_is_shown_with_who_is_missing_and_never_judged(others, reason):
    one = judged([*SOME, *others], SEVENTY, known=plan_of_three())
    assert (one.verdict, one.reasons, one.gap) == (Verdict.UNKNOWN, (reason,), None)
    assert (one.partial.value, one.partial.lacking) == (75.0, ("east",))
    assert Flag.PARTIAL_SUM in one.flags


def test_where_the_area_has_its_own_value_no_partial_sum_is_shown():
    assert judged([*SOME, figure(2025, 71.0)], SEVENTY, known=plan_of_three()).partial is None


def test_levels_of_some_members_are_no_partial_sum_for_a_growth_target():
    members = [*levels({2020: 30.0, 2024: 40.0}, area="north"), *levels({2024: 35.0}, area="south")]
    one = judged(members, MeanGrowth(5.0, 0, 0.0, 2021, 2025), known=plan_of_three())
    assert (one.reasons, one.partial) == ((Reason.NO_DATA,), None)


def test_all_targets_are_assessed_in_the_plans_order():
    both = (target(SEVENTY, number=1), target(Level(60.0, 0, 0.0), number=2))
    ones = assess_all(plan(SHARE, targets=both), build([figure(2025, 65.0)], ()), AS_OF)
    assert [(one.target.number, one.verdict) for one in ones] == [
        (1, Verdict.MISSED),
        (2, Verdict.ACHIEVED),
    ]


def test_another_area_can_be_asked_for_and_the_plans_own_means_each_targets_own():
    both = (target(SEVENTY, number=1), target(SEVENTY, number=2, area="north"))
    book = build([figure(2025, 65.0), figure(2025, 75.0, area="north"), figure(2025, 50.0, area="south")], ())

    def areas(wanted):
        return [one.area for one in assess_all(plan(SHARE, targets=both), book, AS_OF, area=wanted)]

    assert areas(None) == areas("region") == ["region", "north"]
    assert areas("south") == ["south", "south"]


@pytest.fixture(scope="module")
def store(warehouse):
    return Store.open(warehouse)


@pytest.fixture(scope="module")
def real(store):
    return open_plan(store, None)


@pytest.fixture(scope="module")
def known(store, real):
    """`known(day)` → assessments of the real plan by target number, from the figures known on a day."""

    def on(day):
        return {one.target.number: one for one in assess_all(real, view(store, real, day).book, day)}

    return on


@pytest.fixture(scope="module")
def june(known):
    return known(AS_OF)


def test_every_target_of_the_plan_is_judged_or_says_why_not(june):
    assert sorted(june) == list(range(1, 31))
    unexplained = [
        number for number, one in june.items() if (one.verdict is Verdict.UNKNOWN) is not bool(one.reasons)
    ]
    assert unexplained == []


def test_every_verdict_of_the_plan_names_its_figures(june):
    bare = [number for number, one in june.items() if one.verdict is not Verdict.UNKNOWN and not one.evidence]
    assert bare == []


@pytest.mark.parametrize(("number", "pace", "so_far", "wanted"), [(27, 28.5, 5.8, 10), (28, 29.1, 8.1, 12)])
def test_incomes_need_almost_30_percent_growth_in_2025_alone(june, number, pace, so_far, wanted):
    gap = june[number].gap
    assert (gap.latest_year, round(gap.latest, 1), gap.should_be) == (2024, so_far, pytest.approx(wanted))
    assert round(gap.required_pace, 1) == pace
    assert june[number].verdict is Verdict.OFF_TRACK


@pytest.mark.parametrize("number", [10, 11])
def test_cuts_wait_for_the_province_to_assign_their_value(june, number):
    one = june[number]
    assert (one.verdict, one.reasons, one.chance) == (Verdict.UNKNOWN, (Reason.NO_TARGET_VALUE,), None)


def test_the_citys_product_is_never_passed_off_as_the_areas(june):
    one = june[1]
    city = next(point for point in one.series.points if point.year == 2024)
    assert (one.area, one.area_used, round(city.value)) == ("zunyi-metro", "520300", 5027)
    assert (one.verdict, one.reasons) == (Verdict.UNKNOWN, (Reason.SCOPE_DIFFERS,))
    assert (one.chance, one.gap, one.projection) == (None, None, None)
    assert "520523" in one.partial.lacking
    assert one.partial.value < 5000


def test_no_total_of_another_area_decides_a_target(real, june):
    totals = {
        number: one.reasons
        for number, one in june.items()
        if one.area_used != one.area
        and isinstance(one.target.basis, Level)
        and real.indicators[one.target.indicator].aggregation is Aggregation.SUM
    }
    assert 1 in totals
    assert set(totals.values()) == {(Reason.SCOPE_DIFFERS,)}


@pytest.mark.parametrize("number", [2, 6, 27, 28, 29])
def test_verdicts_on_the_citys_figures_say_so(june, number):
    assert (june[number].area_used, Flag.STAND_IN in june[number].flags) == ("520300", True)


@pytest.mark.parametrize("day", [date(2022, 6, 30), date(2024, 2, 1), date(2025, 6, 30)])
def test_a_reader_of_an_earlier_day_sees_no_figure_published_later(known, day):
    seen = [
        one
        for assessment in known(day).values()
        for one in (
            *assessment.evidence,
            *assessment.series.vintages,
            *assessment.series.links,
            *assessment.series.aside,
        )
    ]
    assert seen
    assert [one for one in seen if one.known_from > day] == []


def test_what_was_published_in_october_2025_changes_the_picture(known):
    before, after = known(date(2025, 10, 14)), known(date(2025, 10, 15))
    assert before[27].gap is None or before[27].gap.latest_year < 2024
    assert after[27].gap.latest_year == 2024


def test_a_value_once_assigned_is_judged_as_a_cut(store):
    """As a statistician would enter it: the comparator of the row becomes at_least, with a value."""
    tables = store.tables(open_plan(store, None).code)
    (row,) = (row for row in tables["targets"] if row["number"] == "10")
    row |= {"comparator": "at_least", "value": "13.5"}
    entered = parse_plan(tables, parse_indicators(store.indicator_rows()))
    (aim,) = (one for one in entered.targets if one.number == 10)
    assert (aim.basis, aim.direction) == (CumulativeCut(13.5, 1, 2021, 2025), DOWN)
    enough, not_enough = (
        judged(cuts(dict.fromkeys(range(2021, 2026), yearly)), aim.basis, aim.direction)
        for yearly in (3.0, 2.5)
    )
    assert (enough.verdict, not_enough.verdict) == (Verdict.ACHIEVED, Verdict.MISSED)


TRAVEL = replace(AMOUNT, pandemic=True)
BEFORE = {2014: 40.0, 2015: 43.0, 2016: 46.0, 2017: 50.0, 2018: 54.0, 2019: 58.0}
SLUMP = {2020: 20.0, 2021: 24.0, 2022: 15.0}


def test_travel_is_judged_once_more_from_2019_on_and_a_change_of_verdict_is_flagged():
    found = judged(levels({**BEFORE, **SLUMP}), SEVENTY, indicator=TRAVEL)
    half_a_digit_below = 69.5
    assert found.chance_without_pandemic == chance([*BEFORE.values()], 6, half_a_digit_below)[0, -1]
    assert found.verdict is Verdict.OFF_TRACK
    assert found.flags[-1] is Flag.PANDEMIC_SENSITIVE


def test_a_verdict_that_stays_is_not_sensitive():
    found = judged(levels({**BEFORE, **SLUMP}), Level(200.0, 0, 0.0), indicator=TRAVEL)
    assert found.chance_without_pandemic is not None
    assert Flag.PANDEMIC_SENSITIVE not in found.flags


@pytest.mark.parametrize(("year", "left_out"), [(2019, False), (2020, True), (2022, True), (2023, False)])
def test_the_years_2020_to_2022_are_left_out(year, left_out):
    figures = levels({2016: 50.0, 2018: 54.0, year: 30.0, 2024: 60.0})
    found = judged(figures, SEVENTY, indicator=TRAVEL)
    without = judged(levels({2016: 50.0, 2018: 54.0, 2024: 60.0}), SEVENTY)
    assert found.chance_without_pandemic == (without.chance if left_out else None)


@pytest.mark.parametrize(
    ("figures", "indicator"),
    [
        ({**BEFORE, **SLUMP}, AMOUNT),
        ({2019: 58.0, **SLUMP}, TRAVEL),
        ({2013: 50.0, 2014: 58.0, 2024: 60.0, **SLUMP, 2025: 70.0}, TRAVEL),
        ({2012: 38.0, 2014: 40.0, **SLUMP}, TRAVEL),
    ],
    ids=["another trade", "one figure left", "final", "too long ago"],
)
def test_where_nothing_can_be_left_out_there_is_no_second_chance(figures, indicator):
    found = judged(levels(figures), SEVENTY, indicator=indicator)
    assert found.chance_without_pandemic is None
    assert Flag.PANDEMIC_SENSITIVE not in found.flags
