"""The figures in use as they would be after the load: the file's among the store's, by one sort."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from etl.examine.batch import Batch
from etl.examine.desk import Desk
from etl.examine.packing import LEVEL, Mask, Numbers, Packing, Whole
from etl.examine.precision import steps
from indicators.units import NOISE

NOBODY = -1


@dataclass(frozen=True)
class Merged:
    """One entry a figure, ascending by key. `row` is the file's row that gives it, `at` the stored figure of
    that key (or the one in use where the file has none); NOBODY where there is none.

    `twins` are the file's further rows of a key, `firsts` the rows they repeat.
    """

    packing: Packing
    key: Whole
    value: Numbers
    row: Whole
    at: Whole
    twins: Whole
    firsts: Whole

    @cached_property
    def filed(self) -> Mask:
        """Whether the figure comes from the file."""
        return np.not_equal(self.row, NOBODY)

    @cached_property
    def replaced(self) -> Mask:
        """Whether the figure comes from the file and takes the place of a stored one."""
        return np.not_equal(self.row, NOBODY) & np.not_equal(self.at, NOBODY)

    def unchanged(self, stored: Numbers) -> Mask:
        """Whether the figure comes from the file and is the same number as the stored one."""
        found = np.zeros(len(self.key), bool)
        known = np.flatnonzero(self.replaced)
        found[known] = equal(self.value[known], stored[self.at[known]])
        return found

    def levels(self, indicator: int) -> slice:
        """Where the levels of an indicator lie."""
        return self.packing.span(self.key, int(self.packing.prefix(indicator, 2 * LEVEL)))

    def beside(self, own: slice, other: int) -> Whole:
        """For each of a slice of levels, where another indicator's of the same area and year stands."""
        there = self.levels(other)
        places = self.packing.place(self.key[there])
        wanted = self.packing.place(self.key[own])
        if not len(places):
            return np.full(len(wanted), NOBODY)
        found = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
        return np.where(places[found] == wanted, found + there.start, NOBODY)

    def told_at(self, positions: Iterable[int]) -> int:
        """The file's row at which a finding about several figures is told: the first that the file gives."""
        return next(int(self.row[one]) for one in positions if self.row[one] != NOBODY)

    def positions(self, key: Whole) -> Whole:
        """Where these keys stand; NOBODY where they do not."""
        if not len(self.key):
            return np.full(len(key), NOBODY)
        found = np.searchsorted(self.key, key)
        found[found == len(self.key)] = 0
        return np.where(self.key[found] == key, found, NOBODY)


def merge(batch: Batch, desk: Desk) -> Merged:
    """The rows that still count among the stored figures; of twins the first counts."""
    rows = np.flatnonzero(batch.counts)
    stored, known = len(desk.stored.key), desk.stored
    every = np.concatenate([known.key, _keys(batch, desk.packing)[rows]])
    order = desk.packing.sorted(every)
    key = every[order]
    later = np.flatnonzero(key[1:] == key[:-1]) + 1
    replacing = order[later - 1] < stored
    kept = np.ones(len(key), bool)
    kept[np.where(replacing, later - 1, later)] = False
    at = np.where(order < stored, order, NOBODY)
    at[later[replacing]] = order[later[replacing] - 1]
    twins = later[~replacing]
    firsts = np.flatnonzero(kept)[np.cumsum(kept)[twins] - 1] if len(twins) else twins
    rows = np.concatenate([np.full(stored, NOBODY), rows])
    values = np.concatenate([known.value, batch.value[rows[stored:]]])
    if len(later):
        key, order, at, twins, firsts = key[kept], order[kept], at[kept], order[twins], order[firsts]
    return Merged(desk.packing, key, values[order], rows[order], at, rows[twins], rows[firsts])


def _keys(batch: Batch, packing: Packing) -> Whole:
    return packing.key(batch.indicator, batch.group, batch.start, batch.area, batch.year)


def equal(one: Numbers, other: Numbers) -> Mask:
    """The same number but for noise of the computation."""
    return np.abs(one - other) <= NOISE * np.maximum(np.abs(one), np.abs(other))


def step_of(merged: Merged, batch: Batch, desk: Desk, positions: Whole) -> Numbers:
    """Size of the last printed digit of some of the figures, in catalogue units."""
    row, at = merged.row[positions], merged.at[positions]
    filed = row != NOBODY
    size = batch.step[row] if batch.rows else np.zeros(len(row))
    if not filed.all():
        found = desk.stored.found.take(pa.array(at[~filed]))
        size[~filed] = steps(merged.value[positions[~filed]], found)
    return size
