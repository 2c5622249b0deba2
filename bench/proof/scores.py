"""Scores of forecasts against what came. Shapes: n cases, h years ahead, k events, q quantile levels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bench.proof.forecast import LEVELS, SCORED, Array

BINS = 10
Bin = tuple[float, float, int]
"""Mean stated chance, observed share, number of events."""


def mase(actual: Array, point: Array, step: Array) -> float:
    """Mean absolute error (n, h), each in units of its series' mean yearly change `step` (n,)."""
    return float((np.abs(actual - point) / step[:, None]).mean())


def crps(actual: Array, quantiles: Array, level: Array) -> float:
    """Continuous ranked probability score in percent of each series' `level` (n,).

    Twice the mean pinball loss over SCORED: the smaller, the sharper and the truer.
    """
    places = [LEVELS.index(one) for one in SCORED]
    taus = np.array(SCORED)
    miss = actual[..., None] - quantiles[..., places]
    loss = 2 * np.maximum(taus * miss, (taus - 1) * miss).mean(axis=-1)
    return float(100 * (loss / level[:, None]).mean())


def covered(actual: Array, quantiles: Array, low: float, high: float) -> Array:
    """Share of actual values between two levels of LEVELS, ends included, for each year ahead (h,)."""
    ends = quantiles[..., LEVELS.index(low)], quantiles[..., LEVELS.index(high)]
    return np.asarray(((actual >= ends[0]) & (actual <= ends[1])).mean(axis=0))


def brier(chance: Array, came: NDArray[np.bool_]) -> float:
    """Mean squared difference between chance (n, h, k) and what came: 0 is perfect, 0.25 a coin's."""
    return float(((chance - came) ** 2).mean())


def skill(score: float, reference: float) -> float:
    """How much smaller a score is than a reference's, as a share of it; negative where it is larger."""
    return 1 - score / reference


def reliability(chance: Array, came: NDArray[np.bool_]) -> list[Bin]:
    """Stated and observed for BINS equal bins of the stated chance; empty bins are left out."""
    place = np.minimum((chance * BINS).astype(int), BINS - 1)
    return [
        (float(chance[inside].mean()), float(came[inside].mean()), int(inside.sum()))
        for number in range(BINS)
        if (inside := place == number).any()
    ]


def gap(bins: list[Bin]) -> float:
    """Mean distance between stated and observed, weighted by the number of events."""
    events = sum(count for _, _, count in bins)
    return sum(count * abs(stated - observed) for stated, observed, count in bins) / events
