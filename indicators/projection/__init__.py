"""Short annual series → predictive quantiles and the chance of reaching a level.

A shrunk, damped trend with a partly pooled spread: past growth is carried on only as far as its own
signal-to-noise ratio allows, and the width of the bands leans on what thousands of public series did,
because five to twelve points cannot calibrate their own interval. Source: assessment rules §5.3.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.errors import CannotProject
from indicators.projection.scales import Scale, scale_for
from indicators.projection.trend import Outlook, outlook

METHOD = "pooled-damped-trend 1"
"""Name and version of the method, kept with every forecast."""

Array = NDArray[np.float64]


def quantiles(
    history: ArrayLike,
    horizon: int,
    levels: ArrayLike,
    *,
    scale: str = "auto",
    bounds: tuple[float, float] | None = None,
) -> Array:
    """Predictive quantiles, shape (n, horizon, len(levels)), in the unit of `history`.

    `history`: (n, N) floats, one row a series, oldest first, NaN where a year is missing (leading NaN:
    a shorter series; the last column must be there, since the horizon counts from it). `levels`: in
    (0, 1). `scale`: auto | log | logit | additive; auto is logit within `bounds`, log for positive
    series, additive else. Raises CannotProject.
    """
    from scipy.special import stdtrit

    axis, view = _look(history, horizon, scale, bounds)
    steps = stdtrit(view.freedom[:, :, None], np.asarray(levels, dtype=float))
    return axis.back(view.middle[:, :, None] + view.spread[:, :, None] * steps)


def chance(
    history: ArrayLike,
    horizon: int,
    threshold: ArrayLike,
    *,
    at_least: bool = True,
    scale: str = "auto",
    bounds: tuple[float, float] | None = None,
) -> Array:
    """Chance of ending at or beyond `threshold` (at or below it with `at_least=False`), 0–1.

    `threshold` is broadcast to (n, horizon) or (n, horizon, k); the result has that shape. The other
    arguments are those of `quantiles`. Raises CannotProject.
    """
    from scipy.special import stdtr

    axis, view = _look(history, horizon, scale, bounds)
    limits = np.asarray(threshold, dtype=float)
    middle, spread, freedom = view.middle, view.spread, view.freedom
    if limits.ndim == 3:
        middle, spread, freedom = middle[:, :, None], spread[:, :, None], freedom[:, :, None]
    shape = np.broadcast_shapes(limits.shape, middle.shape)
    below = stdtr(freedom, (axis.forward(np.broadcast_to(limits, shape)) - middle) / spread)
    return np.asarray(1.0 - below if at_least else below)


def _look(
    history: ArrayLike, horizon: int, scale: str, bounds: tuple[float, float] | None
) -> tuple[Scale, Outlook]:
    values = np.atleast_2d(np.asarray(history, dtype=float))
    if horizon < 1:
        raise CannotProject(f"horizon {horizon}: at least one year ahead is needed")
    if values.shape[1] < 2 or np.isnan(values[:, -1]).any() or ((~np.isnan(values)).sum(axis=1) < 2).any():
        raise CannotProject("each series needs two values and its latest year")
    axis = scale_for(values, scale, bounds)
    return axis, outlook(axis.forward(values), horizon)


__all__ = ["METHOD", "chance", "quantiles"]
