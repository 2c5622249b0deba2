"""Holt's method with a damped trend, for histories of any length: packages refuse the shortest ones.

Smoothing constants by least squares over a grid, starting from the first value and the first changes'
mean; intervals by the textbook formula (Hyndman & Athanasopoulos §8.7, ETS(A,Ad,N)).
"""

from __future__ import annotations

from itertools import product

import numpy as np

from bench.proof.forecast import HORIZON, Array, Forecast, normal

ALPHAS = (0.1, 0.3, 0.5, 0.7, 0.9, 0.99)
BETAS = (0.01, 0.1, 0.2, 0.4, 0.7)
"""Share of the level's correction that goes to the trend."""
PHIS = (0.8, 0.9, 0.95, 0.98)
"""Damping as packages restrict it: 0.8 to 0.98."""
FIRST = 3
"""Changes whose mean the trend starts from."""
FITTED = 3
"""Smoothing constants taken off the degrees of freedom."""

Constants = tuple[float, float, float]


def damped_holt(history: Array) -> Forecast:
    """Forecast of histories (n, N) with the constants that fit each best."""
    grid = list(product(ALPHAS, BETAS, PHIS))
    smoothed = [_smooth(history, constants) for constants in grid]
    best = np.argmin([squares for _, _, squares in smoothed], axis=0)
    rows = np.arange(len(history))
    level, trend, squares = (np.array(part)[best, rows] for part in zip(*smoothed, strict=True))
    alpha, beta, phi = np.array(grid)[best].T[:, :, None]
    damped = np.cumsum(phi ** np.arange(1, HORIZON + 1), axis=1)
    shock = alpha * (1 + beta * damped[:, :-1])
    growing = np.cumsum(np.column_stack([np.ones(len(history)), shock**2]), axis=1)
    freedom = max(history.shape[1] - 1 - FITTED, 1)
    spread = np.sqrt(squares / freedom)[:, None] * np.sqrt(growing)
    return normal(level[:, None] + trend[:, None] * damped, spread, logarithm=False)


def _smooth(history: Array, constants: Constants) -> tuple[Array, Array, Array]:
    """Level and trend at the end, and the sum of squared errors one year ahead."""
    alpha, beta, phi = constants
    level, trend = history[:, 0], np.diff(history[:, : FIRST + 1], axis=1).mean(axis=1)
    squares = np.zeros(len(history))
    for value in history[:, 1:].T:
        error = value - level - phi * trend
        level, trend = level + phi * trend + alpha * error, phi * trend + alpha * beta * error
        squares = squares + error**2
    return level, trend, squares
