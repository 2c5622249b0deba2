"""A panel of annual series → histories cut at many origins, and what followed each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas
from numpy.typing import NDArray

Array = NDArray[np.float64]
STRIDE = 3
"""Years between two origins of one series: closer ones tell nearly the same story."""
MOST_OF_A_GROUP = 5.0
"""A group (one variable over many countries) weighs no more than so many series: its shocks are shared, and
the shape of the bands is to hold for a variable never seen before."""
SHARE = r"share|%|percent|proportion"
"""Groups that say so are shares, as long as no value lies beyond 100."""


@dataclass(frozen=True)
class Panel:
    """Series of one kind with the set and the group of each."""

    series: tuple[Array, ...]
    sets: NDArray[np.str_]
    groups: NDArray[np.str_]

    def only(self, rows: NDArray[np.bool_]) -> Panel:
        """The series at `rows`."""
        chosen = tuple(one for one, kept in zip(self.series, rows, strict=True) if kept)
        return Panel(chosen, self.sets[rows], self.groups[rows])


@dataclass(frozen=True)
class Windows:
    """Histories (n, N), the years that followed (n, horizon; NaN past a series' end), weights (n,)."""

    history: Array
    later: Array
    weight: Array


def read(path: Path) -> Panel:
    """A Parquet file with the columns set, group and values (a list of positive numbers, one a year)."""
    frame = pandas.read_parquet(path, columns=["set", "group", "values"])
    series = tuple(np.asarray(one, dtype=float) for one in frame["values"])
    sets = frame["set"].to_numpy(dtype=str)
    return Panel(series, sets, np.char.add(np.char.add(sets, "|"), frame["group"].to_numpy(dtype=str)))


def shares(panel: Panel) -> Panel:
    """The shares in percent: groups named as shares that stay within 0–100."""
    named = pandas.Series(panel.groups).str.contains(SHARE, case=False)
    largest = pandas.Series([one.max() for one in panel.series]).groupby(panel.groups).transform("max")
    return panel.only((named & (largest <= 100)).to_numpy())


def rates(panel: Panel) -> Panel:
    """Yearly growth rates in % of every series that moves: numbers that may be negative."""
    moving = np.array([len(one) > 3 and bool(np.ptp(one) > 0) for one in panel.series])
    kept = panel.only(moving)
    return Panel(tuple(100 * np.diff(np.log(one)) for one in kept.series), kept.sets, kept.groups)


def windows(panel: Panel, length: int, horizon: int) -> Windows:
    """Every history of `length` years at every STRIDE-th origin, counted from the end of each series."""
    starts = [_origins(len(one), length) for one in panel.series]
    cut = [(one, at) for one, ats in zip(panel.series, starts, strict=True) for at in ats]
    number = np.array([len(ats) for ats in starts])
    each = np.repeat(_weights(panel.groups) / np.maximum(number, 1), number)
    later = np.full((len(cut), horizon), np.nan)
    for row, (one, at) in enumerate(cut):
        after = one[at : at + horizon]
        later[row, : len(after)] = after
    return Windows(np.array([one[at - length : at] for one, at in cut]), later, each)


def _origins(years: int, length: int) -> Sequence[int]:
    return range(years - 1, length - 1, -STRIDE)


def _weights(groups: NDArray[np.str_]) -> Array:
    """Each series 1, each group at most MOST_OF_A_GROUP."""
    _, group, size = np.unique(groups, return_inverse=True, return_counts=True)
    return np.asarray(np.minimum(1.0, MOST_OF_A_GROUP / size)[group])
