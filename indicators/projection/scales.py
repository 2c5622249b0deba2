"""The scale on which change is even: logarithm for amounts, logit for bounded shares, plain else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indicators.errors import UnknownName

Array = NDArray[np.float64]
SCALES = ("auto", "log", "logit", "additive")
EDGE = 5e-4
"""Shares are kept this far (as a share of the width) from their bounds before the logit, where 100 %
would lie at infinity."""


@dataclass(frozen=True)
class Scale:
    """`forward` takes values to the scale and `back` returns them; both keep the order of values."""

    name: str
    forward: Callable[[Array], Array]
    back: Callable[[Array], Array]


def scale_for(values: Array, name: str, bounds: tuple[float, float] | None) -> Scale:
    """The scale for histories `values` (n, N). Raises UnknownName for a scale nobody knows."""
    if name not in SCALES:
        raise UnknownName("scale", name, SCALES)
    if name == "logit" or (name == "auto" and bounds is not None):
        return _logit(*(bounds or (0.0, 100.0)))
    positive = bool((values[~np.isnan(values)] > 0).all())
    if name == "log" or (name == "auto" and positive):
        return _log(values)
    return _additive(values)


def _log(values: Array) -> Scale:
    """Zeros have no logarithm: they count as a thousandth of the series' mean."""
    tiny = np.where((values <= 0).any(axis=1), 1e-3 * _sizes(values), 1e-300)

    def forward(x: Array) -> Array:
        return np.asarray(np.log(np.maximum(x, _along(tiny, x))))

    return Scale("log", forward, lambda z: np.exp(np.minimum(z, 700.0)))


def _logit(low: float, high: float) -> Scale:
    def forward(x: Array) -> Array:
        share = np.clip((x - low) / (high - low), EDGE, 1 - EDGE)
        return np.asarray(np.log(share / (1 - share)))

    return Scale("logit", forward, lambda z: low + (high - low) / (1 + np.exp(-np.clip(z, -700, 700))))


def _additive(values: Array) -> Scale:
    """In units of each series' own mean size, so that the unit of measurement does not matter."""
    sizes = _sizes(values)
    return Scale("additive", lambda x: x / _along(sizes, x), lambda z: z * _along(sizes, z))


def _sizes(values: Array) -> Array:
    """Mean size of each series; 1 where all is zero."""
    sizes = np.nanmean(np.abs(values), axis=1)
    return np.where(sizes > 0, sizes, 1.0)


def _along(each: Array, x: Array) -> Array:
    """One number a series, shaped to stand beside `x` (n, …)."""
    return each.reshape((-1,) + (1,) * (x.ndim - 1))
