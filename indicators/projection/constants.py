"""The constants of the projection: read from constants.json, which the fitting script writes.

For each scale and each fitted number of changes: how the terms of `Changes.drift` make the middle of the
forecast, as a + b·√h + c·h for h years ahead; how the terms of `Changes.scatter` make the logarithm of its
spread, as a + b·log h + c·(log h)²; and the quantiles of (outcome − middle) ÷ spread, as a + b/h. How they
were fitted: `bench/fitting/`, and the key `fitted` of the file.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

FILE = Path(__file__).with_name("constants.json")
FLOOR = 0.003
"""F: the smallest yearly change taken for real (0.3 % on the log scale). Source: assessment rules §5.2."""
STEADIEST = 0.15
"""Noise is taken for at least this share of the changes: a handful of equal steps prove no more."""
SIGNAL = 5.91
"""K in a = t² / (t² + K): how much signal makes a trend half clear. Source: assessment rules §5.3."""
USUAL, WILD = 0.08, 0.5
"""A usual yearly change, against which the size of changes is measured in the middle of the forecast, and
the size beyond which all changes count as equally wild."""
LONGEST = 10
"""Years ahead for which the constants were fitted."""
LEVELS = (
    *(0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5),
    *(0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99, 0.995),
)
"""Levels of the quantiles in `shape`."""


@dataclass(frozen=True)
class Constants:
    """Constants of one scale; the first axis is the number of changes, from 1 on, without holes."""

    middle: Array
    """(counts, 9 terms, 3: 1, √h, h)"""
    spread: Array
    """(counts, 6 terms, 3 powers of log h)"""
    shape: Array
    """(counts, years ahead, levels)"""

    def row(self, count: NDArray[np.int_]) -> NDArray[np.int_]:
        """Where the constants for a number of changes stand; more changes than fitted take the last."""
        return np.minimum(count, len(self.shape)) - 1


def course(ahead: ArrayLike) -> Array:
    """1, √h and h for h years ahead, (…, 3): growth that goes on is straight, one that fades is bent."""
    years = np.asarray(ahead, dtype=float)[..., None]
    return np.asarray(years ** np.array([0.0, 0.5, 1.0]))


def opening(ahead: ArrayLike) -> Array:
    """1, log h and (log h)² for h years ahead, (…, 3): uncertainty grows as a power of time."""
    return np.asarray(np.log(np.asarray(ahead, dtype=float))[..., None] ** np.arange(3))


def fingerprint() -> str:
    """Eight digits that change with any constant."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()[:8]


@cache
def constants(scale: str) -> Constants:
    """The constants for `log`, `logit` or `additive`; between fitted numbers of changes, straight lines."""
    file = json.loads(FILE.read_text(encoding="utf-8"))
    counts, fitted = file["counts"], file["scales"][scale]
    return of_terms(*(_filled(counts, fitted[name]) for name in ("middle", "spread", "shape")))


def of_terms(middle: Array, spread: Array, shape: Array) -> Constants:
    """Constants whose `shape` is still given as a and b of a + b/h, (counts, levels, 2)."""
    ahead = np.arange(1, LONGEST + 1)
    quantiles = shape[:, None, :, 0] + shape[:, None, :, 1] / ahead[None, :, None]
    return Constants(middle, spread, np.sort(quantiles, axis=2))


def _filled(counts: list[int], values: Any) -> Array:
    """A row for every number of changes up to the last one fitted."""
    table = np.asarray(values, dtype=float)
    every = np.arange(1, counts[-1] + 1)
    flat = table.reshape(len(counts), -1)
    columns = [np.interp(every, counts, column) for column in flat.T]
    return np.stack(columns, axis=1).reshape(len(every), *table.shape[1:])
