"""A series laid against a target on one scale, and the way from that scale back to the plan's words.

Level targets are judged on the levels themselves; mean growth and cumulative cuts on an index with
base year = 100, so that one set of formulas serves all (assessment rules §2–3).
"""

from __future__ import annotations

from dataclasses import replace

from indicators.chain import index
from indicators.model import (
    AssignedLater,
    Basis,
    CumulativeCut,
    Indicator,
    Kind,
    Level,
    MeanGrowth,
    Plan,
    Series,
    Target,
    Track,
)
from indicators.series import used
from indicators.targets import INDEX_BASE, Requirement, mean_rate, uses_index

NO_WAY = 1e-9
"""A way from base to target shorter than this share of the target is none: nothing to measure along."""


def lay(series: Series, target: Target, plan: Plan, required: Requirement | None) -> Track:
    """The track of a series under a target; goal is NaN while the target value is still to be assigned.

    Nothing after the target year counts: only that year's own value can meet a target.
    """
    indicator = plan.indicators[target.indicator]
    series = replace(series, points=tuple(one for one in series.points if one.year <= plan.target_year))
    segment = used(series)
    track = Track(
        kind=indicator.kind,
        direction=target.direction,
        base_year=plan.base_year,
        target_year=plan.target_year,
        base=None,
        goal=required.goal if required else float("nan"),
        points=segment,
        earlier=tuple(point for point in series.points if point not in segment),
    )
    if uses_index(target.basis):
        track = _indexed(track, series, indicator)
    base = [point.value for point in track.points if point.year == track.base_year]
    return replace(track, base=base[0] if base else None)


def path(track: Track, year: int) -> float | None:
    """Where the required path 时序路径 stands in a year: geometric for amounts, straight for the rest."""
    if track.base is None or track.goal != track.goal:
        return None
    share = (year - track.base_year) / (track.target_year - track.base_year)
    if track.kind is Kind.AMOUNT and track.base > 0 and track.goal > 0:
        return float(track.base * (track.goal / track.base) ** share)
    return track.base + share * (track.goal - track.base)


def way(track: Track) -> float | None:
    """Signed way from base to target; None where the base is unknown or lies at the target or beyond it."""
    if track.base is None or track.goal != track.goal:
        return None
    length = track.goal - track.base
    return length if track.direction.sign * length > NO_WAY * abs(track.goal) else None


def in_words(basis: Basis, track: Track, year: int, value: float) -> float:
    """A value on the track in the unit the plan speaks of: a level, a mean rate so far, a cut so far."""
    match basis:
        case MeanGrowth():
            return mean_rate(value, year - track.base_year) if year > track.base_year else 0.0
        case CumulativeCut() | AssignedLater():
            return INDEX_BASE - value
        case Level():
            return value


def _indexed(track: Track, series: Series, indicator: Indicator) -> Track:
    points = index(series, track.base_year, growth_first=indicator.growth_first)
    within = tuple(point for point in points if point.year <= track.target_year)
    moved = any(point.evidence for point in within)  # an index that never leaves its base year says nothing
    return replace(track, kind=Kind.AMOUNT, points=within if moved else (), earlier=())
