"""Growth rates, mean growth and levels → one index around a base year.

A mean growth over several years ties its two ends together and says nothing of the years between:
no yearly value is ever invented from it. Where several figures could tie the same years, the preferred
kind is used (assessment rules §2): growth rates first for series at comparable prices, levels first else, and
a mean growth after both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.model import Measure, Observation, Point, Series
from indicators.series import steps
from indicators.targets import INDEX_BASE


@dataclass(frozen=True)
class Link:
    """`later` year = `factor` × `earlier` year, with the figures that say so."""

    earlier: int
    later: int
    factor: float
    evidence: tuple[Observation, ...]


def index(series: Series, base_year: int, *, growth_first: bool) -> tuple[Point, ...]:
    """The years that can be tied to `base_year`, as an index with base = 100; empty if none can.

    A point's evidence are the figures on the way from the base year to it.
    """
    yearly = [link for one in series.links if not _is_mean(one) and (link := _from_growth(one))]
    means = [link for one in series.links if _is_mean(one) and (link := _from_growth(one))]
    levels = [_from_levels(a, b) for a, b in steps(series) if a.value > 0 and b.value > 0]
    links = _spanning([*yearly, *levels, *means] if growth_first else [*levels, *yearly, *means])
    values: dict[int, tuple[float, tuple[Observation, ...]]] = {base_year: (INDEX_BASE, ())}
    frontier = [base_year]
    while frontier:
        year = frontier.pop()
        value, evidence = values[year]
        for other, factor, said in _neighbours(links, year):
            if other not in values:
                values[other] = (value * factor, (*evidence, *(s for s in said if s not in evidence)))
                frontier.append(other)
    if len(values) == 1:
        return ()
    return tuple(Point(year, *values[year]) for year in sorted(values))


def _is_mean(one: Observation) -> bool:
    return one.measure is Measure.MEAN_GROWTH


def _from_growth(one: Observation) -> Link | None:
    sign = -1 if one.measure is Measure.CUT else 1
    start = one.period_start if _is_mean(one) and one.period_start else one.year
    factor = (1 + sign * one.value / 100) ** (one.year - start + 1)
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
