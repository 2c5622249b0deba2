"""部门差距: what a lead department owes, the same numbers as on the command line."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.pages.screen import drawing, markup, percent, tables, text

PAGE = "pages/leader/departments.py"


def main_table(page):
    return next(rows for rows in tables(page) if rows and "实现概率" in rows[0])


def test_thirteen_departments_lead_and_all_can_be_picked(open_page):
    (picker,) = (box for box in open_page(PAGE).selectbox if box.label == "牵头单位")
    assert len(picker.options) == 14
    assert picker.options[0] == "全部牵头单位"
    assert "市工业和能源局" not in picker.options


def test_counts_of_a_department_are_those_of_the_command_line(open_page, command_line):
    led = [one for one in command_line() if one["lead"] == "市发展改革委"]
    count = Counter(one["verdict_word"] for one in led)
    said = text(open_page(PAGE, department="fagai"))
    assert f"牵头{len(led)}项" in said
    for word, number in count.items():
        assert f"{number}项{word}" in said


@pytest.mark.parametrize("department", ["fagai", "renshe", "jiaotong", "all"])
def test_every_row_agrees_with_the_command_line(open_page, command_line, department):
    page = open_page(PAGE, department=department)
    records = {one["number"]: one for one in command_line()}
    rows = main_table(page)
    assert rows
    for row in rows:
        one = records[int(row["序号"])]
        assert row["结论"] == one["verdict_word"]
        assert row["实现概率"] == percent(one["chance"])
        assert row["数据年份"] == str(one["latest_year"] or "—")
        assert row["目标"] == one["name"]


def test_the_worst_stands_first(open_page):
    verdicts = [row["结论"] for row in main_table(open_page(PAGE, department="renshe"))]
    assert verdicts == ["难以实现", "存在风险", "无法评估"]


def test_targets_led_by_another_are_shown_apart(open_page):
    tables_shown = [rows for rows in tables(open_page(PAGE, department="nongye")) if rows]
    shared = tables_shown[1]
    assert [row["牵头单位"] for row in shared] == ["市人力资源和社会保障局"]
    assert 'class="scroll muted' in markup(open_page(PAGE, department="nongye"))


def test_the_ladder_and_the_paces_are_drawn(open_page):
    page = open_page(PAGE, department="fagai")
    assert "城镇化率" in drawing(page, 0)
    assert "13.7%" in drawing(page, 1)


def test_a_row_without_a_way_says_why(open_page):
    assert "目标值待下达" in drawing(open_page(PAGE, department="fagai"))


def test_missing_data_is_named_with_its_date(open_page):
    owed = tables(open_page(PAGE, department="minzheng"))[-1]
    assert owed[0]["缺少"] == "2020—2025年全部"
    assert owed[0]["报送期限"] == "每年1月20日前报送上一年度数据"


def test_names_lead_to_their_indicators(open_page):
    assert 'href="indicator?target=27' in markup(open_page(PAGE, department="renshe"))


def test_no_required_pace_is_said_in_words(open_page):
    page = open_page(PAGE, department="minzheng")
    assert len(page.get("plotly_chart")) == 1
    assert "没有可计算后续所需速度的目标" in text(page)
