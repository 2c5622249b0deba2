"""Workbooks as they come → sheets of text, and what is said of them."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from openpyxl.chart import BarChart, Reference

from etl.readers import limits
from etl.readers.files import read_document
from etl.readers.limits import SPELLED
from indicators.model import Remark, Severity
from tests.etl.readers.books import ROWS, SHEET, book, changed, packed, replaced
from tests.etl.readers.laid import read, refused, said

ROOT = Path(__file__).parents[3]


def cells(data: bytes) -> list[list[str]]:
    (page,) = read_document(data, "上报.xlsx").sheets
    return page.head(page.rows)


def remarks(data: bytes) -> list[str]:
    return said(read_document(data, "上报.xlsx").remarks)


def test_a_plain_workbook_is_read_like_the_same_csv(known):
    expected = ["2 4 地区生产总值 遵义市 2024 - 亿元 - 5200.1", "3 4 常住人口 遵义市 2024 - 万人 - 658.2"]
    assert read(packed(book()), "上报.xlsx", known) == (expected, [])


def test_merged_headings_and_labels_hold_for_what_they_span(known):
    rows = [
        ("遵义市统计年报",),
        ("指标", "单位", "2023年", None, "2024年（初步）", None),
        (None, None, "总量", "增速", "总量", "增速"),
        ("地区生产总值", "亿元", 1, 2, 3, 4),
        (None, "万元", 5, None, None, None),
    ]
    blocks = ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2", "A4:A5")
    data = packed(book(rows, dress=lambda page: [page.merge_cells(block) for block in blocks]))
    found, _ = read(data, "年报.xlsx", known)
    assert [line for line in found if line.startswith(("4 5", "4 6", "5 3"))] == [
        "4 5 地区生产总值 遵义市 2024 总量 亿元 初步 3",
        "4 6 地区生产总值 遵义市 2024 增速 - 初步 4",
        "5 3 地区生产总值 遵义市 2023 总量 万元 - 5",
    ]


def test_cells_are_text_as_shown():
    row = ("5,200", 0.612, "#DIV/0!", True, 0.1 + 0.2)

    def dress(page):
        page["B1"].number_format = "0.0%"

    assert cells(packed(book([row], dress=dress))) == [["5,200", "61.2%", "#DIV/0!", "TRUE", "0.3"]]


def test_gaps_stay_where_they_are():
    def dress(page):
        page["C3"] = "x"

    assert cells(packed(book([("a",)], dress=dress))) == [["a", "", ""], ["", "", ""], ["", "", "x"]]


def test_a_formula_is_its_last_result():
    data = packed(book([("GDP", "=1+1")]))
    valued = changed(data, {SHEET: replaced("<f>1+1</f><v />", "<f>1+1</f><v>2</v>")})
    assert cells(valued) == [["GDP", "2"]]
    assert remarks(valued) == ["note formula 1 2"]


def test_a_formula_without_a_result_is_an_error_at_its_cell():
    assert remarks(packed(book([("GDP", "=1+1")]))) == ["note formula 1 2", "error formula_without_value 1 2"]


@pytest.mark.parametrize(
    ("count", "more"), [(SPELLED, []), (SPELLED + 1, ["error formulas_without_value - -"])]
)
def test_many_formulas_without_results_are_counted(count, more):
    found = remarks(packed(book([("=1",)] * count)))
    assert found[1 + SPELLED :] == more


SHARED = (
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>\xe6\x8c\x87</t></r>'
    b"<r><rPr><b/></rPr><t>\xe6\xa0\x87</t></r></si></sst>"
)


def test_texts_kept_apart_from_the_sheet_are_read_as_excel_writes_them():
    parts = {
        "xl/sharedStrings.xml": SHARED,
        "[Content_Types].xml": replaced(
            "</Types>",
            '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.sharedStrings+xml" /></Types>',
        ),
        SHEET: replaced('<c r="A1" t="inlineStr"><is><t>指标</t></is></c>', '<c r="A1" t="s"><v>0</v></c>'),
    }
    assert cells(changed(packed(book()), parts)) == [[str(cell) for cell in row] for row in ROWS]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="D2" t="str"><f>A1</f><v>约5200</v></c>', "约5200"),
        ('<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="D2" t="b"><v>0</v></c>', "FALSE"),
        ('<c r="D2"><v>5.2001000000000001E3</v></c>', "5200.1"),
        ('<c r="D2" t="d"><v>2024-12-31</v></c>', "2024-12-31"),
        ('<c r="D2"><v></v></c>', ""),
    ],
)
def test_cells_of_every_type(cell, text):
    data = changed(packed(book()), {SHEET: replaced('<c r="D2" t="n"><v>5200.1</v></c>', cell)})
    assert cells(data)[1][3] == text


def test_hidden_sheets_are_told_and_not_read(known):
    made = book()
    for name, state in (("底稿", "hidden"), ("密", "veryHidden")):
        page = made.create_sheet(name)
        page["A1"], page.sheet_state = "x", state
    document = read_document(packed(made), "上报.xlsx")
    assert [page.name for page in document.sheets] == ["上报"]
    assert document.remarks == tuple(
        Remark("hidden_sheet", Severity.NOTE, name, found=name) for name in ("底稿", "密")
    )


def test_hidden_rows_and_columns_are_told_and_read():
    def dress(page):
        page.row_dimensions[3].hidden = True
        page.column_dimensions["E"].hidden = True
        page.row_dimensions[99].hidden = True
        page.column_dimensions["Z"].hidden = True

    data = packed(book(dress=dress))
    assert remarks(data) == ["note hidden_rows 3 -", "note hidden_columns - 5"]
    assert len(cells(data)) == 3


def test_several_sheets_and_a_page_of_notes(known):
    made = book()
    made.create_sheet("说明")["A1"] = "请按统计制度填报"
    other = made.create_sheet("2023年")
    for row in (("指标", "遵义市"), ("地区生产总值", 4800)):
        other.append(row)
    made.create_sheet("空表")
    found, notes = read(packed(made), "上报.xlsx", known)
    assert found[2] == "2 2 地区生产总值 遵义市 2023 - - - 4800"
    assert notes == ["note year_from_title - -", "note sheet_not_read - -"]


def test_charts_and_sheets_of_charts_are_passed_over():
    made = book()
    chart = BarChart()
    chart.add_data(Reference(made.active, min_col=4, min_row=2, max_row=3))
    made.active.add_chart(chart, "H1")
    made.create_chartsheet("图")
    assert len(cells(packed(made))) == len(ROWS)


def test_links_to_other_files_are_told_and_not_followed():
    data = changed(packed(book()), {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
    assert remarks(data) == ["note external_links - -"]


def test_comments_links_and_drop_downs_are_no_cells():
    from openpyxl.comments import Comment
    from openpyxl.worksheet.datavalidation import DataValidation

    def dress(page):
        page["D2"].comment = Comment("请核实", "李四")
        page["A2"].hyperlink = "https://example.org/"
        page.add_data_validation(DataValidation("list", formula1='"亿元,万元"', sqref="E1:E1048576"))

    assert cells(packed(book(dress=dress))) == cells(packed(book()))


def test_nothing_to_see_is_refused():
    assert refused(packed(book([]))) == "no_visible_sheet"


def test_sheets_are_counted(monkeypatch):
    made = book()
    made.create_sheet("二")
    monkeypatch.setattr(limits, "SHEETS", 2)
    assert refused(packed(made)) == ""
    made.create_sheet("三")
    assert refused(packed(made)) == "too_many_sheets"


@pytest.mark.parametrize(
    ("limit", "just", "over", "check"),
    [("COLUMNS", "E1", "F1", "too_many_columns"), ("SHEET_CELLS", "A3", "A4", "too_many_cells")],
)
def test_far_cells_count(monkeypatch, limit, just, over, check):
    monkeypatch.setattr(limits, limit, {"COLUMNS": 5, "SHEET_CELLS": 15}[limit])

    def with_cell(place):
        return packed(book(dress=lambda page: page.__setitem__(place, "x")))

    assert refused(with_cell(just)) == ""
    assert refused(with_cell(over)) == check


def test_a_far_cell_that_is_only_formatted_does_not_count():
    data = changed(
        packed(book()),
        {SHEET: replaced("</sheetData>", '<row r="1048576"><c r="XFD1048576"/></row></sheetData>')},
    )
    assert refused(data) == ""


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, 't="n"><v>2024</v>', 't="s"><v>999</v>'),
        (SHEET, "<v>2024</v>", "<v>x</v>"),
        ("xl/workbook.xml", 'r:id="rId1"', 'r:id="rId77"'),
        ("[Content_Types].xml", "sheet.main+xml", "other+xml"),
    ],
    ids=["no such text", "no number", "no such sheet", "no workbook"],
)
def test_xml_that_is_no_workbook_is_refused(part, old, new):
    assert refused(changed(packed(book()), {part: replaced(old, new)})) in (
        "broken_workbook",
        "no_visible_sheet",
    )


HOSTILE = {
    "far cell": {
        SHEET: replaced("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    },
    "merged over everything": {
        SHEET: replaced(
            "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        )
    },
    "linked over everything": {
        SHEET: replaced(
            "</sheetData>", '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>'
        )
    },
    "declared over everything": {
        SHEET: replaced('<dimension ref="A1:E3" />', '<dimension ref="A1:XFD1048576" />')
    },
    "million columns": {
        SHEET: lambda old: old.replace(
            b"</sheetData>", b"<row>" + b"<c><v>1</v></c>" * 1_000_000 + b"</row></sheetData>"
        )
    },
    "million texts": {"xl/sharedStrings.xml": lambda _: b"<sst>" + b"<si><t/></si>" * 3_000_000 + b"</sst>"},
    "deep": {
        SHEET: lambda old: old.replace(
            b"</sheetData>", b"</sheetData>" + b"<a>" * 140_000 + b"</a>" * 140_000
        )
    },
    "laughs": {"xl/styles.xml": lambda old: b'<!DOCTYPE x [<!ENTITY a "haha">]>' + old},
    "bomb": {SHEET: lambda _: b"<worksheet>" + b" " * 90_000_000 + b"</worksheet>"},
}
TEXTS = {
    "wide csv": (b"", b"a,", 40_000_000),
    "wide row below": (b"a,b\n", b",", 40_000_000),
    "long csv": (b"", b"a\n", 40_000_000),
    "one cell": (b"a,b\n", b"x", 80_000_000),
    "ragged grid": (b"," * 900 + b"\n", b"a\n", 900_000),
    "one quoted cell": (b'a,b\n"', b"x\n", 40_000_000),
    "cells over lines": (b"a,b\n", b'"\n",', 16_000_000),
    "too large": (b"", b"1,2\n", 50_000_000),
}
"""How each begins, what it goes on with, and how often: together more than the tests may hold at once."""
BOUNDED = """
    import resource, sys
    from etl.readers.files import read_document
    from etl.readers.document import FileRefused
    from etl.readers import workbook
    import openpyxl
    data = open(sys.argv[1], "rb").read()
    used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + 700_000_000,) * 2)
    try:
        document = read_document(data, "x")
    except FileRefused as refusal:
        print(refusal.remark.check)
    else:
        print(document.format)
"""


def bounded(folder: Path, data: bytes) -> str:
    """What becomes of a file in a process that may take 700 MB beside the file itself."""
    path = folder / "x"
    path.write_bytes(data)
    command = [sys.executable, "-c", textwrap.dedent(BOUNDED), str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("case", "becomes"),
    [
        ("far cell", "too_many_columns"),
        ("merged over everything", "xlsx"),
        ("linked over everything", "xlsx"),
        ("declared over everything", "xlsx"),
        ("million columns", "too_large_unpacked"),
        ("million texts", "too_large_unpacked"),
        ("deep", "xlsx"),
        ("laughs", "hostile_xml"),
        ("bomb", "too_large_unpacked"),
    ],
)
def test_a_hostile_workbook_takes_bounded_memory(case, becomes, tmp_path):
    assert bounded(tmp_path, changed(packed(book()), HOSTILE[case])) == becomes


@pytest.mark.parametrize(
    ("case", "becomes"),
    [
        ("wide csv", "too_many_columns"),
        ("wide row below", "too_many_characters"),
        ("long csv", "too_many_rows"),
        ("one cell", "too_many_characters"),
        ("ragged grid", "too_many_cells"),
        ("one quoted cell", "too_many_characters"),
        ("cells over lines", "too_many_characters"),
        ("too large", "file_too_large"),
    ],
)
def test_a_hostile_text_takes_bounded_memory(case, becomes, tmp_path):
    begins, piece, times = TEXTS[case]
    assert bounded(tmp_path, begins + piece * times) == becomes
