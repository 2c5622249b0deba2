"""One figure, one row."""

from __future__ import annotations

import numpy as np

from etl.examine.context import Context
from etl.examine.findings import on_values
from etl.examine.merged import Merged, equal
from etl.examine.places import Said
from indicators.model import Remark, Severity


def duplicates(context: Context, merged: Merged) -> list[Remark]:
    """The same figure twice: an error where the numbers differ, then neither counts; else a warning, and the
    first counts."""
    batch = context.batch
    order = np.argsort(merged.twins, kind="stable")
    twins, firsts = merged.twins[order], merged.firsts[order]
    first_of = dict(zip(twins.tolist(), firsts.tolist(), strict=True))
    differs = ~equal(batch.value[twins], batch.value[firsts])
    context.refuse(twins)
    context.refuse(firsts[differs])

    def said(row: int) -> Said:
        first = first_of[row]
        other = str(batch.figures["value"][first].as_py())
        return context.about(row, line=str(context.places.line(first)), other=other)

    return [
        *on_values(context.places, "duplicate_differs", Severity.ERROR, twins[differs], said),
        *on_values(context.places, "duplicate_same", Severity.WARNING, twins[~differs], said),
    ]
