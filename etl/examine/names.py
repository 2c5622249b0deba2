"""Labels of a file → indicators, areas and measures; what is not known gets its nearest names.

A label is taken whole first. Only then are numbering (一、1. 其中：), a unit in brackets and words for the
kind of figure (增速, 同比增长) taken off it, one by one. What then is not a known name stays unknown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple

from etl.examine.units import known, spelled
from etl.lexicon import normalise
from etl.vocabulary import MEASURES
from indicators.model import Measure

BLANK_MEASURES = {"", "-", "—", "/"}
NUMBERING = re.compile(
    r"^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,3}、|其中[:：]?|[#＃·•-])\s*"
)
IN_BRACKETS = re.compile(r"^(.*?)[（(\[]([^()（）\[\]]*)[）)\]]$")
NEAR, CUTOFF = 3, 0.4
"""How many near names are offered, and how alike they must be (difflib's ratio)."""
LONGEST = 60
"""Characters of a label that are compared with the known names; longer ones take difflib too long."""


class Name(NamedTuple):
    """What the label of an indicator says: its code, and measure and unit where it tells them."""

    code: str
    measure: Measure | None = None
    unit: str = ""


def read_measure(label: str) -> Measure | None:
    """A kind of figure by its word or code."""
    return _MEASURES.get(normalise(label))


def read_indicator(label: str, codes: Mapping[str, str]) -> Name | None:
    """An indicator's label; None where it names none."""
    plain = unicodedata.normalize("NFKC", label).strip()
    bare = NUMBERING.sub("", plain)
    return _whole(plain, codes) or (_whole(bare, codes) if bare != plain else None)


def read_area(label: str, codes: Mapping[str, str]) -> str | None:
    """An area's label; None where it names none."""
    plain = unicodedata.normalize("NFKC", label).strip()
    return codes.get(normalise(plain)) or codes.get(normalise(NUMBERING.sub("", plain)))


def near(label: str, codes: Mapping[str, str]) -> tuple[str, ...]:
    """Codes of the names most like a label, the nearest first."""
    word = normalise(label)[:LONGEST]
    found = get_close_matches(word, codes, n=3 * NEAR, cutoff=CUTOFF)
    return tuple(dict.fromkeys(codes[name] for name in found))[:NEAR]


def _whole(label: str, codes: Mapping[str, str]) -> Name | None:
    if code := codes.get(normalise(label)):
        return Name(code)
    return _without_brackets(label, codes) or _without_words(label, codes)


def _without_brackets(label: str, codes: Mapping[str, str]) -> Name | None:
    """地区生产总值（亿元）, 地区生产总值（增速）, 增长（%）."""
    found = IN_BRACKETS.match(label)
    if not found:
        return None
    inside, name = found[2].strip(), _whole(found[1].strip(), codes)
    if name is None:
        return None
    if measure := read_measure(inside):
        return name._replace(measure=name.measure or measure)
    return name._replace(unit=spelled(inside)) if known(inside) else None


def _without_words(label: str, codes: Mapping[str, str]) -> Name | None:
    """地区生产总值增长%, GDP同比增速, 社零总额 亿元."""
    word = normalise(label)
    unit = next((unit for unit in ("%", "‰") if word.endswith(unit)), "")
    word = word.removesuffix(unit) if unit else word
    for ending, measure in _ENDINGS if word.endswith(_ANY_ENDING) else ():
        if word.endswith(ending) and (code := codes.get(word.removesuffix(ending))):
            return Name(code, measure, unit)
    return Name(codes[word], None, unit) if unit and word in codes else None


_MEASURES = MEASURES | {normalise(measure.value): measure for measure in Measure}
_ENDINGS = sorted(_MEASURES.items(), key=lambda pair: -len(pair[0]))
_ANY_ENDING = tuple(_MEASURES)
