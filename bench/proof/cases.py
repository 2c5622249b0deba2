"""Rolling origins: series cut short at earlier years, with what came after and events to foretell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.proof.forecast import HORIZON, Array
from bench.proof.panels import Series

LENGTHS = (5, 8, 12)
"""Points of history a contestant sees, the last ones before the origin."""
STEP = HORIZON
"""Years between origins: no year is foretold twice from histories of one length."""
ORIGINS = 2
"""Origins a series at most, counted from its end; fewer where there is no room."""
EVENTS = 4
"""Targets drawn for each case."""
AROUND = 0.5
"""How far a drawn yearly growth lies from the past one: so many standard deviations of the yearly growth."""
FLOOR = 0.005
"""Least such standard deviation: half a percent a year."""
LEAST_STEP = 1e-3
"""Least usual yearly change, as a share of the level: keeps the MASE of a still series finite."""
SEED = 20260301


@dataclass(frozen=True)
class Cases:
    """Histories of one length (n, N), what came after (n, HORIZON) and thresholds (n, HORIZON, EVENTS).

    `step`: mean yearly change of the series up to the origin, for the MASE. `level`: mean of the history,
    for the CRPS. `panel`: the panel's name.
    """

    history: Array
    actual: Array
    threshold: Array
    step: Array
    level: Array
    panel: NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.history)


def cut(series: Sequence[Series], length: int) -> Cases:
    """All cases with `length` points of history; positive series only."""
    found = [(one, origin) for one in series for origin in origins(len(one.values), length)]
    history = np.array([one.values[origin - length : origin] for one, origin in found])
    level = history.mean(axis=1)
    changes = np.array([np.abs(np.diff(one.values[:origin])).mean() for one, origin in found])
    return Cases(
        history=history,
        actual=np.array([one.values[origin : origin + HORIZON] for one, origin in found]),
        threshold=targets(history, np.random.default_rng(SEED + length)),
        step=np.maximum(changes, LEAST_STEP * level),
        level=level,
        panel=np.array([one.panel for one, _ in found]),
    )


def origins(years: int, length: int) -> Iterator[int]:
    """How many years of a series of `years` are known at each origin, the latest first.

    `length` of them must be there, and HORIZON after them.
    """
    latest = years - HORIZON
    for origin in range(latest, latest - ORIGINS * STEP, -STEP):
        if origin >= length:
            yield origin


def targets(history: Array, random: np.random.Generator) -> Array:
    """Last value × (1 + g)^h, (n, HORIZON, EVENTS): g around past growth, as often above as below it.

    log(1 + g) is normal around the history's mean yearly change of logarithms, with AROUND of their
    standard deviation.
    """
    changes = np.diff(np.log(history), axis=1)
    spread = AROUND * np.maximum(changes.std(axis=1, ddof=1), FLOOR)
    drawn = random.standard_normal((len(history), EVENTS))
    growth = changes.mean(axis=1)[:, None] + spread[:, None] * drawn
    ahead = np.arange(1, HORIZON + 1)
    return np.asarray(history[:, -1, None, None] * np.exp(growth[:, None, :] * ahead[None, :, None]))
