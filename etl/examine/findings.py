"""Remarks of one check: spelled out up to a limit, the rest counted; a million faults fit in memory."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from etl.examine.labels import Labels
from etl.examine.packing import Codes, Mask, Whole
from etl.examine.places import Places, Said
from indicators.model import Remark, Severity

MOST = 200
"""Findings of one check that are spelled out; who has more mends these first."""
LEFT_OUT = "left_out"
"""The place that tells how many were not."""
Saying = Callable[[int], Said]


def nothing(_: int) -> Said:
    """No places to fill."""
    return ()


def on_values(
    places: Places, check: str, level: Severity, rows: Mask | Whole, said: Saying = nothing
) -> list[Remark]:
    """One remark a row, on the cell with the figure."""
    found = np.flatnonzero(rows) if rows.dtype == bool else rows
    remarks = [places.value(check, level, int(row), said(int(row))) for row in found[:MOST]]
    return [*remarks, *_rest(check, level, len(found))]


def on_labels(
    places: Places,
    check: str,
    level: Severity,
    labels: Labels,
    rows: Mask,
    said: Saying = nothing,
    by: Codes | None = None,
) -> list[Remark]:
    """One remark a different label, where it first stands; `count` says how many figures bear it.

    `by` tells finer differences than the label: a unit is wrong for one indicator and right for another.
    """
    found = different(labels.codes if by is None else by, rows)
    remarks = [
        places.label(check, level, row, labels.at(row), (*said(row), ("count", str(count))))
        for row, count in found[:MOST]
    ]
    return [*remarks, *_rest(check, level, len(found))]


def different(codes: Codes, rows: Mask) -> list[tuple[int, int]]:
    """(first row, number of rows) of each code among some rows, in the file's order."""
    chosen = np.flatnonzero(rows)
    _, first, count = np.unique(codes[chosen], return_index=True, return_counts=True)
    return [(int(chosen[first[place]]), int(count[place])) for place in np.argsort(first)]


def _rest(check: str, level: Severity, found: int) -> list[Remark]:
    left = found - MOST
    return [Remark(check, level, said=((LEFT_OUT, str(left)),))] if left > 0 else []
