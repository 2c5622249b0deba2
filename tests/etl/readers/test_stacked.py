"""Tables one under the other."""

from __future__ import annotations

from etl.readers.columns import explained
from etl.readers.header import find_table
from etl.readers.stacked import TITLE_CELLS, TOPS, above, title_lines, tops
from tests.etl.readers.laid import sheet


def test_a_further_table_begins_where_a_heading_comes_again(known):
    rows = [
        ["指标", "2023", "2024"],
        ["GDP", "1", "2"],
        ["", "", ""],
        ["表2", "", ""],
        ["县区", "2023", "2024"],
    ]
    page = sheet(*rows)
    table = explained(find_table(rows, known), rows[1:], known)
    assert tops(page, table) == [5]


def test_one_table_has_none_below(known):
    rows = [["指标", "2023", "2024"], ["GDP", "1", "2"]]
    assert tops(sheet(*rows), find_table(rows, known)) == []


def test_the_lines_above_a_table_are_short_and_without_figures():
    rows = [["说明", ""], ["GDP", "5"], ["表2", ""], ["", ""], ["单位：万人", "2024年"], ["县区", "数值"]]
    assert above(sheet(*rows), 6, 1) == ["单位：万人 2024年", "", "表2"]
    assert above(sheet(*rows), 6, 5) == ["单位：万人 2024年"]
    assert above(sheet(*rows), 1, 1) == []


def test_a_line_of_many_cells_is_no_title():
    wide = ["甲"] * (TITLE_CELLS + 1)
    assert above(sheet(wide, wide), 2, 1) == []
    assert above(sheet(wide[:-1], wide[:-1]), 2, 1) == ["甲 甲 甲"]


def test_the_title_of_a_further_table_is_no_row_of_the_one_before():
    rows = [["GDP", "约5"], ["", ""], ["表2", ""], ["填报：张三", "单位：万人"], ["县区", "数值"]]
    assert title_lines(sheet(*rows), 5, 1) == 3
    assert title_lines(sheet(*rows), 5, 4) == 1
    assert title_lines(sheet(["GDP", "—"], ["县区", "数值"]), 2, 1) == 0


def test_names_that_happen_to_be_headings_words_are_not_looked_at_without_end(known):
    rows = [["地区", "指标", "2023", "2024"], *[["城市", "GDP", "1", "2"]] * (TOPS + 1)]
    assert len(tops(sheet(*rows), find_table(rows, known))) == TOPS
