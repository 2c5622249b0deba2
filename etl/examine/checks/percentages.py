"""Percentages: written as fractions, or growth that this indicator never had."""

from __future__ import annotations

import numpy as np

from etl.examine.context import Context
from etl.examine.findings import on_values
from etl.examine.history import GROWTH, PANDEMIC_WIDTH, shaken
from etl.examine.merged import Merged
from etl.examine.packing import LEVEL, Mask, Numbers
from etl.examine.places import Said
from indicators.model import Kind, Remark, Severity

HUNDRED = 100.0
ALIKE = 2.5
"""How many times a percentage may differ from the indicator's usual level and still be one of its values."""
GROWTH_FRACTION = 0.3
"""Growth below it, printed to a thousandth, may be a fraction: 0.063 for 6.3 %."""
FINE = 0.001


def fraction(context: Context, merged: Merged) -> list[Remark]:
    """A percentage written as a fraction: 0.612 for 61.2 %."""
    rows = np.flatnonzero(fractions(context))
    batch, usual = context.batch, context.desk.usual

    def said(row: int) -> Said:
        place, value = int(batch.indicator[row]), float(batch.value[row])
        known = usual.level if batch.measure[row] == LEVEL else usual.growth
        shown = {"value": value, "meant": HUNDRED * value, "usual": float(known[place])}
        return context.about(row, **{name: context.show(row, one) for name, one in shown.items()})

    return on_values(context.places, "fraction", Severity.WARNING, rows, said)


def unusual_growth(context: Context, merged: Merged) -> list[Remark]:
    """Growth far from what this indicator has ever had."""
    batch, usual = context.batch, context.desk.usual
    chosen = np.flatnonzero(batch.counts & (batch.measure == GROWTH))
    place = batch.indicator[chosen]
    width = np.where(usual.pandemic[place] & shaken(batch.year[chosen]), PANDEMIC_WIDTH, 1.0)
    far = np.abs(batch.value[chosen] - usual.growth[place]) > usual.growth_width[place] * width

    def said(row: int) -> Said:
        place = int(batch.indicator[row])
        middle, width = float(usual.growth[place]), float(usual.growth_width[place])
        value = context.show(row, float(batch.value[row]))
        return context.about(row, value=value, usual=f"{middle:.1f}", width=f"{width:.0f}")

    return on_values(context.places, "unusual_growth", Severity.WARNING, chosen[far], said)


def fractions(context: Context) -> Mask:
    """Which rows hold a fraction: a hundred times as much would be usual, and the figure itself is not."""
    batch, usual = context.batch, context.desk.usual
    percent = np.array([one.kind is Kind.SHARE for one in context.desk.indicators])[batch.indicator]
    level = batch.counts & (batch.measure == LEVEL) & percent & (batch.value > 0) & (batch.value <= 1)
    found = np.zeros(batch.rows, bool)
    rows = np.flatnonzero(level)
    found[rows] = _alike(HUNDRED * batch.value[rows], usual.level[batch.indicator[rows]])
    rate = batch.counts & (batch.measure == GROWTH) & (np.abs(batch.value) < GROWTH_FRACTION)
    rows = np.flatnonzero(rate & (batch.value != 0))
    if len(rows):
        fine = batch.step[rows] <= FINE * (1 + 1e-9)
        found[rows] = fine & _alike(HUNDRED * batch.value[rows], usual.growth[batch.indicator[rows]])
    return found


def _alike(value: Numbers, level: Numbers) -> Mask:
    with np.errstate(invalid="ignore", divide="ignore"):
        return (value / level < ALIKE) & (level / value < ALIKE)
