"""Members → area: sums, ratios of sums, what is missing, and recomputed ratios.

A published figure always comes first; a computed one only fills years that nobody published.
Ratios are never averaged: numerators and denominators are summed, then divided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from indicators.model import Aggregation, Area, Indicator, PartialSum, Plan, Point, Series
from indicators.series import Book


def series_for(book: Book, plan: Plan, indicator: str, area: str) -> Series:
    """The series of an indicator in an area: published values, completed by sums and by ratios of sums."""
    own = book.get(indicator, area)
    published = {point.year: point for point in own.points}
    completed = {point.year: point for point in _computed(book, plan, plan.indicators[indicator], area)}
    points = completed | published
    return replace(own, points=tuple(points[year] for year in sorted(points)))


def counted_members(plan: Plan, area: str) -> tuple[Area, ...]:
    """The members whose figures make the sum: without those already counted in another."""
    members = [plan.areas[code] for code in plan.areas[area].members]
    return tuple(member for member in members if not member.counted_in)


def partial_sum(book: Book, plan: Plan, indicator: str, area: str) -> PartialSum | None:
    """The fullest (then latest) year in which some but not all members have a figure."""
    if plan.indicators[indicator].aggregation is not Aggregation.SUM:
        return None
    members = counted_members(plan, area)
    found = [_by_year(book, indicator, member.code) for member in members]
    count = Counter(year for points in found for year in points)
    years = [year for year, present in count.items() if 1 < present < len(members)]
    if not years:
        return None
    year = max(years, key=lambda one: (count[one], one))
    pairs = list(zip(members, found, strict=True))
    return PartialSum(
        year,
        sum(points[year].value for points in found if year in points),
        tuple(member.code for member, points in pairs if year in points),
        tuple(member.code for member, points in pairs if year not in points),
    )


def recomputed(book: Book, plan: Plan, indicator: str, area: str) -> list[tuple[Point, Point]]:
    """Years with both a published ratio and its parts: (published, recomputed), to be compared."""
    published = {point.year: point for point in book.get(indicator, area).points}
    parts = _ratios(book, plan, plan.indicators[indicator], area)
    return [(published[point.year], point) for point in parts if point.year in published]


def _computed(book: Book, plan: Plan, indicator: Indicator, area: str) -> Sequence[Point]:
    match indicator.aggregation:
        case Aggregation.SUM:
            return _sums(book, plan, indicator.code, area)
        case Aggregation.RATIO:
            return _ratios(book, plan, indicator, area)
        case Aggregation.NONE:
            return ()


def _sums(book: Book, plan: Plan, indicator: str, area: str) -> list[Point]:
    members = counted_members(plan, area)
    found = [_by_year(book, indicator, member.code) for member in members]
    if not found:
        return []
    years = set.intersection(*(set(points) for points in found))
    return [_added(year, [points[year] for points in found]) for year in sorted(years)]


def _added(year: int, parts: Sequence[Point]) -> Point:
    return Point(year, sum(part.value for part in parts), tuple(o for part in parts for o in part.evidence))


def _ratios(book: Book, plan: Plan, indicator: Indicator, area: str) -> list[Point]:
    if not indicator.numerator or not indicator.denominator:
        return []
    above = _values(book, plan, indicator.numerator, area)
    below = _values(book, plan, indicator.denominator, area)
    if below and plan.indicators[indicator.denominator].constant:
        newest = below[max(below)]
        below = dict.fromkeys(above, newest)
    return [
        Point(
            year,
            indicator.factor * above[year].value / below[year].value,
            (*above[year].evidence, *below[year].evidence),
        )
        for year in sorted(above.keys() & below.keys())
        if below[year].value
    ]


def _values(book: Book, plan: Plan, indicator: str, area: str) -> dict[int, Point]:
    return {point.year: point for point in series_for(book, plan, indicator, area).points}


def _by_year(book: Book, indicator: str, area: str) -> dict[int, Point]:
    return {point.year: point for point in book.get(indicator, area).points}
