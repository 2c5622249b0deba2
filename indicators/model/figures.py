"""What was published and the series made of it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from indicators.model.words import Measure, Status, StoreKind

LOADED = "load-"
"""Begins the code of the source of figures that came with a load of the journal; its number follows."""
UPLOAD = "upload"
"""Code of the source of figures that are not loaded yet."""
PRACTICE = "practice"
"""Code of the source of all invented figures; it stands alone in the base tables that name it."""


@dataclass(frozen=True)
class Source:
    """Where figures come from."""

    code: str
    title: str
    url: str


def kind_of(sources: Iterable[str]) -> StoreKind:
    """What a store with these sources, by code, is."""
    return StoreKind.PRACTICE if PRACTICE in sources else StoreKind.REAL


@dataclass(frozen=True)
class Observation:
    """One published figure. `value` is in the catalogue unit, `found` is the figure as printed.

    `published` is the source's own wording of its date; `known_from` is the first day on which a
    reader could surely have known the figure, and decides as-of reads.
    """

    indicator: str
    area: str
    year: int
    measure: Measure
    period_start: int | None
    value: float
    found: str
    status: Status
    source: str
    grade: str
    published: str
    known_from: date
    note: str = ""
    flags: frozenset[str] = frozenset()
    load: str = ""

    @property
    def turn(self) -> int:
        """Its place among figures known from the same day on: loads by number, after the base tables."""
        if self.source == UPLOAD:
            return sys.maxsize
        return int(self.source.removeprefix(LOADED)) if self.source.startswith(LOADED) else 0


@dataclass(frozen=True)
class Point:
    """The value in use for one year and the observations behind it (several for a derived value)."""

    year: int
    value: float
    evidence: tuple[Observation, ...]


@dataclass(frozen=True)
class Break:
    """From `year` on, an indicator in an area (or everywhere: "*") is not comparable with before.

    `reason` is a code; `note` says why, in Chinese and in English.
    """

    indicator: str
    area: str
    year: int
    reason: str
    note: str
    note_en: str


@dataclass(frozen=True)
class Series:
    """One indicator in one area as known on a day: ascending years, gaps left open.

    `points` hold every usable year; `breaks` are the first years of new segments;
    `links` are growth figures; `aside` is what is shown but never used (bounds, expectations,
    work targets, part-year figures); `vintages` are all levels and
    growth figures that may count, also those not in use; `rivals` are the vintages that disagree with the
    one in use beyond rounding.
    """

    indicator: str
    area: str
    points: tuple[Point, ...] = ()
    links: tuple[Observation, ...] = ()
    aside: tuple[Observation, ...] = ()
    rivals: tuple[Observation, ...] = ()
    vintages: tuple[Observation, ...] = ()
    breaks: tuple[Break, ...] = ()
