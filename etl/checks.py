"""Named checks over all figures together; each returns findings, none stops the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from indicators.areas import recomputed, series_for
from indicators.model import Finding, Measure, Observation, Plan, Point
from indicators.series import Book, in_use, key, step, steps

NOMINAL = 12.0
"""Points by which growth at current prices may differ from growth at comparable prices: prices and
revisions; beyond it one of the figures is suspect."""
DIGITS = 6
"""Digits of a difference that count; further ones are noise of the computation."""


def run(observations: Sequence[Observation], book: Book, plans: Sequence[Plan]) -> list[Finding]:
    """All checks, in a fixed order."""
    findings = [*doubled(observations), *conflicting(book)]
    for plan in plans:
        findings += [*not_recomputable(book, plan), *growth_against_levels(book, plan)]
    return list(dict.fromkeys(findings))


def doubled(observations: Iterable[Observation]) -> list[Finding]:
    """The same figure from the same source twice."""
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    for one in observations:
        seen[one.indicator, one.area, one.year, one.measure, one.period_start, one.source, one.found] += 1
    return [
        Finding(
            "doubled", "warning", _where(*map(str, key[:3])), f"{count} times {key[6]} from {key[5]}", "once"
        )
        for key, count in seen.items()
        if count > 1
    ]


def conflicting(book: Book) -> list[Finding]:
    """Vintages of one level or one growth figure that differ beyond rounding; all are kept."""
    pairs = [
        (rival, in_use(series)[key(rival)]) for series in book.series.values() for rival in series.rivals
    ]
    return [
        Finding(
            "conflicting_vintages",
            "note",
            _where(rival.indicator, rival.area, str(rival.year)),
            f"{rival.found} ({rival.source}), in use {used.found} ({used.source})",
            "equal within rounding",
        )
        for rival, used in pairs
    ]


def not_recomputable(book: Book, plan: Plan) -> list[Finding]:
    """Published ratios that their published parts do not give."""
    findings = []
    for indicator in plan.indicators.values():
        found = {area for code, area in book.series if code == indicator.code}
        for area in sorted(found & plan.areas.keys()):
            for published, computed in recomputed(book, plan, indicator.code, area):
                allowed = _tolerance(published, computed) + indicator.slack / 100 * published.value
                if abs(published.value - computed.value) > allowed:
                    where = _where(indicator.code, area, str(published.year))
                    said = f"published {published.value:g}, recomputed {computed.value:.6g}"
                    findings.append(Finding("derived_differs", "note", where, said, f"within {allowed:.3g}"))
    return findings


def growth_against_levels(book: Book, plan: Plan) -> list[Finding]:
    """Yearly growth that contradicts the levels on both sides of it."""
    findings = []
    for (indicator, area), series in book.series.items():
        if indicator not in plan.indicators or area not in plan.areas:
            continue
        growth = {one.year: one for one in series.links if one.measure is Measure.GROWTH}
        for before, after in steps(series_for(book, plan, indicator, area)):
            stated = growth.get(after.year)
            if stated is None or after.year != before.year + 1 or not before.value:
                continue
            actual = 100 * (after.value / before.value - 1)
            if round(abs(actual - stated.value), DIGITS) > NOMINAL:
                where = _where(indicator, area, str(after.year))
                said = f"stated {stated.value:g} %, levels give {actual:.1f} %"
                findings.append(
                    Finding("growth_contradicts", "warning", where, said, f"within {NOMINAL:g} points")
                )
    return findings


def _tolerance(published: Point, computed: Point) -> float:
    """Half a printed digit of the ratio plus what rounding of its parts can do to it."""
    parts = sum(0.5 * step(one) / abs(one.value) for one in computed.evidence if one.value)
    return 0.5 * step(published.evidence[0]) + abs(computed.value) * parts


def _where(indicator: str, area: str, year: str) -> str:
    return f"{indicator} {area} {year}"
