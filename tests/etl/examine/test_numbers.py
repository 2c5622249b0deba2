from __future__ import annotations

import math

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from etl.examine.cells import read_cell
from etl.examine.numbers import read


def column(*cells):
    return pa.chunked_array([pa.array(cells, pa.string())])


def plain(values):
    return [None if math.isnan(value) else value for value in values.tolist()]


def test_plain_numbers_are_read_at_once():
    found = read(column("5200", "-3.2", "0.5"))
    assert (plain(found.value), found.cells) == ([5200, -3.2, 0.5], ())
    assert found.printed.to_pylist() == ["5200", "-3.2", "0.5"]


def test_awkward_cells_are_read_one_by_one_each_text_once():
    found = read(column("5200", "约5,300", "—", "abc", "—", "1,234.5"))
    assert plain(found.value) == [5200, 5300, None, None, None, 1234.5]
    assert found.missing.tolist() == [False, False, True, False, True, False]
    assert found.printed.to_pylist() == ["5200", "5300", "", "", "", "1234.5"]
    assert len(found.cells) == 3


def test_marks_come_with_their_rows():
    found = read(column("5200", "61.2%", "—", "95%以上"))
    assert found.rows(lambda cell: cell.unit).tolist() == [1, 3]
    assert found.marks(lambda cell: cell.unit or None) == ["%", "%"]
    assert found.rows(lambda cell: cell.status).tolist() == [3]


def test_what_is_infinite_or_undefined_is_no_number():
    assert plain(read(column("inf", "nan", "1e999", "1")).value) == [None, None, None, 1]


def test_null_is_missing_and_no_row_is_none():
    assert read(pa.chunked_array([pa.array(["1", None])])).missing.tolist() == [False, True]
    assert len(read(pa.chunked_array([], pa.string())).value) == 0


def test_chunks_are_one_column():
    assert plain(read(pa.chunked_array([["1"], ["x"], ["3"]])).value) == [1, None, 3]


CELLS = st.one_of(
    st.decimals(-(10**6), 10**6, places=2).map(str),
    st.integers(0, 10**9).map(lambda number: f"{number:,}"),
    st.sampled_from(["—", "约5200", "abc", "61.2%", "1,23", "", "-"]),
)


@given(st.lists(CELLS))
def test_a_column_is_read_as_its_cells_are(cells):
    found = read(pa.chunked_array([pa.array(cells, pa.string())]))
    expected = [read_cell(cell) for cell in cells]
    assert plain(found.value) == [cell.value for cell in expected]
    assert found.missing.tolist() == [cell.missing for cell in expected]
    assert [text or "" for text in found.printed.to_pylist()] == [cell.printed for cell in expected]
