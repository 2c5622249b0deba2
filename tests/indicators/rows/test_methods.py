"""The page of methods as rows: nothing in it is written twice."""

from __future__ import annotations

from dataclasses import replace

from indicators.model import Flag, Verdict
from indicators.rows.methods import consistency, flags, paragraphs, plan_facts, tolerances, verdicts
from indicators.rows.record import column
from indicators.targets import AMOUNT_TOLERANCE, GROWTH_TOLERANCE, SHARE_TOLERANCE
from tests.indicators.rows.invented import in_chinese, unfinished

PARTS = ("basis", "scope", "numbers", "projection", "limits", "rules")


def test_verdicts_come_best_first_with_their_rule(zh):
    assert [one.verdict for one in verdicts(zh)] == list(Verdict)
    assert verdicts(zh)[1].meaning == "实现的概率不低于三分之二"


def test_tolerances_are_the_constants_in_use(zh):
    widths = [row[column(zh, "tolerance")] for row in tolerances(zh)]
    assert widths == ["2%", "1.0个百分点", "0.5个百分点"]
    assert (AMOUNT_TOLERANCE, SHARE_TOLERANCE, GROWTH_TOLERANCE) == (0.02, 1.0, 0.5)


def test_every_flag_is_explained_once(read):
    names = [row[column(read, "flags")] for row in flags(read)]
    assert names == [read.say(f"flag.{flag}") for flag in Flag]


def test_every_part_has_paragraphs_in_both_languages(zh, en):
    assert all(len(paragraphs(zh, part)) == len(paragraphs(en, part)) >= 3 for part in PARTS)


def test_paragraphs_speak_of_this_plans_areas_and_years(zh):
    assert paragraphs(zh, "scope")[0].startswith("优先用遵义都市圈的数据")
    assert "2021年至2025年" in paragraphs(zh, "basis")[3]


def test_a_plan_without_a_stand_in_is_told_nothing_of_one(zh):
    alone = replace(zh, plan=replace(zh.plan, stand_in=None))
    assert paragraphs(alone, "scope") == [paragraphs(zh, "scope")[0], paragraphs(zh, "scope")[2]]
    assert zh.say("flag.stand_in") not in [row[column(zh, "flags")] for row in flags(alone)]


def test_a_plan_whose_area_has_no_members_is_told_nothing_of_sums(zh):
    country = zh.plan.areas["zunyi-metro"]
    areas = {**zh.plan.areas, "zunyi-metro": replace(country, members=())}
    alone = replace(zh, plan=replace(zh.plan, areas=areas, stand_in=None))
    assert paragraphs(alone, "scope") == ["只用遵义都市圈公布的数据，不由其他地区推算或替代。"]
    names = [row[column(zh, "flags")] for row in flags(alone)]
    assert {zh.say("flag.partial_sum"), zh.say("flag.stand_in")} & set(names) == set()


def test_only_bases_that_the_plan_has_are_told(zh):
    basis = {one.number: one.basis for one in zh.plan.targets}
    assert any("上级下达" in text for text in paragraphs(zh, "basis"))
    only = [one for one in zh.plan.targets if basis[one.number] == basis[3]]
    fewer = replace(zh, plan=replace(zh.plan, targets=tuple(only)))
    assert not any("上级下达" in text for text in paragraphs(fewer, "basis"))
    assert len(paragraphs(zh, "basis")) == len(paragraphs(fewer, "basis")) + 1 == 5


def test_the_years_of_growth_are_the_plans_own(zh):
    longer = replace(zh, plan=replace(zh.plan, base_year=2025, target_year=2035))
    assert "2026年至2035年" in paragraphs(longer, "numbers")[1]


def test_the_plan_is_told_with_its_day(zh, en):
    assert {fact.label: fact.value for fact in plan_facts(zh)}["年度数据报送期限"] == "每年1月20日"
    assert plan_facts(en)[-1].value == "20 January"


def test_a_plan_that_sets_no_day_for_reports_has_none(zh):
    silent = replace(zh, plan=replace(zh.plan, report_due=""))
    assert {fact.label: fact.value for fact in plan_facts(silent)}["年度数据报送期限"] == "—"


def test_contradictions_name_their_targets(zh):
    rows = {row[column(zh, "matter")]: row[column(zh, "targets")] for row in consistency(zh)}
    assert rows["人均地区生产总值"] == "1、2、5"


def test_it_is_finished_text(read):
    rows = [*verdicts(read), *tolerances(read), *flags(read), *plan_facts(read), *consistency(read)]
    assert unfinished([*rows, *(paragraphs(read, part) for part in PARTS)]) == []


def test_in_english_only_the_document_stays_chinese(en):
    rows = [*verdicts(en), *tolerances(en), *flags(en), *plan_facts(en)[1:], *consistency(en)]
    assert in_chinese([*rows, *(paragraphs(en, part) for part in PARTS)]) == []
