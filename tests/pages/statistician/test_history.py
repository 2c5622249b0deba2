"""The page 版本与回退: every load, its file, what it changed, and the way back."""

from __future__ import annotations

import pytest

from indicators.errors import StoreDamaged
from indicators.store.journal import original, read_journal
from indicators.store.reader import Store
from pages.statistician.parts.entries import fetch_original
from tests.pages.people import enrol, session
from tests.pages.screen import tables, text
from tests.pages.statistician.conftest import HISTORY
from tests.pages.statistician.files import CLEAN


def rollback_button(page):
    (found,) = (one for one in page.button if one.label.startswith("回退第"))
    return found


def test_before_the_first_load_the_page_leads_to_it(own_store, history):
    page = history()
    assert "还没有报送记录" in text(page)
    assert "首次报送后" in text(page)


def test_a_leader_is_refused(open_as):
    assert "须有统计员身份" in text(open_as("leader", HISTORY))


def test_every_load_is_listed_newest_first(loaded, history):
    rows = tables(history())[-1]
    assert [(row["编号"], row["文件"], row["状态"], row["新增"], row["改动"]) for row in rows] == [
        ("2", "二报.csv", "有效", "0", "1"),
        ("1", "年报.csv", "有效", "2", "0"),
    ]


def test_a_load_is_shown_with_what_was_confirmed_and_what_it_changed(loaded, history):
    page = history(load=1)
    confirmed, effect, changed, _ = tables(page)
    assert [(row["检查"], row["原文"], row["确认理由"]) for row in confirmed] == [
        ("变动过大", "69.5", "按年报")
    ]
    assert next(row for row in effect if row["目标"].startswith("6 "))["结论"].endswith("已实现")
    assert {(row["指标"], row["之前"], row["之后"]) for row in changed} == {
        ("地区生产总值", "—", "5300 亿元"),
        ("常住人口城镇化率", "—", "69.5 %"),
    }
    assert read_journal(loaded).entry(1).file_sha256 in text(page)


@pytest.mark.parametrize("asked", ["0", "3", "x", "<b>"])
def test_a_load_there_is_not_is_told(loaded, history, asked):
    assert "load=" in history(load=asked).warning[0].value


def test_later_loads_on_the_same_figures_are_named_and_asked_about(loaded, history):
    page = history(load=1)
    assert "此后的第2次（二报.csv）涉及同样的数据" in text(page)
    next(one for one in page.text_input if one.key.startswith("rollback_reason")).set_value("填错了").run()
    assert rollback_button(page).disabled, "not agreed yet"
    page.checkbox[0].check().run()
    assert not rollback_button(page).disabled


def test_a_roll_back_needs_a_reason(loaded, history):
    page = history(load=2)
    assert rollback_button(page).disabled
    page.text_input[0].set_value("  ").run()
    assert rollback_button(page).disabled
    page.text_input[0].set_value("填错了").run()
    assert not rollback_button(page).disabled


def test_a_roll_back_takes_the_figures_away_and_is_a_load_itself(loaded, history, open_page):
    page = history(load=1)
    before = Store.open(loaded).snapshot
    next(one for one in page.text_input if one.key.startswith("rollback_reason")).set_value("填错了").run()
    page.checkbox[0].check().run()
    rollback_button(page).click().run()
    assert page.query_params["load"] == "3"
    journal = read_journal(loaded)
    assert (journal.entry(3).of, journal.entry(3).note, journal.entry(3).by) == (1, "填错了", "statistician")
    assert [one.number for one in journal.active] == [2]
    assert Store.open(loaded).snapshot != before
    assert "60.37%" in text(open_page("pages/leader/indicator.py", target=6))
    assert "已回退" in text(history(load=1))
    assert not [one for one in history(load=1).button if one.label.startswith("回退第")]


def test_a_roll_back_can_be_taken_back(loaded, history, open_page):
    page = history(load=2)
    page.text_input[0].set_value("填错了").run()
    rollback_button(page).click().run()
    page = history(load=3)
    page.text_input[0].set_value("没有填错").run()
    rollback_button(page).click().run()
    assert [one.number for one in read_journal(loaded).active] == [1, 2]


def test_another_department_sees_the_load_but_neither_file_nor_roll_back(loaded, open_as):
    enrol("statistician", "wang", departments=("linye",))
    page = open_as("wang", HISTORY, load=1)
    assert "年报.csv" in text(page)
    assert "只有本单位的统计员或管理员可以回退" in text(page)
    assert not [one for one in page.get("download_button") if "原始文件" in one.label]


def test_the_original_is_given_byte_for_byte_to_whom_it_belongs(loaded, accounts):
    enrol("statistician", departments=("fagai",))
    assert fetch_original(loaded, session("statistician"), 1) == CLEAN.encode("gb18030")
    enrol("administrator")
    assert fetch_original(loaded, session("administrator"), 1) == CLEAN.encode("gb18030")


def test_the_original_is_not_given_to_anybody_else(loaded, accounts):
    enrol("statistician", "wang", departments=("linye",))
    enrol("leader")
    for nobody in ("", "gone", session("wang"), session("leader")):
        with pytest.raises(PermissionError):
            fetch_original(loaded, nobody, 1)


def test_an_original_that_was_changed_is_not_given(loaded, accounts):
    enrol("statistician", departments=("fagai",))
    original(loaded, read_journal(loaded).entry(1).file_sha256).write_bytes(b"other")
    with pytest.raises(StoreDamaged):
        fetch_original(loaded, session("statistician"), 1)


def test_the_right_is_asked_for_again_when_the_button_is_pressed(loaded, history):
    page = history(load=2)
    page.text_input[0].set_value("填错了").run()
    page.user = {"session": "gone"}
    rollback_button(page).click().run()
    assert "请先登录" in text(page)
    assert len(read_journal(loaded).entries) == 2


def test_the_dashboard_can_be_seen_as_of_a_load(loaded, history, open_page):
    assert "?version=1" in next(
        one.proto.body for one in history(load=1).get("html") if "之后的版本" in one.proto.body
    )
    assert "5300亿元" in text(open_page("pages/leader/indicator.py", target=1, version=1))
    assert "5310亿元" in text(open_page("pages/leader/indicator.py", target=1))


def test_the_page_speaks_english(loaded, history):
    shown = text(history(load=1, lang="en"))
    assert "2 loads, 2 of them in force" in shown
    assert "Later loads speak of the same figures: load 2" in shown
