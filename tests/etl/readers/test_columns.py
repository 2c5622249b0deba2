"""Columns are recognised by their cells where the heading does not tell."""

from __future__ import annotations

import pytest

from etl.readers.columns import beside, dated, explained, numeric
from etl.readers.header import find_table
from etl.readers.vocabulary import Role
from tests.etl.readers.test_header import rows


def table(text, known):
    grid = rows(text)
    found = find_table(grid, known)
    return explained(found, grid[found.first - 1 :], known)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (",2023,2024\nGDP,1,2", Role.INDICATOR),
        (",2023,2024\nGDP（亿元）,1,2", Role.INDICATOR),
        ("名称,2023,2024\n红花岗区,1,2", Role.AREA),
        (",红花岗区,汇川区\n2023年,1,2", Role.YEAR),
        ("指标,GDP,常住人口\n红花岗区,1,2", Role.AREA),
        ("指标,2023,2024\n红花岗区,1,2", Role.INDICATOR),
        (",2023,2024\nGDP,1,2\n某率,1,2", Role.INDICATOR),
        (",2023,2024\nGDP,1,2\n某率,1,2\n他率,1,2", None),
    ],
    ids=["blank", "unit", "unknown", "years", "contradicted", "kept", "half", "fewer than half"],
)
def test_the_left_column_is_known_by_its_cells(text, role, known):
    assert table(text, known).headings[0].role is role


def test_an_unknown_name_among_known_ones_is_kept_for_the_checks(known):
    found = table("地区,GDP（亿元）,某某产值（万元）,简评\n红花岗区,1,2,好", known)
    assert [(one.indicator, one.unit) for one in found.headings[1:]] == [
        ("GDP", "亿元"),
        ("某某产值", "万元"),
        ("", ""),
    ]


def test_part_of_a_year_is_no_indicator(known):
    assert not table("地区,GDP,2024年1-9月\n红花岗区,1,2", known).headings[2].value


def test_tables_side_by_side_are_two(known):
    left, right = beside(table("指标,数值,指标,数值\nGDP,1,常住人口,2", known))
    assert (left.figures, right.figures) == ([1], [3])
    assert right.column(Role.INDICATOR) == 2


def test_two_columns_of_names_before_the_figures_are_one_table(known):
    (only,) = beside(table("项目,地区,指标,数值\n经济,遵义市,GDP,1", known))
    assert (only.column(Role.AREA), only.figures) == (1, [3])


def test_one_table_is_one(known):
    (only,) = beside(table("指标,地区,数值\nGDP,遵义市,1", known))
    assert only.figures == [2]


@pytest.mark.parametrize(
    ("text", "title", "years", "said"),
    [
        ("指标,2024年,2023年,增速\nGDP,1,2,3", "", ["2024", "2023", "2024"], "2024"),
        ("指标,2024年,2023年,增速\nGDP,1,2,3", "2023", ["2024", "2023", ""], ""),
        ("指标,本年,增速\nGDP,1,2", "", ["", ""], ""),
        ("指标,2024年,2023年\nGDP,1,2", "", ["2024", "2023"], ""),
    ],
    ids=["latest", "title", "no years", "all have one"],
)
def test_a_growth_beside_years_is_of_the_latest(text, title, years, said, known):
    found, year = dated(table(text, known), title)
    assert ([found.headings[place].year for place in found.figures], year) == (years, said)


@pytest.mark.parametrize(
    ("cells", "found"),
    [(["1", "a"], True), (["1", "a", "b"], False), (["", ""], False), (["", "5,200"], True)],
)
def test_half_of_the_cells_decide(cells, found):
    assert numeric(cells) is found
