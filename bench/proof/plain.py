"""Contestants that need no package: what fits on a line of a spreadsheet.

Each takes histories (n, N) and forecasts HORIZON years; all intervals are normal. Formulas of naive and
drift: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, §5.5.
"""

from __future__ import annotations

import numpy as np

from bench.proof.forecast import HORIZON, Array, Forecast, normal

AHEAD = np.arange(1, HORIZON + 1)


def naive(history: Array) -> Forecast:
    """The last value stays; the spread is that of the yearly changes and grows with the root of time."""
    spread = np.sqrt((np.diff(history, axis=1) ** 2).mean(axis=1))
    middle = np.repeat(history[:, -1:], HORIZON, axis=1)
    return normal(middle, spread[:, None] * np.sqrt(AHEAD), logarithm=False)


def drift(history: Array) -> Forecast:
    """The mean yearly change goes on, its own doubt included."""
    steps = history.shape[1] - 1
    changes = np.diff(history, axis=1)
    middle = history[:, -1:] + changes.mean(axis=1)[:, None] * AHEAD
    spread = changes.std(axis=1, ddof=1)[:, None] * np.sqrt(AHEAD * (1 + AHEAD / steps))
    return normal(middle, spread, logarithm=False)


def growth_with_residuals(history: Array) -> Forecast:
    """The mean growth between first and last value goes on; the spread is that around its own curve."""
    middle, pace = _compound(history)
    points = history.shape[1]
    curve = np.log(history[:, :1]) + pace * np.arange(points)
    residuals = np.log(history) - curve
    spread = np.sqrt((residuals**2).sum(axis=1) / (points - 2))
    return normal(middle, np.repeat(spread[:, None], HORIZON, axis=1), logarithm=True)


def growth_with_walk(history: Array) -> Forecast:
    """The same middle; the spread is that of the yearly growth and grows with the root of time."""
    middle, _ = _compound(history)
    spread = np.diff(np.log(history), axis=1).std(axis=1, ddof=1)
    return normal(middle, spread[:, None] * np.sqrt(AHEAD), logarithm=True)


def _compound(history: Array) -> tuple[Array, Array]:
    """Logarithms of the end-point growth path (n, HORIZON), and its yearly growth (n, 1)."""
    ends = np.log(history[:, [0, -1]])
    pace = (ends[:, 1:] - ends[:, :1]) / (history.shape[1] - 1)
    return ends[:, 1:] + pace * AHEAD, pace
