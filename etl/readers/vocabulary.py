"""The words of headings in statistical forms, normalised as in etl.lexicon, and how units look."""

from __future__ import annotations

import re
from enum import StrEnum

from indicators.units import known_units


class Role(StrEnum):
    """What a column holds beside figures; VALUE is figures, PART months or quarters, OTHER is not read."""

    INDICATOR = "indicator"
    INDICATOR_CODE = "indicator_code"
    AREA = "area"
    AREA_CODE = "area_code"
    YEAR = "year"
    MEASURE = "measure"
    UNIT = "unit"
    STATUS = "status"
    NOTE = "note"
    VALUE = "value"
    PART = "part"
    OTHER = "other"


WORDS = {
    Role.INDICATOR: "指标 指标名称 项目 项目名称 统计指标 主要指标 指标项 indicator indicatorname item",
    Role.INDICATOR_CODE: "指标代码 指标编码 指标编号 indicatorcode",
    Role.AREA: """地区 区域 区县 县区 县市区 区市县 市县 各县区 各县市区 地区名称 区县名称 单位名称
        行政区 行政区划 行政区划名称 统计区域 城市 县域 area areaname region county district place""",
    Role.AREA_CODE: "地区代码 地区编码 行政区划代码 区划代码 areacode regioncode",
    Role.YEAR: "年份 年度 年 时间 报告期 统计年度 数据年份 所属年份 期别 year period time",
    Role.MEASURE: "口径 类型 数据类型 指标类型 数据口径 统计口径 指标口径 measure type kind",
    Role.UNIT: "单位 计量单位 数据单位 指标单位 unit units",
    Role.STATUS: "状态 数据状态 数据性质 性质 status",
    Role.NOTE: "备注 说明 注 附注 note notes remark remarks comment",
    Role.VALUE: """数值 值 数据 实际 实际值 实绩 完成数 完成值 实际完成 指标值 统计值 数额 数量
        value figure amount""",
    Role.PART: "月份 月 季度 季 月度 month quarter",
    Role.OTHER: """序号 编号 代码 行号 上期数值 上期 上次数值 定义 指标定义 填报单位 填报部门 责任单位
        责任部门 牵头单位 数据来源 来源 no lastvalue previousvalue previous definition source department
        排名 位次 排位 全省排名 全市排名 rank""",
}
"""Headings as statistical forms write them."""
ROLES = {word: role for role, words in WORDS.items() for word in words.split()}
LEVEL_WORDS = "总量 绝对值 绝对量 绝对数 水平 level"
RATE_WORDS = """增速 增长 增长率 增幅 增长速度 增减 ± 同比 同比增长 同比增速 同比增幅 同比± 比上年增长
    比上年增减 年均增长 年均增速 年均增长率 下降 降低 降幅 下降率 降低率 比上年下降 比上年降低
    同比下降 同比降低 累计下降 累计降低 growth growthrate meangrowth cut cumulativecut"""
STATUS_WORDS = """初步 初步数 初步核算 初步核算数 初步统计 快报 快报数 预计 预计数 正式 正式数 年报 年报数
    最终 最终数 核实数 最终核实 p e r preliminary provisional final revised estimate expected"""
LEVELS, RATES, STATUSES = (frozenset(words.split()) for words in (LEVEL_WORDS, RATE_WORDS, STATUS_WORDS))
"""Measures and states in a heading; a rate takes no unit but its own heading's."""
BACK = {
    "本年": 0,
    "本期": 0,
    "本年度": 0,
    "当年": 0,
    "今年": 0,
    "全年": 0,
    "上年": 1,
    "上年同期": 1,
    "去年": 1,
}
"""Years counted back from the year of the table's title."""
UNIT_LIKE = re.compile(
    r"[万亿千百十]*(?:美?元|人次?|户|吨|公斤|(?:平方)?(?:公里|千米|米)|公顷|亩|个|家|件|张|台|辆|次|倍|岁|年|千瓦时)(?:/\S+)?"
    r"|个?百分点|(?:(?:hundred|ten|100) ?)?(?:thousand|million|billion)? ?(?:yuan|persons?|trips)"
)
"""How a unit looks that the catalogue may not know; whether it does is asked later."""


def is_unit(text: str) -> bool:
    """Whether a text is a unit or looks like one."""
    return text in known_units() - {""} or bool(UNIT_LIKE.fullmatch(text))
