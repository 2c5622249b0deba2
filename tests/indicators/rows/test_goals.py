"""What a target asks, in words."""

from __future__ import annotations

import pytest

from indicators.model import (
    AssignedLater,
    CumulativeCut,
    Kind,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
)
from indicators.rows.goals import about, compared_with, goal, goal_label, pace_word, quoted, unit, value
from tests.indicators.rows.invented import reading
from tests.indicators.worked import SHARE, growth, target, track

ABOVE = target(RelativeGrowth("whole", 0.0, True, 2021, 2025))
IN_STEP = target(RelativeGrowth("whole", 0.5, False, 2021, 2025))
TEN = MeanGrowth(10.0, 0, 0.5, 2021, 2025)


@pytest.mark.parametrize(
    ("basis", "zh", "en"),
    [
        (Level(70.0, 0, 0.0), "70万人次", "70 10,000 trips"),
        (AssignedLater(2021, 2025), "—", "—"),
        (RelativeGrowth("whole", 0.0, True, 2021, 2025), "高于旅客量", "above Passengers"),
        (RelativeGrowth("whole", 0.5, False, 2021, 2025), "与旅客量基本同步", "in step with Passengers"),
        (Qualitative(growth=True), "未定数值", "no number"),
    ],
)
def test_the_goal_of_every_basis(basis, zh, en):
    assert (goal(reading("zh"), target(basis)), goal(reading("en"), target(basis))) == (zh, en)


@pytest.mark.parametrize("basis", [TEN, CumulativeCut(10.0, 0, 2021, 2025)])
def test_rates_are_in_percent(basis):
    assert goal(reading(), target(basis, unit="%")) == "10%"


def test_the_other_is_called_as_the_plan_calls_it_where_the_plan_has_a_target_for_it():
    other = target(Qualitative(growth=True), indicator="whole", short="全量增长", short_en="Growth of all")
    assert compared_with(reading("zh", targets=(ABOVE, other)), ABOVE) == "全量增长"
    assert compared_with(reading("en", targets=(ABOVE, other)), ABOVE) == "Growth of all"
    assert compared_with(reading(), target(TEN)) == "—"


def test_the_line_of_a_relative_growth_is_that_of_the_other():
    assert goal_label(reading(), ABOVE) == "旅客量"
    assert goal_label(reading(), target(TEN, unit="%")) == "10%"


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        (0.12, "年均快0.1个百分点", "0.1 percentage points a year faster"),
        (-0.25, "年均慢0.3个百分点", "0.3 percentage points a year slower"),
        (0.04, "年均持平", "the same pace"),
        (-0.04, "年均持平", "the same pace"),
        (0.05, "年均快0.1个百分点", "0.1 percentage points a year faster"),
        (None, "—", "—"),
    ],
)
def test_a_lead_is_told_as_faster_or_slower(amount, zh, en):
    assert (value(reading("zh"), ABOVE, amount), value(reading("en"), ABOVE, amount)) == (zh, en)


def test_every_other_value_is_a_number_with_its_unit():
    assert value(reading(), target(Level(70.0, 0, 0.0)), 61.4) == "61万人次"


def test_a_lead_is_in_points_everything_else_in_the_targets_unit():
    assert unit(reading("en"), ABOVE) == "percentage points"
    assert unit(reading("en"), target(TEN, unit="%", unit_en="%")) == "%"


def test_the_word_that_allows_a_tolerance():
    assert [about(reading(), one) for one in (target(TEN), IN_STEP)] == ["左右", "基本同步"]


def test_a_pace_is_a_growth_a_step_or_a_lead():
    amount, share = track(growth({2021: 5.0}), TEN), track([], Level(70.0, 0, 0.0), indicator=SHARE)
    assert (amount.kind, share.kind) == (Kind.AMOUNT, Kind.SHARE)
    assert [pace_word(target(TEN), amount), pace_word(target(TEN), share)] == ["growth", "step"]
    assert pace_word(IN_STEP, amount) == "lead"


def test_a_goal_in_words_is_quoted_where_a_number_would_stand():
    assert quoted(reading(), ABOVE) == "“高于旅客量”"
    assert quoted(reading("en"), ABOVE) == '"above Passengers"'
    assert quoted(reading(), target(TEN, unit="%")) == "10%"
