"""数据来源: all figures, where they come from, where they disagree, what is missing."""

from __future__ import annotations

from tests.pages.screen import drawing, tables, text

PAGE = "pages/reference/sources.py"


def table(page, heading):
    return next(rows for rows in tables(page) if rows and heading in rows[0])


def test_every_figure_is_listed(open_page):
    page = open_page(PAGE)
    assert "共650条" in text(page)
    assert len(table(page, "采用情况")) == 650


def test_filters_narrow_the_list_and_live_in_the_address(open_page):
    rows = table(open_page(PAGE, indicator="expressway_length", grade="C"), "采用情况")
    assert {row["指标"] for row in rows} == {"高速公路通车里程"}
    assert {row["等级"] for row in rows} == {"C"}


def test_disagreeing_sources_stand_side_by_side(open_page):
    (row,) = (
        row
        for row in table(open_page(PAGE), "另一数值")
        if row["指标"] == "高速公路通车里程" and row["数据年份"] == "2020"
    )
    assert row["原始数值"].startswith("1403 公里")
    assert row["另一数值"].startswith("1279 公里")


def test_what_is_no_observation_is_listed_as_such(open_page):
    rows = table(open_page(PAGE, indicator="rd_intensity"), "采用情况")
    (target,) = (row for row in rows if row["类别"] == "年度工作目标")
    assert target["采用情况"] == "不作为观测值"


def test_coverage_counts_indicators_with_and_without_data(open_page):
    page = open_page(PAGE)
    assert "15个指标有数据，15个指标没有任何年度数据" in text(page)
    assert "地区生产总值" in drawing(page)


def test_coverage_of_another_area(open_page):
    assert "仁怀市 · 每格为该年可用数据的最好等级" in text(open_page(PAGE, matrix_area="520382"))


def test_an_indicator_is_laid_out_by_area_and_year(open_page):
    rows = table(open_page(PAGE, indicator="gdp"), "2024")
    (city,) = (row for row in rows if row["地区"] == "遵义市")
    assert (city["2024"], city["2023"], city["单位"]) == ("5027", "—", "亿元")


def test_breaks_and_their_reasons(open_page):
    rows = table(open_page(PAGE), "新口径起始年")
    assert {("地区生产总值", "仁怀市", "2019"), ("地区生产总值", "红花岗区", "2023")} <= {
        (row["指标"], row["地区"], row["新口径起始年"]) for row in rows
    }


def test_missing_data_names_who_owes_it(open_page):
    rows = table(open_page(PAGE), "报送期限")
    assert {row["序号"]: row["牵头单位"] for row in rows}["25"] == "市民政局"


def test_sources_have_addresses(open_page):
    rows = table(open_page(PAGE), "网址")
    assert len(rows) > 90
    assert sum(row["网址"].startswith("http") for row in rows) > 80
