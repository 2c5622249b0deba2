"""Every name a file may use for an indicator, an area or a department → its code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.model import Area, Department, Indicator, Plan

IGNORED = re.compile(r"[\s\u3000·、,，。:：;；()（）\[\]【】《》\"'“”‘’_-]+")
"""What may differ between two spellings of one name: blanks, brackets, punctuation."""


@dataclass(frozen=True)
class Lexicon:
    """Codes by normalised name."""

    indicators: Mapping[str, str]
    areas: Mapping[str, str]
    departments: Mapping[str, str]


def normalise(label: str) -> str:
    """A name without what is only spelling: full width, case, blanks and punctuation."""
    return IGNORED.sub("", unicodedata.normalize("NFKC", label)).casefold()


def lexicon(plans: Iterable[Plan]) -> Lexicon:
    """All names of all plans; where two share one, a name outranks an alias and the first plan the others."""
    every = tuple(plans)
    return Lexicon(
        indicators=_codes(one for plan in every for one in plan.indicators.values()),
        areas=_codes(one for plan in every for one in plan.areas.values()),
        departments=_codes(one for plan in every for one in plan.departments.values()),
    )


def _codes(ones: Iterable[Indicator | Area | Department]) -> dict[str, str]:
    known = list(dict.fromkeys((one.code, one.name, one.name_en, one.aliases) for one in ones))
    names = {normalise(alias): code for code, _, _, aliases in reversed(known) for alias in aliases}
    for code, name, name_en, _ in reversed(known):
        names |= {normalise(name_en): code, normalise(name): code}
    return names | {normalise(code): code for code, *_ in known}
