"""Invented panels of annual series; every test changes only what it is about."""

from __future__ import annotations

import numpy as np
import pandas

from bench.fitting.panel import Panel


def panel(*series, sets="A", groups="one"):
    """Series with a set and a group each, or one name for all."""
    names = [[given] * len(series) if isinstance(given, str) else given for given in (sets, groups)]
    return Panel(tuple(np.array(one, dtype=float) for one in series), *(np.array(one) for one in names))


def wandering(count=420, years=16, seed=11):
    """Amounts in two sets and some groups, among them shares in percent; growth by chance."""
    random = np.random.default_rng(seed)
    growth = 0.02 + 0.05 * random.normal(size=(count, years))
    amounts = 30 * np.exp(np.cumsum(growth - growth.mean(), axis=1))
    groups = [f"{('share of ', 'amount of ')[row % 2]}{row % 12}" for row in range(count)]
    return panel(
        *np.minimum(amounts, 99.0), sets=["A" if row % 12 < 8 else "B" for row in range(count)], groups=groups
    )


def written(path, given):
    """The panel as a Parquet file; the groups are named without their set."""
    frame = {"set": given.sets, "group": given.groups, "values": list(map(list, given.series))}
    pandas.DataFrame(frame).to_parquet(path)
    return path
