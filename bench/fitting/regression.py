"""Windows of one length → the constants of that length: robust regressions and empirical quantiles."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.fitting.panel import Windows
from indicators.projection.changes import Changes, changes
from indicators.projection.constants import LEVELS, course, opening
from indicators.projection.outlook import FREEDOM
from indicators.projection.scales import Bounds, scales

Array = NDArray[np.float64]
ROUNDS = 30
"""Rounds of reweighting; the constants no longer move in the fourth digit well before."""
EVEN = ("logit", "additive")
"""Scales on which up and down are alike: a share and what it leaves of 100 %, a surplus and a deficit."""
FEWEST = 300
"""Windows at one horizon below which it is left to its neighbours: all horizons share one curve."""
NEAR = 0.05
"""Errors smaller than this share of the spread weigh alike, or the reweighting would divide by zero."""


class Fit(NamedTuple):
    """Constants of one number of changes: (9, 3), (6, 3) and (levels, 2)."""

    middle: Array
    spread: Array
    shape: Array


class Case(NamedTuple):
    """What is known at one horizon: terms of the history, outcome minus last value, weights."""

    ahead: int
    drift: Array
    scatter: Array
    size: Array
    outcome: Array
    weight: Array


def fit(seen: Windows, scale: str, bounds: Bounds | None) -> Fit:
    """The constants by which the histories would best have told what followed them."""
    cases = _cases(seen, scale, bounds)
    ahead = np.array([case.ahead for case in cases])
    courses, openings = course(ahead), opening(ahead)
    middles = np.array([_middle(case, _spread_about(case, _middle(case, case.size))) for case in cases])
    middle = np.linalg.lstsq(courses / ahead[:, None], middles / ahead[:, None], rcond=None)[0].T
    errors = [case.outcome - case.drift @ (middle @ one) for case, one in zip(cases, courses, strict=True)]
    spreads = [_log_spread(case, error) for case, error in zip(cases, errors, strict=True)]
    spread = np.asarray(np.linalg.lstsq(openings, np.array(spreads), rcond=None)[0].T)
    mirrored = scale in EVEN
    quantiles = [
        quantiles_of(error / np.exp(case.scatter @ (spread @ one)), case.weight, mirrored=mirrored)
        for case, error, one in zip(cases, errors, openings, strict=True)
    ]
    flat = np.array([(1.0, 1.0 / case.ahead) for case in cases])
    return Fit(middle, spread, np.asarray(np.linalg.lstsq(flat, np.array(quantiles), rcond=None)[0].T))


def quantiles_of(values: Array, weight: Array, *, mirrored: bool) -> Array:
    """Weighted quantiles at LEVELS; `mirrored`: of the values and their negatives together."""
    if mirrored:
        values, weight = np.concatenate([values, -values]), np.tile(weight, 2)
    order = np.argsort(values)
    share = np.cumsum(weight[order]) - 0.5 * weight[order]
    return np.asarray(np.interp(LEVELS, share / weight.sum(), values[order]))


def _cases(seen: Windows, scale: str, bounds: Bounds | None) -> list[Case]:
    ((_, axis),) = scales(seen.history, scale, bounds)
    z, later = axis.forward(seen.history), axis.forward(seen.later)
    told: Changes = changes(z)
    drift, scatter = told.drift(), told.scatter()
    cases = []
    for ahead, outcome in enumerate((later - z[:, -1:]).T, start=1):
        rows = ~np.isnan(outcome)
        if rows.sum() >= FEWEST:
            kept = (drift[rows], scatter[rows], told.size[rows], outcome[rows], seen.weight[rows])
            cases.append(Case(ahead, *kept))
    return cases


def _middle(case: Case, spread: Array) -> Array:
    """Least absolute error in units of the spread, by reweighted least squares."""
    terms, outcome = case.drift / spread[:, None], case.outcome / spread
    found = np.zeros(terms.shape[1])
    for _ in range(ROUNDS):
        weighted = terms * (case.weight / np.maximum(np.abs(outcome - terms @ found), NEAR))[:, None]
        found = _solved(weighted.T @ terms, weighted.T @ outcome)
    return found


def _spread_about(case: Case, middle: Array) -> Array:
    return np.asarray(np.exp(case.scatter @ _log_spread(case, case.outcome - case.drift @ middle)))


def _log_spread(case: Case, error: Array) -> Array:
    """Log-linear scale of Student's t by maximum likelihood (Fisher scoring from a least-squares start)."""
    terms, weight = case.scatter, case.weight[:, None]
    found = _solved((terms * weight).T @ terms, (terms * weight).T @ np.log(np.abs(error) + 1e-4))
    information = (terms * weight * 2 * FREEDOM / (FREEDOM + 3)).T @ terms
    for _ in range(ROUNDS):
        square = (error / np.exp(terms @ found)) ** 2
        score = (FREEDOM + 1) * square / (FREEDOM + square) - 1
        found = found + _solved(information, terms.T @ (case.weight * score))
    return np.asarray(found)


def _solved(matrix: Array, right: Array) -> Array:
    """With a trace of ridge: with few changes some terms say the same."""
    ridge = 1e-6 * np.trace(matrix) * np.eye(len(matrix))
    return np.asarray(np.linalg.solve(matrix + ridge, right))
