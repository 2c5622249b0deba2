"""CSV tables: typed cells, and every fault of a table noted at once."""

from __future__ import annotations

from enum import StrEnum

import pytest

from indicators.errors import InputRefused
from indicators.model import Fault
from indicators.tables import Cells, parse_rows, read_table


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def read(method: str, found: str, *arguments: object, **options: object) -> tuple[object, list[str]]:
    """One cell through one reader: its value, and what is allowed of each fault."""
    faults: list[Fault] = []
    cells = Cells("t.csv", 7, {"x": found}, faults)
    value = getattr(cells, method)("x", *arguments, **options)
    assert all((one.file, one.row, one.column) == ("t.csv", 7, "x") for one in faults)
    return value, [one.allowed for one in faults]


@pytest.mark.parametrize(
    ("method", "arguments", "found", "value"),
    [
        ("text", (), "  市商务局 ", "市商务局"),
        ("text", (), "", ""),
        ("required", (), " a ", "a"),
        ("number_or_none", (), "98.5", 98.5),
        ("number_or_none", (), "-2", -2.0),
        ("number_or_none", (), "1e3", 1000.0),
        ("number_or_none", (), " ", None),
        ("year", (), "1900", 1900),
        ("year", (), " 2025 ", 2025),
        ("year", (), "2100", 2100),
        ("whole", (1,), "1", 1),
        ("whole", (0,), "0", 0),
        ("whole", (1,), "30", 30),
        ("choice", (Colour,), "blue", Colour.BLUE),
        ("yes", (), "yes", True),
        ("yes", (), "no", False),
        ("yes", (), "", False),
        ("several", (), "a; b ;;c", ("a", "b", "c")),
        ("several", (), "", ()),
        ("known", (["a", "b"],), "b", "b"),
        ("all_known", (["a", "b"],), "b;a", ("b", "a")),
        ("all_known", (["a", "b"],), "", ()),
    ],
)
def test_a_good_cell_has_its_type(method, arguments, found, value):
    assert read(method, found, *arguments) == (value, [])


@pytest.mark.parametrize(
    ("method", "arguments", "found", "allowed"),
    [
        ("required", (), "  ", "a text"),
        ("number_or_none", (), "5,000", "a number or blank"),
        ("number_or_none", (), "约5000", "a number or blank"),
        ("number_or_none", (), "nan", "a number or blank"),
        ("number_or_none", (), "inf", "a number or blank"),
        ("year", (), "1899", "a year, 1900–2100"),
        ("year", (), "2101", "a year, 1900–2100"),
        ("year", (), "25", "a year, 1900–2100"),
        ("year", (), "", "a year, 1900–2100"),
        ("whole", (1,), "0", "a whole number from 1 on"),
        ("whole", (1,), "1.5", "a whole number from 1 on"),
        ("whole", (0,), "-1", "a whole number from 0 on"),
        ("whole", (0,), "", "a whole number from 0 on"),
        ("choice", (Colour,), "Red", "red | blue"),
        ("yes", (), "是", "yes | no"),
        ("known", (["b", "a"],), "c", "one of a, b"),
        ("known", (["b", "a"],), "", "one of a, b"),
        ("all_known", (["b", "a"],), "a;c", "one of a, b"),
    ],
)
def test_a_bad_cell_is_one_fault_that_says_what_is_allowed(method, arguments, found, allowed):
    assert read(method, found, *arguments)[1] == [allowed]


@pytest.mark.parametrize("found", ["5,000", "nan", "inf"])
def test_what_is_no_number_leaves_no_number_behind(found):
    assert read("number_or_none", found)[0] is None


def test_a_reference_may_be_blank_where_it_is_allowed():
    assert read("known", "", ["a"], blank=True) == ("", [])
    assert read("known", "b", ["a"], blank=True)[1] == ["one of a"]


def test_a_list_names_each_unknown_part():
    faults: list[Fault] = []
    Cells("t.csv", 2, {"x": "a; q ;r"}, faults).all_known("x", ["a"])
    assert [one.found for one in faults] == ["q", "r"]


def table(text: str, tmp_path, columns: str = "code name") -> tuple[list[tuple[str, str]], list[Fault]]:
    """A table through the reader and the parser: its (code, name) pairs and its faults."""
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode("utf-8"))
    faults: list[Fault] = []
    rows = parse_rows(
        "t.csv", columns, read_table(path), faults, lambda cells: (cells.text("code"), cells.text("name"))
    )
    return rows, faults


@pytest.mark.parametrize(
    "text",
    [
        "code,name\na,甲\nb,乙\n",
        "\ufeffcode,name\r\na,甲\r\nb,乙\r\n",
        'name,code\n"甲",a\n"乙",b',
        "code,name\n\na,甲\n\nb,乙\n",
    ],
    ids=["plain", "from Excel", "other order", "blank lines"],
)
def test_a_table_is_read_by_its_headings(text, tmp_path):
    assert table(text, tmp_path) == ([("a", "甲"), ("b", "乙")], [])


def test_a_cell_may_hold_commas_and_line_ends(tmp_path):
    assert table('code,name\na,"甲,\n乙"\n', tmp_path) == ([("a", "甲,\n乙")], [])


def test_cells_left_out_at_the_end_are_blank(tmp_path):
    assert table("code,name\na\n", tmp_path) == ([("a", "")], [])


def test_missing_columns_are_named_and_nothing_is_parsed(tmp_path):
    rows, faults = table("code\na\n", tmp_path, "code name note")
    assert rows == []
    assert faults == [
        Fault("t.csv", 1, "name", "no such column", "this column"),
        Fault("t.csv", 1, "note", "no such column", "this column"),
    ]


def test_an_unknown_column_is_a_fault(tmp_path):
    _, faults = table("code,nmae,name\na,?,甲\n", tmp_path)
    assert faults == [Fault("t.csv", 1, "nmae", "nmae", "one of code, name")]


def test_a_row_with_more_cells_than_headings_is_a_fault(tmp_path):
    """A comma without quotes moves all that follows it into the wrong column."""
    _, faults = table("code,name\na,甲\nb,乙,丙,丁\n", tmp_path)
    assert faults == [Fault("t.csv", 3, "", "丙,丁", "no more cells than columns")]


@pytest.mark.parametrize("column", ["code", "number"])
def test_codes_and_numbers_are_unique(column, tmp_path):
    text = f"{column},name\n7,甲\n8,乙\n7 ,丙\n"
    _, faults = table(text, tmp_path, f"{column} name")
    assert faults == [Fault("t.csv", 4, column, "7", "unique; also in row 2")]


def test_names_need_not_be_unique(tmp_path):
    assert table("code,name\na,甲\nb,甲\n", tmp_path)[1] == []


@pytest.mark.parametrize(
    "content", ["code,name\na,市商务局\n".encode("gbk"), None], ids=["not UTF-8", "no such file"]
)
def test_a_file_that_cannot_be_read_is_refused_as_a_whole(content, tmp_path):
    path = tmp_path / "t.csv"
    if content:
        path.write_bytes(content)
    with pytest.raises(InputRefused) as refusal:
        read_table(path)
    (fault,) = refusal.value.faults
    assert (fault.file, fault.row, fault.column, fault.allowed) == ("t.csv", None, "", "a CSV table in UTF-8")
