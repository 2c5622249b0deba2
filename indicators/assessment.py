"""Series and target → Assessment: the one place where a verdict is decided (assessment rules §4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from indicators import projection as forecasting
from indicators.areas import partial_sum
from indicators.flags import flags, in_pandemic
from indicators.gaps import gap
from indicators.model import (
    Assessment,
    Band,
    Flag,
    Indicator,
    Kind,
    Observation,
    PartialSum,
    Plan,
    Projection,
    Reason,
    Target,
    Track,
    Verdict,
)
from indicators.scope import scope
from indicators.series import Book
from indicators.targets import Requirement, requirement, uses_index

LIKELY = 2 / 3
"""From this chance on a target is on track: the IPCC's "likely"."""
UNLIKELY = 1 / 3
"""Below this chance a target is off track: the IPCC's "unlikely"."""
SHOWN_CHANCES = (0.02, 0.98)
"""A chance is never shown as certain."""
LEVELS = (0.1, 0.25, 0.5, 0.75, 0.9)


def judging_year_of(plan: Plan, as_of: date) -> int:
    """The latest full year on a day, not beyond the plan's target year."""
    return min(as_of.year - 1, plan.target_year)


def assess_all(
    plan: Plan, book: Book, as_of: date, *, area: str | None = None, judging_year: int | None = None
) -> tuple[Assessment, ...]:
    """Every target of a plan, in the plan's order; `area` defaults to each target's own."""
    return tuple(
        assess(target, plan, book, as_of, area=area, judging_year=judging_year) for target in plan.targets
    )


def assess(
    target: Target,
    plan: Plan,
    book: Book,
    as_of: date,
    *,
    area: str | None = None,
    judging_year: int | None = None,
) -> Assessment:
    """One target judged on the figures in `book` (already cut to `as_of`)."""
    wanted = target.area if area in (None, plan.area) else str(area)
    year = judging_year_of(plan, as_of) if judging_year is None else judging_year
    area_used, series, track, reasons, own = scope(book, plan, target, wanted)
    required = requirement(target.basis, target.direction)
    fan, chances = (None, None) if reasons or not required else _projected(track, required)
    verdict, strict = _verdicts(track, required, chances, reasons)
    bare = Assessment(
        *(target, wanted, area_used, as_of, year, verdict, strict),
        chance=chances[0] if chances else None,
        gap=gap(track, target, series, fan) if _measurable(track, reasons) else None,
        track=track if track.points else None,
        projection=fan,
        series=series,
        reasons=tuple(reasons),
        evidence=_evidence(track),
        chance_without_pandemic=_without_pandemic(track, plan, target, required) if chances else None,
        partial=_partial(book, plan, target, wanted) if area_used != wanted or not track.points else None,
        own=own,
    )
    return replace(bare, flags=tuple(_flags(bare, plan.indicators[target.indicator])))


def shown_chance(chance: float | None) -> float | None:
    """A chance as a reader may see it: never below 2 %, never above 98 %."""
    return None if chance is None else min(max(chance, SHOWN_CHANCES[0]), SHOWN_CHANCES[1])


def verdict_of(chance: float) -> Verdict:
    """The verdict of a chance of meeting the target."""
    if chance >= LIKELY:
        return Verdict.ON_TRACK
    return Verdict.AT_RISK if chance >= UNLIKELY else Verdict.OFF_TRACK


def _flags(one: Assessment, indicator: Indicator) -> Iterator[Flag]:
    """All flags; the last is for a verdict that hangs on the pandemic years."""
    yield from flags(one, indicator)
    apart = one.chance_without_pandemic
    if apart is not None and verdict_of(apart) is not one.verdict:
        yield Flag.PANDEMIC_SENSITIVE


def _measurable(track: Track, reasons: list[Reason]) -> bool:
    """One point already has a distance and a required pace; a total of another area, or without a target
    value, has neither."""
    without = {Reason.SCOPE_DIFFERS, Reason.NO_TARGET_VALUE, Reason.NOT_QUANTIFIED}
    return bool(track.points) and not without & set(reasons)


def _projected(track: Track, required: Requirement) -> tuple[Projection | None, tuple[float, float] | None]:
    """The fan up to the target year, and the chances of meeting it with tolerance and strictly."""
    latest = track.points[-1].year
    horizon = track.target_year - latest
    if horizon <= 0:
        return None, None
    history = np.full((1, latest - track.points[0].year + 1), np.nan)
    for point in track.points:
        history[0, point.year - track.points[0].year] = point.value
    scale, bounds = ("logit", (0.0, 100.0)) if track.kind is Kind.SHARE else ("auto", None)
    fan = forecasting.quantiles(history, horizon, LEVELS, scale=scale, bounds=bounds)[0]
    thresholds = np.array([required.threshold, required.strict])
    chances = forecasting.chance(
        history,
        horizon,
        np.broadcast_to(thresholds, (1, horizon, 2)),
        at_least=track.direction.sign > 0,
        scale=scale,
        bounds=bounds,
    )[0, -1]
    bands = tuple(Band(latest + step + 1, *map(float, row)) for step, row in enumerate(fan))
    return Projection(forecasting.METHOD, bands), (float(chances[0]), float(chances[1]))


def _without_pandemic(track: Track, plan: Plan, target: Target, required: Requirement | None) -> float | None:
    """The chance from 2019 on, as if nothing were known of the pandemic years (assessment rules §5.6).

    None where the indicator has none to leave out, or too little is left to project.
    """
    kept = tuple(point for point in track.points if not in_pandemic(point.year))
    touched = plan.indicators[target.indicator].pandemic and len(kept) < len(track.points)
    if not touched or not required or len(kept) < 2:
        return None
    if track.target_year - kept[-1].year > forecasting.LONGEST:
        return None
    _, chances = _projected(replace(track, points=kept), required)
    return chances[0] if chances else None


def _verdicts(
    track: Track, required: Requirement | None, chances: tuple[float, float] | None, reasons: list[Reason]
) -> tuple[Verdict, Verdict]:
    if reasons or required is None:
        return Verdict.UNKNOWN, Verdict.UNKNOWN
    if chances:
        return verdict_of(chances[0]), verdict_of(chances[1])
    final = next(point.value for point in track.points if point.year >= track.target_year)
    met = (required.met(final, track.direction, strictly=strictly) for strictly in (False, True))
    loose, strict = (Verdict.ACHIEVED if one else Verdict.MISSED for one in met)
    return loose, strict


def _evidence(track: Track) -> tuple[Observation, ...]:
    return tuple(dict.fromkeys(one for point in track.points for one in point.evidence))


def _partial(book: Book, plan: Plan, target: Target, area: str) -> PartialSum | None:
    """Growth rates do not add up, so only levels have a partial sum to show."""
    return None if uses_index(target.basis) else partial_sum(book, plan, target.indicator, area)
