from __future__ import annotations

import numpy as np
import pyarrow as pa

from etl.examine.labels import Labels


def table(*chunks):
    return pa.table(
        {
            "unit": pa.chunked_array(
                [pa.array(chunk, pa.string()).dictionary_encode() for chunk in chunks],
                pa.dictionary(pa.int32(), pa.string()),
            )
        }
    )


def spelled(labels):
    return [labels.at(row) for row in range(len(labels.codes))]


def test_chunks_with_words_of_their_own_become_one():
    labels = Labels.of(table(["亿元", "%"], ["%", "人"]), "unit")
    assert spelled(labels) == ["亿元", "%", "%", "人"]
    assert len(labels.words) == 3


def test_null_is_blank():
    assert spelled(Labels.of(table(["亿元", None]), "unit")) == ["亿元", ""]


def test_no_row_has_no_label():
    labels = Labels.of(table(), "unit")
    assert len(labels.codes) == 0
    assert labels.mapped(len).tolist() == []


def test_a_meaning_is_asked_once_a_word():
    asked = []
    labels = Labels.of(table(["亿元", "%", "%"]), "unit")
    assert labels.mapped(lambda word: asked.append(word) or len(word)).tolist() == [2, 1, 1]
    assert len(asked) == 2


def test_some_rows_get_other_words():
    labels = Labels.of(table(["亿元", "亿元", "%"]), "unit").replaced(np.array([0, 2]), ["万元", "亿元"])
    assert spelled(labels) == ["万元", "亿元", "亿元"]
    assert labels.column().to_pylist() == ["万元", "亿元", "亿元"]
