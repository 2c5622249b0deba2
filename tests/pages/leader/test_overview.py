"""The overview says what will be met and what not, and agrees with the command line to the digit."""

from __future__ import annotations

from collections import Counter

import pytest

from indicators.model import Verdict
from indicators.words import LANGUAGES, say
from tests.pages.screen import cells, markup, percent, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_verdicts_are_counted_as_on_the_command_line(open_page, command_line, lang):
    count = Counter(one["verdict"] for one in command_line("--lang", lang))
    said = text(open_page(lang=lang))
    for verdict in Verdict:
        assert f"{count[verdict]} {say(lang, f'verdict.{verdict}')}" in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_target_stands_on_the_board_with_verdict_and_chance(open_page, command_line, lang):
    board = cells(open_page(lang=lang))
    assert sorted(board) == list(range(1, 31))
    for one in command_line("--lang", lang):
        shown = board[one["number"]]
        assert one["verdict_word"] in shown
        if one["chance"] is not None:
            assert f" {percent(one['chance'])} " in f"{shown} "
        if one["latest_year"] is not None:
            assert f"({one['latest_year']})" in shown


def test_a_target_that_cannot_be_judged_says_why(open_page):
    board = cells(open_page())
    assert "目标值待下达" in board[10]
    assert "目标值待下达" in board[11]
    assert "没有可用数据" in board[15]


def test_another_areas_total_is_never_shown_as_the_areas_own(open_page):
    shown = cells(open_page())[1]
    assert "5027" not in shown
    assert "总量口径不同" in shown
    assert "— → 5000亿元" in shown


def test_what_will_be_missed_is_listed_with_its_gap(open_page, command_line):
    said = text(open_page())
    (urban,) = (one for one in command_line() if one["number"] == 27)
    assert f"27 城镇收入增速 ▼ {urban['expected_shortfall']:.1f}个百分点" in said


def test_the_department_with_most_at_stake_comes_first(open_page):
    ranked = text(open_page()).split("牵头单位，按缺口排序")[1]
    assert ranked.strip().startswith("市发展改革委 ▼ 3")


def test_a_cell_leads_to_its_indicator_and_keeps_language_and_day(open_page):
    page = open_page(lang="en", as_of="2025-06-30")
    assert 'href="indicator?target=6&amp;lang=en&amp;as_of=2025-06-30"' in markup(page)
    assert 'href="departments?department=fagai&amp;lang=en&amp;as_of=2025-06-30"' in markup(page)


def test_by_chance_the_least_likely_stands_first_in_its_dimension(open_page):
    assert next(iter(cells(open_page(order="by_chance")))) == 6
    assert next(iter(cells(open_page()))) == 1


def test_an_earlier_day_knows_less(open_page):
    assert "(2024)" in cells(open_page())[6]
    assert "(2024)" not in cells(open_page(as_of="2025-01-31"))[6]


def test_a_county_is_judged_on_its_own_figures(open_page, command_line):
    shown = cells(open_page(area="520382"))
    (urban,) = (one for one in command_line("--area", "仁怀市") if one["number"] == 6)
    assert urban["area_used"] == "仁怀市"
    assert urban["verdict_word"] in shown[6]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"area": "atlantis"}, "area=atlantis"),
        ({"as_of": "yesterday"}, "as_of=yesterday"),
        ({"as_of": "2999-01-01"}, "as_of=2999-01-01"),
        ({"order": "random"}, "order=random"),
        ({"judging_year": "1999"}, "judging_year=1999"),
        ({"plan": "zunyi-metro-2030"}, "plan=zunyi-metro-2030"),
    ],
)
def test_an_address_that_makes_no_sense_is_named_and_replaced(open_page, query, named):
    page = open_page(**query)
    assert named in page.warning[0].value
    assert len(cells(page)) == 30


def test_what_is_special_about_an_area_is_said_beside_its_picker(open_page):
    said = [caption.value for caption in open_page(area="zunyi-xinpu").sidebar.caption]
    assert any("没有 GB/T 2260 代码" in text for text in said)
    said = [caption.value for caption in open_page(area="520300", lang="en").sidebar.caption]
    assert any("Not the metropolitan area" in text for text in said)
