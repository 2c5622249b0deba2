"""Columns of words and of text in Arrow: words are looked at once each, however many rows repeat them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

WORDS = pa.dictionary(pa.int32(), pa.string())
Mask = npt.NDArray[np.bool_]


def whole(column: pa.ChunkedArray) -> pa.Array:
    """A column in one piece."""
    if column.num_chunks == 1:
        return column.chunk(0)
    return pa.concat_arrays(column.chunks or [pa.array([], column.type)])


def words(column: pa.ChunkedArray | pa.Array) -> pa.DictionaryArray:
    """A column as words and a code for each row."""
    piece = whole(column.unify_dictionaries()) if isinstance(column, pa.ChunkedArray) else column
    return piece if piece.type == WORDS else piece.dictionary_encode()


def text(column: pa.Array) -> pa.Array:
    """A column as text."""
    return column.dictionary_decode() if column.type == WORDS else column


def codes(column: pa.DictionaryArray) -> npt.NDArray[np.int32]:
    """The code of each row's word."""
    found: npt.NDArray[np.int32] = numpy(column.indices)
    return found


def constant(word: str, count: int) -> pa.DictionaryArray:
    """The same word in every row."""
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(count, np.int32)), pa.array([word], pa.string()))


def blank(column: pa.Array) -> Mask:
    """Where a text has nothing but blanks."""
    found: Mask = numpy(pc.or_(pc.equal(pc.binary_length(column), 0), pc.utf8_is_space(column)))
    return found


def renamed(column: pa.DictionaryArray, names: pa.Array) -> pa.DictionaryArray:
    """The same rows under new words; two words that became one stay one."""
    if names.equals(column.dictionary):
        return column
    merged = pc.dictionary_encode(names)
    return pa.DictionaryArray.from_arrays(merged.indices.take(column.indices), merged.dictionary)


def trimmed(column: pa.DictionaryArray, length: int) -> pa.DictionaryArray:
    """Without outer blanks, and no longer than `length` characters."""
    return renamed(column, shortened(unwrapped(pc.utf8_trim_whitespace(column.dictionary)), length))


def unwrapped(column: pa.Array) -> pa.Array:
    """`="5200"`, by which some systems keep Excel from reading a text as a number, → `5200`."""
    if not pc.any(pc.starts_with(column, '="')).as_py():
        return column
    return pc.replace_substring_regex(column, r'^="(.*)"$', r"\1")


def shortened(column: pa.Array, length: int) -> pa.Array:
    """The first characters of every text."""
    if not len(column) or pc.max(pc.binary_length(column)).as_py() <= length:
        return column
    return pc.utf8_slice_codeunits(column, 0, length)


def first_of(columns: list[pa.DictionaryArray]) -> pa.DictionaryArray:
    """Row by row the first word that is not blank."""
    first, *others = columns
    if not others or not numpy(pc.equal(first.dictionary, "")).any():
        return first
    texts = [column.dictionary_decode() for column in columns]
    filled = pc.coalesce(*(pc.if_else(pc.equal(one, ""), None, one) for one in texts))
    return pc.fill_null(filled, "").dictionary_encode()


def numpy(column: pa.Array) -> Any:
    """As an array of numpy."""
    return column.to_numpy(zero_copy_only=False)
