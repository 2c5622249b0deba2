"""What each indicator's own history makes plausible: its usual yearly change, and how far others strayed.

The middle is the median of the stored yearly changes of all areas, the width a multiple of their median
distance from it, which a few wild years do not move. With too short a history only the floors count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from etl.examine.packing import LEVEL, MEASURES, Mask, Numbers, Whole
from etl.examine.stored import Cut, Stored, crossing
from indicators.flags import PANDEMIC
from indicators.model import Basis, Indicator, Kind, Level, Measure, Plan

GROWTH = MEASURES.index(Measure.GROWTH)
FEW = 5
"""Changes below which a history says nothing about the usual one."""
WIDTHS = 6 * 1.4826
"""Median distances that bound what is plausible: 1.4826 makes one a standard deviation of a normal law; six
of them pass every published change in the store but census corrections and two printing errors."""
FLOORS: Mapping[Kind, float] = {Kind.AMOUNT: 0.30, Kind.SHARE: 5.0, Kind.RATIO: 0.25}
"""The least yearly change that is remarked: in logarithms (35 %, 28 %), for shares in points."""
USUAL: Mapping[Kind, float] = {Kind.AMOUNT: 0.06, Kind.SHARE: 0.0, Kind.RATIO: 0.0}
"""The usual yearly change where there is no history."""
GROWTH_FLOOR = 15.0
"""Points by which growth may differ from the usual one before it is remarked."""
USUAL_GROWTH, GROWTH_UNKNOWN = 6.0, 50.0
"""Growth in % and how far it may be missed, where there is no history: investment fell by a third in a
district."""
PANDEMIC_WIDTH = 3.0
"""How much wider everything is in and just after the pandemic, for what it hit: in the store the passengers
of an airport fell by half in 2022 and more than doubled in 2023."""


@dataclass(frozen=True)
class Usual:
    """By the place of the indicator: the usual yearly change of levels and how far it may be missed (in
    logarithms; shares in points), the same of growth in points, and the usual level (NaN where unknown)."""

    centre: Numbers
    width: Numbers
    growth: Numbers
    growth_width: Numbers
    level: Numbers
    share: Mask
    pandemic: Mask


def usual(
    stored: Stored, indicators: Sequence[Indicator], plans: Iterable[Plan], cuts: Sequence[Cut]
) -> Usual:
    """What the stored figures say of each indicator."""
    spans, rates, levels, every = [], [], [], tuple(plans)
    for place, one in enumerate(indicators):
        changes = _changes(stored, place, one, [cut for cut in cuts if cut.indicator == place])
        spans.append(_spread(changes, USUAL[one.kind], FLOORS[one.kind]))
        rates.append(_growth(stored.value[stored.span(place, GROWTH)]))
        levels.append(_level(stored.value[stored.span(place, LEVEL)], one, every))
    (centre, width), (growth, growth_width) = np.array(spans, float).T, np.array(rates, float).T
    share = np.array([one.kind is Kind.SHARE for one in indicators])
    pandemic = np.array([one.pandemic for one in indicators])
    return Usual(centre, width, growth, growth_width, np.array(levels, float), share, pandemic)


def change(before: Numbers, after: Numbers, share: Mask) -> Numbers:
    """From one level to another: points for shares, else logarithms; NaN where one is not positive."""
    with np.errstate(divide="ignore", invalid="ignore"):
        moved = np.log(after / before)
    moved[(before <= 0) | (after <= 0)] = np.nan
    points = np.flatnonzero(share)
    moved[points] = after[points] - before[points]
    return np.asarray(moved, float)


def shaken(year: Whole) -> Mask:
    """The pandemic's years and the one after, in which the fall was made up for."""
    return (year >= PANDEMIC[0]) & (year <= PANDEMIC[1] + 1)


def _changes(stored: Stored, place: int, one: Indicator, cuts: Sequence[Cut]) -> Numbers:
    """Yearly changes between neighbouring stored levels of an indicator, in every area."""
    own, packing = stored.span(place, LEVEL), stored.packing
    key, value = stored.key[own], stored.value[own]
    same = packing.series(key[1:]) == packing.series(key[:-1])
    late, earlier = key[1:][same], packing.year(key[:-1][same])
    moved = change(value[:-1][same], value[1:][same], np.full(len(late), one.kind is Kind.SHARE))
    steps = moved / np.maximum(packing.year(late) - earlier, 1)
    usable = np.isfinite(steps) & ~crossing(cuts, packing, late, earlier)
    return np.asarray(steps[usable], float)


def _growth(rates: Numbers) -> tuple[float, float]:
    return _spread(rates, USUAL_GROWTH, GROWTH_FLOOR if len(rates) >= FEW else GROWTH_UNKNOWN)


def _spread(changes: Numbers, middle: float, floor: float) -> tuple[float, float]:
    if len(changes) < FEW:
        return middle, floor
    middle = float(np.median(changes))
    return middle, max(floor, WIDTHS * float(np.median(np.abs(changes - middle))))


def _level(values: Numbers, one: Indicator, plans: Iterable[Plan]) -> float:
    """The median stored level; without one, the level that a plan asks for."""
    if len(values):
        return float(np.median(values))
    bases: list[Basis] = [
        target.basis for plan in plans for target in plan.targets if target.indicator == one.code
    ]
    return next((basis.value for basis in bases if isinstance(basis, Level)), np.nan)
