"""What files call the kinds of figures and how firm figures are: one table for readers and checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from etl.lexicon import normalise
from indicators.model import Measure, Status
from indicators.series import LINKS

PRELIMINARY, APPROXIMATE = 1, 2
"""Marks beside a status; their sum is a figure's flags."""


class State(NamedTuple):
    """A status and the sum of the marks beside it."""

    status: Status
    flags: int = 0


MEASURE_WORDS: Mapping[Measure, str] = {
    Measure.LEVEL: "总量 绝对量 绝对值 绝对数 水平 数值 实绩 完成数 完成值 完成 实际完成 当年值 当年数"
    " 本年 本期 全年 期末 年末 值 level value total",
    Measure.GROWTH: "增速 增长 增长率 增幅 增长速度 增减 增减幅度 ± 年增长率 年增速"
    " 同比 同比增长 同比增速 同比增幅 同比增减 同比± 比上年 比上年增长 比上年增减 比上年±"
    " 较上年 较上年增长 较上年增减 比去年增长 比上年同期增长"
    " growth growthrate yoy growthonayearearlier",
    Measure.MEAN_GROWTH: "年均增长 年均增速 年均增长率 年平均增长 平均增速 meangrowth meanannualgrowth",
    Measure.CUT: "降低 下降 降幅 降低率 下降率 比上年降低 比上年下降 同比降低 同比下降 cut reduction",
    Measure.CUMULATIVE_CUT: "累计降低 累计下降 累计降低率 累计下降率 cumulativecut",
    Measure.CUMULATIVE: "累计 累计数 累计值 累计完成 cumulative",
    Measure.WORK_TARGET: "目标 目标值 年度目标 年度工作目标 工作目标 计划 计划数 预期目标 target worktarget"
    " annualworktarget",
}
"""What a column or the end of a label may call each kind of figure, separated by blanks."""
STATE_WORDS: Mapping[State, str] = {
    State(Status.PUBLISHED): "正式 正式数 最终 最终数 最终核实 最终核实数 最终核算数 核实 核实数 核定 核定数"
    " 修订 修订数 修正 修正数 公布 已公布 公布数 年报 年报数 published final official revised r",
    State(Status.PUBLISHED, PRELIMINARY): "初步 初步数 初步核算 初步核算数 初步统计 初步统计数 快报 快报数"
    " preliminary provisional p",
    State(Status.PUBLISHED, APPROXIMATE): "约 约数 左右 大约 approximate",
    State(Status.EXPECTED): "预计 预计数 预测 预测数 预期 expected forecast estimate e",
    State(Status.LOWER_BOUND): "下限 以上 lower_bound lowerbound",
    State(Status.COMPUTED): "推算 推算数 计算 测算 computed",
    State(Status.DERIVED): "派生 derived",
}
"""What a status column or a mark in a heading may say, separated by blanks."""
MEASURES = {normalise(word): measure for measure, words in MEASURE_WORDS.items() for word in words.split()}
"""Kinds of figures by their word."""
RATES = frozenset(word for word, measure in MEASURES.items() if measure in LINKS)
"""Words of changes: a column of these takes no unit but its own heading's."""
STATES = {word: state for state, words in STATE_WORDS.items() for word in words.split()}
"""How firm a figure is by its word."""
