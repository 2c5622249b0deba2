"""What is said of a target, and every number it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indicators.model.figures import Observation, Point, Series
from indicators.model.plan import Target
from indicators.model.words import Direction, Flag, Kind, Reason, Verdict


@dataclass(frozen=True)
class Band:
    """Predictive quantiles of one year."""

    year: int
    p10: float
    p25: float
    median: float
    p75: float
    p90: float


@dataclass(frozen=True)
class Projection:
    """Predictive quantiles for each year after the latest observation, up to the target year."""

    method: str
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class PartialSum:
    """A sum over some members only: shown with what it lacks, never judged."""

    year: int
    value: float
    present: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Gap:
    """Where a series stands against its target. Paces of amounts are % a year, of shares and ratios
    units a year; for mean growth and cuts, levels are what the years after the base year made so far.
    None: not defined."""

    latest_year: int
    latest: float | None
    should_be: float | None
    schedule_gap: float | None
    """Percentage points of the way from base to target, minus the share of time elapsed."""
    behind: float | None
    """The same in the indicator's unit, positive ahead of the path."""
    distance: float | None
    """d·(T − y): what is still missing, negative when beyond the target."""
    expected_shortfall: float | None
    required_pace: float | None
    actual_pace: float | None
    pace_ratio: float | None
    best_pace: float | None
    feasibility: float | None
    """Required pace from now ÷ best pace on record; above 1 has never been done before."""


@dataclass(frozen=True)
class Track:
    """A series laid against a target on one scale: levels for Level, an index (base year = 100) for
    MeanGrowth and CumulativeCut. `points` is only the segment in use."""

    kind: Kind
    direction: Direction
    base_year: int
    target_year: int
    base: float | None
    goal: float
    points: tuple[Point, ...]
    earlier: tuple[Point, ...] = ()
    """Points before the last break: drawn, never used."""


@dataclass(frozen=True)
class Assessment:
    """A verdict with everything it rests on."""

    target: Target
    area: str
    area_used: str
    as_of: date
    judging_year: int
    verdict: Verdict
    strict_verdict: Verdict
    chance: float | None
    """Probability of meeting the target, 0–1, unclipped; None where it cannot be stated."""
    gap: Gap | None
    track: Track | None
    projection: Projection | None
    series: Series
    reasons: tuple[Reason, ...] = ()
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Observation, ...] = ()
    chance_without_pandemic: float | None = None
    """The chance once more, from the figures outside the pandemic years; None where none are left out."""
    partial: PartialSum | None = None
    own: tuple[Point, ...] = ()
    """The points of the area asked for; the track's own where no other area is used."""
