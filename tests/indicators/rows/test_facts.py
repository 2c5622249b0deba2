"""The numbers of one target, each with its word."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from indicators.model import CumulativeCut, Direction, Level, MeanGrowth, Qualitative, RelativeGrowth
from indicators.rows.facts import facts, schedule, tolerance
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import AMOUNT, RATIO, SHARE, cuts, growth, judged, levels

SEVENTY = Level(70.0, 0, 0.0)


def told(read, one):
    return {fact.label: fact.value for fact in facts(read, one)}


def test_what_is_asked_comes_before_what_follows_from_it(zh, by_number):
    assert [fact.label for fact in facts(zh, by_number[6])] == [
        *("最新（2024年）", "目标（2025年）", "预计", "预计缺口", "实现概率", "应达", "时序差"),
        *("后续所需年均", "基期以来年均", "历史最好", "速度比", "所需与历史最好之比"),
    ]


def test_without_data_only_the_target_is_told(zh, by_number):
    assert list(told(zh, by_number[15])) == ["目标（2025年）"]


def test_another_areas_total_is_not_told_as_the_targets_own(zh, by_number):
    assert told(zh, by_number[1]) == {"目标（2025年）": "5000亿元"}


def test_a_target_whose_year_is_over_has_a_shortfall_and_no_projection(zh, by_number):
    found = told(zh, by_number[13])
    assert found["缺口"] == "0.31公里/百平方公里"
    assert "预计" not in found
    assert "实现概率" not in found


def test_one_figure_gives_a_required_pace_and_nothing_projected(zh, by_number):
    found = told(zh, by_number[5])
    assert found["后续所需年均"] == "1.0%"
    assert found["距目标"] == "26万人"
    assert "预计" not in found


@pytest.mark.parametrize(("latest", "said"), [(69.0, "1万人次"), (70.0, "无"), (71.0, "无")])
def test_one_figure_gives_the_distance_to_the_target(latest, said):
    assert told(reading(), judged(levels({2024: latest}), SEVENTY))["距目标"] == said


def test_a_target_that_will_be_met_has_no_shortfall(zh, by_number):
    assert told(zh, by_number[8])["预计缺口"] == "无"


def test_a_saturated_share_that_holds_lacks_nothing():
    one = judged(levels({2019: 100.0, 2021: 100.0, 2023: 100.0}), Level(100.0, 0, 0.0), indicator=SHARE)
    assert one.gap.expected_shortfall == 0
    assert told(reading("zh", SHARE), one)["预计缺口"] == "无"


def test_a_range_runs_upwards_also_for_a_cut():
    cut = CumulativeCut(13.5, 1, 2021, 2025)
    one = judged(cuts({2021: 3.0, 2022: 2.0, 2023: 3.0}), cut, Direction.DOWN, RATIO)
    (note,) = (fact.note for fact in facts(reading("zh", RATIO), one) if fact.label == "预计")
    low, high = re.findall(r"([\d.]+)万人次", note)
    assert float(low) < float(high)


def test_before_the_first_year_of_growth_there_is_no_latest_rate():
    one = judged(growth({2018: 8.0, 2019: 8.0, 2020: 8.0}), MeanGrowth(10.0, 0, 0.5, 2021, 2025))
    found = told(reading(), one)
    assert found["最新（2020年）"] == "—"
    assert "应达" not in found


@pytest.mark.parametrize(
    ("figures", "basis", "said"),
    [
        (growth({2021: 8.0, 2022: 4.0}), MeanGrowth(10.0, 0, 0.5, 2021, 2025), "2021年以来年均"),
        (growth({2021: 8.0, 2022: 4.0}), Qualitative(growth=True), "2021年以来年均"),
        (cuts({2021: 3.0, 2022: 2.0}), CumulativeCut(13.5, 1, 2021, 2025), "2021年以来累计"),
        (levels({2021: 60.0, 2022: 61.0}), SEVENTY, ""),
        (growth({2019: 8.0, 2020: 8.0}), MeanGrowth(10.0, 0, 0.5, 2021, 2025), ""),
    ],
    ids=["mean growth", "growth without a number", "cut", "level", "nothing yet"],
)
def test_the_latest_figure_says_over_which_years_it_is_a_mean(figures, basis, said):
    shown = facts(reading(), judged(figures, basis))
    assert {fact.note for fact in shown if fact.label.startswith("最新")} == {said}


def test_the_tolerance_stands_beside_the_strict_verdict(zh, en, by_number):
    assert tolerance(zh, by_number[6]) == "“左右”容差1.0个百分点；不计容差时：难以实现"
    assert tolerance(en, by_number[6]).endswith("without it: Off track")
    assert tolerance(zh, by_number[13]) == ""


def test_a_target_without_verdict_has_no_strict_one_either(zh, by_number):
    assert tolerance(zh, by_number[1]) == "“左右”容差100亿元"


@pytest.mark.parametrize(
    ("latest", "said"),
    [(53.9, "滞后于时序进度"), (54.0, "达到时序进度"), (54.1, "达到时序进度")],
    ids=["just under", "on", "just over"],
)
def test_a_schedule_gap_is_said_in_the_offices_words(latest, said):
    one = judged(levels({2020: 50.0, 2021: latest}), SEVENTY, indicator=SHARE)
    assert schedule(reading("zh", SHARE), one.gap) == said


def test_without_a_base_there_is_no_schedule():
    one = judged(levels({2022: 54.0, 2023: 55.0}), SEVENTY, indicator=SHARE)
    assert schedule(reading("zh", SHARE), one.gap) == ""


def test_they_are_finished_text(read, everything):
    assert [unfinished(list(facts(read, one))) for one in everything] == [[]] * 30


def test_they_are_in_english(en, everything):
    assert [in_chinese(list(facts(en, one))) for one in everything] == [[]] * 30


def test_a_target_in_words_has_only_what_was_reached_so_far():
    one = judged(growth({2021: 8.0, 2022: 4.0}), Qualitative(growth=True), indicator=AMOUNT)
    found = told(reading(), replace(one, target=replace(one.target, unit="%")))
    assert found == {"最新（2022年）": "6.0%", "目标（2025年）": "未定数值"}


def test_the_tolerance_of_in_step_bears_its_own_name():
    figures = [*growth({2021: 5.0}), *growth({2021: 5.2}, indicator="whole")]
    basis = RelativeGrowth("whole", 0.5, False, 2021, 2025)
    one = judged(figures, basis, indicator=AMOUNT)
    assert tolerance(reading(), replace(one, target=replace(one.target, approximate=True))).startswith(
        "“基本同步”容差0.5个百分点；不计容差时："
    )
