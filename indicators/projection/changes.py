"""What a history says of change: how much, how steadily, how lately, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indicators.projection.constants import FLOOR, SIGNAL, STEADIEST, USUAL, WILD

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Changes:
    """One number a series, (n,): on an even scale, per year.

    A change over several years is annualised and weighs as many years; nothing is interpolated. Squares
    are per single year: a change averaged over w years hides w times its square.
    """

    count: NDArray[np.int_]
    """How many changes there are, at least 1."""
    mean: Array
    latest: Array
    above: Array
    """How far the last value lies above the straight line through all values."""
    clarity: Array
    """How clear the trend is, 0–1: a = t² / (t² + K), from the signal-to-noise ratio of the mean change."""
    size: Array
    """Root mean square of the changes, never below FLOOR."""
    noise: Array
    """Root mean square of the changes about their mean, never below STEADIEST of the size."""

    def drift(self) -> Array:
        """Terms of the middle of the forecast, (n, 9), one column each for the constants in `middle`.

        Beyond §5.4 are those with the size, for a series that moves by 2 % a year keeps its course and one
        that moves by 30 % does not, however clear its trend looks; and the last, for a trend hardly ever
        disturbed goes on whole (decision 015).
        """
        clear, size = self.clarity, np.log(np.minimum(self.size, WILD) / USUAL)
        mean, latest, above = self.mean, self.latest, self.above
        by_mean = (mean, clear * mean, size * mean, clear**8 * mean)
        by_latest = (latest, clear * latest, size * latest)
        return np.stack((*by_mean, *by_latest, above, size * above), axis=1)

    def scatter(self) -> Array:
        """Terms of the logarithm of the spread, (n, 6), one column each for the constants in `spread`."""
        size, clear = np.log(self.size), self.clarity
        return np.stack((np.ones_like(size), size, np.log(self.noise), clear, clear**2, clear * size), axis=1)


def changes(z: Array) -> Changes:
    """Changes between neighbouring values of each row of `z` (n, N; NaN for gaps, two values at least).

    Source: assessment rules §5.2 and §5.4.
    """
    yearly, years, latest = _steps(z)
    count = (years > 0).sum(axis=1)
    mean = (yearly * years).sum(axis=1) / years.sum(axis=1)
    size = (years * yearly**2).sum(axis=1) / count + FLOOR**2
    noise = (years * (yearly - mean[:, None]) ** 2).sum(axis=1) / count + FLOOR**2 + STEADIEST**2 * size
    signal = np.where(count > 1, count * mean**2 / noise, 0.0)
    return Changes(
        count=count,
        mean=mean,
        latest=latest,
        above=_above(z),
        clarity=signal / (signal + SIGNAL),
        size=np.sqrt(size),
        noise=np.sqrt(noise),
    )


def last_column(z: Array) -> NDArray[np.int_]:
    """Column of each row's last value."""
    return np.asarray(z.shape[1] - 1 - np.argmax(~np.isnan(z[:, ::-1]), axis=1))


def _steps(z: Array) -> tuple[Array, Array, Array]:
    """Yearly change at each step and the years it spans, (n, N − 1), 0 for none; the latest, (n,)."""
    rows, columns = z.shape
    yearly, years = np.zeros((rows, columns - 1)), np.zeros((rows, columns - 1))
    last, at = z[:, 0].copy(), np.where(np.isnan(z[:, 0]), -1, 0)
    latest = np.zeros(rows)
    for column in range(1, columns):
        here = ~np.isnan(z[:, column])
        step = here & (at >= 0)
        width = np.where(step, column - at, 1)
        change = np.where(step, (z[:, column] - last) / width, 0.0)
        yearly[:, column - 1], years[:, column - 1] = change, np.where(step, width, 0)
        latest = np.where(step, change, latest)
        last, at = np.where(here, z[:, column], last), np.where(here, column, at)
    return yearly, years, latest


def _above(z: Array) -> Array:
    """The last value minus the least-squares line there; 0 with two values, which lie on their line."""
    seen = ~np.isnan(z)
    year = np.arange(z.shape[1], dtype=float) - (z.shape[1] - 1)
    number = seen.sum(axis=1)
    middle = (seen * year).sum(axis=1) / number
    level = np.nansum(z, axis=1) / number
    away = np.where(seen, year - middle[:, None], 0.0)
    slope = (away * np.where(seen, z - level[:, None], 0.0)).sum(axis=1) / (away**2).sum(axis=1)
    end = last_column(z)
    last = z[np.arange(len(z)), end]
    return np.asarray(np.where(number > 2, last - level - slope * (year[end] - middle), 0.0))
