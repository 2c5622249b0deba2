"""Invented series and forecasts; every test changes only what it is about."""

from __future__ import annotations

import numpy as np

from bench.proof.forecast import HORIZON, LEVELS
from bench.proof.panels import Series


def series(values, panel="M1", name="one"):
    return Series(panel, name, np.array(values, dtype=float))


def wandering(count=12, years=24, seed=7):
    """Growing series of every panel in turn, the growth of each year by chance."""
    random = np.random.default_rng(seed)
    panels = ("M1", "M3", "Tourism")
    return [
        series(100 * np.exp(np.cumsum(random.normal(0.03, 0.08, years))), panels[number % 3], str(number))
        for number in range(count)
    ]


def everywhere(values):
    """The same value in each of HORIZON years, one row a case."""
    return np.repeat(np.array(values, dtype=float)[:, None], HORIZON, axis=1)


def spread_evenly(low, high):
    """Quantiles of an even spread between two values, for one case."""
    return np.broadcast_to(low + (high - low) * np.array(LEVELS), (1, HORIZON, len(LEVELS)))
