"""The year of a figure: a calendar year, within the plan's reach, over, and the one that was chosen."""

from __future__ import annotations

import numpy as np

from etl.examine.context import Context
from etl.examine.findings import on_labels
from etl.examine.merged import Merged
from etl.examine.packing import MEASURES
from etl.examine.states import STATUSES, in_future
from indicators.model import Remark, Severity
from indicators.series import PERIODS


def year_unknown(context: Context) -> list[Remark]:
    """No calendar year; for a figure of several years, no first and last one."""
    batch = context.batch
    several = batch.is_measure(*PERIODS)
    rows = context.stated & ((batch.year < 0) | (several & (batch.start == 0)))
    context.refuse(rows)
    by = batch.periods.codes.astype(np.int64) * 2 + several
    return on_labels(
        context.places,
        "year_unknown",
        Severity.ERROR,
        batch.periods,
        rows,
        lambda row: (("example", "2021-2024" if several[row] else "2024"),),
        by,
    )


def year_outside_plan(context: Context) -> list[Remark]:
    """A year too far back for any series of the plan, or after its last."""
    batch = context.batch
    first, last = context.desk.years(context.department)
    begins = np.where(batch.start > 0, batch.start, batch.year)
    rows = context.stated & (batch.year > 0) & ((begins < first) | (batch.year > last))
    context.refuse(rows)
    said = (("first", str(first)), ("last", str(last)))
    return on_labels(context.places, "year_outside_plan", Severity.ERROR, batch.periods, rows, lambda _: said)


def year_in_future(context: Context) -> list[Remark]:
    """A year that is not over; only expectations and work targets may speak of it."""
    batch, over = context.batch, context.today.year - 1
    late = context.stated & (batch.year > over)
    if not late.any():
        return []
    kinds = [[in_future(measure, status) for status in STATUSES] for measure in (*MEASURES, MEASURES[0])]
    rows = late & ~np.asarray(kinds, bool)[batch.measure, batch.status]
    context.refuse(rows)
    said = (("last", str(over)),)
    return on_labels(context.places, "year_in_future", Severity.ERROR, batch.periods, rows, lambda _: said)


def another_year(context: Context, merged: Merged) -> list[Remark]:
    """Figures of other years than the chosen one that are new or change something; one remark for all."""
    if context.year is None:
        return []
    changes = merged.row[merged.filed & ~merged.unchanged(context.desk.stored.value)]
    rows = np.zeros(context.batch.rows, bool)
    rows[changes] = context.batch.year[changes] != context.year
    if not rows.any():
        return []
    found = sorted({int(year) for year in np.unique(context.batch.year[rows])})
    first = int(np.flatnonzero(rows)[0])
    years, count = " / ".join(map(str, found)), str(int(rows.sum()))
    said = (("years", years), ("count", count), ("year", str(context.year)))
    label = context.batch.periods.at(first)
    return [context.places.label("another_year", Severity.WARNING, first, label, said)]
