"""The national plan on every page: nothing on it is of the city's plan."""

from __future__ import annotations

import re

import pytest

from tests.pages.screen import facts, markup, tables, text

PLAN = "china-14fyp"
PAGES = (
    None,
    "pages/leader/indicator.py",
    "pages/leader/departments.py",
    "pages/reference/sources.py",
    "pages/reference/methods.py",
)
OF_THE_CITY = re.compile(r"遵义|都市圈|口径替代|Zunyi|metropolitan|[Ss]tand-in|stands in")
IN_THE_PICKER = re.compile(r"遵义都市圈发展规划|Zunyi metropolitan area development plan")
METHODS = "pages/reference/methods.py"


def said(page):
    """All that is on the page, but for the name of the other plan in the picker."""
    return IN_THE_PICKER.sub("", text(page))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_speaks_of_the_city(open_page, path, lang):
    page = open_page(path, plan=PLAN, lang=lang)
    assert not page.warning
    assert OF_THE_CITY.findall(said(page)) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("number", range(1, 21))
def test_every_target_has_its_page(open_page, number, lang):
    page = open_page("pages/leader/indicator.py", plan=PLAN, target=number, lang=lang)
    assert not page.warning
    assert not re.search(r"\b(None|nan)\b|[{}]", said(page))


def test_the_city_comes_first_where_no_plan_is_asked_for(open_page):
    (picker,) = (one for one in open_page().sidebar.selectbox if one.key == "control_plan")
    assert (picker.value, picker.options[1]) == ("zunyi-metro-2025", "国家“十四五”规划纲要")


def test_a_target_in_words_shows_what_growth_was(open_page):
    page = open_page("pages/leader/indicator.py", plan=PLAN, target=1, as_of="2026-06-30")
    assert facts(page) == {"最新（2025年）": "5.3%", "目标（2025年）": "未定数值"}
    assert "规划只写“保持在合理区间、各年度视情提出”，没有定数值，不作判断" in text(page)


def test_a_relative_growth_is_told_as_a_lead(open_page):
    told = facts(open_page("pages/leader/indicator.py", plan=PLAN, target=7, as_of="2026-06-30"))
    assert (told["最新（2025年）"], told["目标（2025年）"]) == ("年均快0.1个百分点", "与GDP增长基本同步")


def test_the_official_view_stands_on_the_targets_page(open_page):
    page = open_page("pages/leader/indicator.py", plan=PLAN, target=15, as_of="2026-06-30")
    assert "2023-12-26“滞后”" in text(page)
    assert "2026-03-05“未完成（路透社）”" in text(page)


def test_the_official_review_stands_beside_that_days_verdict_and_the_outcome(open_page):
    page = open_page(METHODS, plan=PLAN, as_of="2026-06-30")
    (rows,) = (found for found in tables(page) if "官方类别" in found[0])
    assert [row["序号"] for row in rows] == [str(number) for number in range(1, 21)]
    carbon, energy = rows[14], rows[13]
    assert (carbon["官方类别"], carbon["与官方类别"], carbon["最终结果"]) == (
        "滞后",
        "一致",
        "未实现（12.0%）",
    )
    assert (energy["最终结果"], energy["与最终结果"]) == ("已实现（16.1%）", "不同")
    assert "其间统计口径改变、前后不能直接对照的有：能耗强度、空气优良天数" in text(page)


@pytest.mark.parametrize(
    ("plan", "as_of"),
    [(PLAN, "2023-12-25"), ("zunyi-metro-2025", "2026-06-30")],
    ids=["before it", "no review"],
)
def test_without_a_review_there_is_no_such_part(open_page, plan, as_of):
    assert "官方评估" not in text(open_page(METHODS, plan=plan, as_of=as_of))


def test_nobody_is_named_as_owing_figures_by_a_day(open_page):
    page = open_page("pages/leader/departments.py", plan=PLAN)
    owed = next(found for found in tables(page) if "报送期限" in found[0])
    assert {row["报送期限"] for row in owed} == {"—"}
    assert "责任部门（规划未列明）" in markup(page)
