"""The words of the domain as frozen types; see docs/words.md for what each means.

Nothing here computes. Values are in the indicator's catalogue unit; shares, growth rates and
mean growth are in percent (28.5, never 0.285); years are whole calendar years.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """What is said of a target; ordered from best to worst, unknown last."""

    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    MISSED = "missed"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a target cannot be judged."""

    NO_DATA = "no_data"
    NO_TARGET_VALUE = "no_target_value"
    SINGLE_OBSERVATION = "single_observation"
    TOO_OLD = "too_old"
    SERIES_BREAK = "series_break"
    SCOPE_DIFFERS = "scope_differs"


class Flag(StrEnum):
    """What a reader must know beside a verdict."""

    STAND_IN = "stand_in"
    STALE = "stale"
    REACHED_EARLY = "reached_early"
    LOW_CONFIDENCE = "low_confidence"
    AFTER_BREAK = "after_break"
    DERIVED = "derived"
    CONFLICT = "conflict"
    STRICT_DIFFERS = "strict_differs"
    ABOVE_BEST = "above_best"
    PARTIAL_SUM = "partial_sum"
    PANDEMIC_YEARS = "pandemic_years"


class Measure(StrEnum):
    """What kind of figure was published."""

    LEVEL = "level"
    GROWTH = "growth"
    MEAN_GROWTH = "mean_growth"
    CUT = "cut"
    CUMULATIVE = "cumulative"
    WORK_TARGET = "work_target"


class Status(StrEnum):
    """How firm a figure is; only PUBLISHED, COMPUTED and DERIVED ever count as observations."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    DERIVED = "derived"
    LOWER_BOUND = "lower_bound"
    EXPECTED = "expected"


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"

    @property
    def sign(self) -> int:
        """+1 where higher is better, −1 where lower is."""
        return 1 if self is Direction.UP else -1


class Kind(StrEnum):
    """How an indicator moves: amounts by growth rates, shares (0–100 %) and ratios by steps."""

    AMOUNT = "amount"
    SHARE = "share"
    RATIO = "ratio"


class Aggregation(StrEnum):
    """How members make an area: summed, a ratio of sums, or not at all."""

    SUM = "sum"
    RATIO = "ratio"
    NONE = "none"


@dataclass(frozen=True)
class Indicator:
    """A measured annual series. For RATIO, value = factor · numerator / denominator."""

    code: str
    name: str
    name_en: str
    unit: str
    unit_en: str
    kind: Kind
    direction: Direction
    decimals: int
    lower: float | None
    upper: float | None
    aggregation: Aggregation
    numerator: str | None
    denominator: str | None
    factor: float
    constant: bool
    """True for what does not change by the year (land area): the newest figure serves every year."""
    growth_first: bool
    """True where growth rates at comparable prices outrank ratios of published levels."""
    pandemic: bool
    """True where 2020–2022 are marked on charts (travel, tourism, retail)."""
    aliases: tuple[str, ...]
    definition: str
    definition_en: str


@dataclass(frozen=True)
class Area:
    """A place with figures. `members` make it up; `counted_in` names who already counts its people."""

    code: str
    name: str
    name_en: str
    kind: str
    gb2260: str | None
    members: tuple[str, ...]
    counted_in: tuple[str, ...]
    aliases: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Department:
    """A body that leads or shares targets, with the other spellings the plan uses for it."""

    code: str
    name: str
    name_en: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Dimension:
    """A heading under which the plan groups targets."""

    code: str
    name: str
    name_en: str


@dataclass(frozen=True)
class Level:
    """Met when the target year's own value reaches `value` (or stays under it, where lower is better)."""

    value: float
    digits: int
    tolerance: float


@dataclass(frozen=True)
class MeanGrowth:
    """Met when growth over first…last averages `rate` % a year; `tolerance` in points."""

    rate: float
    digits: int
    tolerance: float
    first: int
    last: int


@dataclass(frozen=True)
class CumulativeCut:
    """Met when the cuts over first…last compound to `cut` % or more."""

    cut: float
    digits: int
    first: int
    last: int


@dataclass(frozen=True)
class AssignedLater:
    """A cumulative cut whose value a higher level has still to assign."""

    first: int
    last: int


Basis = Level | MeanGrowth | CumulativeCut | AssignedLater


@dataclass(frozen=True)
class Target:
    """What a plan asks of an indicator in an area, in the plan's own wording."""

    number: int
    code: str
    name: str
    name_en: str
    short: str
    short_en: str
    dimension: str
    indicator: str
    area: str
    basis: Basis
    direction: Direction
    approximate: bool
    unit: str
    unit_en: str
    lead: str
    joint: tuple[str, ...]
    wording: str


@dataclass(frozen=True)
class Plan:
    """A plan as an entity: its years, its area and stand-in, its targets and who answers for them."""

    code: str
    name: str
    name_en: str
    document: str
    url: str
    base_year: int
    target_year: int
    area: str
    stand_in: str | None
    report_due: str
    """Month and day (MM-DD) by which departments report the past year."""
    targets: tuple[Target, ...]
    departments: Mapping[str, Department]
    dimensions: Mapping[str, Dimension]
    areas: Mapping[str, Area]
    indicators: Mapping[str, Indicator]


@dataclass(frozen=True)
class Source:
    """Where figures come from."""

    code: str
    title: str
    url: str


@dataclass(frozen=True)
class Observation:
    """One published figure. `value` is in the catalogue unit, `found` is the figure as printed.

    `published` is the source's own wording of its date; `known_from` is the first day on which a
    reader could surely have known the figure, and decides as-of reads.
    """

    indicator: str
    area: str
    year: int
    measure: Measure
    period_start: int | None
    value: float
    found: str
    status: Status
    source: str
    grade: str
    published: str
    known_from: date
    note: str = ""
    flags: frozenset[str] = frozenset()
    load: str = ""


@dataclass(frozen=True)
class Point:
    """The value in use for one year and the observations behind it (several for a derived value)."""

    year: int
    value: float
    evidence: tuple[Observation, ...]


@dataclass(frozen=True)
class Break:
    """From `year` on, an indicator in an area (or everywhere: "*") is not comparable with before."""

    indicator: str
    area: str
    year: int
    reason: str


@dataclass(frozen=True)
class Series:
    """One indicator in one area as known on a day: ascending years, gaps left open.

    `points` hold every usable year; `breaks` are the first years of new segments;
    `links` are growth figures; `aside` is what is shown but never used (bounds, expectations,
    work targets, part-year figures); `rivals` are vintages that disagree beyond rounding.
    """

    indicator: str
    area: str
    points: tuple[Point, ...] = ()
    links: tuple[Observation, ...] = ()
    aside: tuple[Observation, ...] = ()
    rivals: tuple[Observation, ...] = ()
    breaks: tuple[Break, ...] = ()


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
    units a year; for mean growth and cuts, levels are the mean rate so far. None: not defined."""

    latest_year: int
    latest: float
    should_be: float | None
    schedule_gap: float | None
    """Percentage points of the way from base to target, minus the share of time elapsed."""
    behind: float | None
    """The same in the indicator's unit, positive ahead of the path."""
    distance: float
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

    unit: str
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
    partial: PartialSum | None = None


@dataclass(frozen=True)
class Fault:
    """One thing wrong with an input: where, what was found, what is allowed."""

    file: str
    row: int | None
    column: str
    found: str
    allowed: str


@dataclass(frozen=True)
class Finding:
    """Something a check has to say about the data; level is error, warning or note."""

    check: str
    level: str
    where: str
    found: str
    allowed: str
    detail: Mapping[str, str] = field(default_factory=dict)
