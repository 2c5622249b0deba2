"""`python -m bench.fitting.validate PANEL`: bands for sets and groups that had no part in the fit.

Each set in turn (and each quarter of the groups of the largest) is left out, the constants are fitted on
the rest, and the 80 % and 95 % bands are held against the set left out. Whole groups are left out, never
rows: series of one group share their shocks.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.fitting.fit import kinds
from bench.fitting.panel import Panel, read, windows
from bench.fitting.regression import fit
from indicators.projection.constants import of_terms
from indicators.projection.outlook import outlook
from indicators.projection.scales import Bounds, scales

Array = NDArray[np.float64]
LENGTHS = (5, 8, 12)
HORIZON = 5
PARTS = 4
"""Parts into which the groups of the largest set are cut, at random but always alike."""
ENDS = np.array([0.025, 0.1, 0.9, 0.975])


def main() -> int:
    """Print a line for each scale, left-out part and length: coverage 1…5 years ahead."""
    parser = argparse.ArgumentParser(prog="python -m bench.fitting.validate", description=__doc__)
    parser.add_argument("panel", type=Path)
    for scale, (panel, bounds) in kinds(read(parser.parse_args().panel)).items():
        for name, out in parts(panel):
            for length in LENGTHS:
                covered = coverage(panel, out, length, scale, bounds)
                shown = ("  ".join(f"{share:.3f}" for share in row) for row in covered)
                print(f"{scale:9}{name:8}{length:3} points   80 %: {'   95 %: '.join(shown)}", flush=True)
    return 0


def parts(panel: Panel) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """Which series to leave out, by name."""
    names, counts = np.unique(panel.sets, return_counts=True)
    largest = names[counts.argmax()]
    for name in names[names != largest]:
        yield str(name), panel.sets == name
    groups = np.random.default_rng(1).permutation(np.unique(panel.groups[panel.sets == largest]))
    for part in range(PARTS):
        yield f"{largest} {part + 1}", np.isin(panel.groups, groups[part::PARTS])


def coverage(
    panel: Panel, out: NDArray[np.bool_], length: int, scale: str, bounds: Bounds | None
) -> tuple[list[float], list[float]]:
    """Share of outcomes of the series `out` inside the 80 % and the 95 % band, by year ahead."""
    found = fit(windows(panel.only(~out), length, HORIZON), scale, bounds)
    fitted = of_terms(*(np.repeat(part[None], length, axis=0) for part in found))
    seen = windows(panel.only(out), length, HORIZON)
    inside: tuple[list[float], list[float]] = ([], [])
    ((_, axis),) = scales(seen.history, scale, bounds)
    ahead = np.tile(np.arange(1, HORIZON + 1), (len(seen.history), 1))
    bands = axis.back(outlook(axis.forward(seen.history), ahead, fitted).quantiles(ENDS))
    for step, outcome in enumerate(seen.later.T):
        rows = ~np.isnan(outcome)
        for shares, (low, high) in zip(inside, ((1, 2), (0, 3)), strict=True):
            hit = (outcome >= bands[:, step, low]) & (outcome <= bands[:, step, high])
            shares.append(float(np.average(hit[rows], weights=seen.weight[rows])) if rows.any() else np.nan)
    return inside


if __name__ == "__main__":
    sys.exit(main())
