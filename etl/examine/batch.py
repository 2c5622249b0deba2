"""The figures of a file as understood: codes and numbers row by row, and what could not be understood.

Rows are never dropped here. `counts` says which still count; a check that finds an error takes it from them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pyarrow as pa

from etl.examine import meanings, numbers
from etl.examine.desk import Desk
from etl.examine.labels import Labels
from etl.examine.packing import MEASURES, Mask, Numbers, Whole, group
from etl.examine.periods import Period, read_period
from etl.examine.precision import decimals
from etl.examine.states import ASIDE, STATUSES, read_state
from etl.vocabulary import State
from indicators.model import Measure, Status
from indicators.series import PERIODS

LABELS = ("indicator", "area", "year", "measure", "status", "note", "unit")
"""Columns of FIGURES that hold words."""
STEPS = 20
"""Printed digits after the point that are told apart; no figure has more that mean anything."""


@dataclass
class Batch:
    """One entry a figure. Codes are places in the desk's tuples, −1 where not known; `year` −1 and `start` 0
    where there is none; `unit_labels` are the units as the file writes them, `units` as the catalogue does;
    `value` is in the catalogue unit, NaN where there is no number."""

    figures: pa.Table
    names: Labels
    areas: Labels
    periods: Labels
    measures: Labels
    unit_labels: Labels
    units: Labels
    states: Labels
    notes: Labels
    printed: pa.Array
    indicator: Whole
    area: Whole
    year: Whole
    start: Whole
    measure: Whole
    status: Whole
    flags: Whole
    value: Numbers
    scale: Numbers
    missing: Mask
    unit_fits: Mask
    assumed: Mask
    conflict: Mask
    from_unit: Mask
    counts: Mask = field(init=False)

    def __post_init__(self) -> None:
        self.counts = ~self.missing

    @property
    def rows(self) -> int:
        """Number of figures."""
        return len(self.value)

    @cached_property
    def step(self) -> Numbers:
        """Size of each figure's last printed digit, in catalogue units; of 0, in those it is printed in."""
        size = 10.0 ** -np.arange(STEPS)
        fine = size[np.minimum(decimals(self.printed), STEPS - 1)]
        return np.where(self.value == 0, fine, fine * self.scale)

    @property
    def aside(self) -> Whole:
        """1 where a figure is no observation: a bound or an expectation."""
        return np.asarray(ASIDE, np.int64)[self.status]

    @property
    def group(self) -> Whole:
        """The group of each figure, see `packing`."""
        return group(self.measure, self.aside)

    def is_measure(self, *measures: Measure) -> Mask:
        """Where a figure is of one of these kinds."""
        return np.array([*(one in measures for one in MEASURES), False])[self.measure]

    def drop(self, rows: Mask | Whole) -> None:
        """These rows count no longer."""
        self.counts[rows] = False


def understand(figures: pa.Table, desk: Desk) -> Batch:
    """FIGURES → what they mean. Nothing is refused yet: that is for the checks to say."""
    read = numbers.read(figures["value"])
    names, areas, periods, measures, states, notes, stated = (Labels.of(figures, name) for name in LABELS)
    units = stated.replaced(read.rows(lambda cell: cell.unit), read.marks(lambda cell: cell.unit))
    meant = meanings.read(names, measures, units, desk)
    year, start, marked = _periods(periods, meant.measure)
    status, flags = _states(states, marked, read)
    return Batch(
        figures,
        *(names, areas, periods, measures, units, meant.units, states, notes),
        printed=read.printed,
        indicator=meant.indicator,
        area=areas.mapped(meanings.area_place(desk)),
        year=year,
        start=start,
        measure=meant.measure,
        status=status,
        flags=flags,
        value=_converted(meant, read),
        scale=meant.size / meant.wanted,
        missing=read.missing,
        unit_fits=meant.fits,
        assumed=meant.assumed,
        conflict=read.conflicting(stated, units),
        from_unit=meant.from_unit,
    )


def _converted(meant: meanings.Meanings, read: numbers.Read) -> Numbers:
    """In catalogue units; multiplied before it is divided, as `units.convert` does."""
    value = read.turned(meant.measure)
    other = np.flatnonzero(meant.size != meant.wanted)
    if len(other):
        value = value.copy()
        value[other] = value[other] * meant.size[other] / meant.wanted[other]
    return value


def _periods(labels: Labels, measure: Whole) -> tuple[Whole, Whole, Whole]:
    """Year, first year of the period, and a status that the label tells (−1 where none)."""
    known = [read_period(word) or Period(-1) for word in labels.words]
    year = labels.taken([one.year for one in known]).copy()
    start = labels.taken([one.start for one in known])
    several = np.isin(measure, [MEASURES.index(one) for one in PERIODS])
    if start.any():
        year[(start > 0) & ~several] = -1
    return year, start, labels.taken([-1 if one.state is None else _packed(one.state) for one in known])


def _states(labels: Labels, marked: Whole, read: numbers.Read) -> tuple[Whole, Whole]:
    """Status and flags: a mark in the cell comes before one in the heading, that before the status column."""
    told = [read_state(word) or State(Status.PUBLISHED) for word in labels.words]
    packed = labels.taken([_packed(one) for one in told])
    if (marked >= 0).any():
        packed = np.where((marked >= 0) & (packed == 0), marked, packed)
    status, flags = packed // 4, packed % 4
    rows = read.rows(lambda cell: cell.status)
    status[rows] = [STATUSES.index(one) for one in read.marks(lambda cell: cell.status)]
    rows = read.rows(lambda cell: cell.flags)
    flags[rows] |= np.asarray(read.marks(lambda cell: cell.flags or None), np.int64)
    return status, flags


def _packed(state: State) -> int:
    return 4 * STATUSES.index(state.status) + state.flags
