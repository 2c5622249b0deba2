"""What a load would change: targets whose verdict, chance, latest value or projection moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from indicators.assessment import shown_chance
from indicators.model import Assessment, Plan, Verdict
from indicators.rows.headline import median
from indicators.rows.reading import Reading
from indicators.rows.record import DIGITS, column
from indicators.tracks import in_words
from indicators.units import MISSING

SHOWN = ("chance", "latest", "projected")
"""What a page shows beside the verdict."""


class Standing(NamedTuple):
    """What is compared, in the plan's words and unit (60.37 %, never 0.6037); the chance as shown, 0.02–0.98.

    None: there is none. `latest` is the value of `year`, `projected` the middle of the target year's.
    """

    verdict: str
    chance: float | None
    area_used: str
    year: int | None
    latest: float | None
    projected: float | None


@dataclass(frozen=True)
class Effect:
    """One target of a plan, judged on the figures as they are and as they would be."""

    plan: Plan
    before: Assessment
    after: Assessment

    @property
    def moved(self) -> bool:
        """Whether anything that a reader sees of it would change, rounded as it is shown."""
        read = Reading(self.plan, "zh", {})
        return words(read, self.before) != words(read, self.after)


def told(one: Assessment) -> Standing:
    """Where a target stands."""
    track, basis = one.track, one.target.basis
    last = track.points[-1] if track else None
    end = one.projection.bands[-1] if one.projection else None
    return Standing(
        verdict=one.verdict.value,
        chance=_tidy(shown_chance(one.chance)),
        area_used=one.area_used,
        year=last.year if last else None,
        latest=_tidy(in_words(basis, track, last.year, last.value)) if track and last else None,
        projected=_tidy(in_words(basis, track, end.year, end.median)) if track and end else None,
    )


@dataclass(frozen=True)
class Line:
    """One target on the page: verdicts before and after, then (before, after) of each other column."""

    plan: Plan
    number: int
    name: str
    verdicts: tuple[tuple[Verdict, str], tuple[Verdict, str]]
    cells: tuple[tuple[str, str], ...]


def summary(read: Reading, effects: Sequence[Effect], *, done: bool = False) -> str:
    """How many targets move, or have moved, and how many of them get another verdict."""
    if not effects:
        return read.say("upload.effect.nothing_done" if done else "upload.effect.nothing")
    turned = sum(one.before.verdict is not one.after.verdict for one in effects)
    key = f"{'turned' if turned else 'moved'}{'_done' if done else ''}"
    return read.say(f"upload.effect.{key}", count=len(effects), turned=turned)


def heads(read: Reading) -> tuple[str, ...]:
    """The headings over `lines`."""
    return tuple(column(read, key) for key in ("name", "verdict", *SHOWN))


def lines(read: Reading, effects: Sequence[Effect]) -> list[Line]:
    """The targets that move, for the page."""
    return [_line(Reading(one.plan, read.lang, read.sources), one) for one in effects]


def table(read: Reading, effects: Sequence[Effect]) -> list[dict[str, str]]:
    """One row of text a target: what changes, from what to what; plans named where there are several."""
    several = len({one.plan.code for one in effects}) > 1
    return [_row(Reading(one.plan, read.lang, read.sources), one, several=several) for one in effects]


def words(read: Reading, one: Assessment) -> dict[str, str]:
    """Verdict, chance, latest value and projection as a reader sees them."""
    plain = told(one)
    latest = read.value(one.target, plain.latest)
    return {
        "verdict": read.verdict(one.verdict),
        "chance": read.chance(one.chance),
        "latest": f"{latest} ({plain.year})" if plain.year else MISSING,
        "projected": median(read, one),
        "area_used": read.area(one.area_used),
    }


def record(effects: Sequence[Effect]) -> list[dict[str, Any]]:
    """The same as plain values, for JSON."""
    return [
        {
            "plan": one.plan.code,
            "number": one.before.target.number,
            "code": one.before.target.code,
            "before": told(one.before)._asdict(),
            "after": told(one.after)._asdict(),
        }
        for one in effects
    ]


def _line(read: Reading, one: Effect) -> Line:
    before, after = words(read, one.before), words(read, one.after)
    return Line(
        plan=one.plan,
        number=one.before.target.number,
        name=read.name(one.before.target),
        verdicts=((one.before.verdict, before["verdict"]), (one.after.verdict, after["verdict"])),
        cells=tuple((before[key], after[key]) for key in SHOWN),
    )


def _row(read: Reading, one: Effect, *, several: bool) -> dict[str, str]:
    target, before, after = one.before.target, words(read, one.before), words(read, one.after)
    named = {"plan": read.pick(one.plan.name, one.plan.name_en)} if several else {}
    named |= {"number": str(target.number), "name": read.name(target)}
    moved = {
        key: before[key] if before[key] == after[key] else f"{before[key]} → {after[key]}" for key in before
    }
    headed = {
        read.say("upload.effect.plan") if key == "plan" else column(read, key): named[key] for key in named
    }
    return headed | {column(read, key): text for key, text in moved.items()}


def _tidy(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
