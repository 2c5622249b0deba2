"""What is said of an upload: how it was read, how much it holds, and its findings as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from indicators.model import Department, Remark, Severity
from indicators.rows.facts import Fact
from indicators.rows.remarks import RemarkRow
from indicators.rows.upload import (
    Working,
    by_level,
    counts,
    department_name,
    heads,
    level,
    read_as,
    size,
    table,
    told,
    unfinished,
)
from tests.indicators.rows.invented import reading

ERROR, WARNING, NOTE = Severity


@pytest.mark.parametrize(
    ("separator", "word"),
    [
        (",", "逗号"),
        ("\t", "制表符"),
        (";", "分号"),
        ("，", "全角逗号"),
        ("；", "全角分号"),
        ("|", "其他符号"),
    ],
)
def test_a_text_file_is_told_with_encoding_and_separator(separator, word):
    assert read_as(reading(), "csv", "GB18030", separator, ["x"]) == f"按 CSV 读取：编码 GB18030，{word}分隔"


def test_a_workbook_is_told_with_its_sheets():
    assert read_as(reading(), "xlsx", "", "", ["填报表", "说明"]) == "按 XLSX 读取：工作表填报表、说明"


def test_findings_are_counted_worst_first():
    found = [Remark("a", NOTE), Remark("b", WARNING), Remark("c", WARNING)]
    assert list(by_level(found).items()) == [("error", 0), ("warning", 2), ("note", 1)]


def test_counts_have_their_words():
    assert counts(reading(), {"new": 3, "changed": 0}) == (Fact("新增", "3"), Fact("改动", "0"))


def row(**changes):
    usual = {
        "level_code": "error",
        "check_code": "bounds",
        "level": "错误",
        "check": "超出范围",
        "sheet": "",
        "row": 3,
    }
    usual |= {"column": "B 数值", "found": "x", "allowed": "0—100", "help": "请核对。"}
    return RemarkRow(**usual | changes)


def test_findings_are_rows_under_headings():
    assert table(reading(), [row()]) == [
        {
            "级别": "错误",
            "检查": "超出范围",
            "行": "3",
            "列": "B 数值",
            "原文": "x",
            "允许": "0—100",
            "如何修改": "请核对。",
        }
    ]


def test_sheets_are_named_where_there_are_several():
    assert "工作表" not in table(reading(), [row(sheet="一"), row(sheet="一"), row()])[0]
    assert [one["工作表"] for one in table(reading(), [row(sheet="一"), row(sheet="二")])] == ["一", "二"]


def test_a_finding_without_a_row_has_none():
    assert table(reading(), [row(row=None)])[0]["行"] == "—"


def test_a_tooltip_says_what_is_allowed_and_how_to_mend_it():
    assert told(row()) == "超出范围 · 0—100 · 请核对。"
    assert told(row(allowed="")) == "超出范围 · 请核对。"


def test_a_department_is_called_by_its_plan():
    read = reading()
    assert department_name(read, (), "office") == "市交通局"
    assert department_name(read, (), "") == "全部单位"
    assert department_name(read, (), "gone") == "gone"
    far = replace(read.plan, departments={"far": Department("far", "远局", "Far", ())})
    assert department_name(read, (far,), "far") == "远局"


def test_uploads_in_work_are_listed():
    at = datetime(2026, 3, 1, 9, 5).astimezone()
    assert unfinished(reading(), (), [Working("年报.csv", "office", 2025, at)]) == [
        {"文件": "年报.csv", "报送单位": "市交通局", "数据年份": "2025", "最后修改": "2026-03-01 09:05"}
    ]


@pytest.mark.parametrize(
    ("bytes", "text"), [(1, "1 KB"), (12_300, "12 KB"), (99_999, "100 KB"), (100_000, "0.1 MB")]
)
def test_a_files_size_is_told_in_round_numbers(bytes, text):
    assert size(bytes) == text


def test_levels_are_offered_with_their_numbers():
    assert [level(reading(), name, 3) for name in ("all", "error")] == ["全部 3", "错误 3"]


def test_the_page_joins_what_belongs_together():
    assert heads(reading()) == ("检查", "位置（行 列）", "原文", "允许的内容与修改办法")
