"""Figures that say of themselves that they are invented have no place among real ones."""

from __future__ import annotations

import numpy as np

from etl.examine.context import Context
from etl.examine.findings import on_labels
from indicators.model import Remark, Severity
from indicators.words import LANGUAGES, say

MARKS = (*(say(lang, "practice.mark") for lang in LANGUAGES), "虚构数据")
"""What stands in the notes of forms and figures from the practice store."""


def invented_figures(context: Context) -> list[Remark]:
    """A form or figures from the practice store, brought to the real one."""
    if context.desk.practice:
        return []
    notes = context.batch.notes
    marked = notes.mapped(lambda note: int(any(mark in note for mark in MARKS)))
    rows = np.asarray(marked > 0) & context.stated
    context.refuse(rows)
    return on_labels(context.places, "invented_figures", Severity.ERROR, notes, rows)
