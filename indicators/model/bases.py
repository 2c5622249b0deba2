"""How a plan counts: the shapes a target can have. `match` them, so that a new one is missed nowhere."""

from __future__ import annotations

from dataclasses import dataclass


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


@dataclass(frozen=True)
class RelativeGrowth:
    """Met when growth over first…last keeps up with that of the indicator `than`: 与国内生产总值增长同步.

    `tolerance` is in points of mean growth; `strictly` asks for more than the other's growth (高于), so that
    the same growth is not enough.
    """

    than: str
    tolerance: float
    strictly: bool
    first: int
    last: int


@dataclass(frozen=True)
class Qualitative:
    """Asked for in words only (保持在合理区间): never judged, its figures are shown.

    `growth` tells whether the words are about growth since the base year or about levels.
    """

    growth: bool


Basis = Level | MeanGrowth | CumulativeCut | AssignedLater | RelativeGrowth | Qualitative
