"""Levels that do not fit their neighbours in time: a slipped unit, a jump."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from etl.examine.checks.percentages import fractions
from etl.examine.context import Context
from etl.examine.findings import Saying, on_values
from etl.examine.history import PANDEMIC_WIDTH, change, shaken
from etl.examine.merged import Merged
from etl.examine.packing import LEVEL, Mask, Whole
from etl.examine.places import Said
from etl.examine.stored import crossing
from indicators.model import Remark, Severity

SLIPS = 4
"""Powers of ten that a unit slips: 元 for 万元 is 10⁴."""
SLIP_WIDTH = 0.15
"""How far from a whole power of ten a slip may lie, in decimal logarithms: a factor of 1.4 for a change that
came with it."""


class Neighbours(NamedTuple):
    """Of figures out of line: position, the neighbour they are measured by, and the years between."""

    position: Whole
    other: Whole


def out_of_line(context: Context, merged: Merged) -> list[Remark]:
    """A change beyond what the indicator's history makes plausible; a slip by a power of ten outranks it."""
    found = _blamed(context, merged)
    keep = ~fractions(context)[merged.row[found.position]]
    found = Neighbours(found.position[keep], found.other[keep])
    power = _power(context, merged, found)
    slipped = power != 0
    return [
        *_remarks(context, merged, found, slipped, "unit_slip", power),
        *_remarks(context, merged, found, ~slipped, "jump", power),
    ]


def _blamed(context: Context, merged: Merged) -> Neighbours:
    """Figures of the file on which the changes that are too large can be blamed.

    A figure out of line with both neighbours is to blame; at the end of a series the last one, at the
    beginning the first. A lasting shift is blamed on the later figure, on the earlier one where only that is
    the file's.
    """
    bad = _edges(context, merged)
    series = merged.packing.series(merged.key)
    linked = np.zeros(len(bad) + 1, bool)
    linked[1:-1] = series[1:] == series[:-1]
    incoming, outgoing = bad, np.append(bad[1:], False)
    peak = incoming & outgoing & merged.filed
    late = np.flatnonzero(bad)
    late = late[~(peak[late] | peak[late - 1])]
    first, last = ~linked[late - 1], ~linked[late + 1]
    blamed = np.where(first & ~last, late - 1, late)
    other = np.where(first & ~last, late, late - 1)
    swap = ~merged.filed[blamed]
    blamed, other = np.where(swap, other, blamed), np.where(swap, blamed, other)
    peaks = np.flatnonzero(peak)
    position = np.concatenate([peaks, blamed])
    unique, index = np.unique(position, return_index=True)
    return Neighbours(unique, np.concatenate([peaks - 1, other])[index])


def _edges(context: Context, merged: Merged) -> Mask:
    """For each figure, whether the change from the one before is implausible and either is the file's."""
    usual, packing = context.desk.usual, merged.packing
    filed = merged.filed
    edge = np.zeros(len(merged.key), bool)
    edge[1:] = packing.series(merged.key[1:]) == packing.series(merged.key[:-1])
    edge[1:] &= filed[1:] | filed[:-1]
    edge &= packing.group(merged.key) == 2 * LEVEL
    late = np.flatnonzero(edge)
    place, year = packing.indicator(merged.key[late]), packing.year(merged.key[late])
    earlier = packing.year(merged.key[late - 1])
    gap = year - earlier
    width = usual.width[place] * np.sqrt(gap)
    width[usual.pandemic[place] & (shaken(year) | shaken(earlier))] *= PANDEMIC_WIDTH
    moved = change(merged.value[late - 1], merged.value[late], usual.share[place])
    bad = late[np.abs(moved - gap * usual.centre[place]) > width]
    bad = bad[~crossing(context.desk.cuts, packing, merged.key[bad], packing.year(merged.key[bad - 1]))]
    edge[:] = False
    edge[bad] = True
    return edge


def _power(context: Context, merged: Merged, found: Neighbours) -> Whole:
    """The power of ten by which a figure slipped against its neighbour; 0 where it did not."""
    usual, packing = context.desk.usual, merged.packing
    place = packing.indicator(merged.key[found.position])
    years = packing.year(merged.key[found.position]) - packing.year(merged.key[found.other])
    before = merged.value[found.other]
    grown = np.where(usual.share[place], before, before * np.exp(usual.centre[place] * years))
    with np.errstate(invalid="ignore", divide="ignore"):
        size = np.log10(merged.value[found.position] / grown)
    power = np.rint(np.where(np.isfinite(size), size, 0.0))
    near = (np.abs(size - power) <= SLIP_WIDTH) & (np.abs(power) <= SLIPS)
    return np.where(near, power, 0).astype(np.int64)


def _remarks(
    context: Context, merged: Merged, found: Neighbours, chosen: Mask, check: str, power: Whole
) -> list[Remark]:
    rows = merged.row[found.position[chosen]]
    order = np.argsort(rows)
    picked = np.flatnonzero(chosen)[order]
    return on_values(
        context.places, check, Severity.WARNING, rows[order], _saying(context, merged, found, picked, power)
    )


def _saying(context: Context, merged: Merged, found: Neighbours, picked: Whole, power: Whole) -> Saying:
    place_of = {int(merged.row[found.position[one]]): int(one) for one in picked}

    def said(row: int) -> Said:
        one = place_of[row]
        other = int(found.other[one])
        return context.about(
            row,
            value=context.show(row, context.batch.value[row]),
            other=context.show(row, merged.value[other]),
            other_year=str(merged.packing.year(merged.key[other : other + 1])[0]),
            times=str(10 ** abs(int(power[one]))),
            way="×" if power[one] > 0 else "÷",
        )

    return said
