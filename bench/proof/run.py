"""All contestants on all cases, scored by group: the whole, each panel, each length of history."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.proof import scores
from bench.proof.cases import LENGTHS, Cases, cut
from bench.proof.forecast import Array, Forecast, timed
from bench.proof.holt import damped_holt
from bench.proof.ours import ours
from bench.proof.packaged import MODELS, packaged
from bench.proof.panels import Series
from bench.proof.plain import drift, growth_with_residuals, growth_with_walk, naive
from indicators.rows.benchmark import PANELS

QUICK: dict[str, Callable[[Array], Forecast]] = {
    "ours": ours,
    "naive": naive,
    "drift": drift,
    "growth_residuals": growth_with_residuals,
    "growth_walk": growth_with_walk,
    "damped_holt": damped_holt,
}
"""Contestants that take many histories at once."""
CONTESTANTS = (*QUICK, *MODELS)
GROUPS = ("all", *PANELS, *(str(length) for length in LENGTHS))
REFERENCES = ("growth_residuals", "growth_walk")
"""What the skill of a Brier score is measured against."""
YARDSTICK = "theta"
"""Whose time is 1."""
WARMED = 20
"""Histories a quick contestant sees before its time is taken, so that no import counts."""

Numbers = dict[str, Any]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Told:
    """What one contestant said of all cases, of every length of history: n cases in all."""

    point: Array
    quantiles: Array
    chance: Array
    milliseconds: float
    """Processor time for 1,000 histories."""
    refused: int


@dataclass(frozen=True)
class Field:
    """All cases laid end to end, and what each contestant said of them."""

    actual: Array
    came: Mask
    """Whether each target was reached, (n, HORIZON, EVENTS)."""
    step: Array
    level: Array
    panel: NDArray[np.str_]
    length: NDArray[np.str_]
    told: dict[str, Told]

    def group(self, name: str) -> Mask:
        """The cases of a group."""
        if name == "all":
            return np.ones(len(self.panel), dtype=bool)
        return np.asarray((self.panel == name) | (self.length == name))


def run(series: Sequence[Series], heard: Callable[[str], None], names: Sequence[str] = CONTESTANTS) -> Field:
    """Let the contestants forecast every case; `heard` is told each one's name as it begins."""
    cases = [cut(series, length) for length in LENGTHS]
    told = {}
    for name in names:
        heard(name)
        told[name] = _tell(cases, [_forecast(name, one.history) for one in cases])
    actual = np.concatenate([one.actual for one in cases])
    return Field(
        actual=actual,
        came=actual[:, :, None] >= np.concatenate([one.threshold for one in cases]),
        step=np.concatenate([one.step for one in cases]),
        level=np.concatenate([one.level for one in cases]),
        panel=np.concatenate([one.panel for one in cases]),
        length=np.repeat([str(length) for length in LENGTHS], [len(one) for one in cases]),
        told=told,
    )


def _forecast(name: str, history: Array) -> Forecast:
    if name not in QUICK:
        return packaged(name, history)
    QUICK[name](history[:WARMED])
    return timed(QUICK[name], history)


def _tell(cases: Sequence[Cases], forecasts: Sequence[Forecast]) -> Told:
    return Told(
        np.concatenate([one.point for one in forecasts]),
        np.concatenate([one.quantiles for one in forecasts]),
        np.concatenate([one.chance(case.threshold) for case, one in zip(cases, forecasts, strict=True)]),
        1e6 * sum(one.seconds for one in forecasts) / sum(map(len, cases)),
        sum(one.refused for one in forecasts),
    )


def rows(field: Field) -> list[Numbers]:
    """A row of scores for each group and contestant, in that order."""
    return [row for group in GROUPS for row in _with_skill(_scored(field, group))]


def _scored(field: Field, group: str) -> list[Numbers]:
    inside = field.group(group)
    return [
        {"group": group, "method": name} | _scores(field, told, inside) for name, told in field.told.items()
    ]


def _scores(field: Field, told: Told, inside: Mask) -> Numbers:
    actual, quantiles = field.actual[inside], told.quantiles[inside]
    chance, came = told.chance[inside], field.came[inside]
    by_year = {80: scores.covered(actual, quantiles, 0.1, 0.9)}
    by_year[95] = scores.covered(actual, quantiles, 0.025, 0.975)
    return {
        "mase": scores.mase(actual, told.point[inside], field.step[inside]),
        "crps": scores.crps(actual, quantiles, field.level[inside]),
        "cover_80": float(by_year[80].mean()),
        "cover_95": float(by_year[95].mean()),
        "cover_80_by_year": by_year[80].tolist(),
        "cover_95_by_year": by_year[95].tolist(),
        "brier": scores.brier(chance, came),
        "gap": scores.gap(scores.reliability(chance, came)),
    }


def _with_skill(group: list[Numbers]) -> list[Numbers]:
    reference = {row["method"]: row["brier"] for row in group if row["method"] in REFERENCES}
    return [
        row | {f"skill_over_{name}": scores.skill(row["brier"], reference[name]) for name in REFERENCES}
        for row in group
    ]


def times(field: Field) -> list[Numbers]:
    """Each contestant's milliseconds for 1,000 histories, their ratio to YARDSTICK's, and its refusals."""
    usual = field.told[YARDSTICK].milliseconds if YARDSTICK in field.told else math.nan
    return [
        {"method": name, "ms": told.milliseconds, "ratio": told.milliseconds / usual, "refused": told.refused}
        for name, told in field.told.items()
    ]


def counts(field: Field) -> Numbers:
    """How many cases each group has; each is judged HORIZON years ahead."""
    return {group: int(field.group(group).sum()) for group in GROUPS}


def reliability(field: Field) -> Numbers:
    """Bins of stated chance by contestant, over all cases."""
    return {name: scores.reliability(told.chance, field.came) for name, told in field.told.items()}
