"""Middle, spread and shape of the forecast on an even scale, for many series at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indicators.projection.changes import changes, last_column
from indicators.projection.constants import LEVELS, LONGEST, Constants, course, opening

Array = NDArray[np.float64]
FREEDOM = 3.0
"""Between the quantiles of the shape, and beyond the outermost, it runs as Student's t with so many degrees
of freedom does: heavy tails, as public series have."""
YEARS = np.arange(1, LONGEST + 1)
FAR = 1e9
"""So far out (in units of Student's t) the straight line beyond the outermost quantiles is drawn."""


@dataclass(frozen=True)
class Outlook:
    """The forecast of n series 1…horizon years ahead.

    `middle` and `spread` are (n, horizon); the rows of `shape` say where the quantiles of (outcome −
    middle) ÷ spread lie, and `kind` (n, horizon) which row holds for a forecast.
    """

    middle: Array
    spread: Array
    shape: Array
    kind: NDArray[np.int_]

    def quantiles(self, levels: Array) -> Array:
        """Quantiles, (n, horizon, len(levels)), for levels in (0, 1)."""
        from scipy.special import stdtrit

        steps = np.empty((*self.kind.shape, len(levels)))
        for these, even, own in self._kinds():
            steps[these] = np.interp(stdtrit(FREEDOM, levels), even, own)
        return self.middle[:, :, None] + self.spread[:, :, None] * steps

    def below(self, limits: Array) -> Array:
        """Chance of ending below `limits` (n, horizon, k), of the same shape."""
        from scipy.special import stdtr

        steps = (limits - self.middle[:, :, None]) / self.spread[:, :, None]
        for these, even, own in self._kinds():
            steps[these] = np.interp(steps[these], own, even)
        return np.asarray(stdtr(FREEDOM, steps))

    def _kinds(self) -> Iterator[tuple[NDArray[np.bool_], Array, Array]]:
        """For each kind: its forecasts, and the line from Student's t to its own quantiles."""
        from scipy.special import stdtrit

        even = stdtrit(FREEDOM, np.array(LEVELS))
        for one in np.unique(self.kind):
            own = self.shape[one]
            slopes = (own[[1, -1]] - own[[0, -2]]) / (even[[1, -1]] - even[[0, -2]])
            ends = own[[0, -1]] + slopes * (np.array([-FAR, FAR]) - even[[0, -1]])
            line = np.concatenate([ends[:1], own, ends[1:]])
            yield self.kind == one, np.concatenate([[-FAR], even, [FAR]]), line


def outlook(z: Array, ahead: NDArray[np.int_], fitted: Constants) -> Outlook:
    """Forecast of `z` (n, N; NaN for gaps) for `ahead` (n, horizon) years after each row's last value.

    Source: assessment rules §5.4: the middle adds to the last value the terms of `Changes.drift`, the
    logarithm of the spread those of `Changes.scatter`, each times its constant; the shape is empirical.
    """
    seen = changes(z)
    row = fitted.row(seen.count)
    last: Array = z[np.arange(len(z)), last_column(z)]
    middle = last[:, None] + _told(seen.drift(), fitted.middle[row], course(YEARS))
    spread = _opening(np.exp(_told(seen.scatter(), fitted.spread[row], opening(YEARS))), fitted.shape[row])
    return Outlook(
        middle=np.take_along_axis(middle, ahead - 1, axis=1),
        spread=np.take_along_axis(spread, ahead - 1, axis=1),
        shape=fitted.shape.reshape(-1, len(LEVELS)),
        kind=row[:, None] * LONGEST + ahead - 1,
    )


def _told(terms: Array, each: Array, curve: Array) -> Array:
    """Σ terms · constants · curve, for every year ahead, (n, LONGEST)."""
    return np.asarray(np.einsum("nt,ntp,hp->nh", terms, each, curve, optimize=True))


def _opening(spread: Array, shape: Array) -> Array:
    """The spread by which a year further ahead is never told more closely than the year before it."""
    low, high = LEVELS.index(0.1), LEVELS.index(0.9)
    width = shape[:, :, high] - shape[:, :, low]
    return np.asarray(np.maximum.accumulate(spread * width, axis=1) / width)
