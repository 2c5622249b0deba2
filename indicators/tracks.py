"""A series laid against a target on one scale, and the way from that scale back to the plan's words.

Level targets are judged on the levels themselves; mean growth and cumulative cuts on an index with
base year = 100, relative growth on the ratio of two such indices, so that one set of formulas serves all
(assessment rules §2–3).
"""

from __future__ import annotations

from dataclasses import replace

from indicators.chain import index, segments
from indicators.model import (
    AssignedLater,
    Basis,
    CumulativeCut,
    Indicator,
    Kind,
    Level,
    MeanGrowth,
    Plan,
    Point,
    Qualitative,
    RelativeGrowth,
    Series,
    Target,
    Track,
)
from indicators.series import used
from indicators.targets import INDEX_BASE, Requirement, mean_rate, uses_index

NO_WAY = 1e-9
"""A way from base to target shorter than this share of the target is none: nothing to measure along."""


def lay(
    series: Series, target: Target, plan: Plan, required: Requirement | None, beside: Series | None = None
) -> Track:
    """The track of a series under a target; goal is NaN where the target has no value.

    `beside` is the series that a relative growth is compared with. Nothing after the target year counts:
    only that year's own value can meet a target.
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
    if beside is not None:
        track = _relative(track, beside, growth_first=plan.indicators[beside.indicator].growth_first)
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
    """A value on the track in the unit the plan speaks of: a level, a mean rate so far, a cut so far, the
    points a year by which a growth has exceeded the other."""
    match basis:
        case MeanGrowth() | RelativeGrowth() | Qualitative(growth=True):
            return mean_rate(value, year - track.base_year) if year > track.base_year else 0.0
        case CumulativeCut() | AssignedLater():
            return INDEX_BASE - value
        case Level() | Qualitative():
            return value


def _indexed(track: Track, series: Series, indicator: Indicator) -> Track:
    """Points after the last break that ties to the base year; those under older definitions are `earlier`."""
    found = segments(series, track.base_year, growth_first=indicator.growth_first)
    within = [tuple(one for one in points if one.year <= track.target_year) for points in found]
    moved = [points for points in within if any(one.evidence for one in points)]  # a base alone is mute
    earlier = {one.year: one for points in moved[:-1] for one in points}
    return replace(
        track,
        kind=Kind.AMOUNT,
        points=moved[-1] if moved else (),
        earlier=tuple(earlier[year] for year in sorted(earlier)),
    )


def _relative(track: Track, beside: Series, *, growth_first: bool) -> Track:
    """One index over the other, in the years that both have."""
    other = {one.year: one for one in index(beside, track.base_year, growth_first=growth_first)}
    both = [(one, other[one.year]) for one in track.points if one.year in other]
    points = tuple(
        Point(own.year, INDEX_BASE * own.value / its.value, (*own.evidence, *its.evidence))
        for own, its in both
    )
    return replace(track, points=points if len(points) > 1 else (), earlier=())
