"""Text → sheet: the same grid by whichever way it is read."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.readers import delimited, limits
from etl.readers.delimited import detect, read_delimited
from etl.readers.document import FileRefused


def grid(text: str) -> list[list[str]]:
    sheet, _ = read_delimited(text.encode(), "x.csv")
    return sheet.head(sheet.rows)


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a,b\nc,d\n", ","),
        ("a\tb\n1,000\t2,000\n", "\t"),
        ("a;b\n1,5;2\n3,5;2\n", ";"),
        ("指标，数值\n常住人口，5\n", "，"),
        ("指标；数值\n常住人口；5\n", "；"),
        ("a|b\nc|d\n", "|"),
        ("题目，副题\na,b,c\nd,e,f\n", ","),
        ("only\none\n", ","),
    ],
)
def test_the_separator_is_the_one_most_rows_agree_on(text, separator):
    assert detect(text) == separator


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ('a,"b,""c"""\n1,2\n', [["a", 'b,"c"'], ["1", "2"]]),
        ('a,"b\nc"\n1,2\n', [["a", "b\nc"], ["1", "2"]]),
        ("a,b\n\n1,2,3\n4\n", [["a", "b", ""], ["", "", ""], ["1", "2", "3"], ["4", "", ""]]),
        ("sep=;\na;b\n1;2\n", [["a", "b"], ["1", "2"]]),
        ('"sep=;"\r\na;b\r\n', [["a", "b"]]),
        ("sep=ab;\n1,2\n", [["sep=ab;", ""], ["1", "2"]]),
    ],
)
def test_rows_and_cells_are_those_of_the_file(text, rows):
    assert grid(text) == rows


CELL = st.text(st.sampled_from('ab1，"\n ,;\t中'), max_size=4)


@given(
    st.integers(2, 4).flatmap(
        lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=2, max_size=6)
    ),
    st.sampled_from(",\t;"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_grid_that_was_written_is_read(rows, separator, quoting, end):
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, quoting=quoting, lineterminator=end).writerows(rows)
    declared = f"sep={separator}\n{stream.getvalue()}"
    assert grid(declared) == rows


@given(st.text(st.sampled_from('ab,"\n\r '), min_size=1, max_size=20))
def test_the_fast_way_reads_what_the_slow_way_reads(text):
    text = text.rstrip("\r\n")  # blank lines at the end are no rows the fast way
    sample = delimited._sample(text, ",", cut=False)
    fast = delimited._fast(text.encode(), ",", sample)
    slow = delimited._slow(text.encode(), ",", "x.csv") if fast else []
    assert [column.to_pylist() for column in fast] == [column.to_pylist() for column in slow]


def test_a_long_table_is_read_the_fast_way_with_words_for_labels():
    text = "指标,数值\n" + "".join(f"常住人口,{number}\n" for number in range(200))
    sheet, _ = read_delimited(text.encode(), "x.csv")
    assert [str(column.type).partition("<")[0] for column in sheet.columns] == ["dictionary", "string"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("遵义市统计年报\n单位：亿元,\n", ""),
        ("\n\n", "\n\n\r\n"),
        ('"统计\n年报"\n', ""),
        ("a,b,c,d\n", ""),
        ("", "注：初步数\n"),
    ],
    ids=["titles", "blank lines", "a title of two lines", "a wide title", "a remark"],
)
def test_lines_around_a_table_keep_their_rows(above, below):
    table = "指标,年份,数值\n" + "常住人口,2024,5\n" * 3
    lines = list(csv.reader(io.StringIO(above + table + below.rstrip("\r\n"), newline="")))
    width = max(map(len, lines))
    found = grid(above + table + below)
    assert found[: len(lines)] == [row + [""] * (width - len(row)) for row in lines]
    assert not any(map(any, found[len(lines) :]))


def test_titles_do_not_slow_a_table_down(monkeypatch):
    monkeypatch.delattr(delimited, "_slow")
    assert grid("遵义市\n\n单位：亿元,\na,b,c\nd,e,f\n\n") == [
        ["遵义市", "", ""],
        ["", "", ""],
        ["单位：亿元", "", ""],
        ["a", "b", "c"],
        ["d", "e", "f"],
    ]


def test_a_sample_ends_with_a_whole_row(monkeypatch):
    monkeypatch.setattr(delimited, "SAMPLE_BYTES", 10)
    assert grid("a,b\nc,d\ne,f\n") == [["a", "b"], ["c", "d"], ["e", "f"]]


@pytest.mark.parametrize(
    ("limit", "value", "just", "over", "check"),
    [
        ("ROWS", 3, "a,b\nc,d\ne,f\n", "a,b\nc,d\ne,f\ng,h\n", "too_many_rows"),
        ("ROWS", 3, "a,b\nc\ne,f\n", "a,b\nc\ne,f\ng,h\n", "too_many_rows"),
        ("COLUMNS", 3, "a,b,c\nd\n", "a,b,c,\nd\n", "too_many_columns"),
        ("COLUMNS", 3, "a,b,c\nd,e,f\n", "a,b,c,d\ne,f,g,h\n", "too_many_columns"),
        ("CELLS", 6, "a,b,c\nd\n", "a,b,c\nd\ne\n", "too_many_cells"),
        ("CELLS", 6, "a,b,c\nd,e,f\n", "a,b,c\nd,e,f\ng,h,i\n", "too_many_cells"),
        ("CELL_LENGTH", 4, "中中中中,b\n", "中中中中中,b\n", "too_many_characters"),
        ("ROW_LENGTH", 4, "a,b\ncde\n", "a,b\ncdef\n", "too_many_characters"),
    ],
)
def test_limits_hold_to_the_last_cell(monkeypatch, limit, value, just, over, check):
    monkeypatch.setattr(limits, limit, value)
    assert grid(just)
    with pytest.raises(FileRefused) as refused:
        grid(over)
    assert refused.value.remark.check == check
    assert refused.value.remark.said == (("limit", str(value)),)


def test_a_quote_that_is_never_closed_is_refused():
    with pytest.raises(FileRefused) as refused:
        grid('a,b\n"c,d\n' + "e,f\n" * 50_000)
    assert refused.value.remark.check == "too_many_characters"
