"""What every contestant hands in, whatever its method: a point, quantiles, and the chance of a level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist
from time import process_time

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

HORIZON = 5
"""Years ahead: a five-year plan judged in its first year."""
SCORED = tuple(round(0.025 + 0.05 * step, 3) for step in range(20))
"""Evenly spaced levels of the CRPS; the outermost two are the 95 % interval."""
LEVELS = tuple(sorted((*SCORED, 0.1, 0.9)))
"""All levels asked for: SCORED and the 80 % interval."""
NORMAL = np.array([NormalDist().inv_cdf(level) for level in LEVELS])
REPEATS = 3
"""Quick contestants are timed as often and the shortest time counts: the rest is the machine's noise."""


@dataclass(frozen=True)
class Forecast:
    """`point` (n, HORIZON), `quantiles` (n, HORIZON, LEVELS).

    `chance`: threshold (n, HORIZON, k) → chance of at least that, same shape. `seconds` of processor time it
    took for all; `refused`: histories answered by a stand-in.
    """

    point: Array
    quantiles: Array
    chance: Callable[[Array], Array]
    seconds: float = 0.0
    refused: int = 0


def normal(middle: Array, spread: Array, *, logarithm: bool) -> Forecast:
    """A normal distribution of the values, or of their logarithms; `middle`, `spread` (n, HORIZON)."""
    from scipy.special import ndtr

    back = np.exp if logarithm else np.asarray
    forward = np.log if logarithm else np.asarray
    wide = np.maximum(spread, 1e-9 * np.maximum(np.abs(middle), 1e-9))

    def chance(threshold: Array) -> Array:
        return np.asarray(ndtr((middle[..., None] - forward(threshold)) / wide[..., None]))

    return Forecast(back(middle), back(middle[..., None] + wide[..., None] * NORMAL), chance)


def reaching(quantiles: Array, threshold: Array) -> Array:
    """Chance of at least `threshold` (n, HORIZON, k), read off quantiles (n, HORIZON, LEVELS).

    Straight lines between the levels' normal scores, and on beyond the outermost: exact for a normal
    distribution.
    """
    from scipy.special import ndtr

    after = (quantiles[..., None, :] <= threshold[..., None]).sum(axis=-1)
    upper = np.clip(after, 1, len(LEVELS) - 1)
    high, low = (np.take_along_axis(quantiles, place, axis=-1) for place in (upper, upper - 1))
    width = np.maximum(high - low, 1e-12 * np.maximum(np.abs(high), 1.0))
    score = NORMAL[upper - 1] + (threshold - low) / width * (NORMAL[upper] - NORMAL[upper - 1])
    return np.asarray(ndtr(-score))


def timed(method: Callable[[Array], Forecast], history: Array) -> Forecast:
    """The forecast with the shortest processor time of REPEATS tries."""
    taken = []
    for _ in range(REPEATS):
        start = process_time()
        made = method(history)
        taken.append(process_time() - start)
    return Forecast(made.point, made.quantiles, made.chance, min(taken), made.refused)
