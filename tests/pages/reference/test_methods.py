"""评判方法: the rules in words, with the numbers the code uses."""

from __future__ import annotations

import pytest

from indicators.model import Verdict
from indicators.rows import benchmark
from indicators.words import LANGUAGES, say
from tests.pages.screen import facts, tables, text

PAGE = "pages/reference/methods.py"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_verdict_has_its_meaning(open_page, lang):
    said = text(open_page(PAGE, lang=lang))
    for verdict in Verdict:
        assert say(lang, f"verdict.{verdict}") in said
        assert say(lang, f"verdict_meaning.{verdict}") in said


def test_the_tolerances_are_those_in_use(open_page):
    widths = next(rows for rows in tables(open_page(PAGE)) if "容差" in rows[0])
    assert [row["容差"] for row in widths] == ["2%", "1.0个百分点", "0.5个百分点"]


def test_the_plan_is_named_with_its_years_and_due_date(open_page):
    told = facts(open_page(PAGE))
    assert (told["基期"], told["目标年"], told["年度数据报送期限"]) == ("2020", "2025", "每年1月20日")
    assert told["规划文件"] == "遵府办函〔2022〕56号"


def test_contradictions_of_the_plan_are_told(open_page):
    said = text(open_page(PAGE))
    assert "九个县（市、区）各自目标合计5240亿元" in said
    assert "5000亿元÷510万人=9.80万元。两处一致" in said


def test_the_words_name_this_plans_areas(open_page):
    assert "优先用遵义都市圈的数据" in text(open_page(PAGE))
    assert "用遵义市的数据替代" in text(open_page(PAGE))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_benchmark_is_shown_with_its_scores_and_how_to_repeat_it(open_page, lang):
    page = open_page(PAGE, lang=lang)
    assert benchmark.scores(lang) in tables(page)
    assert benchmark.by_panel(lang) in tables(page)
    assert benchmark.COMMAND in text(page)
    assert say(lang, "benchmark.diagram") in text(page)
