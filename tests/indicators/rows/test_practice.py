"""The mark of invented figures: on everything made from them, on nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.model import PRACTICE, Source
from indicators.rows.practice import columns, invented, mark
from tests.indicators.rows.invented import reading


def practising(lang="zh"):
    """A reader of a store whose figures are invented; a load has added a source of its own."""
    sources = {
        PRACTICE: Source(PRACTICE, "演练数据（虚构）", ""),
        "load-0001": Source("load-0001", "试报", ""),
    }
    return replace(reading(lang), sources=sources)


@pytest.mark.parametrize(
    ("lang", "mark_", "column"),
    [
        ("zh", "演练数据", {"数据性质": "演练数据（虚构）"}),
        ("en", "Practice data", {"Kind of data": "Practice data (invented)"}),
    ],
)
def test_invented_figures_are_marked_in_the_readers_language(lang, mark_, column):
    read = practising(lang)
    assert (invented(read), mark(read), columns(read)) == (True, mark_, column)


def test_published_figures_have_no_mark():
    read = reading()
    assert (invented(read), mark(read), columns(read)) == (False, "", {})
