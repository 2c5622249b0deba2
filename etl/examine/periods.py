"""A year as a file writes it: 2024, 2024年, 2021—2024, 2024-12-31."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from etl.examine.states import BRACKETS, read_state
from etl.vocabulary import State

YEAR = r"((?:19|20)\d\d)"
SINGLE = re.compile(rf"{YEAR}(?:\.0+)?(?:年度?|年(?:末|底|全年)|-12-31|/12/31)?", re.IGNORECASE)
RANGE = re.compile(rf"{YEAR}年?(?:-|—|–|~|至|到)+{YEAR}年?")
MARKED = re.compile(rf"({YEAR}年?度?)(\D+)")


class Period(NamedTuple):
    """A year and, for figures of several years, the first of them (else 0), with the marks beside it."""

    year: int
    start: int = 0
    state: State | None = None


def read_period(label: str) -> Period | None:
    """None where the label is no calendar year and no period of whole years: part years do not count."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", label))
    if found := SINGLE.fullmatch(plain):
        return Period(int(found[1]))
    if found := RANGE.fullmatch(plain):
        first, last = int(found[1]), int(found[2])
        return Period(last, first) if first < last else None
    if found := MARKED.fullmatch(plain):
        state = read_state(BRACKETS.sub("", found[3]))
        return Period(int(found[2]), 0, state) if state else None
    return None
