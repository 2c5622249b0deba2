"""What a cell holds: texts that stay texts, numbers with their format, verdicts in their colours."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from indicators.model import Verdict
from indicators.palette import SECONDARY, VERDICTS
from indicators.report.blocks import Badge
from indicators.report.workbook import cells
from indicators.report.workbook.styles import Styles
from indicators.rows.quantities import quantity
from tests.indicators.report.workbook.reading import shown


def put(entry, **options):
    book = Workbook()
    cell = book.active["A1"]
    cells.put(cell, entry, Styles(book), **({"number": False} | options))
    return cell


def test_a_number_is_a_number_that_reads_like_its_text():
    cell = put(quantity("60.4%", 60.37), number=True)
    assert (cell.value, cell.data_type, shown(cell)) == (60.37, "n", "60.4%")
    assert cell.alignment.horizontal == "right"


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "＝1", "#N/A", "TRUE"])
def test_no_text_runs(text):
    cell = put(text)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize(
    ("text", "quoted"), [("=1+1", True), ("@x", True), ("-1", True), ("城镇化率", False)]
)
def test_a_text_like_a_formula_is_marked_as_text(text, quoted):
    assert bool(put(text).quotePrefix) is quoted


def test_a_blank_text_is_no_cell_at_all():
    assert put("").value is None


@pytest.mark.parametrize("sign", ["\0", "\x1f", "\r", "\ud800", "\uffff"])
def test_what_no_workbook_may_hold_becomes_a_space(sign):
    assert put(f"甲{sign}乙").value == "甲 乙"


@pytest.mark.parametrize(("length", "cut"), [(32_766, False), (32_767, False), (32_768, True)])
def test_a_text_is_cut_where_a_cell_ends(length, cut):
    found = cells.fitting("长" * length)
    assert len(found) == min(length, cells.LONGEST)
    assert found.endswith("…") is cut


def test_a_sign_of_two_units_is_not_torn_apart():
    found = cells.fitting("长" + "📈" * 20_000)
    assert found == "长" + "📈" * 16_382 + "…"
    assert len(found.encode("utf-16-le")) // 2 <= cells.LONGEST


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_has_mark_word_and_colours(verdict):
    cell, look = put(Badge.of(verdict, "词")), VERDICTS[verdict]
    assert cell.value == f"{look.mark} 词"
    assert cell.font.color.rgb == f"FF{look.text[1:]}"
    assert cell.fill.fgColor.rgb == f"FF{look.tint[1:]}"


def test_what_is_not_ones_own_is_grey():
    assert put("甲", muted=True).font.color.rgb == f"FF{SECONDARY[1:]}"
    assert put("甲").font.color.rgb != f"FF{SECONDARY[1:]}"


def test_a_number_that_no_format_can_show_is_its_text():
    cell = put(quantity("1" + "甲" * 300, 1.0), number=True)
    assert (cell.value, cell.data_type) == ("1" + "甲" * 300, "s")


def test_an_entry_reads_as_it_is_shown():
    entries = ("甲", 3, quantity("60.4%", 60.37), Badge.of(Verdict.MISSED, "未实现"))
    assert [cells.shown(one) for one in entries] == ["甲", "3", "60.4%", "✖ 未实现"]
