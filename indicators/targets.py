"""Basis of a target → the level required on a track: what counts as met, strictly and with tolerance.

A track is one scale on which a series can be laid against its target: plain levels for Level, an index
with base year = 100 for MeanGrowth and CumulativeCut (assessment rules §2), the ratio of two such indices,
again with base year = 100, for RelativeGrowth.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicators.model import (
    AssignedLater,
    Basis,
    CumulativeCut,
    Direction,
    Kind,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
)

# 左右 has no official width; these are the plan's visible settings, each overridable in targets.csv.
AMOUNT_TOLERANCE = 0.02
"""Share of the target by which an approximate amount may fall short."""
SHARE_TOLERANCE = 1.0
"""Percentage points (units, for ratios) by which an approximate share may fall short."""
GROWTH_TOLERANCE = 0.5
"""Points by which an approximate mean growth may fall short."""
INDEX_BASE = 100.0
SAME = 1e-9
"""Share of a threshold within which a value is the threshold itself: 9.8 − 0.05 is no exact number to a
computer, and five years at 10 % do not multiply to exactly 1.1⁵."""


@dataclass(frozen=True)
class Requirement:
    """What the track must show in the target year: the plan's goal, and the thresholds that decide.

    `threshold` allows for the tolerance, `strict` does not; both allow for rounding where the rule
    compares rounded values. `beyond`: the threshold itself is not enough.
    """

    goal: float
    threshold: float
    strict: float
    beyond: bool = False

    def met(self, value: float, direction: Direction, *, strictly: bool = False) -> bool:
        """Whether a final value on the track meets the target."""
        limit = self.strict if strictly else self.threshold
        return direction.sign * (value - limit) >= (SAME if self.beyond else -SAME) * abs(limit)


def default_tolerance(kind: Kind, value: float, *, growth: bool) -> float:
    """How far 左右 may fall short, in the target's unit."""
    if growth:
        return GROWTH_TOLERANCE
    return AMOUNT_TOLERANCE * abs(value) if kind is Kind.AMOUNT else SHARE_TOLERANCE


def requirement(basis: Basis, direction: Direction) -> Requirement | None:
    """The level required on the track; None where there is none: still to be assigned, or no number at all.

    Level, higher is better: compared after rounding to the target's digits, so half a digit below is
    enough. Ceilings and growth compare unrounded. Source: assessment rules §2.
    """
    match basis:
        case AssignedLater() | Qualitative():
            return None
        case Level(value, digits, tolerance):
            half = 0.5 * 10.0**-digits if direction is Direction.UP else 0.0
            slack = max(tolerance, half)
            return Requirement(value, value - direction.sign * slack, value - half)
        case MeanGrowth(rate, _, tolerance, first, last):
            goal = compound(rate, last - first + 1)
            return Requirement(goal, compound(rate - direction.sign * tolerance, last - first + 1), goal)
        case CumulativeCut(cut, _, _, _):
            goal = INDEX_BASE * (1 - cut / 100)
            return Requirement(goal, goal, goal)
        case RelativeGrowth(_, tolerance, strictly, first, last):
            least = compound(-direction.sign * tolerance, last - first + 1)
            return Requirement(INDEX_BASE, least, INDEX_BASE, beyond=strictly)


def compound(rate: float, years: int) -> float:
    """Index after growing `rate` % a year for `years` years from 100."""
    return INDEX_BASE * float((1 + rate / 100) ** years)


def mean_rate(index: float, years: int) -> float:
    """Mean growth in % a year that takes 100 to `index` in `years` ≥ 1 years."""
    return (float((index / INDEX_BASE) ** (1 / years)) - 1) * 100


def stated(basis: Basis) -> float | None:
    """The number as the plan states it; None while it is still to be assigned, or where there is none.

    Of a relative growth: the points by which it has to exceed the other, 0.
    """
    match basis:
        case Level(value, _, _):
            return value
        case MeanGrowth(rate, _, _, _, _):
            return rate
        case CumulativeCut(cut, _, _, _):
            return cut
        case RelativeGrowth():
            return 0.0
        case AssignedLater() | Qualitative():
            return None


def digits(basis: Basis) -> int:
    """Digits after the point with which the plan states its number."""
    match basis:
        case Level() | MeanGrowth() | CumulativeCut():
            return basis.digits
        case RelativeGrowth() | AssignedLater() | Qualitative():
            return 0


def tolerance(basis: Basis) -> float:
    """How far the target may fall short, in its unit."""
    match basis:
        case Level() | MeanGrowth() | RelativeGrowth():
            return basis.tolerance
        case CumulativeCut() | AssignedLater() | Qualitative():
            return 0.0


def than(basis: Basis) -> str | None:
    """Code of the indicator whose growth is the measure of a relative one; None for every other basis."""
    match basis:
        case RelativeGrowth(other):
            return other
        case Level() | MeanGrowth() | CumulativeCut() | AssignedLater() | Qualitative():
            return None


def uses_index(basis: Basis) -> bool:
    """Whether the basis is judged on an index from growth rates rather than on levels."""
    match basis:
        case MeanGrowth() | CumulativeCut() | AssignedLater() | RelativeGrowth():
            return True
        case Qualitative(growth):
            return growth
        case Level():
            return False
