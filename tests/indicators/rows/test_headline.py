"""The finding of one target in a sentence, and what would be if."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from indicators.model import (
    AssignedLater,
    CumulativeCut,
    Direction,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
    Verdict,
)
from indicators.rows.headline import (
    headline,
    median,
    needed,
    so_far,
    track_unit,
    verdict_gap,
    what_if,
)
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import AMOUNT, RATIO, SHARE, cuts, growth, judged, levels

SEVENTY = Level(70.0, 0, 0.0)
CLIMB = judged(levels({2020: 50.0, 2021: 52.0, 2022: 54.0, 2023: 56.0, 2024: 58.0}), SEVENTY, indicator=SHARE)
TEN = MeanGrowth(10.0, 0, 0.5, 2021, 2025)


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        (1, ["地区生产总值：无法评估。", "遵义市2024年为5027亿元", "总量不能代替遵义都市圈评判"]),
        (6, ["2025年预计约", "距70%的目标差", "个百分点", "2025年一年需提高9.6个百分点"]),
        (7, ["无法评估", "没有可用于评判的年度数据", "由市生态环境局提供后即可评判"]),
        (8, ["2020年已为62.0%，提前达到61%的目标", "保持到2025年"]),
        (10, ["无法评估", "目标值由上级下达"]),
        (13, ["2025年为6.19公里/百平方公里", "差0.31公里/百平方公里，未实现"]),
        (27, ["按当前态势，2025年预计约", "距10%的目标差", "2025年一年需增长28.5%"]),
        (28, ["距12%的目标差", "2025年一年需增长29.1%"]),
    ],
)
def test_what_a_mayor_is_told(zh, by_number, number, parts):
    said = headline(zh, by_number[number])
    assert [part for part in parts if part not in said] == []


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        (27, ["by 2025", "missing the target of 10% by", "growth of 28.5% is needed in 2025 alone"]),
        (28, ["growth of 29.1% is needed in 2025 alone"]),
        (13, ["6.19 km per 100 km² in 2025", "missing the target of 6.5 km per 100 km²"]),
        (10, ["not assessed", "assigned from above"]),
    ],
)
def test_what_an_english_reader_is_told(en, by_number, number, parts):
    said = headline(en, by_number[number])
    assert [part for part in parts if part not in said] == []


def test_every_target_has_a_finished_headline(read, everything):
    said = {one.target.number: headline(read, one) for one in everything}
    assert unfinished(said) == []
    assert all(said[one.target.number].startswith(read.name(one.target)) for one in everything)


def test_english_headlines_hold_no_chinese(en, everything):
    assert in_chinese([headline(en, one) for one in everything]) == []


def test_the_first_number_of_a_projection_is_its_median(read, everything):
    for one in everything:
        if one.projection and one.verdict is Verdict.OFF_TRACK:
            assert median(read, one) in headline(read, one)


@pytest.mark.parametrize(
    ("final", "said"),
    [
        (69.4, "旅客量：2025年为69万人次，距70万人次的目标差1万人次，未实现。"),
        (69.5, "旅客量：2025年为70万人次，达到70万人次的目标，已实现。"),
        (75.0, "旅客量：2025年为75万人次，达到70万人次的目标，已实现。"),
    ],
)
def test_once_the_target_year_is_in_the_sentence_is_final(final, said):
    assert headline(reading(), judged(levels({2020: 50.0, 2025: final}), SEVENTY)) == said


@pytest.mark.parametrize(
    ("final", "said"),
    [
        (67.9, "旅客量：2025年为68万人次，距70万人次的目标差2万人次，未实现。"),
        (68.0, "旅客量：2025年为68万人次，在70万人次“左右”的容差内，已实现。"),
        (69.4, "旅客量：2025年为69万人次，在70万人次“左右”的容差内，已实现。"),
        (69.5, "旅客量：2025年为70万人次，达到70万人次的目标，已实现。"),
    ],
)
def test_what_only_the_tolerance_saves_is_not_said_to_reach_the_number(final, said):
    assert headline(reading(), judged(levels({2020: 50.0, 2025: final}), Level(70.0, 0, 2.0))) == said


def test_a_projection_that_falls_short_says_by_how_much_and_what_is_needed():
    said = headline(reading("zh", SHARE), CLIMB)
    gap = re.search(
        r"预计约([\d.]+)万人次，距70万人次的目标差([\d.]+)个百分点；2025年一年需提高12\.0个百分点", said
    )
    assert gap and float(gap[1]) + float(gap[2]) == pytest.approx(70.0)


def test_a_projection_that_suffices_says_so():
    fast = judged(levels({2020: 50.0, 2022: 58.0, 2024: 69.5}), SEVENTY)
    assert "可达到70万人次的目标" in headline(reading(), fast)


def test_a_target_reached_early_is_not_called_met():
    said = headline(reading(), judged(levels({2022: 60.0, 2023: 66.0, 2024: 71.0}), SEVENTY))
    assert said.startswith("旅客量：2024年已为71万人次，提前达到70万人次的目标；保持到2025年，")


@pytest.mark.parametrize(
    ("one", "indicator", "said"),
    [
        (judged(levels({2022: 50.0, 2023: 56.0}), SEVENTY), AMOUNT, "后续需年均增长11.8%"),
        (judged(levels({2023: 50.0, 2024: 56.0}), SEVENTY), AMOUNT, "2025年一年需增长25.0%"),
        (
            judged(levels({2022: 50.0, 2023: 56.0}), SEVENTY, indicator=SHARE),
            SHARE,
            "后续需年均提高7.0个百分点",
        ),
        (CLIMB, SHARE, "2025年一年需提高12.0个百分点"),
        (
            judged(levels({2022: 2.6, 2023: 2.5}), Level(2.3, 1, 0.0), Direction.DOWN, RATIO),
            RATIO,
            "后续需年均降低0.10万人次",
        ),
        (
            judged(levels({2023: 6.0, 2024: 5.6}), Level(5.0, 0, 0.0), Direction.DOWN, SHARE),
            SHARE,
            "2025年一年需降低0.6个百分点",
        ),
        (judged(growth({2021: 9.0, 2022: 8.0, 2023: 7.0}), TEN), AMOUNT, "后续需年均增长13.1%"),
        (judged(levels({2023: 75.0, 2024: 72.0}), SEVENTY), AMOUNT, "—"),
        (judged(levels({2020: 50.0, 2025: 60.0}), SEVENTY), AMOUNT, "—"),
    ],
    ids=["growth", "one year", "rise", "rise in a year", "fall", "fall in a year", "mean", "beyond", "final"],
)
def test_the_pace_that_is_needed(one, indicator, said):
    assert needed(reading("zh", indicator), one) == said


def test_a_cut_is_said_to_fall():
    cut = judged(cuts({2021: 2.0, 2022: 2.0}), CumulativeCut(13.5, 1, 2021, 2025), Direction.DOWN, RATIO)
    assert needed(reading("zh", RATIO), cut).startswith("后续需年均降低3.")


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (judged(levels({2020: 50.0, 2025: 60.0}), SEVENTY), "10万人次"),
        (judged(levels({2020: 50.0, 2025: 69.4}), SEVENTY), "1万人次"),
        (judged(levels({2020: 50.0, 2025: 69.5}), SEVENTY), "无"),
        (judged(levels({2020: 50.0, 2025: 80.0}), SEVENTY), "无"),
        (judged([], SEVENTY), "—"),
        (judged(levels({2024: 50.0}), SEVENTY), "—"),
    ],
    ids=["missed", "just missed", "met by rounding", "beyond", "no data", "not judged"],
)
def test_the_gap_beside_a_verdict(one, said):
    assert verdict_gap(reading(), one) == said


def test_the_gap_of_a_projection_is_that_of_its_median():
    gap = float(verdict_gap(reading("zh", SHARE), CLIMB).removesuffix("个百分点"))
    assert gap == pytest.approx(70.0 - CLIMB.projection.bands[-1].median, abs=0.05)


@pytest.mark.parametrize(
    ("yearly", "met"), [(19.8, False), (19.9, True), (20.7, True), (30.0, True), (0.0, False), (-5.0, False)]
)
def test_what_if_an_amount_grew_from_now_on(yearly, met):
    """58 · 1.1983 = 69.5, which rounds to the target."""
    said = what_if(reading(), judged(levels({2020: 50.0, 2024: 58.0}), SEVENTY), yearly)
    assert ("达到目标70万人次" in said, "距目标70万人次差" in said) == (met, not met)


@pytest.mark.parametrize(
    ("yearly", "outcome"),
    [(17.0, "距目标70万人次差2万人次"), (17.5, "在“左右”的容差内"), (20.0, "达到目标70万人次")],
)
def test_what_if_tells_the_tolerance_from_the_number(yearly, outcome):
    """58 · 1.17 = 67.9, 58 · 1.175 = 68.2, 58 · 1.2 = 69.6."""
    one = judged(levels({2020: 50.0, 2024: 58.0}), Level(70.0, 0, 2.0))
    assert outcome in what_if(reading(), one, yearly)


def test_what_if_says_the_pace_the_value_and_the_gap():
    one = judged(levels({2020: 50.0, 2024: 58.0}), SEVENTY)
    assert what_if(reading(), one, 10.0) == "若今后每年增长10.0%，2025年为64万人次，距目标70万人次差6万人次。"
    assert what_if(reading("zh", SHARE), CLIMB, 3.0) == (
        "若今后每年变化3.0个百分点，2025年为61.0万人次，距目标70万人次差9.0个百分点。"
    )


def test_what_if_no_share_passes_100_percent():
    bounded = replace(SHARE, lower=0.0, upper=100.0)
    full = judged(levels({2020: 80.0, 2023: 96.0}), Level(100.0, 0, 0.0), indicator=bounded)
    assert "2025年为100.0万人次，达到目标" in what_if(reading("zh", bounded), full, 5.0)


@pytest.mark.parametrize(
    "one",
    [
        judged([], SEVENTY),
        judged(levels({2020: 50.0, 2025: 60.0}), SEVENTY),
        judged(cuts({2021: 2.0}), AssignedLater(2021, 2025), Direction.DOWN, RATIO),
        judged(levels({2020: 50.0, 2024: 58.0}, area="city"), SEVENTY),
    ],
    ids=["no data", "the target year is in", "no target value", "another area's total"],
)
def test_without_a_way_to_the_target_there_is_no_what_if(one):
    assert what_if(reading(), one, 5.0) is None


def test_the_required_pace_closes_the_gap(zh, everything):
    asked = [one for one in everything if one.gap and one.gap.required_pace is not None]
    said = {one.target.number: what_if(zh, one, one.gap.required_pace) for one in asked}
    assert len(said) > 5
    assert {number: text for number, text in said.items() if "达到目标" not in text} == {}


def test_what_ifs_are_finished_sentences(read, everything):
    said = [what_if(read, one, pace) for one in everything for pace in (-3.0, 0.0, 2.5)]
    assert unfinished([text for text in said if text is not None]) == []


def test_the_axis_has_the_indicators_unit_or_an_index(zh, en, by_number):
    assert (track_unit(zh, by_number[6]), track_unit(zh, by_number[29])) == ("%", "")
    assert (track_unit(zh, by_number[27]), track_unit(en, by_number[27])) == ("2020年=100", "2020 = 100")


def test_old_data_are_named_with_their_year_and_fresh_ones_are_not(zh, en, by_number):
    assert "按当前态势（最新数据为2021年），2025年预计" in headline(zh, by_number[3])
    assert "on the current course (latest data: 2021)" in headline(en, by_number[3])
    assert "最新数据" not in headline(zh, by_number[6])


def test_a_final_verdict_on_a_figure_released_within_the_year_says_so(zh, en, by_number):
    assert "2025年为6.19公里/百平方公里（年内公布，未必是年末数），距" in headline(zh, by_number[13])
    assert "in 2025 (released within the year)" in headline(en, by_number[13])


IN_STEP = RelativeGrowth("whole", 0.5, False, 2021, 2025)
ABOVE = RelativeGrowth("whole", 0.0, True, 2021, 2025)


def beside(own, other, basis=IN_STEP):
    """Our growth under a target relative to that of the other indicator."""
    figures = [*growth(own), *growth(other, indicator="whole")]
    return judged(figures, basis, indicator=AMOUNT)


def every(rate):
    return dict.fromkeys(range(2021, 2026), rate)


def test_a_relative_growth_is_told_as_a_lead_over_the_other():
    assert headline(reading(), beside(every(6.0), every(5.0), ABOVE)) == (
        "旅客量：2025年为年均快1.0个百分点，达到“高于旅客量”的目标，已实现。"
    )


def test_the_same_growth_falls_short_of_more_even_by_nothing():
    one = beside(every(5.0), every(5.0), ABOVE)
    assert headline(reading(), one) == "旅客量：2025年为年均持平，距“高于旅客量”的目标差0.0个百分点，未实现。"


def test_in_step_within_the_tolerance_says_so():
    one = beside(every(5.0), every(5.4))
    assert (one.verdict, one.strict_verdict) == (Verdict.ACHIEVED, Verdict.MISSED)
    assert headline(reading(), one) == "旅客量：2025年为年均慢0.4个百分点，在“基本同步”的容差内，已实现。"


def test_what_it_needs_is_a_lead_a_year():
    one = beside({2021: 4.0, 2022: 4.0}, {2021: 5.0, 2022: 5.0})
    assert needed(reading(), one) == "后续需年均快0.6个百分点"
    assert needed(reading("en"), one) == "a lead of 0.6 percentage points a year is needed from now on"
    assert what_if(reading(), one, 0.2) == (
        "若今后每年快0.2个百分点，2025年为年均慢0.3个百分点，与目标“与旅客量基本同步”差0.3个百分点，"
        "在“基本同步”的容差内，可算达到。"
    )


def test_words_without_a_number_say_why_and_how_it_is_so_far():
    one = judged(growth({2021: 8.0, 2022: 4.0}), Qualitative(growth=True), indicator=AMOUNT)
    said = headline(reading(), one)
    assert said == "旅客量：无法评估。规划只写“达到70万人次”，没有定数值，不作判断；历年数据照常列出。"
    year, value = so_far(one)
    assert (year, round(value, 2)) == (2022, 5.98)


def test_so_far_is_the_latest_figure_but_never_another_areas_total():
    assert so_far(CLIMB) == (2024, 58.0)
    assert so_far(judged([], SEVENTY)) is None
    assert so_far(judged(levels({2023: 5.0, 2024: 6.0}, area="city"), SEVENTY)) is None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sentences_of_the_newer_bases_are_finished(lang):
    ones = [
        beside(every(6.0), every(5.0), ABOVE),
        beside(every(5.0), every(5.4)),
        beside({2021: 4.0, 2022: 4.0}, {2021: 5.0, 2022: 5.0}),
        judged(growth({2021: 8.0}), Qualitative(growth=True), indicator=AMOUNT),
    ]
    assert unfinished([headline(reading(lang), one) for one in ones]) == []
