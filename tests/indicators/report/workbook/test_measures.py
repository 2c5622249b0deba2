"""Widths that fit Chinese texts, heights that hold their lines."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from indicators.report.workbook.measures import AIR, FULL, HIGHEST, LINE, SPACE, Measures, lines_of, room_for


def measured(rows, widest=None, sentences=()):
    sheet = Workbook().active
    measures = Measures(sheet)
    if rows:
        measures.columns(1, {name: at for at, name in enumerate(rows[0], start=1)}, rows, widest or {})
    for row, said, across in sentences:
        measures.sentence(row, said, across)
    measures.settle()
    return sheet, measures


def test_a_full_width_character_counts_about_two():
    sheet, _ = measured([{"目标": "全社会研究与试验发展经费投入"}])
    assert 14 * FULL + AIR <= sheet.column_dimensions["A"].width <= 14 * FULL * 1.1 + AIR
    assert pytest.approx(2, rel=0.05) == FULL


def test_a_long_text_goes_over_lines_in_a_row_as_high_as_these():
    sheet, _ = measured([{"说明": "长" * 40}, {"说明": "短"}], {"说明": 10.0})
    assert sheet.column_dimensions["A"].width < 10 * FULL * 1.1 + AIR
    assert [sheet.row_dimensions[row].height for row in (2, 3)] == [4 * LINE + SPACE, LINE + SPACE]


def test_a_column_is_as_wide_as_the_widest_table_needs():
    sheet = Workbook().active
    measures = Measures(sheet)
    measures.columns(1, {"甲": 1}, [{"甲": "很长的一个词语"}], {})
    measures.columns(5, {"乙": 1}, [{"乙": "短"}], {})
    measures.settle()
    assert sheet.column_dimensions["A"].width > 7 * FULL


@pytest.mark.parametrize(("lines", "height"), [(26, 26 * LINE + SPACE), (27, 409.0), (500, HIGHEST)])
def test_no_row_is_higher_than_a_spreadsheet_allows(lines, height):
    sheet, _ = measured([{"说明": "\n".join("行" * lines)}], {"说明": 10.0})
    assert sheet.row_dimensions[2].height == height


@pytest.mark.parametrize("heading", ["序号", "数据年份", "2025年预计", "Yearly pace needed", "80%下限（%）"])
def test_a_heading_has_at_most_two_lines_beside_its_button(heading):
    assert lines_of(heading, room_for(heading) - 1.5) <= 2


def test_a_heading_that_breaks_has_a_row_of_two_lines():
    sheet, _ = measured([{"80%下限（%）": "1"}])
    assert sheet.row_dimensions[1].height == 2 * LINE + SPACE


@pytest.mark.parametrize(
    ("said", "room", "lines"),
    [
        ("", 5.0, 1),
        ("四个汉字", 4.0, 1),
        ("五个汉字的", 4.0, 2),
        ("一\n二\n三", 4.0, 3),
        ("a" * 100, 10.0, 6),
    ],
)
def test_lines_are_counted_as_they_will_break(said, room, lines):
    assert lines_of(said, room) == lines


def test_a_sentence_has_the_room_of_the_columns_below_it():
    rows = [dict.fromkeys("甲乙丙", "八个汉字的内容呀")]
    sheet, _ = measured(rows, sentences=[(9, "字" * 40, 1), (10, "字" * 40, 3)])
    assert sheet.row_dimensions[9].height > sheet.row_dimensions[10].height >= 2 * LINE


def test_the_total_is_that_of_the_columns():
    sheet, measures = measured([{"甲": "一个词", "乙": "另一个词"}])
    assert measures.total == pytest.approx(sum(sheet.column_dimensions[at].width for at in "AB"))
