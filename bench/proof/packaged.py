"""Contestants of the package statsforecast, as anyone would call them, with their own intervals."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from time import process_time
from typing import Any

import numpy as np

from bench.proof.forecast import HORIZON, LEVELS, Array, Forecast, reaching
from bench.proof.holt import damped_holt

MODELS = {"theta": "Theta", "auto_ets": "AutoETS", "auto_theta": "AutoTheta", "auto_arima": "AutoARIMA"}
"""Code of the contestant → class of statsforecast; every one with season_length=1, all else as shipped."""
CHUNK = 20
"""Histories a worker takes at a time."""
TOO_SHORT = (NotImplementedError, ValueError, ZeroDivisionError, IndexError, np.linalg.LinAlgError)
"""How the package says that it cannot make anything of a history."""
Answer = tuple[Array, Array, float]
"""Points and quantiles of one history, NaN where the package refused it; seconds of processor time."""


def packaged(code: str, history: Array) -> Forecast:
    """Forecast of histories (n, N), on all cores; where the package refuses or fails, damped Holt's."""
    return collected(list(_pool().map(_answer, [code] * len(history), history, chunksize=CHUNK)), history)


def collected(answers: Sequence[Answer], history: Array) -> Forecast:
    """One forecast of all answers, damped Holt's in place of what is missing."""
    point, quantiles = (np.array(part) for part in list(zip(*answers, strict=True))[:2])
    refused = ~(np.isfinite(point).all(axis=1) & np.isfinite(quantiles).all(axis=(1, 2)))
    if refused.any():
        instead = damped_holt(history[refused])
        point[refused], quantiles[refused] = instead.point, instead.quantiles
    seconds = sum(taken for _, _, taken in answers)
    return Forecast(
        point, quantiles, lambda threshold: reaching(quantiles, threshold), seconds, int(refused.sum())
    )


@cache
def _pool() -> ProcessPoolExecutor:
    """A worker a core, started once; it ends with the run."""
    return ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"))


def _answer(code: str, history: Array) -> Answer:
    """One history's forecast; loading the package is not timed."""
    model = _model(code)
    start = process_time()
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            said = model.forecast(y=history, h=HORIZON, level=_widths())
    except TOO_SHORT:
        said = {}
    taken = process_time() - start
    return *read(said), taken


def _model(code: str) -> Any:
    from statsforecast import models

    return getattr(models, MODELS[code])(season_length=1)


def _widths() -> list[float]:
    """Widths in percent of the central intervals whose ends are LEVELS, the widest first."""
    return [round(100 * (1 - 2 * level), 1) for level in LEVELS if level < 0.5]


def read(said: Mapping[str, Any]) -> tuple[Array, Array]:
    """Points (HORIZON,) and quantiles (HORIZON, LEVELS) of a package's answer; NaN where it has none."""
    if not said:
        return np.full(HORIZON, np.nan), np.full((HORIZON, len(LEVELS)), np.nan)
    low = [np.asarray(said[_key("lo", width, said)], dtype=float) for width in _widths()]
    high = [np.asarray(said[_key("hi", width, said)], dtype=float) for width in reversed(_widths())]
    quantiles = np.sort(np.column_stack([*low, *high]), axis=1)
    return np.asarray(said["mean"], dtype=float), quantiles


def _key(side: str, width: float, said: Mapping[str, Any]) -> str:
    """`lo-95.0` or `lo-95`: packages spell a whole number either way."""
    spelled = f"{side}-{width}"
    return spelled if spelled in said else f"{side}-{width:.0f}"
