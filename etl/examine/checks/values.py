"""The number in a cell by itself."""

from __future__ import annotations

import numpy as np

from etl.examine.context import Context
from etl.examine.findings import different, on_values
from etl.examine.meanings import UNKNOWN
from etl.examine.packing import LEVEL
from etl.examine.places import Said
from etl.harmonise import WHOLE
from etl.vocabulary import APPROXIMATE
from indicators.model import Remark, Severity
from indicators.series import CUTS, LINKS
from indicators.units import number


def not_a_number(context: Context) -> list[Remark]:
    """A cell that is neither a number nor a mark for a missing one."""
    rows = context.stated & np.isnan(context.batch.value)
    context.refuse(rows)
    return on_values(context.places, "not_a_number", Severity.ERROR, rows)


def missing_value(context: Context) -> list[Remark]:
    """Marks for missing figures: one remark a sheet, for they are no fault."""
    found = different(context.places.sheets.codes, context.batch.missing)
    said = {row: (("count", str(count)),) for row, count in found}
    rows = np.asarray(list(said), np.int64)
    return on_values(context.places, "missing_value", Severity.NOTE, rows, lambda row: said[row])


def approximate(context: Context) -> list[Remark]:
    """A figure that is said to be about so much (约)."""
    rows = context.stated & (context.batch.flags & APPROXIMATE > 0)
    return on_values(context.places, "approximate", Severity.NOTE, rows)


def out_of_bounds(context: Context) -> list[Remark]:
    """A level outside the catalogue's hard bounds, or a fall by everything."""
    batch, ones = context.batch, context.desk.indicators
    low = context.by_indicator([-np.inf if one.lower is None else one.lower for one in ones])
    high = context.by_indicator([np.inf if one.upper is None else one.upper for one in ones])
    fits = context.stated & batch.unit_fits & (batch.indicator != UNKNOWN)
    outside = (batch.measure == LEVEL) & ((batch.value < low) | (batch.value > high))
    outside |= batch.is_measure(*(LINKS - CUTS)) & (batch.value <= -WHOLE)
    outside |= batch.is_measure(*CUTS) & (batch.value >= WHOLE)
    rows = fits & outside
    context.refuse(rows)
    return on_values(context.places, "out_of_bounds", Severity.ERROR, rows, lambda row: _bounds(context, row))


def _bounds(context: Context, row: int) -> Said:
    one, measure = context.indicator(row), context.measure(row)
    ends = (one.lower, one.upper)
    if measure in LINKS:
        ends = (None, WHOLE) if measure in CUTS else (-WHOLE, None)
    low, high = ("" if end is None else number(end, 0 if end == int(end) else one.decimals) for end in ends)
    value = context.show(row, float(context.batch.value[row]))
    said = (("low", low or "…"), ("high", high or "…"), ("value", value))
    return (("indicator", one.code), ("measure", measure.value), *said)
