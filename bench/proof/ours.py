"""Our contestant, through the public interface only."""

from __future__ import annotations

import numpy as np

from bench.proof.forecast import HORIZON, LEVELS, Array, Forecast
from indicators.projection import chance, quantiles


def ours(history: Array) -> Forecast:
    """Forecast of histories (n, N) as the dashboard makes them."""
    found = quantiles(history, HORIZON, (*LEVELS, 0.5), scale="auto")
    return Forecast(
        found[:, :, -1],
        found[:, :, :-1],
        lambda threshold: np.asarray(chance(history, HORIZON, threshold, scale="auto")),
    )
