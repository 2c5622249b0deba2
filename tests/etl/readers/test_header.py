"""Where the heading is, and how many rows it has."""

from __future__ import annotations

import pytest

from etl.readers.header import HEAD, find_table, is_number
from etl.readers.vocabulary import Role


def rows(text: str) -> list[list[str]]:
    lines = [line.strip().split(",") for line in text.strip().splitlines()]
    width = max(map(len, lines))
    return [line + [""] * (width - len(line)) for line in lines]


@pytest.mark.parametrize(
    ("text", "top", "first"),
    [
        ("指标,地区,年份,数值\nGDP,遵义市,2024,1", 1, 2),
        ("遵义市2024年\n指标,数值\nGDP,1", 2, 3),
        ("指标,2023年,\n,总量,增速\nGDP,1,2", 1, 3),
        ("地区,GDP,\n,2023,2024\n遵义市,1,2", 1, 3),
        ("地区,GDP,\n,2023,\n,总量,增速\n,亿元,%\n遵义市,1,2", 1, 5),
        ("指标,数值\n甲,1\nGDP,5", 1, 3),
        ("指标,数值,增速\n1,2,3\nGDP,5,6", 1, 3),
        ("年份,2024\n地区,遵义市\n指标,数值\nGDP,5", 3, 4),
        ("填报单位：遵义市统计局,2024年,单位：亿元\n指标,代码,数值\nGDP,01,5", 2, 3),
        (",2023,2024\nGDP,1,2", 1, 2),
    ],
    ids=[
        "long",
        "title",
        "two rows",
        "years below",
        "four rows",
        "numbered",
        "numbered 1 2 3",
        "pairs",
        "office",
        "corner",
    ],
)
def test_a_table_begins_below_its_heading(text, top, first, known):
    table = find_table(rows(text), known)
    assert table is not None
    assert (table.top, table.first) == (top, first)


@pytest.mark.parametrize(
    "text",
    [
        "a,b\nc,d",
        "GDP,遵义市,2024,5200",
        "年份,2024",
        "2024年,\n说明,",
        "指标,地区\nGDP,遵义市",
        "高速公路总里程,2015,2016.5",
    ],
)
def test_no_heading_no_table(text, known):
    assert find_table(rows(text), known) is None


@pytest.mark.parametrize(("above", "found"), [(HEAD - 1, True), (HEAD, False)])
def test_the_heading_stands_among_the_first_rows(above, found, known):
    text = "说明,\n" * above + "指标,数值\nGDP,1"
    assert bool(find_table(rows(text), known)) is found


def test_merged_headings_hold_for_all_columns_below_them(known):
    table = find_table(rows("指标,单位,2023年,,2024年,\n,,总量,增速,总量,增速\nGDP,亿元,1,2,3,4"), known)
    assert [(one.year, one.measure) for one in table.headings[2:]] == [
        ("2023", "总量"),
        ("2023", "增速"),
        ("2024", "总量"),
        ("2024", "增速"),
    ]
    assert table.column(Role.UNIT) == 1 and table.figures == [2, 3, 4, 5]


def test_rows_that_are_still_blank_are_no_headings(known):
    table = find_table(rows("指标,单位,2023年,2024年\nGDP,亿元,,\n常住人口,万人,,"), known)
    assert table.first == 2


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("5200", True),
        ("5,200.1", True),
        ("-3%", True),
        ("2024", False),
        ("2024年", False),
        ("", False),
        ("约5", False),
    ],
)
def test_years_are_no_numbers(cell, number):
    assert is_number(cell) is number


@pytest.mark.parametrize("row", ["GDP,2015,2016", "遵义市,2015,2016", "GDP,2023,2024"])
def test_figures_that_look_like_years_are_no_further_heading(row, known):
    assert find_table(rows(f",2023,2024\n{row}"), known).first == 2
