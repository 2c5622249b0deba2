"""Names, values, chances, reasons and flags as one reader sees them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from indicators.assessment import assess_all
from indicators.model import (
    AssignedLater,
    CumulativeCut,
    Direction,
    Flag,
    Level,
    MeanGrowth,
    PartialSum,
    Reason,
    Verdict,
)
from indicators.rows.reading import latest_year
from indicators.targets import stated
from tests.indicators.rows.conftest import AS_OF
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import AMOUNT, RATIO, SHARE, figure, judged, levels, target

AMOUNTS = target(Level(70.0, 0, 0.0))
SHARES = target(Level(70.0, 0, 1.0), unit="%", unit_en="%")
FINE_SHARES = target(Level(98.5, 1, 0.0), unit="%", unit_en="%")
RATIOS = target(Level(2.3, 1, 0.0), Direction.DOWN, unit="", unit_en="")
GROWTH = target(MeanGrowth(10.0, 0, 0.5, 2021, 2025), unit="%", unit_en="%")
CUT = target(CumulativeCut(13.5, 1, 2021, 2025), Direction.DOWN, unit="%", unit_en="%")
LATER = target(AssignedLater(2021, 2025), Direction.DOWN, unit="%", unit_en="%")


def test_names_are_in_the_readers_language(zh, en, by_number):
    one = by_number[27].target
    assert (zh.name(one), en.name(one)) == (
        "城镇常住居民人均可支配收入年均增长",
        "Mean annual growth of urban income per head",
    )
    assert (zh.short(one), en.short(one)) == ("城镇收入增速", "Urban income")
    assert (zh.department(one.lead), en.department(one.lead)) == (
        "市人力资源和社会保障局",
        "Bureau of Human Resources and Social Security",
    )
    assert (zh.dimension(one.dimension), en.dimension(one.dimension)) == ("美好生活圈", "Good living")
    assert (zh.indicator("gdp"), en.indicator("gdp")) == ("地区生产总值", "Gross regional product")
    assert (zh.area("520523"), en.area("520523")) == ("金沙县", "Jinsha")
    assert (zh.verdict(Verdict.AT_RISK), en.verdict(Verdict.AT_RISK)) == ("存在风险", "At risk")


def test_a_name_without_english_stays_chinese():
    assert reading("en").pick("遵义", "") == "遵义"


@pytest.mark.parametrize(
    ("indicator", "one", "value", "text"),
    [
        (AMOUNT, AMOUNTS, 60.37, "60万人次"),
        (AMOUNT, AMOUNTS, 69.5, "70万人次"),
        (SHARE, SHARES, 60.37, "60.4%"),
        (SHARE, FINE_SHARES, 98.456, "98.46%"),
        (RATIO, RATIOS, 2.3249, "2.32"),
        (replace(RATIO, decimals=1), RATIOS, 2.3249, "2.3"),
        (AMOUNT, GROWTH, -5.74, "−5.7%"),
        (RATIO, CUT, 12.345, "12.3%"),
        (SHARE, SHARES, None, "—"),
    ],
)
def test_a_value_has_the_plans_digits_and_one_more_for_shares_and_ratios(indicator, one, value, text):
    assert reading("zh", indicator).value(one, value) == text


@pytest.mark.parametrize(
    ("one", "text", "number"),
    [
        (AMOUNTS, "70万人次", 70.0),
        (FINE_SHARES, "98.5%", 98.5),
        (RATIOS, "2.3", 2.3),
        (GROWTH, "10%", 10.0),
        (CUT, "13.5%", 13.5),
        (LATER, "—", None),
    ],
)
def test_a_goal_is_written_as_the_plan_writes_it(one, text, number):
    assert reading("zh").goal(one) == text
    assert stated(one.basis) == number


@pytest.mark.parametrize(
    ("indicator", "one", "chinese", "english"),
    [
        (AMOUNT, AMOUNTS, "10万人次", "10 10,000 trips"),
        (SHARE, SHARES, "9.6个百分点", "9.6 percentage points"),
        (RATIO, RATIOS, "9.63", "9.63"),
        (AMOUNT, GROWTH, "9.6个百分点", "9.6 percentage points"),
        (RATIO, CUT, "9.6个百分点", "9.6 percentage points"),
    ],
)
def test_a_gap_of_shares_and_rates_is_in_points(indicator, one, chinese, english):
    assert reading("zh", indicator).difference(one, 9.63) == chinese
    assert reading("en", indicator).difference(one, 9.63) == english


@pytest.mark.parametrize(
    ("indicator", "one", "unit", "text"),
    [
        (AMOUNT, AMOUNTS, "%", "3.5%"),
        (SHARE, SHARES, "个百分点", "3.5个百分点"),
        (RATIO, RATIOS, "", "3.45"),
        (AMOUNT, GROWTH, "%", "3.5%"),
        (RATIO, CUT, "%", "3.5%"),
    ],
)
def test_a_pace_is_in_percent_for_amounts_in_points_for_shares_in_units_else(indicator, one, unit, text):
    read = reading("zh", indicator)
    assert read.pace_unit(one) == unit
    assert read.pace(one, 3.45) == text
    assert read.pace(one, None) == "—"


@pytest.mark.parametrize(
    ("chance", "text"),
    [
        (None, "—"),
        (0.0, "<2%"),
        (0.0199, "<2%"),
        (0.02, "2%"),
        (0.344, "34%"),
        (0.345, "35%"),
        (0.5, "50%"),
        (0.98, "98%"),
        (0.9801, ">98%"),
        (1.0, ">98%"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_chance_is_never_shown_as_certain(lang, chance, text):
    assert reading(lang).chance(chance) == text


@pytest.mark.parametrize(
    ("chance", "chinese", "english"),
    [
        (0.0199, "几乎没有把握", "almost no chance"),
        (0.02, "不足一成把握", "a chance of less than one in ten"),
        (0.0999, "不足一成把握", "a chance of less than one in ten"),
        (0.1, "约有一成把握", "a chance of about one in ten"),
        (0.149, "约有一成把握", "a chance of about one in ten"),
        (0.15, "约有两成把握", "a chance of about two in ten"),
        (0.5, "约有五成把握", "a chance of about five in ten"),
        (0.949, "约有九成把握", "a chance of about nine in ten"),
        (0.95, "九成以上把握", "a chance of more than nine in ten"),
        (1.0, "九成以上把握", "a chance of more than nine in ten"),
    ],
)
def test_a_chance_in_words(chance, chinese, english):
    assert reading("zh").doubt(chance) == chinese
    assert reading("en").doubt(chance) == english


def test_a_source_is_called_by_its_title_or_else_by_its_code():
    assert reading().source(figure(2020, 1.0)) == "统计年鉴"
    assert reading().source(figure(2020, 1.0, source="unheard-of")) == "unheard-of"


def test_words_in_a_row():
    assert reading("zh").listed(["甲", "乙"]) == "甲、乙"
    assert reading("en").listed(["a", "b"]) == "a, b"
    assert reading("en").listed([]) == ""


ONE_POINT = judged(levels({2024: 60.0}), Level(70.0, 0, 0.0))
NO_POINT = judged([], Level(70.0, 0, 0.0))
PARTIAL = replace(NO_POINT, partial=PartialSum(2023, 41.0, ("north",), ("south",)))


@pytest.mark.parametrize(("lang", "reason"), list(product(("zh", "en"), Reason)))
@pytest.mark.parametrize("one", [ONE_POINT, NO_POINT], ids=["one figure", "no figure"])
def test_every_reason_is_a_finished_sentence(lang, reason, one):
    assert unfinished(reading(lang).reason(one, reason)) == []


@pytest.mark.parametrize(("lang", "flag"), list(product(("zh", "en"), Flag)))
@pytest.mark.parametrize("one", [replace(ONE_POINT, partial=PARTIAL.partial), PARTIAL], ids=["some", "none"])
def test_every_flag_is_a_finished_sentence(lang, flag, one):
    assert unfinished(reading(lang).flag(one, flag)) == []


def test_a_reason_says_what_there_is_and_whose_turn_it_is():
    assert reading().reason(ONE_POINT, Reason.SINGLE_OBSERVATION) == (
        "都市圈只有2024年一个可用数据（60万人次），不足以判断走势。"
    )
    assert "由市交通局提供" in reading().reason(NO_POINT, Reason.NO_DATA)


def test_reasons_follow_each_other_as_the_language_wants():
    both = replace(ONE_POINT, reasons=(Reason.NO_TARGET_VALUE, Reason.SERIES_BREAK))
    for lang, joint in (("zh", ""), ("en", " ")):
        read = reading(lang)
        assert read.reasons(both) == joint.join(read.reason(both, reason) for reason in both.reasons)


def test_a_partial_sum_is_said_with_its_own_year_and_what_it_lacks():
    said = reading("en").flag(PARTIAL, Flag.PARTIAL_SUM)
    assert "2023" in said and "41 10,000 trips" in said and "south" in said


def test_the_latest_year():
    assert latest_year(ONE_POINT) == 2024
    assert latest_year(NO_POINT) == "—"


def test_what_is_said_of_the_real_plan_is_finished(read, everything):
    said = [(read.reasons(one), [read.flag(one, flag) for flag in one.flags]) for one in everything]
    assert unfinished(said) == []


def test_an_english_reader_reads_no_chinese(en, everything):
    said = [(en.reasons(one), [en.flag(one, flag) for flag in one.flags]) for one in everything]
    names = [(en.name(one.target), en.short(one.target), en.unit(one.target)) for one in everything]
    assert in_chinese([said, names]) == []


def test_a_total_is_told_apart_from_the_targets_own_area_whichever_area_is_asked_for(zh, shown):
    """Not: 遵义市 differs from 遵义市."""
    city = assess_all(shown.plan, shown.book, AS_OF, area="520300")
    (said,) = (zh.reasons(one) for one in city if one.target.number == 1)
    assert said.startswith("遵义市2024年为5027亿元，但遵义市与遵义都市圈范围不同")


def test_a_stand_in_is_compared_with_the_areas_own_figure_where_both_have_one(zh, en, by_number):
    assert zh.flag(by_number[6], Flag.STAND_IN).endswith("；2020年遵义都市圈为60.3%，遵义市为56.7%")
    assert "in 2020 Zunyi metropolitan area had 60.3%" in en.flag(by_number[6], Flag.STAND_IN)
    assert zh.flag(by_number[8], Flag.STAND_IN) == "用遵义市的数据替代遵义都市圈"
    assert zh.flag(by_number[27], Flag.STAND_IN) == "用遵义市的数据替代遵义都市圈"
