"""The column of values → numbers: plain ones all at once, the awkward ones cell by cell, each text once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from etl.examine.cells import Cell, read_cell
from etl.examine.labels import Labels
from etl.examine.packing import MEASURES, Whole
from etl.examine.units import spelled
from etl.readers.arrow import whole
from indicators.model import Measure
from indicators.series import CUTS, LINKS

PLAIN = r"^-?\d+(\.\d+)?$"
THOUSANDS = r"^-?\d{1,3}(,\d{3})+(\.\d+)?$"
T = TypeVar("T")


@dataclass(frozen=True)
class Read:
    """`value` is NaN and `missing` tells where there is no figure; `printed` is the number as it stands.

    `odd` are the rows whose cell is no plain number, `cells` the different ones of them, `which` the place
    of each odd row in `cells`.
    """

    value: npt.NDArray[np.float64]
    printed: pa.Array
    missing: npt.NDArray[np.bool_]
    odd: Whole
    cells: tuple[Cell, ...]
    which: Whole

    def rows(self, mark: Callable[[Cell], object]) -> Whole:
        """The rows whose cell bears a mark."""
        return self.odd[self._bearing(mark)]

    def marks(self, mark: Callable[[Cell], T | None]) -> list[T]:
        """That mark, row by row."""
        said = [mark(cell) for cell in self.cells]
        found = (said[place] for place in self.which[self._bearing(mark)])
        return [one for one in found if one is not None]

    def turned(self, measure: Whole) -> npt.NDArray[np.float64]:
        """The values with 增长 and 下降 told by sign: a cut of −3 is a rise; NaN where no change is meant."""
        rows = self.rows(lambda cell: cell.turn)
        if not len(rows):
            return self.value
        turns = np.asarray(self.marks(lambda cell: cell.turn or None), np.int64)
        value, kinds = self.value.copy(), measure[rows]
        turns[np.isin(kinds, _places(CUTS))] *= -1
        changes = np.isin(kinds, _places(LINKS))
        value[rows] = np.where(changes, value[rows] * turns, np.nan)
        return value

    def conflicting(self, stated: Labels, units: Labels) -> npt.NDArray[np.bool_]:
        """Where the cell names another unit than its column does."""
        found = np.zeros(len(self.value), bool)
        for row in self.rows(lambda cell: cell.unit):
            column = spelled(stated.at(row))
            found[row] = column not in ("", spelled(units.at(row)))
        return found

    def _bearing(self, mark: Callable[[Cell], object]) -> npt.NDArray[np.bool_]:
        return np.array([bool(mark(cell)) for cell in self.cells], bool)[self.which]


def read(column: pa.ChunkedArray) -> Read:
    """Every cell of the column. Infinite and undefined numbers are none."""
    text = whole(column)
    try:
        value = pc.cast(text, pa.float64())
    except pa.ArrowInvalid:
        return _with_odd(text)
    found = value.to_numpy(zero_copy_only=False)
    if value.null_count or not np.isfinite(found).all():
        return _with_odd(text)
    return Read(found, text, np.zeros(len(text), bool), np.zeros(0, np.int64), (), np.zeros(0, np.int64))


def _with_odd(text: pa.Array) -> Read:
    text = pc.fill_null(text, "")
    plain = pc.match_substring_regex(text, PLAIN)
    grouped = pc.match_substring_regex(text, THOUSANDS)
    text_plain = pc.if_else(grouped, pc.replace_substring(text, ",", ""), text)
    simple = pc.or_(plain, grouped)
    value = pc.cast(pc.if_else(simple, text_plain, None), pa.float64()).to_numpy(zero_copy_only=False)
    odd = np.flatnonzero(~simple.to_numpy(zero_copy_only=False))
    different = text.take(pa.array(odd)).dictionary_encode()
    cells = tuple(read_cell(cell) for cell in different.dictionary.to_pylist())
    which = different.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    missing = np.zeros(len(text), bool)
    missing[odd] = np.array([cell.missing for cell in cells], bool)[which]
    value = value.copy()
    value[odd] = np.array([np.nan if cell.value is None else cell.value for cell in cells], float)[which]
    value[~np.isfinite(value)] = np.nan
    printed = pa.array([cell.printed for cell in cells], pa.string()).take(pa.array(which))
    where = pa.array(~simple.to_numpy(zero_copy_only=False))
    return Read(value, pc.replace_with_mask(text_plain, where, printed), missing, odd, cells, which)


def _places(measures: set[Measure]) -> list[int]:
    return [MEASURES.index(one) for one in measures]
