"""The words of headings in statistical forms, normalised as in etl.lexicon, and how units look.

What kinds of figures and states are called stands in etl.vocabulary.
"""

from __future__ import annotations

import re
from enum import StrEnum

from etl.vocabulary import APPROXIMATE, STATES
from indicators.model import Status
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
        排名 位次 排位 全省排名 全市排名 全省位次 占全省位次 全省排位 在全省排名 居全省位次 全国排名 rank""",
}
"""Headings as statistical forms write them."""
ROLES = {word: role for role, words in WORDS.items() for word in words.split()}
LEVELS = frozenset(("总量", "绝对值", "绝对量", "绝对数", "水平", "level"))
"""Words that in a heading can only mean levels; 本年 and 年末 can mean more."""
STATUSES = frozenset(
    word
    for word, (status, flags) in STATES.items()
    if status in (Status.PUBLISHED, Status.EXPECTED) and flags != APPROXIMATE
)
"""States in a heading."""
BACK = {
    "本年": 0,
    "本期": 0,
    "本年度": 0,
    "当年": 0,
    "今年": 0,
    "全年": 0,
    "上年": 1,
    "上年同期": 1,
    "上年同期累计": 1,
    "去年同期": 1,
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
