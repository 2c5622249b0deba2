"""The page of one target: the same sentence and numbers as on the command line, for all thirty."""

from __future__ import annotations

import re

import pytest

from indicators.words import LANGUAGES, say
from tests.pages.screen import drawing, facts, percent, tables, text

PAGE = "pages/leader/indicator.py"


@pytest.mark.parametrize("number", range(1, 31))
def test_sentence_and_numbers_are_those_of_the_command_line(open_page, command_line, number):
    (one,) = (each for each in command_line() if each["number"] == number)
    page = open_page(PAGE, target=number)
    assert one["headline"] in text(page)
    assert one["verdict_word"] in text(page)
    told = facts(page)
    if one["chance"] is not None:
        assert told["实现概率"] == percent(one["chance"])
    if one["required_pace"] is not None:
        shown = re.match(r"[\d.]+", told["后续所需年均"].replace("−", ""))
        assert float(shown[0]) == pytest.approx(abs(one["required_pace"]), abs=0.05)
    if one["schedule_gap"] is not None:
        assert told["时序差"].endswith(f"{abs(one['schedule_gap']):.1f}个百分点")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_urban_income_needs_more_than_a_quarter_in_one_year(open_page, lang):
    page = open_page(PAGE, target=27, lang=lang)
    assert facts(page)[say(lang, "panel.required_pace")] == "28.5%"
    assert "28.5%" in text(page).split(say(lang, "panel.required_pace"))[0], "the headline says so too"


def test_the_chart_shows_history_target_and_fan(open_page):
    spec = drawing(open_page(PAGE, target=6))
    for word in ("目标 70%", "时序路径", "后续所需", "推算区间", "2024年 60.37%"):
        assert word in spec


def test_a_break_is_marked_with_its_reason(open_page):
    assert "2020年普查" in drawing(open_page(PAGE, target=6))


def test_without_any_figure_the_page_says_who_supplies_it(open_page):
    page = open_page(PAGE, target=15)
    assert not page.get("plotly_chart")
    assert "市住房城乡建设局" in text(page)
    assert "没有可用于评判的年度数据" in text(page)


def test_a_value_still_to_be_assigned_is_no_verdict(open_page):
    page = open_page(PAGE, target=10)
    assert "目标值由上级下达，尚未录入" in text(page)
    assert "实现概率" not in facts(page)


def test_a_stand_in_is_named_wherever_it_serves(open_page):
    page = open_page(PAGE, target=6)
    assert "口径替代：遵义市代遵义都市圈" in text(page)
    assert "用遵义市的数据替代遵义都市圈" in text(page)


def test_the_citys_product_is_shown_with_its_name_but_not_judged(open_page):
    page = open_page(PAGE, target=1)
    assert "遵义市2024年为5027亿元，但遵义市与遵义都市圈范围不同" in text(page)
    assert set(facts(page)) == {"目标（2025年）"}
    assert "目标 5000" not in drawing(page)


def test_members_published_so_far_are_shown_as_a_partial_sum(open_page):
    assert "遵义都市圈2021年已公布成员合计3301亿元，缺金沙县" in text(open_page(PAGE, target=1))


def test_every_vintage_is_listed_with_source_and_use(open_page):
    vintages = next(rows for rows in tables(open_page(PAGE, target=13)) if rows and "采用情况" in rows[0])
    found = {(row["原始数值"], row["采用情况"]) for row in vintages if row["数据年份"] == "2020"}
    assert ("4.56 公里/百平方公里", "采用") in found
    assert ("4.16 公里/百平方公里", "被后来的版本替代") in found


def test_the_plans_own_contradiction_is_told_beside_the_target(open_page):
    assert "专栏10：保持在96%以上" in text(open_page(PAGE, target=7))


def test_published_rules_stand_beside_the_verdict(open_page):
    rules = next(rows for rows in tables(open_page(PAGE, target=6)) if rows and "规则" in rows[0])
    assert {row["规则"]: row["该规则的结论"] for row in rules}["时序进度"].startswith("红灯")


def test_what_if_answers_met_and_missed(open_page):
    page = open_page(PAGE, target=6)
    page.number_input[0].set_value(9.0).run()
    within = "若今后每年变化9.0个百分点，2025年为69.4%，与目标70%差0.6个百分点，在“左右”的容差内，可算达到。"
    assert within in text(page)
    page.number_input[0].set_value(2.0).run()
    assert "2025年为62.4%，距目标70%差7.6个百分点" in text(page)


@pytest.mark.parametrize("target", [2, 6, 27, 29])
def test_what_if_begins_with_a_pace_that_suffices(open_page, target):
    assert "，达到目标" in text(open_page(PAGE, target=target)).split("情景试算")[1].split("评判要素")[0]


def test_what_if_can_be_sent_to_a_colleague(open_page):
    assert "若今后每年增长12.0%" in text(open_page(PAGE, target=2, pace="12.0"))


def test_what_if_has_no_answer_once_the_year_is_over(open_page):
    page = open_page(PAGE, target=13)
    assert not page.number_input
    assert "不作试算" in text(page)


def test_the_picker_names_all_targets_with_their_verdicts(open_page):
    (picker,) = (box for box in open_page(PAGE).selectbox if box.label == "目标")
    assert len(picker.options) == 30
    assert picker.options[26] == "27 城镇常住居民人均可支配收入年均增长 · 难以实现"


def test_an_unknown_target_falls_back_and_says_so(open_page):
    assert "target=99" in open_page(PAGE, target=99).warning[0].value


@pytest.mark.parametrize("pace", ["fast", "nan", "inf", "1e999"])
def test_a_pace_that_makes_no_sense_is_named_and_replaced(open_page, pace):
    page = open_page(PAGE, target=2, pace=pace)
    assert f"pace={pace}" in page.warning[0].value
    assert page.number_input[0].value == open_page(PAGE, target=2).number_input[0].value


@pytest.mark.parametrize(("pace", "shown"), [("60.1", 60.0), ("60.0", 60.0), ("-60.1", -60.0)])
def test_a_pace_beyond_the_controls_reach_stands_at_its_end(open_page, pace, shown):
    assert open_page(PAGE, target=2, pace=pace).number_input[0].value == shown


@pytest.mark.parametrize("asked", ["![](//a.example/b.png)", "`[go](//a.example)", "a\n\n# [go](//b.c)"])
def test_an_address_cannot_bring_markup_along(open_page, asked):
    (told,) = open_page(PAGE, target=asked).warning
    assert re.search(r"`target=[^`\n]+`", told.value)
    assert told.value.count("`") == 2


def test_a_supposed_pace_belongs_to_its_target(open_page):
    page = open_page(PAGE, target=2, pace="12.0")
    (picker,) = (box for box in page.selectbox if box.label == "目标")
    picker.set_value("6").run()
    assert "pace" not in page.query_params
    assert "若今后每年变化9.6个百分点" in text(page)
