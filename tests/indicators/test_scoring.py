"""A forecast held against what happened: the worked case first, then each edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Direction, Kind, Level, MeanGrowth
from indicators.scoring import Score, score, scores, summary
from indicators.series import build
from tests.indicators.said import SAID, said
from tests.indicators.worked import RATIO, SHARE, breaks, growth, levels, mean_growth, plan, target

ASKED = target(Level(70.0, 0, 0.0))
KNOWN = plan(SHARE, targets=(ASKED,))
BEFORE = {2020: 56.0, 2021: 58.0, 2022: 60.0, 2023: 62.0}


def scored(since, forecast=SAID, *, broken=(), known=KNOWN, asked=ASKED):
    """The forecast's score once these years are in."""
    return score(known, build(levels(BEFORE | since), broken), forecast, asked)


def decided(*pairs):
    """Scores of these chances and outcomes, each on a target of its own."""
    return [
        Score(said(target=f"target {place}", chance=chance), met=met, brier=(chance - met) ** 2)
        for place, (chance, met) in enumerate(pairs)
    ]


def test_the_worked_case():
    """Said: 70 % for reaching 70 in 2025. It came to 71: (0.7 − 1)² = 0.09. 71 lies in 64…76; 61 in 2024 did
    not lie in 62…70."""
    found = scored({2024: 61.0, 2025: 71.0})
    assert found.actual == {2024: 61.0, 2025: 71.0}
    assert found.inside == {2024: False, 2025: True}
    assert (found.met, found.brier) == (True, pytest.approx(0.09))


def test_the_same_chance_costs_more_when_the_target_is_missed():
    assert scored({2025: 65.0}).brier == pytest.approx(0.49)


def test_the_worked_summary():
    """0.9 and met, 0.3 and missed: ((−0.1)² + 0.3²)/2 = 0.05; half were met, so 0.5 for all scores 0.25."""
    found = summary(decided((0.9, True), (0.3, False)))
    assert (found.due, found.targets) == (2, 2)
    assert (found.brier, found.rate, found.base) == pytest.approx((0.05, 0.5, 0.25))


def test_until_the_target_year_is_in_there_is_no_score_but_the_years_between_count():
    found = scored({2024: 66.0})
    assert (found.met, found.brier, found.inside) == (None, None, {2024: True})


def test_before_anything_came_there_is_nothing_to_say():
    found = scored({})
    assert (found.actual, found.inside, found.met) == ({}, {}, None)
    assert found.track is not None


@pytest.mark.parametrize(
    ("value", "inside"),
    [(61.99, False), (62.0, True), (62.01, True), (69.99, True), (70.0, True), (70.01, False)],
)
def test_the_ends_of_the_band_belong_to_it(value, inside):
    assert scored({2024: value}).inside == {2024: inside}


@pytest.mark.parametrize(("value", "met"), [(69.49, False), (69.5, True), (69.51, True)])
def test_met_is_what_the_forecasts_own_threshold_says(value, met):
    assert scored({2025: value}).met is met


@pytest.mark.parametrize(("value", "met"), [(69.49, True), (69.5, True), (69.51, False)])
def test_where_lower_is_better_met_is_at_or_below(value, met):
    assert scored({2025: value}, said(direction=Direction.DOWN)).met is met


def test_a_target_made_easier_later_does_not_help_an_old_forecast():
    easier = target(Level(60.0, 0, 0.0))
    assert scored({2025: 65.0}, known=plan(SHARE, targets=(easier,)), asked=easier).met is False


def test_what_was_known_when_it_was_said_is_not_scored():
    assert scored({2025: 71.0}, said(latest_year=2020)).actual == {
        2021: 58.0,
        2022: 60.0,
        2023: 62.0,
        2025: 71.0,
    }
    assert scored({2025: 71.0}, said(latest_year=2024)).actual == {2025: 71.0}


@pytest.mark.parametrize(
    ("cut", "counted"), [(2023, {2024, 2025}), (2024, set()), (2025, {2024}), (2026, {2024, 2025})]
)
def test_beyond_a_break_another_thing_is_measured(cut, counted):
    assert set(scored({2024: 66.0, 2025: 71.0}, broken=breaks(cut)).actual) == counted


def test_only_the_forecasts_own_area_counts():
    figures = [*levels(BEFORE), *levels({2025: 71.0}, area="city")]
    assert score(KNOWN, build(figures, []), SAID, ASKED).met is None
    assert score(KNOWN, build(figures, []), said(area_used="city", latest_year=2020), ASKED).met is True


def test_an_index_is_scored_on_its_own_scale():
    """Growth of 3 % a year from 2021 to 2025 makes 100·1.03⁵ = 115.9 of 100 in 2020."""
    asked = target(MeanGrowth(5.0, 0, 0.0, 2021, 2025))
    goal = 100 * 1.05**5
    forecast = said(basis="MeanGrowth", kind=Kind.AMOUNT, goal=goal, threshold=goal, strict=goal)
    book = build(growth(dict.fromkeys(range(2021, 2026), 3.0)), [])
    found = score(plan(SHARE, targets=(asked,)), book, forecast, asked)
    assert found.actual == pytest.approx({2024: 100 * 1.03**4, 2025: 100 * 1.03**5})
    assert found.met is False


def test_an_index_that_lost_its_link_to_the_forecasts_last_figure_is_not_scored():
    asked = target(MeanGrowth(5.0, 0, 0.0, 2021, 2025))
    book = build(growth({2021: 3.0, 2022: 3.0}), [])
    later = said(basis="MeanGrowth", kind=Kind.AMOUNT, latest_year=2023)
    assert score(plan(SHARE, targets=(asked,)), book, later, asked).actual == {}


@pytest.mark.parametrize(("cut", "years"), [(2023, {2024, 2025}), (2024, set()), (2025, {2024})])
def test_an_index_beyond_a_break_measures_another_thing_though_both_begin_in_the_base_year(cut, years):
    asked = target(MeanGrowth(5.0, 0, 0.0, 2021, 2025))
    published = [*growth(dict.fromkeys(range(2021, 2026), 3.0)), mean_growth(2021, 2024, 4.0)]
    forecast = said(basis="MeanGrowth", kind=Kind.AMOUNT, latest_year=2023)
    book = build(published, breaks(cut))
    assert set(score(plan(SHARE, targets=(asked,)), book, forecast, asked).actual) == years


@pytest.mark.parametrize(("beyond", "met"), [(False, True), (True, False)])
def test_more_than_a_threshold_is_not_met_by_the_threshold_itself(beyond, met):
    assert scored({2025: 69.5}, said(beyond=beyond)).met is met


@pytest.mark.parametrize(
    ("forecast", "known", "asked"),
    [
        (SAID, KNOWN, None),
        (said(basis="MeanGrowth"), KNOWN, ASKED),
        (said(indicator="part"), KNOWN, ASKED),
        (said(area_used="elsewhere"), KNOWN, ASKED),
        (SAID, plan(RATIO, targets=(ASKED,)), ASKED),
    ],
    ids=["no target", "other basis", "other indicator", "no such area", "other unit"],
)
def test_what_the_plan_no_longer_asks_cannot_be_scored(forecast, known, asked):
    found = scored({2025: 71.0}, forecast, known=known, asked=asked)
    assert (found.track, found.actual, found.met) == (None, {}, None)


def test_a_plans_forecasts_are_scored_once_each_under_their_own_target():
    book = build(levels(BEFORE | {2025: 71.0}), [])
    again = said(as_of=date(2025, 6, 30), snapshot="later")
    found = scores(KNOWN, book, [SAID, again, said(target="gone")])
    assert [(one.forecast.target, one.times, one.met) for one in found] == [
        ("measured", 2, True),
        ("gone", 1, None),
    ]


def test_of_nothing_there_is_no_score():
    found = summary([])
    assert (found.forecasts, found.due, found.years, found.inside) == (0, 0, 0, 0)
    assert (found.brier, found.rate, found.base) == (None, None, None)


def test_open_forecasts_count_as_stated_but_not_as_due():
    found = summary([*decided((0.9, True)), Score(SAID, inside={2024: True})])
    assert (found.forecasts, found.due, found.years, found.inside) == (2, 1, 1, 1)


def test_several_forecasts_of_one_target_are_one_target():
    assert summary([replace(one, forecast=SAID) for one in decided((0.9, True), (0.8, True))]).targets == 1


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_a_brier_score_lies_between_0_and_1_and_the_base_rate_never_exceeds_a_quarter(pairs):
    found = summary(decided(*pairs))
    assert 0 <= found.brier <= 1
    assert 0 <= found.base <= 0.25


@given(st.lists(st.booleans(), min_size=1))
def test_always_stating_the_base_rate_scores_what_base_says(outcomes):
    rate = sum(outcomes) / len(outcomes)
    found = summary(decided(*((rate, met) for met in outcomes)))
    assert found.brier == pytest.approx(found.base)
