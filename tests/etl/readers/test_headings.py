"""A heading's cell → what it says."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from etl.readers.headings import heading, joined, named_indicator, plain, split_unit


def meant(text, known):
    """What is known of a heading, its text left out."""
    said = asdict(heading(text, known))
    return {key: value for key, value in said.items() if key != "text" and value not in ("", None)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("指标名称", {"role": "indicator"}),
        ("县（市、区）", {"role": "area"}),
        ("指 标", {"role": "indicator"}),
        ("数值（亿元）", {"role": "value", "unit": "亿元"}),
        ("Value", {"role": "value"}),
        ("Indicator code", {"role": "indicator_code"}),
        ("上期数值", {"role": "other"}),
        ("指标\\年份", {"role": "indicator"}),
        ("地区/年份", {"role": "area"}),
        ("地区生产总值(GDP)", {"indicator": "地区生产总值(GDP)"}),
        ("地区生产总值（亿元）", {"indicator": "地区生产总值", "unit": "亿元"}),
        ("地区生产总值/亿元", {"indicator": "地区生产总值", "unit": "亿元"}),
        ("常住人口,万人", {"indicator": "常住人口", "unit": "万人"}),
        ("GDP增速", {"indicator": "GDP增速"}),
        ("GDP增速(%)", {"indicator": "GDP增速", "unit": "%"}),
        ("红花岗区", {"area": "红花岗区"}),
        ("2024", {"year": "2024"}),
        ("2024.0", {"year": "2024"}),
        ("２０２４年", {"year": "2024"}),
        ("2024年度", {"year": "2024"}),
        ("2024年（初步）", {"year": "2024", "status": "初步"}),
        ("2024p", {"year": "2024", "status": "p"}),
        ("2024年增速(%)", {"year": "2024", "measure": "增速", "unit": "%"}),
        ("地区生产总值 2024年", {"indicator": "地区生产总值", "year": "2024"}),
        ("增长%", {"measure": "增长", "unit": "%"}),
        ("±%", {"measure": "±", "unit": "%"}),
        ("比上年增长（%）", {"measure": "比上年增长", "unit": "%"}),
        ("总量", {"measure": "总量"}),
        ("本年", {"back": 0}),
        ("上年同期", {"back": 1}),
        ("本年增速", {"back": 0, "measure": "增速"}),
        ("亿元", {"unit": "亿元"}),
        ("2024年1-12月", {"year": "2024", "back": 0}),
        ("1—12月累计", {"back": 0}),
        ("上年同期累计", {"back": 1}),
        ("2024年11-12月", {}),
        ("2024年1-9月", {}),
        ("2024年三季度", {}),
        ("2021—2023年", {}),
        ("12024", {}),
        ("地区生产总值（不变价）", {}),
        ("5200", {}),
        ("", {}),
    ],
)
def test_a_heading_says_what_its_column_holds(text, said, known):
    assert meant(text, known) == said


def test_cells_above_each_other_are_one_heading(known):
    parts = [heading(text, known) for text in ("2024年", "增速", "%", "增速")]
    whole = joined(parts)
    assert (whole.text, whole.year, whole.measure, whole.unit) == ("2024年 增速 %", "2024", "增速", "%")


def test_the_upper_cell_wins(known):
    assert joined([heading("2024年", known), heading("2023年", known)]).year == "2024"


@pytest.mark.parametrize(
    ("text", "rate"), [("增速", True), ("同比增长", True), ("总量", False), ("2024年", False), ("下降", True)]
)
def test_a_rate_is_told_from_an_amount(text, rate, known):
    assert heading(text, known).rate is rate


@pytest.mark.parametrize(
    ("text", "named"),
    [("GDP", True), ("地区生产总值同比增长", True), ("规上工业增加值", False), ("增速", False)],
)
def test_an_indicator_is_known_with_a_measure_after_it(text, named, known):
    assert named_indicator(text, known) is named


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("地区生产总值(亿元)", ("地区生产总值", "亿元")),
        ("常住人口(单位:万人)", ("常住人口", "万人")),
        ("森林覆盖率 %", ("森林覆盖率", "%")),
        ("森林覆盖率%", ("森林覆盖率", "%")),
        ("地区生产总值(GDP)", ("地区生产总值(GDP)", "")),
        ("61.2%", ("61.2%", "")),
        ("亿元", ("亿元", "")),
    ],
)
def test_a_unit_is_split_off_a_name(text, parts):
    assert split_unit(text) == parts


def test_text_is_made_plain():
    assert plain("　２０２４年（初步）\n 数 ") == "2024年(初步) 数"
    assert plain('="指标"') == "指标"


def test_prose_is_no_heading(known):
    assert heading("数" * 79 + "值", known).text == "数" * 79 + "值"
    assert meant("年" * 72 + "，单位：亿元" + "值" * 3, known) == {}
    assert heading("数值（亿元）" * 20, known).text == ("数值(亿元)" * 20)[:80]


@pytest.mark.parametrize(
    ("text", "value", "difference"),
    [
        ("比上年增减（元）", False, True),
        ("比上年增减（百分点）", False, True),
        ("比上年增减（%）", True, False),
        ("比上年增减", True, False),
        ("增长（倍）", True, False),
        ("总量（元）", True, False),
    ],
)
def test_a_change_in_an_amount_is_no_figure(text, value, difference, known):
    found = heading(text, known)
    assert (found.value, found.difference) == (value, difference)
