"""Columns of words: the same rows, whatever is done to the words."""

from __future__ import annotations

import pyarrow as pa
import pytest

from etl.readers import arrow


def words(*texts: str) -> pa.DictionaryArray:
    return arrow.words(pa.array(texts, pa.string()))


def test_text_and_words_are_the_same_cells():
    column = pa.chunked_array([["a", "b"], ["a"]], pa.string())
    assert arrow.words(column).to_pylist() == arrow.text(arrow.words(column)).to_pylist() == ["a", "b", "a"]
    assert list(arrow.codes(arrow.words(column))) == [0, 1, 0]


def test_pieces_with_words_of_their_own_become_one():
    column = pa.chunked_array([words("a", "b"), words("b", "c")])
    assert arrow.words(column).to_pylist() == ["a", "b", "b", "c"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_constant_fills_every_row(count):
    assert arrow.constant("亿元", count).to_pylist() == ["亿元"] * count


def test_blank_is_what_shows_nothing():
    cells = pa.array(["", " ", "\u3000", "\t\n", "0", "—"])
    assert list(arrow.blank(cells)) == [True, True, True, True, False, False]


def test_words_that_become_one_are_one():
    column = arrow.trimmed(words(" a", "a ", "\u3000b"), 9)
    assert (column.to_pylist(), column.dictionary.to_pylist()) == (["a", "a", "b"], ["a", "b"])


def test_words_without_outer_blanks_stay_as_they_are():
    column = words("a", "b")
    assert arrow.trimmed(column, 1) is column


def test_the_first_that_is_not_blank():
    first, second, third = words("a", "", ""), words("x", "b", ""), words("y", "y", "c")
    assert arrow.first_of([first, second, third]).to_pylist() == ["a", "b", "c"]
    assert arrow.first_of([first]).to_pylist() == ["a", "", ""]
    assert arrow.first_of([second, words("", "", "")]).to_pylist() == ["x", "b", ""]


def test_a_column_without_pieces_is_empty():
    assert arrow.whole(pa.chunked_array([], pa.string())).to_pylist() == []


def test_texts_are_cut_to_a_length_of_characters():
    column = pa.array(["中文字", "ab", ""])
    assert arrow.shortened(column, 2).to_pylist() == ["中文", "ab", ""]
    assert arrow.shortened(pa.array(["ab"]), 2).to_pylist() == ["ab"]
    assert arrow.shortened(pa.array([], pa.string()), 2).to_pylist() == []


@pytest.mark.parametrize(
    ("cell", "text"), [('="5200"', "5200"), ('=""', ""), ('="a', '="a'), ("=1", "=1"), ("", "")]
)
def test_a_text_wrapped_for_excel_is_unwrapped(cell, text):
    assert arrow.unwrapped(pa.array([cell, "x"])).to_pylist() == [text, "x"]
