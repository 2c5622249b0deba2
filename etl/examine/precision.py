"""How exactly figures are printed, for whole columns: the same rule as `series.step` for one figure."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.examine.packing import Numbers, Whole


def decimals(printed: pa.Array) -> Whole:
    """Digits after the point of numbers as printed."""
    point = pc.find_substring(printed, ".").to_numpy(zero_copy_only=False)
    length = pc.binary_length(printed).to_numpy(zero_copy_only=False)
    return np.where(point < 0, 0, length - point - 1)


def steps(value: Numbers, found: pa.Array) -> Numbers:
    """Size of the last printed digit in catalogue units; `found` is the figure as printed, with its unit."""
    printed = pc.replace_substring_regex(found, r" .*$", "")
    figure = pc.cast(printed, pa.float64()).to_numpy(zero_copy_only=False)
    size = 10.0 ** -decimals(printed)
    return np.where(figure == 0, size, np.abs(value / np.where(figure == 0, 1.0, figure)) * size)
