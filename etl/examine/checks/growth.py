"""Growth beside the levels on both sides of it."""

from __future__ import annotations

import numpy as np

from etl.checks import NOMINAL
from etl.examine.context import Context
from etl.examine.findings import on_values
from etl.examine.history import GROWTH
from etl.examine.merged import NOBODY, Merged
from etl.examine.packing import LEVEL
from etl.examine.places import Said
from etl.examine.stored import crossing
from indicators.model import Remark, Severity


def growth_contradicts(context: Context, merged: Merged) -> list[Remark]:
    """Growth that differs from the levels' by more than prices and revisions explain; one of the three
    figures is the file's."""
    packing = merged.packing
    rates = np.flatnonzero(packing.group(merged.key) == 2 * GROWTH)
    key, indicator = merged.key[rates], packing.indicator(merged.key[rates])
    place = packing.place(key)
    levels = (packing.prefix(indicator, 2 * LEVEL) << packing.place_bits) | place
    after, before = merged.positions(levels), merged.positions(levels - 1)
    there = (after != NOBODY) & (before != NOBODY)
    there &= merged.filed[rates] | merged.filed[after] | merged.filed[before]
    there &= merged.value[before] > 0
    rates, after, before = rates[there], after[there], before[there]
    actual = 100 * (merged.value[after] / merged.value[before] - 1)
    wrong = np.abs(actual - merged.value[rates]) > NOMINAL + 1e-6
    wrong &= ~crossing(context.desk.cuts, packing, merged.key[after], packing.year(merged.key[after]) - 1)
    sides = {
        merged.told_at((rates[one], after[one], before[one])): (
            float(merged.value[rates[one]]),
            float(actual[one]),
        )
        for one in np.flatnonzero(wrong)
    }

    def said(row: int) -> Said:
        stated, computed = sides[row]
        return context.about(row, stated=f"{stated:g}", computed=f"{computed:.1f}", points=f"{NOMINAL:g}")

    rows = np.asarray(sorted(sides), np.int64)
    return on_values(context.places, "growth_contradicts", Severity.WARNING, rows, said)
