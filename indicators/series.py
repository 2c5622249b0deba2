"""Observations → annual series: one value a year, vintages kept, gaps left open, breaks respected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indicators.model import Break, Measure, Observation, Point, Series, Status

USABLE = {Status.PUBLISHED, Status.COMPUTED, Status.DERIVED}
LINKS = {Measure.GROWTH, Measure.MEAN_GROWTH, Measure.CUT, Measure.CUMULATIVE_CUT}
"""Changes, all in %."""
CUTS = {Measure.CUT, Measure.CUMULATIVE_CUT}
"""Changes told as a fall."""
PERIODS = {Measure.MEAN_GROWTH, Measure.CUMULATIVE_CUT, Measure.CUMULATIVE}
"""Figures of several years, from `period_start` on."""
COUNTED = {Measure.LEVEL, *LINKS}
Key = tuple[Measure, int | None, int]
"""Measure, first year of a period, year."""
NEVER_USED = {"part_year", "part_scope"}
"""Flags of figures that cover only part of a year or of the scope."""
GRADES = ("A", "B", "C")
"""Who says it: government or statistics office, state media, reprint; best first."""


@dataclass(frozen=True)
class Book:
    """All series known on a day, by (indicator code, area code), and the breaks that apply to them."""

    series: Mapping[tuple[str, str], Series]
    breaks: tuple[Break, ...]

    def get(self, indicator: str, area: str) -> Series:
        """The published series; one without points where nobody published anything."""
        return self.series.get((indicator, area)) or Series(
            indicator, area, breaks=_applying(self.breaks, indicator, area)
        )


def build(observations: Iterable[Observation], breaks: Iterable[Break]) -> Book:
    """All observations known on a day → the book of series.

    Nothing is dropped: what disagrees with the value in use is in `rivals`, what is no observation
    (bounds, expectations, work targets, part-year figures) in `aside`.
    """
    groups: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for one in observations:
        groups[one.indicator, one.area].append(one)
    known = tuple(breaks)
    return Book({code: _series(code, group, known) for code, group in groups.items()}, known)


def usable(one: Observation) -> bool:
    """Whether a figure may count as an observation at all."""
    return one.status in USABLE and not one.flags & NEVER_USED


def best(vintages: Iterable[Observation]) -> Observation:
    """The vintage in use: undoubted before doubted, then the latest known (of one day, the latest load),
    then the better grade."""
    return max(vintages, key=_rank)


def agree(one: Observation, other: Observation) -> bool:
    """Whether two figures are the same number at the coarser of their two printed precisions."""
    return abs(one.value - other.value) <= 0.5 * max(step(one), step(other)) * (1 + 1e-9)


def used(series: Series) -> tuple[Point, ...]:
    """The points after the last break that lies at or before the latest point."""
    if not series.points:
        return ()
    start = last_break(series)
    return tuple(point for point in series.points if start is None or point.year >= start.year)


def last_break(series: Series) -> Break | None:
    """The latest break that separates points of this series; None where all are comparable."""
    if not series.points:
        return None
    first, latest = series.points[0].year, series.points[-1].year
    inside = [one for one in series.breaks if first < one.year <= latest]
    return max(inside, key=lambda one: one.year, default=None)


def steps(series: Series) -> list[tuple[Point, Point]]:
    """Neighbouring points with no break between them."""
    cuts = {one.year for one in series.breaks}
    pairs = zip(series.points, series.points[1:], strict=False)
    return [(a, b) for a, b in pairs if not any(a.year < cut <= b.year for cut in cuts)]


def key(one: Observation) -> Key:
    """What a figure speaks of; figures of a series with the same key are vintages of one observation."""
    return one.measure, one.period_start, one.year


def in_use(series: Series) -> dict[Key, Observation]:
    """The published figure in use for each key."""
    levels = (point.evidence[0] for point in series.points if len(point.evidence) == 1)
    return {key(one): one for one in (*levels, *series.links)}


def _series(code: tuple[str, str], group: Sequence[Observation], breaks: Sequence[Break]) -> Series:
    indicator, area = code
    counted: dict[Key, list[Observation]] = defaultdict(list)
    aside = []
    for one in group:
        if usable(one) and one.measure in COUNTED:
            counted[key(one)].append(one)
        else:
            aside.append(one)
    chosen = {about: best(counted[about]) for about in sorted(counted, key=lambda about: about[2])}
    levels = (one for one in chosen.values() if one.measure is Measure.LEVEL)
    return Series(
        indicator,
        area,
        points=tuple(Point(one.year, one.value, (one,)) for one in levels),
        links=tuple(one for one in chosen.values() if one.measure in LINKS),
        aside=tuple(aside),
        rivals=tuple(
            one
            for about, main in chosen.items()
            for one in counted[about]
            if one is not main and not agree(one, main)
        ),
        vintages=tuple(one for about in chosen for one in counted[about]),
        breaks=_applying(breaks, indicator, area),
    )


def _applying(breaks: Iterable[Break], indicator: str, area: str) -> tuple[Break, ...]:
    return tuple(one for one in breaks if one.indicator == indicator and one.area in (area, "*"))


def _rank(one: Observation) -> tuple[bool, int, int, int, bool]:
    return (
        "doubtful" not in one.flags,
        one.known_from.toordinal(),
        one.turn,
        -GRADES.index(one.grade) if one.grade in GRADES else -len(GRADES),
        one.status is Status.PUBLISHED,
    )


def step(one: Observation) -> float:
    """Size of the last printed digit, in catalogue units (`63170 元` → 0.0001 万元)."""
    printed = one.found.split(" ")[0]
    try:
        figure = float(printed)
    except ValueError:
        return 0.0
    digits = len(printed.partition(".")[2])
    return abs(one.value / figure) * 10.0**-digits if figure else 10.0**-digits
