"""The rows of an upload as they count: codes and catalogue units, ready for the store."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.examine.batch import Batch
from etl.examine.desk import Desk
from etl.examine.packing import MEASURES
from etl.examine.states import FLAG_WORDS, STATUSES
from etl.readers.arrow import WORDS

READY = pa.schema(
    [
        ("indicator", WORDS),
        ("area", WORDS),
        ("year", pa.int32()),
        ("measure", WORDS),
        ("period_start", pa.int32()),
        ("value", pa.float64()),
        ("found", pa.string()),
        ("status", WORDS),
        ("note", WORDS),
        ("flags", WORDS),
    ]
)
"""`value` is in the catalogue unit; `found` is the figure as printed with its unit (`5200 亿元`), the marks
around it (约, thousands separators) left out; `flags` are joined by ";"."""


def rows(batch: Batch, desk: Desk) -> pa.Table:
    """The rows that still count, in the file's order."""
    table = pa.table(
        [
            _coded(batch.indicator, [one.code for one in desk.indicators]),
            _coded(batch.area, [one.code for one in desk.areas]),
            pa.array(batch.year, pa.int32(), mask=batch.year < 0),
            _coded(batch.measure, [one.value for one in MEASURES]),
            pa.array(batch.start, pa.int32(), mask=batch.start == 0),
            pa.array(batch.value),
            _found(batch),
            _coded(batch.status, [one.value for one in STATUSES]),
            batch.notes.column(),
            _coded(batch.flags, FLAG_WORDS),
        ],
        schema=READY,
    )
    return table if batch.counts.all() else table.filter(pa.array(batch.counts))


def _coded(codes: np.ndarray, words: list[str]) -> pa.DictionaryArray:
    """Codes as a dictionary of words; what has no code is null, and never among the rows that count."""
    indices = pa.array(codes, pa.int32(), mask=codes < 0) if len(codes) and codes.min() < 0 else None
    return pa.DictionaryArray.from_arrays(
        pa.array(codes, pa.int32()) if indices is None else indices, pa.array(words, pa.string())
    )


def _found(batch: Batch) -> pa.Array:
    """Number and unit, without a blank behind a number that has none."""
    units = pa.array([unit or None for unit in batch.units.words], pa.string())
    stated = units.take(pa.array(batch.units.codes))
    return pc.binary_join_element_wise(batch.printed, stated, " ", null_handling="skip")
