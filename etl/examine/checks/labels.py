"""Words of the file that are not known, or that were understood without being said."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from etl.examine import units
from etl.examine.context import Context
from etl.examine.findings import on_labels, on_values
from etl.examine.labels import Labels
from etl.examine.meanings import UNKNOWN
from etl.examine.names import BLANK_MEASURES, near
from etl.examine.packing import Whole
from etl.examine.places import Said
from etl.examine.states import read_state
from indicators.model import Measure, Remark, Severity
from indicators.series import LINKS

COMPARED = 40
"""Unknown labels that are compared with every known name; a file with more has another fault."""


def unknown_indicator(context: Context) -> list[Remark]:
    """A label that names no indicator, with the nearest ones; never guessed."""
    rows = context.stated & (context.batch.indicator == UNKNOWN)
    context.refuse(rows)
    said = _Near(context.batch.names, context.desk.lexicon.indicators, "indicator")
    return on_labels(context.places, "unknown_indicator", Severity.ERROR, context.batch.names, rows, said)


def unknown_area(context: Context) -> list[Remark]:
    """A label that names no area, with the nearest ones."""
    rows = context.stated & (context.batch.area == UNKNOWN)
    context.refuse(rows)
    said = _Near(context.batch.areas, context.desk.lexicon.areas, "area")
    return on_labels(context.places, "unknown_area", Severity.ERROR, context.batch.areas, rows, said)


def unknown_measure(context: Context) -> list[Remark]:
    """A kind of figure that is not known, or must be told because a rate may be a rise or a cut."""
    batch = context.batch
    rows = context.stated & (batch.indicator != UNKNOWN) & (batch.measure == UNKNOWN)
    context.refuse(rows)
    silent = np.array([word.strip() in BLANK_MEASURES for word in batch.measures.words] + [True])
    alone = batch.measures.codes.astype(np.int64) * (len(context.desk.indicators) + 1)
    by = np.where(silent[batch.measures.codes], _with_indicator(context, batch.measures), alone)
    return on_labels(context.places, "unknown_measure", Severity.ERROR, batch.measures, rows, by=by)


def unknown_unit(context: Context) -> list[Remark]:
    """A unit that is not known, or does not measure this indicator."""
    batch = context.batch
    rows = context.stated & ~batch.unit_fits
    context.refuse(rows)

    def said(row: int) -> Said:
        wanted = "%" if context.measure(row) in LINKS else context.indicator(row).unit
        allowed = " / ".join(units.allowed(wanted)) or "—"
        return (("indicator", context.indicator(row).code), ("units", allowed))

    by = _with_indicator(context, batch.unit_labels)
    return on_labels(context.places, "unknown_unit", Severity.ERROR, batch.unit_labels, rows, said, by)


def unknown_status(context: Context) -> list[Remark]:
    """A status that is not known; the figure would count as final."""
    known = [read_state(word) is not None for word in context.batch.states.words]
    rows = context.stated & ~np.asarray([*known, True], bool)[context.batch.states.codes]
    return on_labels(context.places, "unknown_status", Severity.WARNING, context.batch.states, rows)


def unit_assumed(context: Context) -> list[Remark]:
    """No unit anywhere: the catalogue's is taken. A warning where another size is in use (元, 万元, 亿元)."""
    batch, places = context.batch, context.places
    if not batch.assumed.any():
        return []
    mixed = [units.confusable(one.unit) for one in context.desk.indicators]
    rows = context.stated & batch.assumed & (batch.measure != UNKNOWN)
    level = batch.is_measure(Measure.LEVEL, Measure.CUMULATIVE, Measure.WORK_TARGET)
    rows &= level & np.asarray([*mixed, False], bool)[batch.indicator]

    def said(row: int) -> Said:
        return (("indicator", context.indicator(row).code), ("units", context.indicator(row).unit))

    return on_labels(places, "unit_assumed", Severity.WARNING, batch.names, rows, said, batch.indicator)


def unit_conflict(context: Context) -> list[Remark]:
    """The cell names another unit than its column; the cell's counts."""
    rows = context.stated & context.batch.conflict
    return on_values(context.places, "unit_conflict", Severity.WARNING, rows)


def measure_from_unit(context: Context) -> list[Remark]:
    """A percentage of an indicator that is no percentage, without a word about it, is taken as growth."""
    batch = context.batch

    def said(row: int) -> Said:
        return (("indicator", context.indicator(row).code), ("measure", context.measure(row).value))

    rows = context.stated & batch.from_unit
    return on_labels(context.places, "measure_from_unit", Severity.NOTE, batch.names, rows, said)


class _Near:
    """The codes of the names nearest to a label, each label looked up once, only so many labels."""

    def __init__(self, labels: Labels, codes: Mapping[str, str], key: str) -> None:
        self.labels, self.codes, self.key, self.asked = labels, codes, key, 0

    def __call__(self, row: int) -> Said:
        self.asked += 1
        found = near(self.labels.at(row), self.codes) if self.asked <= COMPARED else ()
        return ((self.key, ";".join(found)),)


def _with_indicator(context: Context, labels: Labels) -> Whole:
    return labels.codes.astype(np.int64) * (len(context.desk.indicators) + 1) + context.batch.indicator
