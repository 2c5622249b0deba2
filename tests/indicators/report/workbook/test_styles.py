"""Looks of cells."""

from __future__ import annotations

from openpyxl import Workbook

from indicators.report.workbook.styles import FONT, Look, Styles, plain


def test_a_look_is_set_up_once_however_many_cells_have_it():
    book = Workbook()
    styles, before = Styles(book), len(book.named_styles)
    for row in range(1, 4):
        styles.give(book.active.cell(row, 1), Look(bold=True))
        styles.give(book.active.cell(row, 2), Look(right=True))
    assert len(book.named_styles) == before + 2
    assert [book.active.cell(3, at).font.bold for at in (1, 2)] == [True, False]


def test_a_look_is_what_it_says():
    book = Workbook()
    cell = book.active["A1"]
    Styles(book).give(
        cell, Look(size=12, colour="#0B6E4F", tint="#DDF0E8", line="#E3E8EF", right=True, wrap=True)
    )
    assert (cell.font.name, cell.font.size, cell.font.color.rgb) == (FONT, 12, "FF0B6E4F")
    assert (cell.fill.fill_type, cell.fill.fgColor.rgb) == ("solid", "FFDDF0E8")
    assert (cell.border.bottom.style, cell.border.bottom.color.rgb) == ("thin", "FFE3E8EF")
    set_to = cell.alignment
    assert (set_to.horizontal, set_to.vertical, set_to.wrap_text) == ("right", "top", True)


def test_a_look_without_colours_has_no_fill_and_no_line():
    book = Workbook()
    cell = book.active["A1"]
    Styles(book).give(cell, Look())
    assert cell.fill.fill_type is None
    assert cell.border.bottom.style is None


def test_looks_that_differ_have_names_that_differ():
    book = Workbook()
    styles = Styles(book)
    for at, look in enumerate(
        (Look(tint="#DDF0E8"), Look(line="#DDF0E8"), Look(bold=True), Look(right=True)), 1
    ):
        styles.give(book.active.cell(1, at), look)
    assert len(set(styles.known.values())) == 4


def test_colours_are_opaque():
    assert plain("#0B6E4F") == "FF0B6E4F"
