"""The regressions find the constants by which an invented panel was made."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import stdtrit

from bench.fitting.panel import Windows
from bench.fitting.regression import FEWEST, fit, quantiles_of
from indicators.projection.changes import changes
from indicators.projection.constants import LEVELS, course, opening
from indicators.projection.outlook import FREEDOM

KEPT = 0.4
"""Of the latest change this much is kept in the invented future."""
WIDTH = 0.5
"""The spread of the invented future, in sizes of the history's changes."""


def invented(count=4000, points=5, horizon=4, seed=2):
    """Log histories, and outcomes at last + KEPT · latest ± WIDTH · size · Student's t."""
    random = np.random.default_rng(seed)
    sizes = np.exp(random.normal(-3, 0.5, (count, 1)))
    z = np.cumsum(sizes * random.normal(size=(count, points)), axis=1)
    seen = changes(z)
    t = random.standard_t(FREEDOM, (count, horizon))
    later = z[:, -1:] + KEPT * seen.latest[:, None] + WIDTH * seen.size[:, None] * t
    return Windows(np.exp(z), np.exp(later), np.ones(count))


SEEN = invented()
FOUND = fit(SEEN, "log", None)


def test_each_part_has_its_shape():
    seen = changes(np.log(SEEN.history))
    assert FOUND.middle.shape == (seen.drift().shape[1], 3)
    assert FOUND.spread.shape == (seen.scatter().shape[1], 3)
    assert FOUND.shape.shape == (len(LEVELS), 2)


@pytest.mark.parametrize("ahead", [1, 2, 3, 4])
def test_the_middle_is_found(ahead):
    seen = changes(np.log(SEEN.history))
    error = seen.drift() @ FOUND.middle @ course(ahead) - KEPT * seen.latest
    assert np.abs(error / seen.size).mean() < 0.05


@pytest.mark.parametrize("ahead", [1, 2, 3, 4])
def test_the_spread_is_found(ahead):
    seen = changes(np.log(SEEN.history))
    ratio = np.exp(seen.scatter() @ FOUND.spread @ opening(ahead)) / (WIDTH * seen.size)
    assert np.median(ratio) == pytest.approx(1, abs=0.05)
    assert np.std(np.log(ratio)) < 0.1


@pytest.mark.parametrize("level", [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
def test_the_shape_is_found(level):
    a, b = FOUND.shape[LEVELS.index(level)]
    assert a + b / 2 == pytest.approx(stdtrit(FREEDOM, level), abs=0.12)


def test_what_weighs_nothing_tells_nothing():
    wild = Windows(SEEN.history[:500], SEEN.later[:500] * 50, np.zeros(500))
    both = (np.concatenate(pair) for pair in zip(*map(vars_of, (SEEN, wild)), strict=True))
    for part, expected in zip(fit(Windows(*both), "log", None), FOUND, strict=True):
        assert part == pytest.approx(expected, abs=1e-3)


def vars_of(seen):
    return seen.history, seen.later, seen.weight


def test_a_horizon_with_few_windows_is_left_to_its_neighbours():
    """FEWEST − 1 outcomes, all of them wild, four years ahead: as if there were none."""
    later = SEEN.later.copy()
    later[:, 3] = np.nan
    without = fit(replace(SEEN, later=later), "log", None)
    later[: FEWEST - 1, 3] = 1e6
    few = fit(replace(SEEN, later=later), "log", None)
    later[:FEWEST, 3] = 1e6
    enough = fit(replace(SEEN, later=later), "log", None)
    assert few.middle == pytest.approx(without.middle)
    assert few.shape == pytest.approx(without.shape)
    assert np.abs(enough.middle - without.middle).max() > 1


def test_wild_outcomes_hardly_move_the_middle():
    """Least absolute error: one outcome in fifty thousandfold."""
    later = SEEN.later.copy()
    later[::50] *= 1000
    seen = changes(np.log(SEEN.history))
    found = fit(replace(SEEN, later=later), "log", None)
    error = seen.drift() @ found.middle @ course(2) - KEPT * seen.latest
    assert np.abs(error / seen.size).mean() < 0.1


def test_shares_are_fitted_on_the_logit_scale():
    """The same panel, seen through the logistic curve: the same constants."""
    z, later = (np.log(one) for one in (SEEN.history, SEEN.later))
    near = (np.abs(z).max(axis=1) < 5) & (np.abs(later).max(axis=1) < 5)
    seen, told_later = (100 / (1 + np.exp(-one[near])) for one in (z, later))
    on_logit = fit(Windows(seen, told_later, np.ones(near.sum())), "logit", (0.0, 100.0))
    on_log = fit(Windows(SEEN.history[near], SEEN.later[near], np.ones(near.sum())), "log", None)
    assert on_logit.middle == pytest.approx(on_log.middle, abs=1e-6)


def test_quantiles_of_equal_weights_are_those_of_the_values():
    values = np.random.default_rng(4).permutation(np.arange(1001.0))
    found = quantiles_of(values, np.ones(1001), mirrored=False)
    assert found == pytest.approx(1000 * np.array(LEVELS), abs=0.51)


def test_a_value_of_twice_the_weight_counts_as_two():
    values, weight = np.arange(500.0), np.where(np.arange(500) < 250, 2.0, 1.0)
    twice = quantiles_of(np.concatenate([values, values[:250]]), np.ones(750), mirrored=False)
    assert quantiles_of(values, weight, mirrored=False) == pytest.approx(twice, abs=0.51)


def test_a_value_stands_in_the_middle_of_its_weight():
    """Weights 1 and 3: the values stand at 1/8 and 5/8, so one half lies three quarters of the way."""
    found = quantiles_of(np.array([10.0, 0.0]), np.array([3.0, 1.0]), mirrored=False)
    assert found[LEVELS.index(0.5)] == pytest.approx(7.5)
    assert (found[0], found[-1]) == (0.0, 10.0)


def test_mirrored_quantiles_are_the_same_on_both_sides():
    values = np.random.default_rng(4).exponential(size=2000)
    found = quantiles_of(values, np.ones(2000), mirrored=True)
    assert found == pytest.approx(-found[::-1])
    assert found[LEVELS.index(0.9)] == pytest.approx(np.quantile(values, 0.8), abs=0.01)


@pytest.mark.parametrize(
    ("scale", "bounds", "alike"),
    [("log", None, False), ("logit", (0.0, 1e6), True), ("additive", None, True)],
)
def test_up_and_down_are_alike_for_shares_and_rates(scale, bounds, alike):
    """The invented outcomes all lie above the last value: mirrored, as many would lie below."""
    up = replace(SEEN, later=SEEN.history[:, -1:] + np.abs(SEEN.later - SEEN.history[:, -1:]))
    shape = fit(up, scale, bounds).shape
    assert (np.abs(shape + shape[::-1]).max() < 1e-9) == alike
