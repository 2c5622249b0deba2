"""The numbers of one target, each with its word and, where it needs one, a remark."""

from __future__ import annotations

from dataclasses import dataclass

from indicators import targets
from indicators.model import (
    Assessment,
    AssignedLater,
    CumulativeCut,
    Gap,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
    Target,
    Verdict,
)
from indicators.rows.goals import about
from indicators.rows.headline import median, needed, so_far, spoken_gap, verdict_gap
from indicators.rows.reading import Reading
from indicators.tracks import in_words
from indicators.units import number


@dataclass(frozen=True)
class Fact:
    """A number as text; `note` is a remark, blank where none is needed."""

    label: str
    value: str
    note: str = ""


def facts(read: Reading, one: Assessment) -> tuple[Fact, ...]:
    """What a reader asks of a target, in the order of the asking; only what is defined."""
    asked = _fact(read, "target", read.goal(one.target), tolerance(read, one), year=read.plan.target_year)
    if one.gap is None:
        return (*_so_far(read, one), asked)
    now = one.gap.latest
    since = _since(read, one.target) if now is not None else ""
    latest = _fact(read, "latest", read.value(one.target, now), since, year=one.gap.latest_year)
    return (
        *(latest, asked),
        *_outlook(read, one),
        *_schedule(read, one, one.gap),
        *_paces(read, one, one.gap),
    )


def _so_far(read: Reading, one: Assessment) -> list[Fact]:
    """Where a target without a number stands: there is nothing to measure against, but there are figures."""
    told = so_far(one)
    if told is None:
        return []
    return [_fact(read, "latest", read.value(one.target, told[1]), _since(read, one.target), year=told[0])]


def _since(read: Reading, target: Target) -> str:
    """Over which years a rate is a mean, or a cut adds up; blank where the figure is the year's own."""
    first = read.plan.base_year + 1
    match target.basis:
        case MeanGrowth() | Qualitative(growth=True):
            return read.say("panel.mean_since", first=first)
        case CumulativeCut() | AssignedLater():
            return read.say("panel.cut_since", first=first)
        case Level() | RelativeGrowth() | Qualitative():
            return ""


def tolerance(read: Reading, one: Assessment) -> str:
    """How far an approximate target may fall short, and what is said without that."""
    if not one.target.approximate:
        return ""
    width, word = read.difference(one.target, targets.tolerance(one.target.basis)), about(read, one.target)
    if one.verdict is Verdict.UNKNOWN:
        return read.say("panel.tolerance_only", about=word, width=width)
    return read.say("panel.tolerance", about=word, width=width, strict=read.verdict(one.strict_verdict))


def schedule(read: Reading, gap: Gap) -> str:
    """达到时序进度 or 滞后于时序进度; blank where there is no path."""
    if gap.schedule_gap is None:
        return ""
    return read.say("panel.ahead" if gap.schedule_gap >= 0 else "panel.behind")


def _schedule(read: Reading, one: Assessment, gap: Gap) -> list[Fact]:
    found = []
    if gap.should_be is not None:
        found.append(_fact(read, "should_be", read.value(one.target, gap.should_be)))
    if gap.schedule_gap is not None:
        points = read.say("panel.points", value=number(gap.schedule_gap, 1, signed=True))
        found.append(_fact(read, "schedule_gap", points, schedule(read, gap)))
    return found


def _outlook(read: Reading, one: Assessment) -> list[Fact]:
    if one.projection is None or one.track is None:
        return [_now(read, one)]
    last = one.projection.bands[-1]
    ends = (in_words(one.target.basis, one.track, last.year, value) for value in (last.p10, last.p90))
    low, high = (read.value(one.target, value) for value in sorted(ends))  # a low index is a deep cut
    return [
        _fact(
            read, "projected", median(read, one), read.say("panel.range", low=low, high=high), year=last.year
        ),
        _fact(read, "shortfall", verdict_gap(read, one)),
        _fact(read, "chance", read.chance(one.chance), read.doubt(one.chance)),
    ]


def _now(read: Reading, one: Assessment) -> Fact:
    """What is missing where nothing is projected: for good, or so far."""
    if not one.reasons:
        return _fact(read, "shortfall_final", verdict_gap(read, one))
    return _fact(read, "distance", spoken_gap(read, one.target, one.gap.distance if one.gap else None))


def _paces(read: Reading, one: Assessment, gap: Gap) -> list[Fact]:
    values = {"required_pace": gap.required_pace, "actual_pace": gap.actual_pace, "best_pace": gap.best_pace}
    notes = {"required_pace": needed(read, one) if gap.required_pace is not None else ""}
    found = [
        _fact(read, name, read.pace(one.target, value), notes.get(name, ""))
        for name, value in values.items()
        if value is not None
    ]
    if gap.pace_ratio is not None:
        found.append(_fact(read, "pace_ratio", number(gap.pace_ratio, 2), read.say("panel.pace_ratio_note")))
    if gap.feasibility is not None:
        found.append(
            _fact(read, "feasibility", number(gap.feasibility, 2), read.say("panel.feasibility_note"))
        )
    return found


def _fact(read: Reading, name: str, value: str, note: str = "", **places: object) -> Fact:
    return Fact(read.say(f"panel.{name}", **places), value, note)
