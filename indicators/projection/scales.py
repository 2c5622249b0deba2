"""The scale on which change is even: logarithm for amounts, logit for bounded shares, plain else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indicators.errors import CannotProject, UnknownName

Array = NDArray[np.float64]
Bounds = tuple[float, float]
SCALES = ("auto", "log", "logit", "additive")
NATURAL: Mapping[str, Bounds] = {"logit": (0.0, 100.0), "log": (0.0, np.inf)}
"""Bounds of the scales that have some of their own: shares in percent, amounts."""
EDGE = 2.5e-4
"""Shares are kept away from their bounds before the logit, where 100 % would lie at infinity: by so much, as
a share of the width, or by less where the series itself comes closer."""
HAIR = 1e-12
"""So near to a bound (as a share of the width) a value lies on it: the rest is rounding."""


@dataclass(frozen=True)
class Scale:
    """`forward` takes values to the scale and `back` returns them; both keep the order of values."""

    name: str
    forward: Callable[[Array], Array]
    back: Callable[[Array], Array]


def bounds_of(name: str, bounds: Bounds | None) -> Bounds | None:
    """The bounds that hold on a scale: those asked for, else its NATURAL ones.

    Raises CannotProject where they are no two numbers, the lower one first.
    """
    if bounds is None:
        return NATURAL.get(name)
    if not 0 < bounds[1] - bounds[0] < np.inf:
        raise CannotProject(f"bounds {bounds}: they are two numbers, the lower one first")
    return bounds


def scales(values: Array, name: str, bounds: Bounds | None) -> Iterator[tuple[NDArray[np.bool_], Scale]]:
    """Which of the histories `values` (n, N) go on which scale: (n,) booleans and the scale.

    Raises UnknownName for a scale nobody knows.
    """
    if name not in SCALES:
        raise UnknownName("scale", name, SCALES)
    within = bounds_of(name, bounds)
    if within is not None and name in ("auto", "logit"):
        yield np.ones(len(values), dtype=bool), _logit(values, *within)
        return
    positive = np.all(np.isnan(values) | (values > 0), axis=1)
    logs = np.asarray(positive if name == "auto" else np.full(len(values), name == "log"))
    for rows, build in ((logs, _log), (~logs, _additive)):
        if rows.any():
            yield rows, build(values[rows])


def _log(values: Array) -> Scale:
    """Zeros have no logarithm: they count as a thousandth of the series' mean."""
    tiny = np.where((values <= 0).any(axis=1), 1e-3 * _sizes(values), 1e-300)

    def forward(x: Array) -> Array:
        return np.asarray(np.log(np.maximum(x, _along(tiny, x))))

    return Scale("log", forward, lambda z: np.exp(np.minimum(z, 700.0)))


def _logit(values: Array, low: float, high: float) -> Scale:
    """Values on a bound count as half as far from it as the nearest other value, at most EDGE; forecasts that
    come as near lie on it, as figures rounded to 100 % do."""
    share = (values - low) / (high - low)
    bottom, top = _nearest(share), _nearest(1 - share)

    def forward(x: Array) -> Array:
        inside = np.clip((x - low) / (high - low), _along(bottom, x), 1 - _along(top, x))
        return np.asarray(np.log(inside / (1 - inside)))

    def back(z: Array) -> Array:
        inside = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
        inside = np.where(inside >= _along(1 - top, z) * (1 - HAIR), 1.0, inside)
        inside = np.where(inside <= _along(bottom, z) * (1 + HAIR), 0.0, inside)
        return np.asarray(low + (high - low) * inside)

    return Scale("logit", forward, back)


def _nearest(distance: Array) -> Array:
    """Half the smallest distance from a bound that is one, and no more than EDGE, (n,)."""
    smallest = np.where(distance > HAIR, distance, np.inf).min(axis=1)
    return np.asarray(np.minimum(smallest / 2, EDGE))


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
