"""The overview: counts, board, misses, standings, and what comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.model import (
    AssignedLater,
    Direction,
    Flag,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
    Verdict,
)
from indicators.rows.board import (
    BAD,
    ORDER,
    board,
    cell,
    counts,
    finding,
    legend,
    misses,
    relative_gap,
    stand_ins,
    standings,
    worst_first,
)
from tests.indicators.rows.invented import OFFICES, in_chinese, reading, unfinished
from tests.indicators.worked import AMOUNT, RATIO, SHARE, cuts, growth, judged, levels

FAR = judged(levels({2020: 50.0, 2025: 60.0}), Level(70.0, 0, 0.0))
NEAR = judged(levels({2020: 50.0, 2025: 69.0}), Level(70.0, 0, 0.0))
BEYOND = judged(levels({2020: 50.0, 2025: 77.0}), Level(70.0, 0, 0.0))


def stated(verdict: Verdict, number: int = 1, lead: str = "office", chance: float | None = None):
    """An assessment of which only number, lead, verdict and chance matter."""
    target = replace(FAR.target, number=number, lead=lead)
    return replace(FAR, target=target, verdict=verdict, chance=chance)


def test_the_counts_are_of_all_30_targets_in_the_order_of_verdicts(everything):
    found = counts(everything)
    assert [verdict for verdict, _ in found] == list(Verdict)
    assert sum(count for _, count in found) == 30


def test_verdicts_nobody_has_count_as_zero():
    assert dict(counts([FAR, FAR, NEAR])) == dict.fromkeys(Verdict, 0) | {Verdict.MISSED: 3}


def test_the_finding_counts_good_risky_bad_and_unknown():
    each = [stated(verdict) for verdict in Verdict] + [stated(Verdict.ACHIEVED), stated(Verdict.UNKNOWN)]
    assert finding(reading(), each) == (
        "8项目标中，6项可以评判：3项已实现或有望实现，1项存在风险，2项难以实现或未实现；"
        "2项缺数据或目标值，无法评估。"
    )


def test_the_finding_of_the_real_plan_adds_up(zh, everything):
    found = dict(counts(everything))
    assert finding(zh, everything).startswith(f"30项目标中，{30 - found[Verdict.UNKNOWN]}项可以评判：")


def test_every_target_is_on_the_board_once_under_its_dimension(zh, shown, everything):
    cells = board(zh, everything)
    assert [name for name, _ in cells] == [one.name for one in shown.plan.dimensions.values()]
    assert [one.number for _, row in cells for one in row] == list(range(1, 31))
    assert [len(row) for _, row in cells] == [6, 5, 4, 4, 3, 8]


def test_the_board_by_chance_has_the_worst_first_and_the_unknown_last():
    ones = [
        stated(Verdict.UNKNOWN, 1),
        stated(Verdict.ACHIEVED, 2),
        stated(Verdict.ON_TRACK, 3, chance=0.99999),
        stated(Verdict.AT_RISK, 4, chance=0.5),
        stated(Verdict.OFF_TRACK, 5, chance=0.01),
        stated(Verdict.OFF_TRACK, 6, chance=0.001),
        stated(Verdict.MISSED, 7),
    ]
    ((_, cells),) = board(reading(), ones, by_chance=True)
    assert [one.number for one in cells] == [7, 5, 6, 4, 3, 2, 1]


def test_a_cell_of_a_projected_target(zh, by_number):
    found = cell(zh, by_number[6])
    assert (found.number, found.name, found.verdict, found.word) == (
        6,
        "城镇化率",
        Verdict.OFF_TRACK,
        "难以实现",
    )
    assert (found.latest, found.target, found.stand_in) == ("60.4", "70%", zh.say("overview.stand_in_short"))
    assert found.chance.endswith("%")
    assert found.spark == ((2020, 56.69), (2024, 60.37))
    assert found.spark_target == (2025, 70.0)
    assert found.note == ""


def test_a_cell_without_data_says_why(zh, by_number):
    found = cell(zh, by_number[7])
    assert (found.latest, found.chance, found.note) == ("—", "", zh.say("reason.no_data"))
    assert (found.spark, found.spark_target, found.stand_in) == ((), None, "")


def test_a_cell_without_a_target_value_says_that_it_is_still_to_come(zh, by_number):
    found = cell(zh, by_number[10])
    assert (found.target, found.note) == (zh.say("overview.assigned"), zh.say("reason.no_target_value"))


def test_the_total_of_another_area_stays_off_the_board(zh, by_number):
    """5027亿元 of 遵义市 must not be passed off as the 都市圈's."""
    found = cell(zh, by_number[1])
    assert (found.latest, found.target, found.note) == ("—", "5000亿元", zh.say("reason.scope_differs"))
    assert (found.spark, found.spark_target) == ((), None)


def test_a_cell_of_a_single_figure_shows_it_and_the_distance():
    found = cell(reading(), judged(levels({2024: 60.0}), Level(70.0, 0, 0.0)))
    assert (found.latest, found.spark, found.spark_target) == ("60", ((2024, 60.0),), (2025, 70.0))
    assert found.note == reading().say("reason.single_observation")


def test_a_cut_without_its_value_has_no_target_to_draw():
    later = judged(cuts({2021: 2.0}), AssignedLater(2021, 2025), Direction.DOWN, RATIO)
    found = cell(reading("zh", RATIO), later)
    assert (found.spark_target, found.target) == (None, reading().say("overview.assigned"))


def test_misses_are_those_missed_or_off_track_and_no_other(zh, everything):
    found = {one.number for one in misses(zh, everything)}
    assert found == {one.target.number for one in everything if one.verdict in BAD}


def test_the_relatively_largest_miss_comes_first(zh, everything):
    sizes = {one.target.number: relative_gap(one) for one in everything}
    listed = [sizes[one.number] for one in misses(zh, everything)]
    assert listed == sorted(listed, reverse=True)
    assert listed[-1] > 0


def test_a_miss_says_by_how_much(zh, by_number):
    final, projected = misses(zh, [by_number[13]])[0], misses(zh, [by_number[27]])[0]
    assert (final.verdict, final.gap) == (Verdict.MISSED, "0.31公里/百平方公里")
    assert projected.gap.endswith("个百分点")


def test_standings_count_every_target_once(zh, everything):
    rows = standings(zh, everything)
    assert len(rows) == 13
    assert sum(row.led for row in rows) == 30
    assert all(sum(count for _, count in row.counts) == row.led for row in rows)
    assert all(tuple(verdict for verdict, _ in row.counts) == ORDER for row in rows)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([Verdict.OFF_TRACK], [Verdict.AT_RISK] * 3),
        ([Verdict.MISSED], [Verdict.AT_RISK] * 3),
        ([Verdict.AT_RISK], [Verdict.UNKNOWN] * 3),
        ([Verdict.UNKNOWN], [Verdict.ON_TRACK] * 3),
        ([Verdict.OFF_TRACK] * 2, [Verdict.OFF_TRACK, Verdict.AT_RISK]),
        ([Verdict.ACHIEVED] * 2, [Verdict.ON_TRACK]),
    ],
    ids=["miss before risk", "final miss", "risk before owing", "owing", "two misses", "more targets"],
)
def test_who_has_most_at_stake_comes_first(first, second):
    ones = [stated(verdict, lead="other") for verdict in second]
    ones += [stated(verdict, lead="office") for verdict in first]
    assert [row.code for row in standings(reading(), ones)] == ["office", "other"]


def test_a_department_that_leads_nothing_has_no_standing():
    assert [row.code for row in standings(reading(), [stated(Verdict.MISSED)])] == ["office"]
    assert "other" in OFFICES


def test_the_legend_names_the_stand_in_where_there_is_one(zh, shown):
    assert "遵义市" in legend(zh) and "遵义都市圈" in legend(zh)
    alone = replace(zh, plan=replace(shown.plan, stand_in=None))
    assert legend(alone) == zh.say("overview.click")
    assert (stand_ins(zh), stand_ins(alone)) == (legend(zh).removesuffix(zh.say("overview.click")), "")


def test_the_worst_comes_first_and_the_unknown_last(everything):
    ordered = worst_first(everything)
    places = [ORDER.index(one.verdict) for one in ordered]
    assert places == sorted(places)
    assert {one.target.number for one in ordered} == set(range(1, 31))
    assert (ordered[0].verdict, ordered[-1].verdict) == (Verdict.MISSED, Verdict.UNKNOWN)


def test_within_a_verdict_the_larger_gap_comes_first_then_the_lower_number():
    ones = [NEAR, stated(Verdict.MISSED, 3), stated(Verdict.MISSED, 2)]
    assert [one.target.number for one in worst_first(ones)] == [2, 3, 1]


@pytest.mark.parametrize(
    ("one", "size"),
    [
        (FAR, 10 / 70),
        (NEAR, 1 / 70),
        (BEYOND, -7 / 70),
        (judged(levels({2020: 2.6, 2025: 2.5}), Level(2.0, 1, 0.0), Direction.DOWN, RATIO), 0.25),
        (judged(growth(dict.fromkeys(range(2021, 2026), 8.0)), MeanGrowth(10.0, 0, 0.0, 2021, 2025)), 0.2),
        (judged([], Level(70.0, 0, 0.0)), 0.0),
        (judged(levels({2020: 5.0, 2025: 4.0}), Level(0.0, 0, 0.0), Direction.DOWN), 0.0),
    ],
    ids=["far", "near", "beyond", "ceiling", "growth", "no data", "a goal of nothing"],
)
def test_gaps_are_compared_as_shares_of_their_targets(one, size):
    assert relative_gap(one) == pytest.approx(size)


def test_the_gap_of_a_projection_is_that_of_its_median():
    one = judged(levels({2020: 50.0, 2023: 53.0, 2024: 54.0}), Level(70.0, 0, 0.0), indicator=SHARE)
    assert relative_gap(one) == pytest.approx((70 - one.projection.bands[-1].median) / 70)


def test_the_overview_is_finished_text(read, everything):
    rows = [finding(read, everything), board(read, everything), misses(read, everything)]
    assert unfinished([*rows, standings(read, everything), legend(read)]) == []


def test_the_english_overview_holds_no_chinese(en, everything):
    rows = [finding(en, everything), board(en, everything), misses(en, everything)]
    assert in_chinese([*rows, standings(en, everything), legend(en)]) == []


def test_a_stand_in_is_marked_wherever_it_is_used(zh, everything):
    marked = {one.number for _, row in board(zh, everything) for one in row if one.stand_in}
    assert marked == {one.target.number for one in everything if Flag.STAND_IN in one.flags}


def test_a_lead_over_another_growth_has_its_sign_on_the_board():
    figures = [*growth({2021: 5.0}), *growth({2021: 4.0}, indicator="whole")]
    shown = cell(reading(), judged(figures, RelativeGrowth("whole", 0.0, True, 2021, 2025), indicator=AMOUNT))
    assert (shown.latest, shown.year, shown.target) == ("+1.0", "2021", "高于旅客量")


def test_a_target_in_words_shows_its_figures_but_nowhere_to_go():
    shown = cell(
        reading(), judged(growth({2021: 8.0, 2022: 4.0}), Qualitative(growth=True), indicator=AMOUNT)
    )
    assert (shown.latest, shown.year, shown.target, shown.note) == ("6.0", "2022", "未定数值", "规划未定数值")
    assert ([year for year, _ in shown.spark], shown.spark_target) == ([2020, 2021, 2022], None)
