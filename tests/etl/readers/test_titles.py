"""Lines around a table → what they say of all its figures."""

from __future__ import annotations

import pytest

from etl.readers.titles import FOOTER, context


def of(line, what, known, names=()):
    return getattr(context([line], [], names, known), what)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("单位：亿元", "亿元"),
        ("计量单位: 万元", "万元"),
        ("单位 亿元", "亿元"),
        ("表号：遵统1表　单位：亿元", "亿元"),
        ("地区生产总值（亿元）", "亿元"),
        ("（单位：万人）", "万人"),
        ("单位：亿元、%", ""),
        ("填报单位：遵义市统计局", ""),
        ("单位名称：遵义市", ""),
    ],
)
def test_the_unit_of_a_table(line, unit, known):
    assert of(line, "unit", known) == unit


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("遵义市2024年统计年报", "2024"),
        ("2024年度", "2024"),
        ("2024", "2024"),
        ("2015—2024年地区生产总值", ""),
        ("2024年1—9月", ""),
        ("2024年1-12月社会消费品零售总额", "2024"),
        ("2024年1-11月社会消费品零售总额", ""),
        ("2024年前三季度", ""),
        ("2024年三季度", ""),
        ("2024年上半年", ""),
        ("填报日期：2025年1月20日", ""),
        ("120245年", ""),
    ],
)
def test_the_year_of_a_table(line, year, known):
    assert of(line, "year", known) == year


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("2025年全市主要经济指标（初步）", "初步"),
        ("主要指标( 初步数 )（亿元）", "初步数"),
        ("主要指标（亿元）", ""),
        ("主要指标，初步", ""),
    ],
)
def test_how_firm_the_figures_of_a_table_are(line, status, known):
    assert of(line, "status", known) == status


@pytest.mark.parametrize(
    ("line", "area"),
    [
        ("遵义市2024年", "遵义市"),
        ("遵义市汇川区2024年", "汇川区"),
        ("汇川区（遵义市所辖）", ""),
        ("遵义市及遵义市各部门", "遵义市"),
        ("520302", ""),
        ("各县区", ""),
    ],
)
def test_the_area_of_a_table(line, area, known):
    assert of(line, "area", known) == area


@pytest.mark.parametrize(
    ("line", "indicator"),
    [
        ("2024年各县（市、区）地区生产总值", "地区生产总值"),
        ("表1-2 遵义市2015—2024年地区生产总值（亿元）", "地区生产总值"),
        ("遵义市GDP增速统计表", "gdp增速"),
        ("遵义市主要指标", ""),
        ("地区生产总值电耗", ""),
        ("地区生产总值和常住人口", ""),
    ],
)
def test_the_indicator_of_a_table_is_all_that_its_title_names(line, indicator, known):
    assert of(line, "indicator", known) == indicator


def test_the_nearest_line_comes_first_and_names_of_sheets_and_files_last(known):
    found = context(["2023年"], [], ["2024", "汇川区2022年"], known)
    assert (found.year, found.area, found.line("year"), found.line("area")) == (
        "2023",
        "汇川区",
        "2023年",
        "汇川区2022年",
    )
    assert found.line("unit") == ""


def test_a_file_gives_no_unit(known):
    assert context([], ["单位：亿元"], ["单位：亿元"], known).unit == ""


@pytest.mark.parametrize(
    ("line", "footer"),
    [
        ("注：初步数", True),
        ("注1：初步数", True),
        ("资料来源:统计局", True),
        ("填表人：李四", True),
        ("*地区生产总值", False),
        ("Note: preliminary", True),
        ("注册资本", False),
        ("来源地游客", False),
        ("地区生产总值", False),
    ],
)
def test_remarks_below_a_table_are_told_from_its_rows(line, footer):
    assert bool(FOOTER.match(line)) is footer


def test_the_head_of_a_sheet_tells_area_and_year_of_its_later_tables_and_nothing_else(known):
    found = context(["表2"], ["遵义市2024年地区生产总值（亿元）", "遵义市地区生产总值"], [], known)
    assert (found.area, found.year, found.indicator, found.unit) == ("遵义市", "2024", "", "")


def test_only_the_beginning_of_a_line_is_read(known):
    assert of("长" * 195 + "2024年", "year", known) == "2024"
    assert of("长" * 197 + "2024年", "year", known) == ""
