"""What figures and tables draw: finished texts and numbers, already in the reader's language and unit.

A figure adds nothing to these but ink, so the same rows give the same picture on screen and on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicators.model import Verdict


@dataclass(frozen=True)
class Mark:
    """A measured value: year, value in the track's unit, and what to show on hover."""

    year: int
    value: float
    hover: str


@dataclass(frozen=True)
class Span:
    """Years first…last shaded and named (2020–2022 疫情)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Cut:
    """A break just before `year`: the line is interrupted and marked ⫽; `label` says why."""

    year: int
    label: str


@dataclass(frozen=True)
class FanYear:
    """Predictive quantiles of one year, with the hover text."""

    year: int
    p10: float
    p25: float
    median: float
    p75: float
    p90: float
    hover: str


@dataclass(frozen=True)
class Trajectory:
    """One target's chart. `history` is the segment in use, `earlier` what lies before a break.

    `required` runs from the base year to the target year, `required_from_now` from the latest value;
    either may be empty. `fan` begins at the latest observation (all quantiles equal there).
    """

    title: str
    subtitle: str
    history: tuple[Mark, ...]
    earlier: tuple[Mark, ...]
    required: tuple[tuple[int, float], ...]
    required_from_now: tuple[tuple[int, float], ...]
    fan: tuple[FanYear, ...]
    target_year: int
    target: float | None
    target_label: str
    spans: tuple[Span, ...]
    cuts: tuple[Cut, ...]
    history_label: str
    required_label: str
    now_label: str
    fan_label: str
    latest_label: str
    projected_label: str
    mark: str = ""
    """Stands on the picture where its figures are invented."""


@dataclass(frozen=True)
class Rung:
    """One target on a ladder; positions are % of the way from base (0) to target (100), None = unknown.

    Labels are values in the indicator's own unit ("60.37 %"). `muted` rungs are jointly responsible
    targets or cannot be judged.
    """

    number: int
    name: str
    verdict: Verdict
    verdict_label: str
    latest: float | None
    latest_label: str
    expected: float | None
    projected: float | None
    projected_low: float | None
    projected_high: float | None
    projected_label: str
    base_label: str
    target_label: str
    muted: bool
    hover: str
    note: str = ""
    """Said in the row where nothing can be placed on the way."""


@dataclass(frozen=True)
class Ladder:
    """Rungs, worst first, with the axis words."""

    title: str
    subtitle: str
    rungs: tuple[Rung, ...]
    base_word: str
    latest_word: str
    expected_word: str
    projected_word: str
    target_word: str
    axis_word: str


@dataclass(frozen=True)
class Pace:
    """Required pace from now against the pace achieved and the best on record, for one target."""

    number: int
    name: str
    verdict: Verdict
    required: float
    actual: float | None
    best: float | None
    required_label: str
    actual_label: str
    best_label: str
    unit: str


@dataclass(frozen=True)
class Paces:
    """All targets of a chart; one panel per `unit` ("% a year" and "points a year" never share an axis)."""

    title: str
    subtitle: str
    paces: tuple[Pace, ...]
    required_word: str
    actual_word: str
    best_word: str


@dataclass(frozen=True)
class Coverage:
    """A matrix indicator × year: `grade[i][j]` the best grade ("" none), `hover[i][j]` who says so."""

    title: str
    subtitle: str
    indicators: tuple[str, ...]
    years: tuple[int, ...]
    grade: tuple[tuple[str, ...], ...]
    hover: tuple[tuple[str, ...], ...]
    grade_words: tuple[tuple[str, str], ...]
    """Pairs of grade and its word, best first, for the key."""


@dataclass(frozen=True)
class Cell:
    """One target on the overview board; `latest` has no unit; `year` is its year, blank without one.

    `target` has its unit where that is short; `spark` are (year, value) of the track, `spark_target` its
    goal.
    """

    number: int
    name: str
    verdict: Verdict
    word: str
    chance: str
    latest: str
    year: str
    target: str
    spark: tuple[tuple[int, float], ...]
    spark_target: tuple[int, float] | None
    stand_in: str
    note: str
