"""What a rule is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

NOISE = 9
"""Digits to which a number is compared with a cut; beyond them is floating-point noise."""
SAME = 1e-9
"""Share of a target within which a value is the target itself, for the same reason."""


@dataclass(frozen=True)
class Judgement:
    """A rule's answer: its status, the number the status was cut from, and a score where the rule has one.

    The number is a share (0.95, not 95), except for schedule: percentage points. None: not defined.
    """

    status: str
    value: float | None = None
    score: float | None = None


NOT_AVAILABLE = Judgement("not_available")
"""The rule gives no verdict."""


class Value(NamedTuple):
    """One year's value."""

    year: int
    value: float


@dataclass(frozen=True)
class Case:
    """One series and its target; `points` are ascending, one a year, finite and at least one.

    `sign` is +1 where higher is better, −1 where lower is.
    """

    points: tuple[Value, ...]
    target: float | None = None
    target_year: int | None = None
    base_year: int | None = None
    sign: int = 1
    limit: float | None = None
    hold: bool = False

    @property
    def base(self) -> Value | None:
        """The first value at or after the base year; None where all lie before it."""
        start = self.points[0].year if self.base_year is None else self.base_year
        return next((point for point in self.points if point.year >= start), None)

    @property
    def latest(self) -> Value:
        """The last value."""
        return self.points[-1]

    @property
    def reached(self) -> bool:
        """Whether the last value is at the target or beyond."""
        return self.target is not None and reaches(self.latest.value, self.target, self.sign)


class Way(NamedTuple):
    """The way from base to target in value and in years, and what of both is behind us."""

    length: float
    years: int
    covered: float
    elapsed: int


def reaches(value: float, target: float, sign: int) -> bool:
    """Whether a value is at the target or beyond it in the better direction."""
    return sign * (value - target) >= -SAME * abs(target)


def ordered(years: Sequence[int], values: Sequence[float]) -> tuple[Value, ...]:
    """Ascending points without the years that have no value; a repeated year keeps its last value."""
    pairs = {int(year): float(value) for year, value in zip(years, values, strict=True) if isfinite(value)}
    return tuple(Value(year, value) for year, value in sorted(pairs.items()))


def way(case: Case) -> Way | None:
    """None without a target, without a year between base and latest or target, or where the base is
    already at the target or beyond: there is no way to measure along (assessment rules §6)."""
    base, latest = case.base, case.latest
    if base is None or case.target is None or case.target_year is None:
        return None
    length, years = case.target - base.value, case.target_year - base.year
    if reaches(base.value, case.target, case.sign) or years <= 0 or latest.year <= base.year:
        return None
    return Way(length, years, latest.value - base.value, latest.year - base.year)
