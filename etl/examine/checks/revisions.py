"""Figures of the file beside the stored ones of the same indicator, area, year and kind."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from etl.examine.context import Context
from etl.examine.findings import Saying, on_values
from etl.examine.merged import Merged
from etl.examine.packing import Whole
from etl.examine.places import Said
from etl.examine.precision import steps
from etl.vocabulary import PRELIMINARY
from indicators.model import Remark, Severity

SAME = 1e-9
"""Share by which half a printed digit is exceeded by noise of the computation alone."""


def revision(context: Context, merged: Merged) -> list[Remark]:
    """A stored figure that the load would replace by another, beyond rounding."""
    changed = _revised(context, merged)
    rows, said = np.sort(merged.row[changed]), _saying(context, merged, changed)
    return on_values(context.places, "revision", Severity.WARNING, rows, said)


def preliminary_over_final(context: Context, merged: Merged) -> list[Remark]:
    """A preliminary figure that would replace another one that is not marked so."""
    changed = _changed(context, merged)
    soft = context.batch.flags[merged.row[changed]] & PRELIMINARY > 0
    late = changed[soft & ~context.desk.stored.preliminary[merged.at[changed]]]
    rows, said = np.sort(merged.row[late]), _saying(context, merged, late)
    return on_values(context.places, "preliminary_over_final", Severity.WARNING, rows, said)


def _changed(context: Context, merged: Merged) -> Whole:
    """Positions of figures that replace another number."""
    return np.flatnonzero(merged.replaced & ~merged.unchanged(context.desk.stored.value))


def _revised(context: Context, merged: Merged) -> Whole:
    """Those where the two differ by more than half the coarser one's last printed digit: `series.agree`."""
    changed, stored = _changed(context, merged), context.desk.stored
    row, at = merged.row[changed], merged.at[changed]
    own = context.batch.step[row]
    other = steps(stored.value[at], stored.found.take(pa.array(at)))
    difference = np.abs(context.batch.value[row] - stored.value[at])
    return changed[difference > 0.5 * np.maximum(own, other) * (1 + SAME)]


def _saying(context: Context, merged: Merged, positions: Whole) -> Saying:
    stored = dict(zip(merged.row[positions].tolist(), merged.at[positions].tolist(), strict=True))

    def said(row: int) -> Said:
        before, after = float(context.desk.stored.value[stored[row]]), float(context.batch.value[row])
        return context.about(row, before=context.show(row, before), after=context.show(row, after))

    return said
