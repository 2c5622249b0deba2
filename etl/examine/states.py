"""How firm a figure is: words of a status column and marks in cells → status and flags."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from indicators.model import Measure, Status
from indicators.series import USABLE

STATUSES = tuple(Status)
PRELIMINARY, APPROXIMATE = 1, 2
FLAG_WORDS = ["", "preliminary", "approximate", "approximate;preliminary"]
"""The flags of a figure by the sum of its marks."""
ASIDE = tuple(int(status not in USABLE) for status in STATUSES)
"""Whether a status makes a figure stand aside, in the order of STATUSES."""


class State(NamedTuple):
    """A status and the sum of the marks beside it."""

    status: Status
    flags: int = 0


WORDS: Mapping[State, str] = {
    State(Status.PUBLISHED): "正式 正式数 最终 最终数 最终核实 核实 核实数 核定 公布 已公布 公布数"
    " 年报 年报数 published final official",
    State(Status.PUBLISHED, PRELIMINARY): "初步 初步数 初步核算 初步核算数 初步统计 初步统计数 快报 快报数"
    " preliminary provisional p",
    State(Status.PUBLISHED, APPROXIMATE): "约 约数 左右 大约 approximate",
    State(Status.EXPECTED): "预计 预计数 预测 预测数 预期 expected forecast estimate e",
    State(Status.LOWER_BOUND): "下限 以上 lower_bound lowerbound",
    State(Status.COMPUTED): "推算 推算数 计算 测算 computed",
    State(Status.DERIVED): "派生 derived",
}
"""What a status column may say, separated by blanks."""
BRACKETS = re.compile(r"[()\[\]【】\s]")


def read_state(label: str) -> State | None:
    """A status column's word; published where blank, None where it is not known."""
    word = BRACKETS.sub("", unicodedata.normalize("NFKC", label)).casefold()
    return _KNOWN.get(word)


def in_future(measure: Measure, status: Status) -> bool:
    """Whether such a figure may speak of a year that is not over."""
    return measure is Measure.WORK_TARGET or status is Status.EXPECTED


_KNOWN = {word: state for state, words in WORDS.items() for word in words.split()} | {
    "": State(Status.PUBLISHED)
}
