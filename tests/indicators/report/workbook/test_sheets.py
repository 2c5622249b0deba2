"""Cells of a workbook: texts that stay texts, numbers with their format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from indicators.model import Verdict
from indicators.palette import VERDICTS
from indicators.report.workbook import sheets
from indicators.units import parsed, show
from tests.indicators.report.workbook.reading import shown


@pytest.fixture
def sheet():
    return Workbook().active


@pytest.mark.parametrize(
    "text", ["60.4%", "−0.31公里/百平方公里", "5000亿元", "+3.0个百分点", "0.73亿人次", "12"]
)
def test_a_number_is_shown_as_its_text(sheet, text):
    sheets.table(sheet, [{"值": text}], ["值"])
    assert isinstance(sheet["A2"].value, float)
    assert shown(sheet["A2"]) == text


@given(
    st.floats(-1e9, 1e9),
    st.sampled_from(["%", "亿元", "个百分点", "km", ""]),
    st.integers(0, 4),
    st.booleans(),
)
def test_every_shown_value_comes_back(value, unit, digits, signed):
    text = show(value, unit, digits, signed=signed)
    sheet = Workbook().active
    sheets.table(sheet, [{"值": text}], ["值"])
    assert shown(sheet["A2"]) == text


@pytest.mark.parametrize("text", ["<2%", "—", "与GDP增长基本同步", "2020—2025年全部", ""])
def test_what_is_no_number_stays_text(sheet, text):
    assert parsed(text) is None
    sheets.table(sheet, [{"值": text}], ["值"])
    assert (sheet["A2"].value or "") == text


def test_only_columns_of_numbers_hold_numbers(sheet):
    sheets.table(sheet, [{"序号": "1", "说明": "1"}], ["序号"])
    assert (sheet["A2"].value, sheet["B2"].value) == (1.0, "1")


def test_a_second_table_stands_below_the_first(sheet):
    assert sheets.table(sheet, [{"甲": "1"}]) == 1
    assert sheets.table(sheet, [{"乙": "2"}]) == 4
    assert (sheet["A4"].value, sheet["A3"].value) == ("乙", None)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_has_mark_word_and_colours(sheet, verdict):
    sheets.verdict(sheet["A1"], verdict, "词")
    look = VERDICTS[verdict]
    assert sheet["A1"].value == f"{look.mark} 词"
    assert sheet["A1"].font.color.rgb.endswith(look.text[1:])
    assert sheet["A1"].fill.fgColor.rgb.endswith(look.tint[1:])
