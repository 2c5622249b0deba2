"""Gap, required pace and actual pace of one track (assessment rules §3).

Paces of amounts are in % a year, of shares and ratios in units a year; a pace that improves a series
where lower is better is negative.
"""

from __future__ import annotations

from collections.abc import Iterable

from indicators.model import (
    AssignedLater,
    Basis,
    CumulativeCut,
    Gap,
    Kind,
    Level,
    MeanGrowth,
    Measure,
    Projection,
    Qualitative,
    RelativeGrowth,
    Series,
    Target,
    Track,
)
from indicators.series import steps
from indicators.targets import than, uses_index
from indicators.tracks import in_words, path, way


def gap(track: Track, target: Target, series: Series, projection: Projection | None) -> Gap:
    """Everything that can be said of where a track stands; fields that are not defined are None."""
    latest = track.points[-1]
    basis, sign = target.basis, track.direction.sign
    shown = _shown(basis, track, latest.year, latest.value)
    goal = in_words(basis, track, track.target_year, track.goal)
    should_be = path(track, latest.year)
    expected = _shown(basis, track, latest.year, should_be)
    open_way = sign * (track.goal - latest.value) > 0
    needed = pace(track, latest.year, latest.value, track.target_year, track.goal) if open_way else None
    ratio = _pace_ratio(track, latest.year, latest.value) if open_way else None
    best = best_pace(track, series, target.basis)
    return Gap(
        latest_year=latest.year,
        latest=shown,
        should_be=expected,
        schedule_gap=_schedule_gap(track, latest.year, latest.value),
        behind=_behind(basis, sign, latest.value, should_be, shown, expected),
        distance=None if shown is None else _better(basis, sign) * (goal - shown),
        expected_shortfall=_shortfall(basis, track, goal, projection),
        required_pace=needed,
        actual_pace=_since_base(track, latest.year, latest.value),
        pace_ratio=ratio,
        best_pace=best,
        feasibility=_feasibility(needed, best, sign),
    )


def pace(track: Track, year: int, value: float, later: int, then: float) -> float | None:
    """The yearly pace that leads from `value` to `then`; None without years between, and for amounts that
    are not both above zero, between which no growth rate leads."""
    years = later - year
    if years <= 0:
        return None
    if track.kind is not Kind.AMOUNT:
        return (then - value) / years
    if value <= 0 or then <= 0:
        return None
    return (float((then / value) ** (1 / years)) - 1) * 100


def after(track: Track, year: int, value: float, yearly: float, later: int) -> float:
    """Where a yearly pace leads: the inverse of `pace`, and the what-if control's answer."""
    if track.kind is Kind.AMOUNT:
        return value * float((1 + yearly / 100) ** (later - year))
    return value + yearly * (later - year)


def best_pace(track: Track, series: Series, basis: Basis) -> float | None:
    """The best annual pace on record, breaks left out; published yearly growth and cuts count for amounts."""
    pairs: Iterable[tuple[int, float, int, float]] = (
        (a.year, a.value, b.year, b.value) for a, b in zip(track.points, track.points[1:], strict=False)
    )
    if not uses_index(basis):
        pairs = ((a.year, a.value, b.year, b.value) for a, b in steps(series))
    found = [found for pair in pairs if (found := pace(track, *pair)) is not None]
    if track.kind is Kind.AMOUNT and than(basis) is None:
        found += _published(track, series)
    return max(found, key=lambda one: track.direction.sign * one, default=None)


def _published(track: Track, series: Series) -> Iterable[float]:
    """Yearly growth as published, a cut as growth below zero, on this side of any break."""
    start = max((one.year for one in series.breaks if one.year <= track.points[-1].year), default=None)
    signs = {Measure.GROWTH: 1.0, Measure.CUT: -1.0}
    for one in series.links:
        if one.measure in signs and (start is None or one.year >= start):
            yield signs[one.measure] * one.value


def _shown(basis: Basis, track: Track, year: int, value: float | None) -> float | None:
    """In the plan's words; None in an index's base year: 0 % so far would be an invented figure."""
    if value is None or (uses_index(basis) and year <= track.base_year):
        return None
    return in_words(basis, track, year, value)


def _since_base(track: Track, year: int, value: float) -> float | None:
    return None if track.base is None else pace(track, track.base_year, track.base, year, value)


def _schedule_gap(track: Track, year: int, value: float) -> float | None:
    length = way(track)
    if length is None or track.base is None or year <= track.base_year:
        return None
    elapsed = (year - track.base_year) / (track.target_year - track.base_year)
    return 100 * ((value - track.base) / length - elapsed)


def _pace_ratio(track: Track, year: int, value: float) -> float | None:
    needed = _since_base(track, track.target_year, track.goal) if way(track) else None
    actual = _since_base(track, year, value)
    return actual / needed if needed and actual is not None else None


def _behind(
    basis: Basis, sign: int, value: float, path: float | None, shown: float | None, expected: float | None
) -> float | None:
    if path is None or shown is None or expected is None:
        return None
    return sign * (shown - expected if _is_rate(basis) else value - path)


def _better(basis: Basis, sign: int) -> int:
    """A cut is spoken of as a positive number although the index falls."""
    return sign if _is_rate(basis) or not uses_index(basis) else 1


def _is_rate(basis: Basis) -> bool:
    """Whether the plan's words are about a rate a year."""
    match basis:
        case MeanGrowth() | RelativeGrowth():
            return True
        case Level() | CumulativeCut() | AssignedLater() | Qualitative():
            return False


def _shortfall(basis: Basis, track: Track, goal: float, projection: Projection | None) -> float | None:
    if projection is None:
        return None
    last = projection.bands[-1]
    return _better(basis, track.direction.sign) * (goal - in_words(basis, track, last.year, last.median))


def _feasibility(needed: float | None, best: float | None, sign: int) -> float | None:
    if needed is None or best is None or sign * best <= 0:
        return None
    return needed / best
