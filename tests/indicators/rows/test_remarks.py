from __future__ import annotations

import pytest

from indicators.model import Remark, Severity
from indicators.rows.remarks import Naming, check_name, column_name, listed, record
from indicators.words import LANGUAGES, say
from tests.etl.examine.uploads import plans, upload

ZH, EN = (Naming.of(plans(), lang) for lang in LANGUAGES)
REVISION = Remark(
    "revision",
    Severity.WARNING,
    "表1",
    3,
    4,
    "数值",
    "5100",
    (
        ("indicator", "gdp"),
        ("area", "520300"),
        ("measure", "level"),
        ("year", "2024"),
        ("before", "5027"),
        ("after", "5100"),
    ),
)


def test_a_finding_is_a_row_of_text():
    (row,) = listed(ZH, [REVISION])
    assert (row.level, row.check, row.sheet, row.row, row.column, row.found) == (
        "警告",
        "与已有数据不同",
        "表1",
        3,
        "D 数值",
        "5100",
    )
    assert row.allowed == "已有：5027亿元"
    assert row.help.startswith("遵义市2024年地区生产总值（水平）将由5027改为5100亿元。")


def test_a_reader_of_english_reads_the_same():
    (row,) = listed(EN, [REVISION])
    assert row.allowed == "stored: 5027 hundred million yuan"
    assert "Gross regional product of Zunyi" in row.help


def test_the_record_holds_codes_for_programs_and_text_for_readers():
    assert record(ZH, REVISION) == {
        "check": "revision",
        "level": "warning",
        "sheet": "表1",
        "row": 3,
        "column": "D 数值",
        "found": "5100",
        "allowed": "已有：5027亿元",
        "help": listed(ZH, [REVISION])[0].help,
    }


def test_several_codes_are_named_in_a_row_and_none_is_said():
    near = Remark(
        "unknown_indicator",
        Severity.ERROR,
        "",
        2,
        1,
        "指标",
        "胡说",
        (("indicator", "gdp;fai"), ("count", "2")),
    )
    assert listed(ZH, [near])[0].allowed.endswith("相近的名称：地区生产总值、固定资产投资")
    assert listed(EN, [near])[0].allowed.endswith("near: Gross regional product, Fixed-asset investment")
    none = Remark(
        "unknown_indicator", Severity.ERROR, "", 2, 1, "指标", "胡说", (("indicator", ""), ("count", "2"))
    )
    assert listed(ZH, [none])[0].allowed.endswith("相近的名称：无")


def test_growth_is_told_in_percent():
    said = (
        ("indicator", "gdp"),
        ("area", "520300"),
        ("measure", "growth"),
        ("year", "2024"),
        ("before", "5.0"),
        ("after", "5.6"),
    )
    assert listed(ZH, [Remark("revision", Severity.WARNING, "", 2, said=said)])[0].allowed == "已有：5.0%"


def test_findings_left_out_are_counted():
    (row,) = listed(ZH, [Remark("not_a_number", Severity.ERROR, said=(("left_out", "9800"),))])
    assert (row.check, row.found, row.row, row.column) == ("不是数", "另有9800处，未逐一列出", None, "")


def test_a_code_that_no_plan_knows_any_more_is_shown_as_it_is():
    said = (("indicator", "gone"), ("count", "1"))
    assert "gone" in listed(ZH, [Remark("not_in_plan", Severity.WARNING, "", 2, said=said)])[0].help


@pytest.mark.parametrize(
    ("column", "name"),
    [(1, "A 数值"), (26, "Z 数值"), (27, "AA 数值"), (702, "ZZ 数值"), (703, "AAA 数值"), (None, "数值")],
)
def test_a_column_is_called_as_a_spreadsheet_does(column, name):
    assert column_name(column, "数值") == name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_level_is_said(lang):
    assert len({say(lang, f"severity.{level}") for level in Severity}) == len(Severity)
    assert check_name(lang, "jump") == say(lang, "cell_finding.jump.name")


WORST = """
indicator area year measure unit status value
地区生产总直 红花冈区 24 口味 亿吨 已审核 abc
地区生产总值 遵义市 1998 ~ 万人 ~ 约5
地区生产总值 遵义市 2024 ~ ~ ~ 5,027万元
地区生产总值 遵义市 2031 ~ 亿元 ~ 200000
社会消费品零售总额 遵义市 2024 ~ 亿元 ~ 1
铁路里程 遵义市 2024 ~ 公里 ~ 1
城镇化率 遵义市 2024 ~ % ~ 0.6
城镇化率 遵义市 2023 ~ % ~ —
地区生产总值 遵义市 2022 ~ 亿元 ~ 5
地区生产总值 遵义市 2022 ~ 亿元 ~ 5
地区生产总值 遵义市 2021 ~ % ~ 99
地区生产总值 遵义市 2023 ~ 亿元 初步 47000
人均GDP 遵义市 2023 ~ 万元 ~ 7
"""


@pytest.mark.parametrize("naming", [ZH, EN], ids=LANGUAGES)
def test_whatever_the_checks_say_can_be_told(naming):
    done = upload(
        WORST,
        "indicator year value\ngdp 2023 4700\nresident_population 2023 650",
        department="fagai",
        year=2024,
    )
    rows = listed(naming, done.remarks)
    assert len({row.check_code for row in rows}) >= 15
    assert [row for row in rows if "{" in row.allowed + row.help or not row.help] == []
