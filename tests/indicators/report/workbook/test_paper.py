"""How sheets are printed."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from indicators.report.workbook.paper import A3, A4, LONGEST, PRINTED, broken, one_page_wide, paper, plain


@pytest.fixture
def sheet():
    return Workbook().active


def test_every_page_names_the_plan_and_the_data_version(sheet):
    paper(sheet, "规划 & 目标", "数据版本 x", "第&P页，共&N页")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", A4)
    assert (sheet.oddHeader.left.text, sheet.oddHeader.right.text) == ("规划 && 目标", "&A")
    assert (sheet.oddFooter.left.text, sheet.oddFooter.right.text) == ("数据版本 x", "第&P页，共&N页")


@pytest.mark.parametrize("text", ["&P&N&D", "\0规划", "&" * 300])
def test_no_text_is_a_code_or_too_long(text):
    assert "&" not in plain(text).replace("&&", "")
    assert "\0" not in plain(text)
    assert len(plain(text)) <= 2 * LONGEST <= 255


@pytest.mark.parametrize(("width", "size"), [(PRINTED / 0.6 - 1, A4), (PRINTED / 0.6 + 1, A3)])
def test_what_would_be_too_small_asks_for_larger_paper(sheet, width, size):
    one_page_wide(sheet, width, long=True)
    assert sheet.page_setup.paperSize == size
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)


def test_what_is_not_long_is_one_page(sheet):
    one_page_wide(sheet, 100.0, long=False)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)


@pytest.mark.parametrize(
    ("width", "scale"), [(PRINTED / 2, 100), (PRINTED, 100), (PRINTED * 2, 50), (1e6, 10)]
)
def test_breaks_need_a_scale_since_fitting_forbids_them(sheet, width, scale):
    broken(sheet, (32, 64), width)
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.scale == scale
    assert [one.id for one in sheet.row_breaks.brk] == [32, 64]
