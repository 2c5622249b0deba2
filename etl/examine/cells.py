"""A cell of text → a number and the marks around it: 约5，200亿元, 61.2%, 8.5（初步）, ≥95, …

Nothing is guessed: what is no number by these rules is none, and a check says so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from etl.examine.units import known
from etl.vocabulary import APPROXIMATE, PRELIMINARY
from indicators.model import Status

MISSING_MARKS = {
    *("", "-", "--", "---", "—", "——", "–", "−", "/", "//", "\\", "*", "x", "×"),
    *("...", "......", "。。。", "…"),
    *("无", "缺", "缺失", "暂缺", "暂无", "不详", "未公布", "待公布", "待定", "未统计", "无数据", "空"),
    *("n/a", "na", "#n/a", "nan", "null", "none", "n.a.", "nil"),
}
"""What stands for a figure that is not there, after NFKC ("…" is then "...") and in small letters."""
INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
"""Blanks of every width, and marks that no reader sees."""
PRELIMINARY_MARK = re.compile(r"[(\[【]?(?:初步(?:核算|统计)?数?|快报数?)[)\]】]?|\((?i:p)\)$")
EXPECTED_MARK = re.compile(r"[(\[【]?预[计测](?:数|为)?[)\]】]?|\((?i:e)\)$")
APPROXIMATE_MARK = re.compile(r"^(?:大约|约为|约|近|≈|~)|(?:左右|上下)$")
LOWER_MARK = re.compile(r"^(?:≥|>=|>|超过|超|不低于|不少于|逾)|(?:以上|多|余|\+)$")
"""“5200以上” and “超5200” both say that the figure is no lower."""
NO_CHANGE = re.compile(r"^±(?=0(?:\.0+)?%?$)")
"""±0: neither up nor down."""
MORE_MARK = re.compile(r"^[多余]")
"""5200多亿元."""
TURNS = (
    (re.compile(r"^(?:同比|比上年)?(?:增长|上升|提高|增加)"), 1),
    (re.compile(r"^(?:同比|比上年)?(?:下降|降低|减少|回落)"), -1),
)
"""Words before a change, and its direction."""
NUMBER = re.compile(
    r"(?P<sign>[+−-]?)(?P<digits>\d{1,3}(?:[,']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?P<power>e[+-]?\d{1,3})?"
    r"(?P<unit>\D.*)?",
    re.IGNORECASE,
)
"""Thousands stand in threes; anything behind the number must be a unit."""
LONGEST = 64
"""Characters of a cell that may be a number; a longer one is a text."""


@dataclass(frozen=True)
class Cell:
    """What a cell says. `value` is None where it is missing or no number; `printed` is the number without
    marks, `turn` +1 or −1 where words tell the direction of a change (增长, 下降)."""

    value: float | None = None
    missing: bool = False
    printed: str = ""
    unit: str = ""
    status: Status | None = None
    flags: int = 0
    turn: int = 0


def read_cell(text: str) -> Cell:
    """One cell. A cell that is no number has neither a value nor is it missing."""
    plain = INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).removeprefix("'")
    if plain.casefold() in MISSING_MARKS:
        return Cell(missing=True)
    if len(plain) > LONGEST:
        return Cell()
    plain = NO_CHANGE.sub("", plain)
    plain, preliminary = PRELIMINARY_MARK.subn("", plain)
    plain, expected = EXPECTED_MARK.subn("", plain)
    plain, about = APPROXIMATE_MARK.subn("", plain)
    plain, turn = _turned(plain)
    plain, unit, least = _parted(plain)
    found = NUMBER.fullmatch(plain)
    if not found or found["unit"]:
        return Cell()
    printed = found["sign"].replace("−", "-").replace("+", "") + re.sub("[,']", "", found["digits"])
    printed += found["power"] or ""
    if turn and printed.startswith("-"):
        return Cell()
    status = Status.EXPECTED if expected else Status.LOWER_BOUND if least else None
    flags = (PRELIMINARY if preliminary else 0) | (APPROXIMATE if about else 0)
    return Cell(float(printed), False, printed, unit, status, flags, turn)


def _turned(text: str) -> tuple[str, int]:
    for words, turn in TURNS:
        rest, found = words.subn("", text)
        if found:
            return rest, turn
    return text, 0


def _parted(text: str) -> tuple[str, str, bool]:
    """Number, unit, and whether it is a lower bound: the mark may stand before the number or behind it."""
    text, least = LOWER_MARK.subn("", text)
    found = NUMBER.fullmatch(text)
    if not found or not found["unit"]:
        return text, "", bool(least)
    unit, more = MORE_MARK.subn("", found["unit"])
    if not known(unit):
        return text, "", False
    return text[: found.start("unit")], unit, bool(least or more)
