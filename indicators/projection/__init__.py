"""Short annual series → predictive quantiles and the chance of reaching a level.

Past growth is carried on as far as its own signal-to-noise ratio allowed on thousands of public series,
and the width of the bands leans on what those series did, because five to twelve points cannot calibrate
their own interval. Source: assessment rules §5.4; constants and their fitting: `constants.json`.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import index

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.errors import CannotProject
from indicators.projection.changes import last_column
from indicators.projection.constants import LONGEST, constants, fingerprint
from indicators.projection.outlook import Outlook, outlook
from indicators.projection.scales import Bounds, Scale, bounds_of, scales

METHOD = f"pooled-regression 2 {fingerprint()}"
"""Name, version and constants of the method, kept with every forecast."""

Array = NDArray[np.float64]


def quantiles(
    history: ArrayLike,
    horizon: int,
    levels: ArrayLike,
    *,
    scale: str = "auto",
    bounds: Bounds | None = None,
) -> Array:
    """Predictive quantiles, shape (n, horizon, len(levels)), in the unit of `history`.

    `history`: (n, N) floats, one row a series, oldest first, NaN where a year is missing (leading NaN:
    a shorter series); the horizon, 1–10 years, counts from the last column. `levels`: in (0, 1).
    `scale`: auto | log | logit | additive; auto is logit within `bounds`, else log for a series of
    positive values, additive for any other. Nothing lies beyond `bounds`, in the unit of `history`: a
    value beyond counts as on the bound. On the logit scale they are 0–100 unless given.
    Raises CannotProject, UnknownName.
    """
    steps = np.atleast_1d(np.asarray(levels, dtype=float))
    if steps.ndim > 1 or not ((steps > 0) & (steps < 1)).all():
        raise CannotProject("levels of quantiles are a list of numbers between 0 and 1")
    values, ahead = _checked(history, horizon, scale)
    found = np.empty((*ahead.shape, len(steps)))
    for rows, axis, view in _views(values, ahead, scale, bounds):
        found[rows] = axis.back(view.quantiles(steps))
    within = bounds_of(scale, bounds)
    return found if within is None else np.clip(found, *within)


def chance(
    history: ArrayLike,
    horizon: int,
    threshold: ArrayLike,
    *,
    at_least: bool = True,
    scale: str = "auto",
    bounds: Bounds | None = None,
) -> Array:
    """Chance of ending at or beyond `threshold` (at or below it with `at_least=False`), 0–1.

    `threshold` is broadcast to (n, horizon) or (n, horizon, k); the result has that shape. The other
    arguments are those of `quantiles`. Raises CannotProject, UnknownName.
    """
    values, ahead = _checked(history, horizon, scale)
    limits = np.asarray(threshold, dtype=float)
    if np.isnan(limits).any():
        raise CannotProject("a threshold is not a number")
    single = limits.ndim < 3
    limits = np.broadcast_to(limits, ahead.shape)[:, :, None] if single else limits
    limits = np.broadcast_to(limits, (*ahead.shape, limits.shape[2]))
    below = np.empty(limits.shape)
    for rows, axis, view in _views(values, ahead, scale, bounds):
        below[rows] = view.below(axis.forward(limits[rows]))
    if within := bounds_of(scale, bounds):
        low, high = within
        under, over = (limits <= low, limits > high) if at_least else (limits < low, limits >= high)
        below = np.where(under, 0.0, np.where(over, 1.0, below))
    found = 1.0 - below if at_least else below
    return found[:, :, 0] if single else found


def _checked(history: ArrayLike, horizon: int, scale: str) -> tuple[Array, NDArray[np.int_]]:
    """The series (n, N), and how many years after its own last value each year ahead lies, (n, horizon)."""
    values = np.atleast_2d(np.asarray(history, dtype=float))
    if values.ndim > 2:
        raise CannotProject("a history is a table: a row a series, a column a year")
    if np.isinf(values).any():
        raise CannotProject("a value is infinite")
    if scale == "log" and (values < 0).any():
        raise CannotProject("a value is negative, which the log scale does not know")
    if values.shape[1] < 2 or ((~np.isnan(values)).sum(axis=1) < 2).any():
        raise CannotProject("each series needs two values")
    late = values.shape[1] - 1 - last_column(values)
    ahead = late[:, None] + np.arange(1, index(horizon) + 1)
    if horizon < 1 or ahead.max(initial=1) > LONGEST:
        raise CannotProject(f"horizon {horizon}: allowed are 1–{LONGEST} years after the last value")
    return values, ahead


def _views(
    values: Array, ahead: NDArray[np.int_], scale: str, bounds: Bounds | None
) -> Iterator[tuple[NDArray[np.bool_], Scale, Outlook]]:
    """The series by scale: which they are, the scale, and the forecast on it."""
    for rows, axis in scales(values, scale, bounds):
        yield rows, axis, outlook(axis.forward(values[rows]), ahead[rows], constants(axis.name))


__all__ = ["LONGEST", "METHOD", "chance", "quantiles"]
