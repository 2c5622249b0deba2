"""A table's rows and columns → one figure a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.readers.document import FIGURES, Document
from tests.etl.readers.laid import laid, read, sheet


def document(*sheets):
    return Document("上报.xlsx", "", 0, "xlsx", "", "", sheets)


def lines(text, known, name="上报.csv"):
    return read(text, name, known)[0]


def test_figures_are_in_the_order_of_reading(known):
    found = lines("遵义市\n指标,2023,2024\nGDP,1,2\n常住人口,3,4\n", known)
    assert [line.split()[-1] for line in found] == ["1", "2", "3", "4"]


def test_blank_cells_are_no_figures_and_marks_are(known):
    found = lines("遵义市\n指标,2022,2023,2024\nGDP,1,,—\n常住人口, ,\u3000,…\n", known)
    assert found == [
        "3 2 GDP 遵义市 2022 - - - 1",
        "3 4 GDP 遵义市 2024 - - - —",
        "4 4 常住人口 遵义市 2024 - - - …",
    ]


def test_rows_of_remarks_below_are_left_out(known):
    found = lines("指标,地区,年份,数值\nGDP,遵义市,2024,1\n填表人：李四,,,2025-01-20\n", known)
    assert len(found) == 1


def test_remarks_below_that_begin_further_right_are_left_out(known):
    found = lines("指标,地区,年份,数值\nGDP,遵义市,2024,1\n,,,审核人：张三\n", known)
    assert len(found) == 1


def test_a_note_that_begins_like_a_remark_belongs_to_its_row(known):
    found = lines("指标,地区,年份,数值,备注\nGDP,遵义市,2024,1,注：初步数\n", known)
    assert len(found) == 1


def test_prose_in_place_of_a_label_or_figure_is_cut(known):
    found = lines(f"指标,地区,年份,数值\n{'长' * 201},遵义市,2024,{'9' * 201}\n", known)
    assert (len(found[0].split()[2]), len(found[0].split()[8])) == (200, 200)


def test_labels_lose_outer_blanks_and_nothing_else(known):
    assert lines("指标,地区,年份,数值\n 一、GDP ,遵义市,2024, 5 \n", known) == [
        "2 4 一、GDP 遵义市 2024 - - -  5 "
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位：亿元\n指标,地区,年份,数值\nGDP,遵义市,2024,1\n", "亿元"),
        ("单位：亿元\n指标,地区,年份,数值,单位\nGDP,遵义市,2024,1,万元\n", "万元"),
        ("单位：亿元\n指标,地区,年份,数值,单位\nGDP,遵义市,2024,1,\n", "亿元"),
        ("单位：亿元\n指标,地区,年份,数值（万元）,单位\nGDP,遵义市,2024,1,元\n", "万元"),
        ("单位：亿元\n指标,地区,年份,数值\n常住人口（万人）,遵义市,2024,1\n", "-"),
        ("单位：亿元\n指标,地区,年份,数值\nGDP增速,遵义市,2024,1\n", "-"),
        ("单位：亿元\n指标,地区,年份,增速\nGDP,遵义市,2024,1\n", "-"),
        ("单位：亿元\n地区,年份,GDP\n遵义市,2024,1\n", "亿元"),
        ("单位：亿元\n地区,年份,GDP增速\n遵义市,2024,1\n", "-"),
    ],
    ids=["title", "column", "blank", "heading", "name", "growth", "rate", "headed", "headed rate"],
)
def test_the_nearest_unit_counts_and_a_title_has_none_for_rates(text, unit, known):
    assert lines(text, known)[0].split()[6] == unit


def test_a_code_stands_in_for_a_blank_name(known):
    found = lines("指标代码,指标,地区代码,地区,年份,数值\ngdp,,520300,,2024,1\n,GDP,,遵义市,2024,2\n", known)
    assert [line.split()[2:4] for line in found] == [["gdp", "520300"], ["GDP", "遵义市"]]


def test_a_label_merged_over_rows_stands_in_each(known):
    rows = [
        ["指标", "地区", "年份", "数值"],
        ["GDP", "红花岗区", "2024", "1"],
        ["", "汇川区", "2024", "2"],
        ["", "仁怀市", "2024", "3"],
    ]
    found, _ = laid(document(sheet(*rows, merged=((2, 1, 3, 1),))), known)
    assert [line.split()[2] for line in found] == ["GDP", "GDP", "-"]


def test_last_year_beside_a_column_of_years_is_left_out(known):
    found, remarks = read("指标,地区,年份,本年,上年\nGDP,遵义市,2024,2,1\n", "a.csv", known)
    assert [line.split()[1] for line in found] == ["4"]
    assert "warning column_ignored 1 5" in remarks


def test_the_schema_is_kept(known):
    from etl.readers.files import read_document
    from etl.readers.layout import figures

    for text in ("指标,地区,年份,数值\nGDP,遵义市,2024,1\n", "遵义市\n指标,2023,2024\nGDP,1,2\n", "a,b\n"):
        assert figures(read_document(text.encode(), "a.csv"), known)[0].schema == FIGURES


AREAS, YEARS = ["红花岗区", "汇川区", "仁怀市", "桐梓县"], ["2020", "2021", "2022", "2023"]
CELLS = st.dictionaries(
    st.tuples(st.sampled_from(AREAS), st.sampled_from(YEARS)),
    st.decimals(0, 9999, places=2).map(str),
    min_size=1,
)


@given(CELLS)
def test_long_and_wide_tables_hold_the_same_figures(known, cells):
    areas, years = sorted({area for area, _ in cells}), sorted({year for _, year in cells})
    long = "指标,地区,年份,数值\n" + "".join(
        f"GDP,{area},{year},{cell}\n" for (area, year), cell in cells.items()
    )
    by_year = f"GDP\n地区,{','.join(years)}\n" + "".join(
        f"{area},{','.join(cells.get((area, year), '') for year in years)}\n" for area in areas
    )
    by_area = f"GDP\n年份,{','.join(areas)}\n" + "".join(
        f"{year},{','.join(cells.get((area, year), '') for area in areas)}\n" for year in years
    )
    found = [
        sorted(tuple(line.split()[index] for index in (3, 4, 8)) for line in lines(text, known))
        for text in (long, by_year, by_area)
    ]
    assert (
        found[0] == found[1] == found[2] == sorted((area, year, cell) for (area, year), cell in cells.items())
    )
