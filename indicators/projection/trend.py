"""Middle and spread of the forecast on an even scale, for many series at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indicators.projection.constants import (
    COUNTS,
    DAMP,
    FLOOR,
    FREEDOM,
    HALF,
    LONE,
    MIX,
    SHRINK,
    SPREAD,
    TILT,
    WEIGHT,
)

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Outlook:
    """Median and Student-t scale (n, horizon) and degrees of freedom (n, 1), on the even scale."""

    middle: Array
    spread: Array
    freedom: Array


@dataclass(frozen=True)
class Changes:
    """What a history says of change, one number a series: count, mean a year, noise, mean square, latest.

    A change over several years is annualised and weighs as many years; nothing is interpolated. Squares
    are per single year: a change averaged over w years hides w times its square.
    """

    count: Array
    mean: Array
    noise: Array
    square: Array
    latest: Array
    yearly: Array
    """Each yearly change, (n, N − 1); 0 where there is none."""
    years: Array
    """The years each change spans, (n, N − 1); 0 where there is none."""


def outlook(z: Array, horizon: int) -> Outlook:
    """Forecast of `z` (n, N; NaN for gaps) for 1…horizon years ahead. Source: assessment rules §5.3."""
    from scipy.special import stdtrit

    seen = changes(z)
    drift = _carried(seen)
    damped = np.cumsum(DAMP ** np.arange(horizon))
    freedom = np.interp(seen.count, COUNTS, FREEDOM)[:, None]
    spread = _scatter(seen, drift)[:, None] * _half_width(seen.count, horizon) / stdtrit(freedom, 0.9)
    return Outlook(z[:, -1:] + drift[:, None] * damped, spread, freedom)


def changes(z: Array) -> Changes:
    """Yearly changes between neighbouring values of each row."""
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
    count = (years > 0).sum(axis=1).astype(float)
    mean = (yearly * years).sum(axis=1) / years.sum(axis=1)
    noise = (years * (yearly - mean[:, None]) ** 2).sum(axis=1) / count
    square = (years * yearly**2).sum(axis=1) / count
    return Changes(count, mean, noise, square, latest, yearly, years)


def _carried(seen: Changes) -> Array:
    """Yearly drift carried on: the mix of mean and latest change, shrunk by its signal-to-noise ratio."""
    signal = seen.count * seen.mean**2 / (seen.noise + FLOOR**2)
    kept = np.where(seen.count > 1, signal / (signal + SHRINK), LONE)
    return np.asarray(kept * (MIX * seen.mean + (1 - MIX) * seen.latest))


def _scatter(seen: Changes, drift: Array) -> Array:
    """Own scatter around the drift, pooled with the scatter usual for series that move this much."""
    own = (seen.years * (seen.yearly - drift[:, None]) ** 2).sum(axis=1) + seen.count * FLOOR**2
    usual = SPREAD**2 * ((seen.square + FLOOR**2) / SPREAD**2) ** TILT
    return np.asarray(np.sqrt((own + WEIGHT * usual) / (seen.count + WEIGHT)))


def _half_width(count: Array, horizon: int) -> Array:
    """HALF for each series' count and each year ahead; beyond the table it grows with the root of time."""
    table = np.array(HALF)
    longest = table.shape[1]
    columns = [np.interp(count, COUNTS, table[:, min(ahead, longest) - 1]) for ahead in range(1, horizon + 1)]
    further = np.sqrt(np.maximum(np.arange(1, horizon + 1) / longest, 1.0))
    return np.asarray(np.stack(columns, axis=1) * further)
