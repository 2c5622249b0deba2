"""Which area a target is judged on: its own, or a stand-in that must be named (口径替代)."""

from __future__ import annotations

from typing import NamedTuple

from indicators.areas import series_for
from indicators.model import (
    Aggregation,
    AssignedLater,
    CumulativeCut,
    Level,
    MeanGrowth,
    Plan,
    Point,
    Qualitative,
    Reason,
    RelativeGrowth,
    Series,
    Target,
    Track,
)
from indicators.series import Book
from indicators.targets import requirement, than, uses_index
from indicators.tracks import lay

MAX_HORIZON = 5
"""Years from the latest observation to the target year beyond which nothing is said: the projection is
calibrated for one to five years ahead (assessment rules §5)."""


class Scope(NamedTuple):
    """The area used, its figures laid against the target, and the reasons against a verdict.

    `own` are the points of the area asked for, the same as the track's where no other is used.
    """

    area: str
    series: Series
    track: Track
    reasons: list[Reason]
    own: tuple[Point, ...]


def scope(book: Book, plan: Plan, target: Target, area: str) -> Scope:
    """Whose figures judge a target that is asked for `area`.

    The first candidate that can be judged wins; else the first with any figure, so that a reader sees
    what there is; else the target's own area.
    """
    candidates = [area]
    if area == target.area == plan.area and plan.stand_in:
        candidates.append(plan.stand_in)
    tried = [_try(book, plan, target, one) for one in candidates]
    clear = [one for one in tried if not one.reasons]
    shown = [one for one in tried if one.track.points or one.series.points]
    return (clear or shown or tried)[0]._replace(own=tried[0].track.points)


def comparable(plan: Plan, target: Target, area: str) -> bool:
    """Whether another area's figures can stand against the target.

    A share, a ratio or a growth rate of another area is an approximation; a total of another area is
    not: it counts other people.
    """
    total = plan.indicators[target.indicator].aggregation is Aggregation.SUM
    return area == target.area or uses_index(target.basis) or not total


def _try(book: Book, plan: Plan, target: Target, area: str) -> Scope:
    series = series_for(book, plan, target.indicator, area)
    required = requirement(target.basis, target.direction)
    track = lay(series, target, plan, required, _beside(book, plan, target, area))
    return Scope(area, series, track, _reasons(plan, target, area, track), track.points)


def _beside(book: Book, plan: Plan, target: Target, area: str) -> Series | None:
    """The series whose growth is the measure of a relative one."""
    other = than(target.basis)
    return series_for(book, plan, other, area) if other else None


def _reasons(plan: Plan, target: Target, area: str, track: Track) -> list[Reason]:
    match target.basis:
        case AssignedLater():
            return [Reason.NO_TARGET_VALUE]
        case Qualitative():
            return [Reason.NOT_QUANTIFIED]
        case Level() | MeanGrowth() | CumulativeCut() | RelativeGrowth():
            return _unusable(plan, target, area, track)


def _unusable(plan: Plan, target: Target, area: str, track: Track) -> list[Reason]:
    if not track.points:
        return [Reason.NO_DATA]
    if not comparable(plan, target, area):
        return [Reason.SCOPE_DIFFERS]
    return _too_little(track)


def _too_little(track: Track) -> list[Reason]:
    latest = track.points[-1].year
    if latest >= track.target_year:
        return []
    if track.target_year - latest > MAX_HORIZON:
        return [Reason.TOO_OLD]
    if len(track.points) > 1:
        return []
    return [Reason.SINGLE_OBSERVATION, *([Reason.SERIES_BREAK] if track.earlier else [])]
