"""Ratios and the figures they are computed from: 人均GDP, 收入比, 城镇化率, all that the catalogue defines.

The file's figures count where it has them, else the stored ones; nothing is said of stored figures alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from etl.examine.context import Context, shown
from etl.examine.findings import on_values
from etl.examine.merged import NOBODY, Merged, step_of
from etl.examine.packing import Mask, Numbers, Whole
from etl.examine.places import Said
from indicators.model import Aggregation, Indicator, Remark, Severity
from indicators.units import number

HALF = 0.5
LOOSE = 1e-6
"""Share within which a ratio and its parts agree, however they are printed."""


class Sides(NamedTuple):
    """Figures that must fit each other: positions of ratio, numerator and denominator, and the ratio of the
    last two."""

    own: Whole
    above: Whole
    below: Whole
    computed: Numbers

    def at(self, chosen: Mask | Whole) -> Sides:
        """Some of them."""
        return Sides(self.own[chosen], self.above[chosen], self.below[chosen], self.computed[chosen])


def ratio_differs(context: Context, merged: Merged) -> list[Remark]:
    """A ratio that its parts do not give, beyond what rounding of all three and the catalogue allow."""
    said = dict(
        failure
        for one in context.desk.indicators
        if one.aggregation is Aggregation.RATIO and one.numerator and one.denominator
        for failure in _failures(context, merged, one)
    )
    rows = np.asarray(sorted(said), np.int64)
    return on_values(context.places, "ratio_differs", Severity.WARNING, rows, lambda row: said[row])


def _failures(context: Context, merged: Merged, one: Indicator) -> Iterator[tuple[int, Said]]:
    sides = _sides(context, merged, one)
    value = merged.value[sides.own]
    slack = one.slack / 100 * np.abs(value)
    loose = np.abs(value - sides.computed) > slack + LOOSE * np.abs(value)
    sides, value, slack = sides.at(loose), value[loose], slack[loose]
    wrong = np.abs(value - sides.computed) > slack + _rounding(context, merged, sides)
    for place in np.flatnonzero(wrong):
        failed = sides.at(np.array([place]))
        row = merged.told_at(position[0] for position in failed[:3])
        yield row, _said(context, merged, one, row, failed)


def _sides(context: Context, merged: Merged, one: Indicator) -> Sides:
    """Every area and year that has all three, one of them at least from the file."""
    own = merged.levels(context.desk.indicator_places[one.code])
    above = merged.beside(own, context.desk.indicator_places[one.numerator or ""])
    below = _denominator(context, merged, own, one)
    there = (above != NOBODY) & (below != NOBODY)
    there &= merged.filed[own] | merged.filed[above] | merged.filed[below]
    there &= merged.value[below] != 0
    above, below = above[there], below[there]
    computed = one.factor * merged.value[above] / merged.value[below]
    return Sides(np.arange(own.start, own.stop)[there], above, below, computed)


def _denominator(context: Context, merged: Merged, own: slice, one: Indicator) -> Whole:
    """The denominator of each ratio; of what does not change by the year, the newest figure of the area."""
    place = context.desk.indicator_places[one.denominator or ""]
    if not context.desk.indicators[place].constant:
        return merged.beside(own, place)
    below = merged.levels(place)
    areas, wanted = merged.packing.area(merged.key[below]), merged.packing.area(merged.key[own])
    if not len(areas):
        return np.full(len(wanted), NOBODY)
    found = np.maximum(np.searchsorted(areas, wanted, side="right") - 1, 0)
    return np.where(areas[found] == wanted, found + below.start, NOBODY)


def _rounding(context: Context, merged: Merged, sides: Sides) -> Numbers:
    """Half a printed digit of the ratio, and what half a digit of each part does to it."""
    own, above, below = (step_of(merged, context.batch, context.desk, side) for side in sides[:3])
    top, bottom = np.abs(merged.value[sides.above]), np.abs(merged.value[sides.below])
    relative = np.divide(above, top, out=np.zeros_like(above), where=top > 0) + below / bottom
    return HALF * (own + np.abs(sides.computed) * relative)


def _said(context: Context, merged: Merged, one: Indicator, row: int, failed: Sides) -> Said:
    ones = context.desk.indicator_places
    parts = {"above": (one.numerator or "", failed.above), "below": (one.denominator or "", failed.below)}
    values = {
        name: shown(float(merged.value[position[0]]), context.desk.indicators[ones[code]].decimals)
        for name, (code, position) in parts.items()
    }
    return context.about(
        row,
        indicator_whole=one.code,
        indicator_above=one.numerator or "",
        indicator_below=one.denominator or "",
        stated=shown(float(merged.value[failed.own[0]]), one.decimals),
        computed=number(float(failed.computed[0]), one.decimals + 1),
        **values,
    )
