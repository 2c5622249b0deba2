"""What a target asks, in the plan's words, and what its verdict rests on."""

from __future__ import annotations

from dataclasses import replace

from indicators.rows.about import about, claim_text, claims, tags
from indicators.rows.record import column
from indicators.rows.rules import differs
from tests.indicators.rows.invented import in_chinese, unfinished

SNAPSHOT = "0123456789ab"


def told(read, one):
    rows = about(read, one, SNAPSHOT)
    return [(row[column(read, "element")], row[column(read, "content")]) for row in rows]


def test_it_begins_with_the_plans_own_wording_and_ends_with_the_data_version(zh, by_number):
    rows = told(zh, by_number[27])
    assert rows[0] == ("规划原文", "年均增长达到10%左右")
    assert rows[-1] == ("数据版本", SNAPSHOT)


def test_jointly_responsible_departments_are_named_only_where_there_are_any(zh, by_number):
    assert ("责任单位", "市发展改革委") in told(zh, by_number[26])
    assert "责任单位" not in dict(told(zh, by_number[27]))


def test_every_flag_and_every_reason_is_a_sentence_of_its_own(zh, by_number):
    rows = told(zh, by_number[5])
    assert [text for label, text in rows if label == "原因"] == [
        zh.reason(by_number[5], reason) for reason in by_number[5].reasons
    ]
    flags = dict(told(zh, by_number[6]))
    assert flags["口径替代"] == "用遵义市的数据替代遵义都市圈；2020年遵义都市圈为60.3%，遵义市为56.7%"


def test_the_figures_used_are_listed_with_year_source_and_grade(zh, by_number):
    used = dict(told(zh, by_number[6]))["所用数据"]
    assert used.startswith("2020 56.69 %（第七次全国人口普查分县资料，A）；2024 60.37 %")


def test_a_method_is_named_only_where_something_is_projected(zh, by_number):
    assert "推算方法" in dict(told(zh, by_number[6]))
    assert "推算方法" not in dict(told(zh, by_number[15]))


def test_the_second_chance_without_the_pandemic_years_stands_where_there_is_one(zh, by_number):
    second = replace(by_number[4], chance_without_pandemic=0.7)
    assert dict(told(zh, second))["不用2020—2022年数据的概率"] == "70%、有望实现"
    assert "不用2020—2022年数据的概率" not in dict(told(zh, by_number[6]))


def test_contradictions_of_the_plan_stand_beside_their_targets(zh):
    assert [claim.code for claim in claims(zh, 7)] == ["good_air_days"]
    assert {claim.code for claim in claims(zh, 1)} == {"gdp_of_members", "gdp_per_head", "central_city_share"}
    assert claims(zh, 30) == []


def test_a_contradiction_says_whether_the_two_agree(zh, en):
    by_code = {claim.code: claim for claim in zh.plan.consistency}
    assert claim_text(zh, by_code["gdp_per_head"]).endswith("两处一致。")
    assert claim_text(zh, by_code["road_density"]).endswith("两处不一致。")
    assert claim_text(en, by_code["road_density"]).endswith("The two differ.")


def test_a_target_on_which_published_rules_differ_is_marked(zh, everything):
    marked = {one.target.number for one in everything if "其他规则结论不同" in dict(tags(zh, one))}
    assert marked == {one.target.number for one in everything if differs(one)}
    assert 0 < len(marked) < 30


def test_every_flag_is_a_tag_with_its_meaning(zh, by_number):
    meaning = dict(tags(zh, by_number[6]))["口径替代"]
    assert meaning == "用遵义市的数据替代遵义都市圈；2020年遵义都市圈为60.3%，遵义市为56.7%"


def test_it_is_finished_text(read, everything):
    assert [unfinished(about(read, one, SNAPSHOT)) for one in everything] == [[]] * 30


def test_in_english_only_wording_and_sources_stay_chinese(en, by_number):
    rows = [row for row in told(en, by_number[6]) if row[0] not in ("Wording of the plan", "Figures used")]
    assert in_chinese(rows) == []
