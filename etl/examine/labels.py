"""A column of labels as codes and the words they stand for: each word is understood once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from etl.examine.packing import Codes, Whole
from etl.readers.arrow import whole

T = TypeVar("T", bound=np.generic)


def spread(values: npt.NDArray[T], codes: Codes) -> npt.NDArray[T]:
    """`values[codes]`; read-only, and without a copy where all values are the same."""
    if len(values) and (values == values[0]).all():
        return np.broadcast_to(values[0], len(codes))
    return values[codes] if len(values) else np.zeros(len(codes), values.dtype)


@dataclass(frozen=True)
class Labels:
    """`words[codes[i]]` is the label of row i."""

    codes: Codes
    words: list[str]

    @classmethod
    def of(cls, table: pa.Table, name: str) -> Labels:
        """A dictionary column; null counts as blank."""
        column = whole(table.column(name).unify_dictionaries())
        words = ["" if word is None else str(word) for word in column.dictionary.to_pylist()]
        indices = column.indices
        if indices.null_count:
            indices, words = indices.fill_null(len(words)), [*words, ""]
        return cls(indices.to_numpy(zero_copy_only=False), words)

    def at(self, row: int) -> str:
        """The label of a row."""
        return str(self.words[self.codes[row]])

    def mapped(self, meaning: Callable[[str], int]) -> Whole:
        """A number for each row: the meaning of its word."""
        return self.taken([meaning(word) for word in self.words])

    def taken(self, values: Sequence[int]) -> Whole:
        """A number for each row, given those of the words."""
        return spread(np.asarray(values, np.int64), self.codes)

    def column(self) -> pa.DictionaryArray:
        """Back as a dictionary column."""
        indices = pa.array(self.codes, pa.int32())
        return pa.DictionaryArray.from_arrays(indices, pa.array(self.words, pa.string()))

    def replaced(self, rows: Whole, words: Sequence[str]) -> Labels:
        """The same labels, other ones in some rows."""
        known = {word: code for code, word in reversed(list(enumerate(self.words)))}
        all_words, codes = list(self.words), self.codes.copy()
        for row, word in zip(rows, words, strict=True):
            if word not in known:
                known[word] = len(all_words)
                all_words.append(word)
            codes[row] = known[word]
        return Labels(codes, all_words)
