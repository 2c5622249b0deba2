"""What the lines around a table say of all its figures: 单位：亿元, 遵义市2024年统计年报."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from etl.lexicon import Lexicon, normalise
from etl.readers.headings import named_indicator, plain, split_unit, whole_years
from etl.readers.vocabulary import STATUSES, is_unit

LONGEST = 200
"""Characters of a line that are looked at."""
UNIT = re.compile(r"(?:^|[\s(,;])(?:计量)?单位\s*[:\s]\s*([^\s,;:()、]+)(?![、,])")
YEAR = re.compile(
    r"(?<![\d-])((?:19|20)\d\d)(?:年度?|$)(?!\s*(?:\d|第?[一二三四]季|[上下]半年|前|年?[一二三四1-4]季))"
)
STATUS = re.compile(r"[(]\s*([^()]+?)\s*[)]")
"""A mark in brackets, once the line is plain: 2025年主要经济指标（初步）."""
YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
PLACES_IN_A_BOOK = re.compile(
    r"^\s*(?:附?表|附件|续表)\s*[\d一二三四五六七八九十-]*[\s:.]*|(?:19|20)\d\d年?(?:\s*[-—–~至]+\s*(?:19|20)\d\d)?年?度?"
)
"""Numbers of tables, years and spans of years."""
NOISE = re.compile(
    r"各?县市区|各?区市县|各?区县|各县区|各地区?|分地区|全市|全区|全县|历年|主要年份|主要|统计|年报|情况|数据|一览|汇总|表|^\d+"
)
"""What else a title may hold beside an indicator's name."""
FOOTER = re.compile(
    r"\s*(?:(?:附?注|注释|备注|说明|填表说明|附注|资料来源|数据来源|来源|填表人?|填报人|制表人?|审核人?|复核人?|负责人|"
    r"统计负责人|单位负责人|联系人|联系电话|电话|报出日期|填报日期|填表日期|制表日期|填报单位|source|notes?)\s*\d*\s*[:：])",
    re.IGNORECASE,
)
"""How a line below a table begins that is no row of it."""


@dataclass(frozen=True)
class Context:
    """What holds for all figures of a table that do not say otherwise; `lines` are where it stands."""

    indicator: str = ""
    area: str = ""
    year: str = ""
    unit: str = ""
    status: str = ""
    lines: tuple[tuple[str, str], ...] = ()

    def line(self, what: str) -> str:
        """The line that `indicator`, `area`, `year`, `unit` or `status` was taken from."""
        return dict(self.lines).get(what, "")


def context(above: Iterable[str], head: Iterable[str], names: Iterable[str], lexicon: Lexicon) -> Context:
    """From the lines above a table, the nearest first, then the names of the sheet and the file.

    Area and year may also stand in the lines at the head of the sheet, above its first table.
    """
    lines, top, called = ([plain(line)[:LONGEST] for line in every] for every in (above, head, names))
    found = {
        "indicator": _first([*lines, *called], lambda line: _indicator(line, lexicon)),
        "area": _first([*lines, *top, *called], lambda line: _area(line, lexicon)),
        "year": _first([*lines, *top, *called], _year),
        "unit": _first(lines, _unit),
        "status": _first([*lines, *top], _status),
    }
    origins = tuple((what, line) for what, (_, line) in found.items() if line)
    said = {what: text for what, (text, _) in found.items()}
    return Context(**said, lines=origins)


def _first(lines: Iterable[str], read: Callable[[str], str]) -> tuple[str, str]:
    return next(((text, line) for line in lines if (text := read(line))), ("", ""))


def _unit(line: str) -> str:
    found = UNIT.search(line)
    unit = found[1] if found else split_unit(line)[1]
    return unit if is_unit(unit) else ""


def _year(line: str) -> str:
    """The year of a line that names one only: 2015—2024年 names none."""
    line = whole_years(line)
    found = YEAR.search(line)
    return found[1] if found and len(set(YEARS.findall(line))) == 1 else ""


def _status(line: str) -> str:
    """How firm all figures below a title are, where it says so in brackets."""
    return next((mark for mark in STATUS.findall(line) if normalise(mark) in STATUSES), "")


def _area(line: str, lexicon: Lexicon) -> str:
    """The area a line names; of 遵义市汇川区 the last, of areas apart from each other none."""
    names = sorted(_names(lexicon.areas), key=len, reverse=True)
    found = list(re.finditer("|".join(map(re.escape, names)), "".join(line.split()))) if names else []
    apart = any(one.end() != other.start() for one, other in zip(found, found[1:], strict=False))
    codes = {lexicon.areas[one[0]] for one in found}
    return found[-1][0] if found and (not apart or len(codes) == 1) else ""


def _indicator(line: str, lexicon: Lexicon) -> str:
    """The indicator that is all a line names beside areas, years and words such as 各县区 or 统计表."""
    rest = normalise(PLACES_IN_A_BOOK.sub("", split_unit(line)[0]))
    if names := sorted(_names(lexicon.areas), key=len, reverse=True):
        rest = re.sub("|".join(map(re.escape, names)), "", rest)
    rest = NOISE.sub("", rest)
    return rest if rest and named_indicator(rest, lexicon) else ""


def _names(known: Iterable[str]) -> list[str]:
    """Names without codes: 520302 in a title means nothing."""
    return [name for name in known if len(name) > 1 and not name.isascii()]
