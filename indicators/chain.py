"""Growth rates, mean growth, cuts and levels → one index around a base year.

A mean growth over several years ties its two ends together and says nothing of the years between:
no yearly value is ever invented from it. Where several figures could tie the same years, the preferred
kind is used (assessment rules §2): a cut published for several years at once first, then growth rates for
series at comparable prices, levels for others, and a mean growth after both.

A break parts changes as it parts levels. A figure speaks the definition of its last year: a cut of
2021–2023 published under the definition of 2023 reaches back to 2020 although the yearly cuts of 2021 and
2022 do not reach it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indicators.model import Measure, Observation, Point, Series
from indicators.series import CUTS, PERIODS, steps
from indicators.targets import INDEX_BASE


@dataclass(frozen=True)
class Link:
    """`later` year = `factor` × `earlier` year, with the figures that say so."""

    earlier: int
    later: int
    factor: float
    evidence: tuple[Observation, ...]


def index(series: Series, base_year: int, *, growth_first: bool) -> tuple[Point, ...]:
    """The index under the latest definition that ties a year to `base_year` = 100; empty if none does."""
    found = segments(series, base_year, growth_first=growth_first)
    return found[-1] if found else ()


def segments(series: Series, base_year: int, *, growth_first: bool) -> list[tuple[Point, ...]]:
    """One index for each definition that ties a year of its own to the base year, the oldest first.

    A point's evidence are the figures on the way from the base year to it.
    """
    starts = sorted({one.year for one in series.breaks})
    links = _links(series, growth_first=growth_first)
    found = []
    for definition in range(len(starts) + 1):
        own = [link for link in links if bisect_right(starts, link.later) == definition]
        tied = _tied(_spanning(own), base_year)
        points = [
            Point(year, *tied[year])
            for year in sorted(tied)
            if year == base_year or bisect_right(starts, year) == definition
        ]
        if len(points) > 1:
            found.append(tuple(points))
    return found


def _links(series: Series, *, growth_first: bool) -> list[Link]:
    """All that tie two years, in order of preference."""
    made = [(one.measure, link) for one in series.links if (link := _from_change(one))]
    cumulative = [link for measure, link in made if measure is Measure.CUMULATIVE_CUT]
    means = [link for measure, link in made if measure is Measure.MEAN_GROWTH]
    yearly = [link for measure, link in made if measure not in PERIODS]
    levels = [_from_levels(a, b) for a, b in steps(series) if a.value > 0 and b.value > 0]
    return [*cumulative, *(yearly + levels if growth_first else levels + yearly), *means]


def _tied(links: Sequence[Link], base_year: int) -> Mapping[int, tuple[float, tuple[Observation, ...]]]:
    """Every year that can be reached from the base year: its index and the figures on the way."""
    values: dict[int, tuple[float, tuple[Observation, ...]]] = {base_year: (INDEX_BASE, ())}
    frontier = [base_year]
    while frontier:
        year = frontier.pop()
        value, evidence = values[year]
        for other, factor, said in _neighbours(links, year):
            if other not in values:
                values[other] = (value * factor, (*evidence, *(s for s in said if s not in evidence)))
                frontier.append(other)
    return values


def _from_change(one: Observation) -> Link | None:
    start = one.period_start if one.measure in PERIODS and one.period_start else one.year
    years = 1 if one.measure is Measure.CUMULATIVE_CUT else one.year - start + 1
    factor = (1 + (-1 if one.measure in CUTS else 1) * one.value / 100) ** years
    return Link(start - 1, one.year, factor, (one,)) if factor > 0 else None


def _from_levels(a: Point, b: Point) -> Link:
    return Link(a.year, b.year, b.value / a.value, (*a.evidence, *b.evidence))


def _spanning(links: Iterable[Link]) -> list[Link]:
    """The links in order of preference, without those whose ends are tied together already."""
    root: dict[int, int] = {}

    def find(year: int) -> int:
        while root.get(year, year) != year:
            year = root[year]
        return year

    kept = []
    for link in links:
        ends = find(link.earlier), find(link.later)
        if ends[0] != ends[1]:
            root[ends[0]] = ends[1]
            kept.append(link)
    return kept


def _neighbours(links: Sequence[Link], year: int) -> Iterable[tuple[int, float, tuple[Observation, ...]]]:
    for link in links:
        if link.earlier == year:
            yield link.later, link.factor, link.evidence
        elif link.later == year:
            yield link.earlier, 1 / link.factor, link.evidence
