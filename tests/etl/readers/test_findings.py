"""What is said of a layout: by cell, at the right level, once."""

from __future__ import annotations

import pytest

from etl.readers.files import read_document
from etl.readers.layout import figures
from indicators.model import Remark, Severity
from tests.etl.readers.laid import laid, read, sheet
from tests.etl.readers.test_tidy import document


def remarks(text, known, name="上报.csv"):
    return figures(read_document(text.encode(), name), known)[1]


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("地区,年份,数值\n遵义市,2024,1\n", "no_indicator"),
        ("指标,年份,数值\nGDP,2024,1\n", "no_area"),
        ("指标,地区,数值\nGDP,遵义市,1\n", "no_year"),
    ],
)
def test_what_nothing_tells_is_an_error_with_the_headings(text, check, known):
    headings = text.partition("\n")[0].replace(",", " ")
    assert remarks(text, known) == (Remark(check, Severity.ERROR, row=1, found=headings),)


def test_what_a_title_tells_is_noted_with_its_line(known):
    assert remarks("遵义市2024年\n指标,数值\nGDP,1\n", known) == (
        Remark("area_from_title", Severity.NOTE, found="遵义市2024年", said=(("word", "遵义市"),)),
        Remark("year_from_title", Severity.NOTE, found="遵义市2024年", said=(("word", "2024"),)),
    )


@pytest.mark.parametrize(
    ("cell", "level"), [("1", ["warning column_ignored 1 5"]), ("好", ["note column_ignored 1 5"]), ("", [])]
)
def test_a_column_left_out_must_be_confirmed_if_it_holds_numbers(cell, level, known):
    _, said = read(f"指标,地区,年份,数值,其他\nGDP,遵义市,2024,1,{cell}\n", "a.csv", known)
    assert said == level


@pytest.mark.parametrize(("cell", "found"), [("9月", ["warning part_of_year 1 4"]), ("", [])])
def test_months_must_be_confirmed_to_be_whole_years(cell, found, known):
    assert read(f"指标,地区,年份,月份,数值\nGDP,遵义市,2024,{cell},1\n", "a.csv", known)[1] == found


def test_a_second_column_of_units_is_left_out(known):
    _, said = read("指标,地区,年份,数值,单位,计量单位\nGDP,遵义市,2024,1,亿元,万元\n", "a.csv", known)
    assert said == ["note column_ignored 1 6"]


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ((2, 4, 3, 4), ["warning merged_value 2 4"]),
        ((2, 4, 2, 5), []),
        ((2, 1, 3, 1), []),
        ((3, 4, 4, 4), []),
    ],
    ids=["over rows", "over a note", "labels", "blank"],
)
def test_a_figure_merged_over_several_counts_once_and_is_told(block, found, known):
    rows = [
        ["指标", "地区", "年份", "数值", "备注"],
        ["GDP", "遵义市", "2024", "1", ""],
        ["GDP", "遵义市", "2023", "", ""],
    ]
    rows.append(["GDP", "遵义市", "2022", "", ""])
    assert laid(document(sheet(*rows, merged=(block,))), known)[1] == found


def test_code_and_name_of_different_indicators_are_an_error_at_the_code(known):
    text = "指标代码,指标,地区,年份,数值\ngdp,GDP,遵义市,2024,1\ngdp,常住人口,遵义市,2024,2\n"
    text += "xyz,GDP,遵义市,2023,3\n"
    assert remarks(text, known) == (
        Remark("code_and_name_differ", Severity.ERROR, "", 3, 1, "指标代码", "gdp", (("word", "常住人口"),)),
    )


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ([["填报说明"], ["请用亿元"], ["a"]], ["note sheet_not_read - -"]),
        ([["1"], ["2.5"], ["x"]], ["note sheet_not_read - -"]),
        ([["1"], ["2.5"], ["3"]], ["warning sheet_not_read - -"]),
        ([["隐"], ["2023"], ["2024"]], ["note sheet_not_read - -"]),
    ],
    ids=["words", "two numbers", "three numbers", "years"],
)
def test_a_sheet_without_a_table_beside_one_with_a_table(other, found, known):
    rows = [["指标", "地区", "年份", "数值"], ["GDP", "遵义市", "2024", "1"]]
    assert laid(document(sheet(*rows, name="表"), sheet(*other, name="他")), known)[1] == found


def test_a_file_without_any_table_shows_its_first_lines(known):
    (only,) = remarks("甲,乙\n丙,丁\n", known)
    assert only == Remark("no_layout", Severity.ERROR, found="甲 乙 / 丙 丁")


def test_a_table_without_figures_is_said_to_have_none(known):
    assert remarks("指标,地区,年份,数值\nGDP,遵义市,2024,\n", known) == (
        Remark("no_figures", Severity.ERROR),
    )


def test_the_year_of_a_growth_is_said(known):
    said = remarks("指标,地区,2023,2024,增速\nGDP,遵义市,1,2,3\n", known)
    assert said == (Remark("year_from_headings", Severity.NOTE, row=1, said=(("word", "2024"),)),)
