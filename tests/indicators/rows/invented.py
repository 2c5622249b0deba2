"""A small plan to read, and what no finished text may contain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from indicators.model import Department, Dimension, Indicator, Source
from indicators.rows.reading import Reading
from tests.indicators.worked import AMOUNT, plan

OFFICES = {
    "office": Department("office", "市交通局", "Bureau of Transport", ()),
    "other": Department("other", "市统计局", "Bureau of Statistics", ()),
}
SOURCES = {"yearbook": Source("yearbook", "统计年鉴", "https://example.org/yearbook")}

UNFINISHED = re.compile(
    r"(?<![A-Za-z])(None|nan|inf)(?![A-Za-z])|[{}]|  |^\s|\s$|<br>$|<br><br>"
    r"|,,|。。|\.\.|[:;,，：；][.。]|\( *\)|（）|\[\]"
)
CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")


def reading(lang: str = "zh", indicator: Indicator = AMOUNT, **changes: Any) -> Reading:
    """The invented plan of `worked` with departments and a dimension, as one reader sees it."""
    dimensions = {"strength": Dimension("strength", "综合实力", "Strength")}
    areas = {
        code: replace(area, name={"region": "都市圈", "city": "市"}.get(code, code))
        for code, area in plan().areas.items()
    }
    known = {"departments": OFFICES, "dimensions": dimensions, "areas": areas} | changes
    return Reading(plan(indicator, **known), lang, SOURCES)


def texts(rows: object) -> Iterator[str]:
    """Every text in rows, however deep: headings too."""
    if isinstance(rows, str):
        yield rows
    elif is_dataclass(rows):
        yield from (text for field in fields(rows) for text in texts(getattr(rows, field.name)))
    elif isinstance(rows, Mapping):
        yield from (text for pair in rows.items() for text in texts(pair))
    elif isinstance(rows, list | tuple):
        yield from (text for one in rows for text in texts(one))


def unfinished(rows: object) -> list[str]:
    """Texts with a hole in them: a place not filled, a missing value spelled out, a stray separator."""
    return [text for text in texts(rows) if UNFINISHED.search(text)]


def in_chinese(rows: object) -> list[str]:
    return [text for text in texts(rows) if CHINESE.search(text)]
