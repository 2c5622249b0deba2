"""How each invented series runs: from a first value to a latest one, with noise and a dip in the pandemic.

The values in recipe.csv are chosen so that against the plan's targets every verdict appears; none of them is
a published figure. Amounts grow by rates, shares along a logistic curve within 0–100 %, ratios by steps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

import numpy as np

from indicators.errors import InputRefused
from indicators.model import Fault, Kind
from indicators.tables import Cells, parse_rows, read_table

FIRST, LATEST, FINAL = 2015, 2024, 2025
"""Years of the columns first, latest and final; a growth rate of FIRST needs the year before."""
YEARS = range(FIRST - 1, FINAL + 1)
DIPS = {2020: 1.0, 2021: 0.5, 2022: 0.8}
"""Share of a series' dip that the pandemic takes in a year."""
EDGE = 0.05
"""Percent from 0 and 100 within which a share stays, where a logistic curve has its ends."""


@dataclass(frozen=True)
class Recipe:
    """One series of the plan's area in the catalogue's unit; `spread` says how far its areas lie apart.

    `noise` is relative to the value, or to the logit of a share; `dip` is the share lost in 2020. `final` is
    None where the target year's figure is still to come, for whoever practises to report it.
    """

    indicator: str
    first: float
    latest: float
    final: float | None
    noise: float
    dip: float
    decimals: int
    spread: float

    def years(self) -> range:
        """The years that are published."""
        return range(FIRST, (LATEST if self.final is None else FINAL) + 1)


def recipes() -> dict[str, Recipe]:
    """recipe.csv by indicator. Raises InputRefused."""
    path, faults = Path(__file__).with_name("recipe.csv"), list[Fault]()
    columns = "indicator first latest final noise dip decimals spread"
    found = parse_rows(path.name, columns, read_table(path), faults, _recipe)
    if faults:
        raise InputRefused(faults)
    return {one.indicator: one for one in found}


def course(one: Recipe, kind: Kind, chance: np.random.Generator, offset: float = 0.0) -> dict[int, float]:
    """A value for each of YEARS; `offset` moves the whole course, in the measure of `noise`."""
    there, back = _scale(kind, one.first)
    start, end = there(one.first), there(one.latest)
    last = end + (end - start) / (LATEST - FIRST) if one.final is None else there(one.final)
    found = {}
    for year, drawn in zip(YEARS, chance.standard_normal(len(YEARS)), strict=True):
        smooth = last if year == FINAL else start + (end - start) * (year - FIRST) / (LATEST - FIRST)
        noise = one.noise * float(drawn) if year < LATEST else 0.0
        found[year] = back(smooth + noise + offset) * (1 - one.dip * DIPS.get(year, 0.0))
    return found


def _scale(kind: Kind, first: float) -> tuple[Callable[[float], float], Callable[[float], float]]:
    """Into the measure in which a series runs straight, and back."""
    match kind:
        case Kind.AMOUNT:
            return log, exp
        case Kind.SHARE:
            return _logit, _percent
        case Kind.RATIO:
            return (lambda value: value / first), (lambda value: value * first)


def _logit(value: float) -> float:
    kept = min(max(value, EDGE), 100 - EDGE)
    return log(kept / (100 - kept))


def _percent(value: float) -> float:
    return 100 / (1 + exp(-value))


def _recipe(cells: Cells) -> Recipe:
    def number(column: str) -> float:
        return cells.number_or_none(column) or 0.0

    return Recipe(
        indicator=cells.required("indicator"),
        first=number("first"),
        latest=number("latest"),
        final=cells.number_or_none("final"),
        noise=number("noise"),
        dip=number("dip"),
        decimals=cells.whole("decimals", 0),
        spread=number("spread"),
    )
