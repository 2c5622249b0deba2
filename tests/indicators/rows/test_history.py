"""The journal as a reader sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import pytest

from indicators.model import Confirmation, JournalEntry, LoadKind, Measure, Remark, Severity, Source
from indicators.rows.history import (
    changes,
    confirmations,
    entries,
    facts,
    long_facts,
    receipt,
    state,
    summary,
)
from indicators.rows.remarks import Naming
from indicators.words import LANGUAGES
from tests.indicators.rows.invented import in_chinese, reading, unfinished

AT = datetime(2026, 3, 1, 9, 5).astimezone()
SAID = (("indicator", "measured"), ("area", "city"), ("year", "2024"), ("measure", "level"))
ODD = Remark(
    "revision", Severity.WARNING, "填报表", 3, 6, "数值", "660", (*SAID, ("before", "658"), ("after", "660"))
)
LOAD = JournalEntry(
    number=1,
    kind=LoadKind.LOAD,
    at=AT,
    by="li",
    department="office",
    year=2025,
    note="年报",
    before="b" * 12,
    snapshot="a" * 12,
    previous="",
    file="report.csv",
    format="csv",
    encoding="GB18030",
    file_sha256="f" * 64,
    rows_sha256="e" * 64,
    rows=5,
    new=3,
    changed=1,
    unchanged=1,
)
BACK = JournalEntry(2, LoadKind.ROLLBACK, AT, "wang", "office", 2025, "填错", "a" * 12, "b" * 12, "x", of=1)


def test_entries_are_listed_newest_first():
    rows = entries(reading(), (), [LOAD, BACK], {2})
    assert [(row["编号"], row["类型"], row["状态"]) for row in rows] == [
        ("2", "回退第1次", "有效"),
        ("1", "报送", "已回退"),
    ]


def test_a_load_is_listed_with_its_file_and_figures():
    (row,) = entries(reading(), (), [LOAD], {1})
    assert row == {
        "编号": "1",
        "类型": "报送",
        "状态": "有效",
        "时间": "2026-03-01 09:05",
        "报送人": "li",
        "报送单位": "市交通局",
        "数据年份": "2025",
        "文件": "report.csv",
        "文件指纹": "ffffffffffff",
        "数据个数": "5",
        "新增": "3",
        "改动": "1",
        "已确认警告": "0",
        "备注或理由": "年报",
    }


def test_a_roll_back_has_no_file_and_no_figures():
    (row,) = entries(reading(), (), [BACK], {2})
    assert {row[name] for name in ("文件", "文件指纹", "数据个数", "新增", "改动", "已确认警告")} == {"—"}


@pytest.mark.parametrize(("in_force", "word"), [({1}, "有效"), (set(), "已回退")])
def test_an_entry_holds_or_was_taken_back(in_force, word):
    assert state(reading(), LOAD, in_force) == word


def test_the_facts_of_a_roll_back_are_fewer():
    load, back = (
        {each.label: each.value for each in facts(reading(), (), one, {1, 2})} for one in (LOAD, BACK)
    )
    assert load.keys() > back.keys()
    assert load["格式与编码"] == "CSV · GB18030"


def test_the_whole_digest_stands_among_the_facts():
    told = long_facts(reading(), LOAD)
    assert "f" * 64 in told[0]
    assert told[1].endswith(f"{'b' * 12} → {'a' * 12}")
    assert told[2].endswith("年报")
    assert len(long_facts(reading(), replace(LOAD, note=""))) == 2


def test_a_confirmed_warning_stands_beside_its_reason():
    read = reading()
    one = replace(LOAD, confirmed=(Confirmation(ODD, "核实后修订"),))
    (row,) = confirmations(read, Naming.of([read.plan], "zh"), one)
    assert row == {
        "检查": "与已有数据不同",
        "行": "3",
        "列": "F 数值",
        "原文": "660",
        "确认理由": "核实后修订",
    }


@pytest.mark.parametrize(
    ("found", "in_force", "said"),
    [
        ([], set(), "还没有报送记录。"),
        ([LOAD], {1}, "共报送1次，其中1次有效；最近一次在2026-03-01 09:05。"),
        ([LOAD, BACK], {2}, "共报送1次，其中0次有效；最近一次在2026-03-01 09:05。"),
    ],
)
def test_the_summary_counts_loads_and_those_in_force(found, in_force, said):
    assert summary(reading(), found, in_force) == said


def test_a_receipt_can_be_checked_without_the_page():
    kept = receipt(reading(), (), replace(LOAD, confirmed=(Confirmation(ODD, "核实"),)), "history?load=1")
    assert (kept["load"], kept["file_sha256"], kept["snapshot"]) == (1, "f" * 64, "a" * 12)
    assert kept["confirmed"] == [{"check": "revision", "reason": "核实"}]
    assert kept["department_name"] == "市交通局"
    assert "practice" not in kept


def test_a_receipt_of_the_practice_store_says_so():
    read = replace(reading(), sources={"practice": Source("practice", "演练数据", "")})
    assert receipt(read, (), LOAD, "")["practice"] == read.say("practice.invented")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_finished(lang):
    read = reading(lang)
    rows = [entries(read, (), [LOAD, BACK], {2}), facts(read, (), LOAD, {1})]
    assert unfinished([*rows, long_facts(read, replace(BACK, note=""))]) == []
    assert lang == "zh" or in_chinese(facts(read, (), LOAD, {1})) == []


def test_what_changed_is_told_from_what_to_what():
    read = reading()
    of = {"indicator": "measured", "area": "city", "year": 2025, "measure": Measure.LEVEL}
    new = SimpleNamespace(**of, kind="new", found_before="", found_after="71 %")
    lost = SimpleNamespace(
        **vars(new) | {"indicator": "gone", "kind": "gone", "found_before": "70 %", "found_after": ""}
    )
    place = {"地区": "市", "数据年份": "2025", "类别": "水平"}
    assert changes(read, Naming.of([read.plan], "zh"), [new, lost]) == [
        {"变化": "新增", "指标": "旅客量", **place, "之前": "—", "之后": "71 %"},
        {"变化": "撤去", "指标": "gone", **place, "之前": "70 %", "之后": "—"},
    ]
