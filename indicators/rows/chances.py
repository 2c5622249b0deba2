"""How the chance of meeting a target moved as figures came in: one look back a year's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.assessment import LIKELY, UNLIKELY, shown_chance
from indicators.model import Assessment, Target, Verdict
from indicators.rows.headline import median
from indicators.rows.reading import Reading, latest_year
from indicators.rows.record import column

FINAL = (Verdict.ACHIEVED, Verdict.MISSED)
LAST_DAY = (12, 31)
EDGES = {
    Verdict.ON_TRACK: (100 * LIKELY, 100.0),
    Verdict.AT_RISK: (100 * UNLIKELY, 100 * LIKELY),
    Verdict.OFF_TRACK: (0.0, 100 * UNLIKELY),
}
"""% from and to which a chance gives each verdict."""
ENDS = {Verdict.ACHIEVED: 100.0, Verdict.MISSED: 0.0}
"""Where a final verdict stands: what was a chance is now certain."""
LEVELS = {0.0: "0", 100 * UNLIKELY: "1/3", 100 * LIKELY: "2/3", 100.0: "100%"}
"""% → what is written beside the drawing."""
BEYOND = 9.0
"""% that are drawn beyond 0 and 100, so that a mark at either end is whole."""
HIGH = 85.0
"""A label stands below its mark from here on, for above it there is no room."""


@dataclass(frozen=True)
class Chance:
    """What was to be said on one day: a chance (0–1, as shown), a final verdict, or neither.

    `tick` stands below the axis, `label` beside the mark.
    """

    tick: str
    label: str
    chance: float | None
    verdict: Verdict
    hover: str


@dataclass(frozen=True)
class Chances:
    """The days in order, and the words of the three verdicts that a chance can give, best first."""

    days: tuple[Chance, ...]
    bands: tuple[tuple[Verdict, str], ...]


def place(one: Chance) -> float | None:
    """Height of a day's mark in %: its chance, or where the final verdict stands; None without either."""
    return ENDS.get(one.verdict) if one.chance is None else 100 * one.chance


def labels(rows: Chances) -> list[str]:
    """What is written at each day's mark: its label where that is news, blank elsewhere."""
    before = ("", *(one.label for one in rows.days))
    return [
        "" if place(one) is None or one.label == last else one.label
        for one, last in zip(rows.days, before, strict=False)
    ]


def over_time(looked: Sequence[Sequence[Assessment]], target: Target) -> tuple[Assessment, ...]:
    """One target's assessments out of those of whole plans, in the order of the days."""
    return tuple(one for judged in looked for one in judged if one.target.number == target.number)


def chances(read: Reading, judged: Sequence[Assessment]) -> Chances | None:
    """The chart; None where no day had anything to draw."""
    if not any(_told(one) for one in judged):
        return None
    bands = (Verdict.ON_TRACK, Verdict.AT_RISK, Verdict.OFF_TRACK)
    return Chances(
        tuple(_chance(read, one) for one in judged),
        tuple((verdict, read.verdict(verdict)) for verdict in bands),
    )


def moved(read: Reading, judged: Sequence[Assessment]) -> str:
    """From where to where the chance went, as a sentence; blank where there are not two to compare."""
    told = [one for one in judged if _told(one)]
    if len(told) < 2:
        return ""
    first, last = told[0], told[-1]
    return read.say(
        "chances.moved",
        first_day=day(read, first),
        first=_label(read, first),
        last_day=day(read, last),
        last=_label(read, last),
    )


def table(read: Reading, judged: Sequence[Assessment]) -> list[dict[str, str]]:
    """A row a day, with the reason where there is no chance."""
    return [_row(read, one) for one in judged]


def day(read: Reading, one: Assessment) -> str:
    """2023年末, or the day itself where it is no year's end."""
    if (one.as_of.month, one.as_of.day) == LAST_DAY:
        return read.say("chances.day", year=one.as_of.year)
    return one.as_of.isoformat()


def _row(read: Reading, one: Assessment) -> dict[str, str]:
    words = {
        "day": day(read, one),
        "year": str(latest_year(one)),
        "chance": read.chance(one.chance),
        "verdict": read.verdict(one.verdict),
        "projected": median(read, one),
        "note": _why_none(read, one),
    }
    return {column(read, key): text for key, text in words.items()}


def _chance(read: Reading, one: Assessment) -> Chance:
    words = {"day": day(read, one), "verdict": read.verdict(one.verdict), "year": latest_year(one)}
    if one.chance is None:
        hover = read.say("chances.hover_none", reasons=_why_none(read, one), **words)
    else:
        hover = read.say("chances.hover", chance=read.chance(one.chance), **words)
    year, _, rest = one.as_of.isoformat().partition("-")
    tick = year if (one.as_of.month, one.as_of.day) == LAST_DAY else f"{year}<br>{rest}"
    return Chance(tick, _label(read, one), shown_chance(one.chance), one.verdict, hover)


def _label(read: Reading, one: Assessment) -> str:
    return read.verdict(one.verdict) if one.chance is None else read.chance(one.chance)


def _told(one: Assessment) -> bool:
    return one.chance is not None or one.verdict in FINAL


def _why_none(read: Reading, one: Assessment) -> str:
    if one.verdict in FINAL:
        return read.say("chances.final")
    return read.listed([read.say(f"reason.{reason}") for reason in one.reasons])
