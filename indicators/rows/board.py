"""The overview: counts, the board by dimension, what will be missed, departments by what is at stake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.assessment import shown_chance
from indicators.model import (
    Assessment,
    AssignedLater,
    CumulativeCut,
    Flag,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
    Target,
    Verdict,
)
from indicators.rows.headline import shortfall, so_far, verdict_gap
from indicators.rows.reading import Reading
from indicators.rows.shapes import Cell
from indicators.targets import digits, stated, than
from indicators.units import number, show

BAD = (Verdict.MISSED, Verdict.OFF_TRACK)
STAKES = {Verdict.MISSED: 100, Verdict.OFF_TRACK: 100, Verdict.AT_RISK: 10, Verdict.UNKNOWN: 1}
"""Order of departments: first who misses most, then who risks most, then who owes most data."""
LONGEST_UNIT = 5
"""Characters of a unit that still fits beside a number in a cell."""
ORDER = (
    Verdict.MISSED,
    Verdict.OFF_TRACK,
    Verdict.AT_RISK,
    Verdict.ON_TRACK,
    Verdict.ACHIEVED,
    Verdict.UNKNOWN,
)
"""Worst first; what cannot be judged comes last."""


@dataclass(frozen=True)
class Miss:
    """A target that will be missed, and by how much."""

    number: int
    name: str
    verdict: Verdict
    gap: str


@dataclass(frozen=True)
class Standing:
    """A lead department with its counts, worst first; `code` for links."""

    code: str
    name: str
    led: int
    counts: tuple[tuple[Verdict, int], ...]


def counts(assessments: Sequence[Assessment]) -> tuple[tuple[Verdict, int], ...]:
    """How many targets have each verdict, all six in their order, zeros included."""
    found = Counter(one.verdict for one in assessments)
    return tuple((verdict, found[verdict]) for verdict in Verdict)


def finding(read: Reading, assessments: Sequence[Assessment]) -> str:
    """The whole plan in one sentence."""
    found = Counter(one.verdict for one in assessments)
    unknown = found[Verdict.UNKNOWN]
    return read.say(
        "overview.all",
        total=len(assessments),
        judged=len(assessments) - unknown,
        good=found[Verdict.ACHIEVED] + found[Verdict.ON_TRACK],
        risk=found[Verdict.AT_RISK],
        bad=found[Verdict.OFF_TRACK] + found[Verdict.MISSED],
        unknown=unknown,
    )


def board(
    read: Reading, assessments: Sequence[Assessment], *, by_chance: bool = False
) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    """The dimensions in the plan's order, each with its cells; within one, by number or by chance."""
    key = _by_chance if by_chance else _by_number
    return tuple(
        (
            read.dimension(code),
            tuple(cell(read, one) for one in sorted(assessments, key=key) if one.target.dimension == code),
        )
        for code in read.plan.dimensions
    )


def cell(read: Reading, one: Assessment) -> Cell:
    """One target on the board; a figure that does not measure it (another area's total) stays off."""
    target, now = one.target, so_far(one)
    track = one.track if one.gap or now else None
    return Cell(
        number=target.number,
        name=read.short(target),
        verdict=one.verdict,
        word=read.verdict(one.verdict),
        chance=read.chance(one.chance) if one.chance is not None else "",
        latest=number(now[1] if now else None, read.digits(target), signed=than(target.basis) is not None),
        year=str(now[0]) if now else "",
        target=_goal(read, target),
        spark=tuple((point.year, point.value) for point in track.points) if track else (),
        spark_target=(track.target_year, track.goal) if track and one.gap else None,
        stand_in=read.say("overview.stand_in_short") if Flag.STAND_IN in one.flags else "",
        note=read.say(f"reason.{one.reasons[0]}") if one.reasons else "",
    )


def _goal(read: Reading, target: Target) -> str:
    """The target's value; its unit only where that is short enough for a cell."""
    match target.basis:
        case AssignedLater():
            return read.say("overview.assigned")
        case RelativeGrowth() | Qualitative():
            return read.goal(target)
        case Level() | MeanGrowth() | CumulativeCut():
            unit = read.unit(target)
            return show(stated(target.basis), unit if len(unit) <= LONGEST_UNIT else "", digits(target.basis))


def misses(read: Reading, assessments: Sequence[Assessment]) -> tuple[Miss, ...]:
    """Targets missed or off track, the relatively largest gap first."""
    bad = [one for one in assessments if one.verdict in BAD]
    return tuple(
        Miss(one.target.number, read.short(one.target), one.verdict, verdict_gap(read, one))
        for one in sorted(bad, key=relative_gap, reverse=True)
    )


def standings(read: Reading, assessments: Sequence[Assessment]) -> tuple[Standing, ...]:
    """Lead departments, most at stake first."""
    led = {code: [one for one in assessments if one.target.lead == code] for code in read.plan.departments}
    rows = [
        Standing(code, read.department(code), len(ones), _worst(ones)) for code, ones in led.items() if ones
    ]
    return tuple(sorted(rows, key=_stake, reverse=True))


def legend(read: Reading) -> str:
    """How to read the board on screen."""
    return read.joined(text for text in (stand_ins(read), read.say("overview.click")) if text)


def stand_ins(read: Reading) -> str:
    """Which area stands in for which on the board; blank where the plan has no such area."""
    plan = read.plan
    if plan.stand_in is None:
        return ""
    return read.say("overview.legend", area=read.area(plan.stand_in), scope=read.area(plan.area))


def worst_first(assessments: Sequence[Assessment]) -> list[Assessment]:
    """By verdict from the worst, within one by the relatively largest gap."""
    return sorted(
        assessments, key=lambda one: (ORDER.index(one.verdict), -relative_gap(one), one.target.number)
    )


def relative_gap(one: Assessment) -> float:
    """The (expected) shortfall as a share of the target: comparable across units; 0 where unknown."""
    goal = stated(one.target.basis)
    return (shortfall(one) or 0.0) / abs(goal) if goal else 0.0


def _worst(ones: Sequence[Assessment]) -> tuple[tuple[Verdict, int], ...]:
    return tuple(sorted(counts(ones), key=lambda pair: ORDER.index(pair[0])))


def _stake(row: Standing) -> tuple[int, int]:
    return sum(STAKES.get(verdict, 0) * count for verdict, count in row.counts), row.led


def _by_number(one: Assessment) -> tuple[float, int]:
    return 0.0, one.target.number


def _by_chance(one: Assessment) -> tuple[float, int]:
    shown = shown_chance(one.chance)
    if shown is None:
        shown = {Verdict.MISSED: 0.0, Verdict.ACHIEVED: 1.0}.get(one.verdict, 2.0)
    return shown, one.target.number
