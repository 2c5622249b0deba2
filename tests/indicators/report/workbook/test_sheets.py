"""A sheet from top to bottom: titles, sentences, tables, what stays in sight."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from indicators.report.workbook.sheets import Page
from indicators.report.workbook.styles import Styles
from indicators.rows.quantities import quantity
from tests.indicators.report.workbook.reading import shown

ROWS = [
    {"序号": quantity("1", 1), "目标": "城镇化率", "数值": quantity("60.4%", 60.37), "说明": "甲"},
    {"序号": quantity("2", 2), "目标": "森林覆盖率", "数值": "—", "说明": ""},
]


@pytest.fixture
def page():
    book = Workbook()
    return Page(book.active, Styles(book))


def test_a_table_stands_below_its_head(page):
    page.title("标题")
    place = page.table(ROWS)
    assert (place.head, place.first, place.last) == (2, 3, 4)
    assert place.columns == {"序号": 1, "目标": 2, "数值": 3, "说明": 4}
    assert [[shown(cell) for cell in row] for row in page.sheet.iter_rows(min_row=2)] == [
        ["序号", "目标", "数值", "说明"],
        ["1", "城镇化率", "60.4%", "甲"],
        ["2", "森林覆盖率", "—", ""],
    ]
    assert page.next == 5


def test_columns_of_numbers_are_set_to_the_right_with_head_and_missing_values(page):
    page.table(ROWS)
    aligned = {cell.coordinate: cell.alignment.horizontal for row in page.sheet.iter_rows() for cell in row}
    assert [aligned[at] for at in ("C1", "C2", "C3", "A2")] == ["right"] * 4
    assert [aligned[at] for at in ("B1", "B2", "D2")] == ["left"] * 3


def test_a_column_known_to_hold_numbers_is_set_to_the_right_without_any(page):
    page.table([{"数值": "—"}], numbers=["数值"])
    assert page.sheet["A2"].alignment.horizontal == "right"


def test_only_rows_named_are_grey(page):
    page.table(ROWS, muted=[1])
    first, second = page.sheet["B2"].font.color.rgb, page.sheet["B3"].font.color.rgb
    assert first != second


def test_a_head_stays_in_sight_and_is_repeated_on_paper(page):
    page.title("标题")
    page.keep(page.table(ROWS), "目标")
    assert page.sheet.freeze_panes == "C3"
    assert page.sheet.print_title_rows == "$2:$2"
    assert page.sheet.auto_filter.ref == "A2:D4"


def test_without_a_column_to_keep_only_the_head_stays(page):
    page.keep(page.table(ROWS), filtered=False)
    assert page.sheet.freeze_panes == "A2"
    assert page.sheet.auto_filter.ref is None


def test_a_sentence_runs_over_columns_and_a_short_line_does_not(page):
    page.line("短")
    page.line("一个句子", across=3)
    assert [str(one) for one in page.sheet.merged_cells.ranges] == ["A2:C2"]
    assert page.sheet["A2"].alignment.wrap_text
    assert not page.sheet["A1"].alignment.wrap_text


def test_the_mark_of_invented_figures_is_white_on_ink(page):
    page.mark("演练数据")
    cell = page.sheet["A1"]
    assert (cell.value, cell.font.color.rgb, cell.fill.fgColor.rgb) == ("演练数据", "FFFFFFFF", "FF1B2430")


def test_a_table_without_rows_takes_no_place(page):
    place = page.table([])
    assert place.columns == {}
    assert page.sheet["A1"].value is None
