"""What the sheets of a workbook have in common."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from indicators.report.blocks import Badge
from indicators.report.workbook.pages import Pages
from indicators.rows.quantities import Quantity
from indicators.rows.record import column, flat
from tests.indicators.report.package.packages import material, practised


@pytest.fixture
def pages():
    return Pages(Workbook(), material(), [])


def test_a_page_is_named_in_the_readers_language_and_says_what_it_rests_on(pages):
    sheet = pages.page("targets").sheet
    assert sheet.title == "目标"
    assert (sheet.oddHeader.left.text, sheet.oddHeader.right.text) == ("规划", "&A")
    assert "snapshot1" in sheet.oddFooter.left.text
    assert sheet.oddFooter.right.text == "第&P页，共&N页"


def test_invented_figures_are_marked_on_every_page_and_first_in_every_row():
    pages = Pages(Workbook(), practised(), [])
    assert pages.page("targets").sheet.oddHeader.left.text.startswith("演练数据")
    assert next(iter(pages.marked({"甲": "乙"}).items())) == ("数据性质", "演练数据（虚构）")


def test_a_row_of_published_figures_has_no_mark(pages):
    assert pages.marked({"甲": "乙"}) == {"甲": "乙"}


def test_a_target_has_the_columns_of_the_screen_its_verdict_in_colours(pages):
    (one,) = pages.led
    row, wanted = pages.target(one), flat(pages.read, one, "snapshot1")
    assert list(row) == list(wanted)
    verdict = row[column(pages.read, "verdict")]
    assert isinstance(verdict, Badge)
    assert verdict.word == wanted[column(pages.read, "verdict")]


def test_the_columns_of_numbers_are_those_that_hold_any(pages):
    (one,) = pages.led
    found = {name for name, entry in pages.target(one).items() if isinstance(entry, Quantity)}
    assert found and found <= pages.numbers


def test_what_is_printed_ends_where_the_sheet_does(pages):
    page = pages.page("targets")
    page.table([pages.target(one) for one in pages.led])
    pages.finish(page, across=3)
    assert page.sheet.print_area == "'目标'!$A$1:$C$2"
    assert page.sheet.column_dimensions["B"].width > 0


def test_departments_asked_for_are_those_whose_targets_are_told():
    assert len(Pages(Workbook(), material(), ["office"]).led) == 1
    assert Pages(Workbook(), material(), ["other"]).led == []
