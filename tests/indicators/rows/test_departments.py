"""A department's targets: who leads, who shares, how they stand, what they need."""

from __future__ import annotations

import pytest

from indicators.model import AssignedLater, Direction, Level, MeanGrowth, Verdict
from indicators.rows.board import ORDER
from indicators.rows.departments import (
    chosen,
    ladder,
    leads,
    led_by,
    paces,
    rung,
    shared_by,
    summary,
)
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import RATIO, SHARE, cuts, growth, judged, levels

SEVENTY = Level(70.0, 0, 0.0)
HALFWAY = judged(levels({2020: 50.0, 2022: 54.0, 2023: 56.0, 2024: 58.0}), SEVENTY, indicator=SHARE)
"""From 50 towards 70: 40 % of the way, where 80 % are due."""
NOTHING = judged([], SEVENTY)


def numbers(ones):
    return [one.target.number for one in ones]


@pytest.mark.parametrize(
    ("department", "led", "shared"),
    [
        ("renshe", {26, 27, 29}, set()),
        ("nongye", {16, 28}, {29}),
        ("gongneng", set(), {16, 18}),
        ("fagai", {1, 2, 3, 5, 6, 10, 12, 14, 17}, {26}),
    ],
)
def test_the_first_listed_department_leads_the_others_share(everything, department, led, shared):
    assert set(numbers(led_by(everything, department))) == led
    assert set(numbers(shared_by(everything, department))) == shared


def test_every_target_has_one_lead(everything, shown):
    led = [number for code in shown.plan.departments for number in numbers(led_by(everything, code))]
    assert sorted(led) == list(range(1, 31))


def test_without_a_department_all_are_led_and_none_is_shared(everything):
    assert set(numbers(led_by(everything, None))) == set(range(1, 31))
    assert shared_by(everything, None) == []


def test_the_worst_comes_first(everything):
    places = [ORDER.index(one.verdict) for one in led_by(everything, "fagai")]
    assert places == sorted(places)


def test_a_summary_counts_and_names_the_worst(zh, everything):
    """Only the verdicts that occur; the worst is the relatively largest gap among missed and off track."""
    said = summary(zh, led_by(everything, "renshe"))
    assert said.startswith("牵头3项：") and "1项难以实现" in said and "缺口最大的是城镇收入增速（" in said
    assert "0项" not in said


def test_a_summary_without_a_miss_names_no_worst(zh, everything):
    assert summary(zh, led_by(everything, "weijian")) == "牵头1项：1项无法评估。"


def test_a_summary_of_everyone_counts_all_targets(zh, everything):
    assert "30项" in summary(zh, everything, everyone=True)


def test_a_department_that_leads_nothing_says_so(zh, everything):
    assert summary(zh, led_by(everything, "gongneng")) == "没有牵头的目标。"


def test_a_rung_is_measured_in_percent_of_the_way():
    found = rung(reading("zh", SHARE), HALFWAY, muted=False)
    assert (found.latest, found.expected) == pytest.approx((40.0, 80.0))
    assert 40 < found.projected < 60
    assert found.projected_low < found.projected < found.projected_high
    assert (found.base_label, found.latest_label) == ("50.0万人次", "58.0万人次")
    assert found.target_label == "70万人次"
    assert "应达 66.0万人次" in found.hover
    assert (found.verdict, found.verdict_label, found.muted) == (Verdict.OFF_TRACK, "难以实现", False)


def test_a_row_on_another_areas_figures_says_so_and_the_chart_says_whose():
    own = judged(levels({2020: 50.0, 2024: 58.0}), SEVENTY, indicator=SHARE)
    lent = judged(levels({2020: 50.0, 2024: 58.0}, area="city"), SEVENTY, indicator=SHARE)
    read = reading("zh", SHARE)
    assert [rung(read, one, muted=False).verdict_label for one in (own, lent)] == ["难以实现", "难以实现*"]
    assert "口径替代" not in ladder(read, "全部", [own], [], "2025-06-30").subtitle
    for shown in ([lent], []), ([], [lent]):
        assert ladder(read, "全部", *shown, "2025-06-30").subtitle.endswith(" · * 口径替代：市代都市圈")


def test_the_way_down_is_measured_alike():
    down = judged(levels({2020: 3.0, 2023: 2.7, 2024: 2.6}), Level(2.0, 1, 0.0), Direction.DOWN, RATIO)
    found = rung(reading("zh", RATIO), down, muted=False)
    assert (found.latest, found.expected) == pytest.approx((40.0, 80.0))


def test_a_rung_of_growth_has_no_base_worth_naming():
    one = judged(growth(dict.fromkeys(range(2021, 2025), 8.0)), MeanGrowth(10.0, 0, 0.5, 2021, 2025))
    found = rung(reading(), one, muted=False)
    assert (found.base_label, found.latest_label) == ("", "8.0万人次")
    assert "应达 10.0万人次" in found.hover
    assert found.latest == pytest.approx(100 * (1.08**4 - 1) / (1.1**5 - 1))


@pytest.mark.parametrize(
    "one",
    [
        NOTHING,
        judged(levels({2022: 54.0, 2024: 58.0}), SEVENTY),
        judged(levels({2020: 70.0, 2024: 71.0}), SEVENTY),
        judged(levels({2020: 50.0, 2024: 58.0}, area="city"), SEVENTY),
        judged(cuts({2021: 2.0}), AssignedLater(2021, 2025), Direction.DOWN, RATIO),
    ],
    ids=["no data", "no base year", "base at the target", "another area's total", "no target value"],
)
def test_without_a_way_there_are_no_places_on_it(one):
    found = rung(reading(), one, muted=False)
    assert (found.latest, found.expected, found.base_label) == (None, None, "")


def test_an_empty_rung_says_why():
    assert rung(reading(), NOTHING, muted=False).note == reading().say("reason.no_data")
    no_base = judged(levels({2022: 54.0, 2024: 58.0}), SEVENTY)
    assert "58万人次" in rung(reading(), no_base, muted=False).note
    assert rung(reading("zh", SHARE), HALFWAY, muted=False).note == ""


def test_a_base_that_is_the_latest_figure_too_is_named_once():
    one = judged(levels({2019: 49.0, 2020: 50.0}), SEVENTY, indicator=SHARE)
    found = rung(reading("zh", SHARE), one, muted=False)
    assert (found.base_label, found.latest_label) == ("", "50.0万人次")


def test_what_cannot_be_judged_and_what_is_shared_is_muted():
    read = reading("zh", SHARE)
    assert rung(read, NOTHING, muted=False).muted
    assert rung(read, HALFWAY, muted=True).muted


def test_a_ladder_has_the_led_targets_then_the_shared_ones(zh, everything):
    led, shared = led_by(everything, "nongye"), shared_by(everything, "nongye")
    found = ladder(zh, "缺口", led, shared, "2026-06-30")
    assert [one.number for one in found.rungs] == [28, 16, 29]
    assert [one.muted for one in found.rungs] == [False, True, True]
    assert found.title == "缺口"
    assert "2026-06-30" in found.subtitle


def test_paces_are_shown_where_one_is_still_needed(zh, everything):
    ones = {one.number: one for one in paces(zh, everything).paces}
    assert set(ones) == {
        one.target.number for one in everything if one.gap and one.gap.required_pace is not None
    }
    assert (ones[27].required_label, ones[28].required_label) == ("28.5%", "29.1%")
    assert ones[27].required == pytest.approx(28.5, abs=0.05)
    assert (ones[6].unit, ones[6].required_label) == ("个百分点", "9.6个百分点")
    assert 8 not in ones and 13 not in ones and 7 not in ones


def test_an_unknown_pace_is_a_dash():
    one = judged(levels({2024: 58.0}), SEVENTY, indicator=SHARE)
    (found,) = paces(reading("zh", SHARE), [one]).paces
    assert (found.actual, found.best) == (None, None)
    assert (found.actual_label, found.best_label, found.required_label) == ("—", "—", "12.0个百分点")


def test_departments_are_finished_text(read, everything, shown):
    for code in [None, *shown.plan.departments]:
        led, shared = led_by(everything, code), shared_by(everything, code)
        title = summary(read, led)
        rows = [title, ladder(read, title, led, shared, "2026-06-30"), paces(read, led)]
        assert unfinished(rows) == [], code


def test_english_departments_hold_no_chinese(en, everything):
    led = led_by(everything, None)
    rows = [summary(en, led), ladder(en, "", led, [], "2026-06-30"), paces(en, led)]
    assert in_chinese(rows) == []


def test_leading_departments_come_in_the_plans_order(zh, everything):
    found = leads(zh, everything)
    assert (len(found), found[0]) == (13, "fagai")
    assert "gongneng" not in found
    assert leads(zh, everything[::-1]) == found


def test_targets_are_chosen_by_who_leads_them_in_the_plans_order(everything):
    assert numbers(chosen(everything, ("nongye", "renshe"))) == [16, 26, 27, 28, 29]
    assert numbers(chosen(everything, ())) == list(range(1, 31))
    assert chosen(everything, ("gongneng",)) == []
