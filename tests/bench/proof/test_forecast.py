"""Quantiles and chances agree, whoever hands them in."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest

from bench.proof.forecast import HORIZON, LEVELS, SCORED, normal, reaching, timed
from tests.bench.proof.invented import everywhere, spread_evenly


def limits(*values):
    """Thresholds of one case, the same in each year: (1, HORIZON, k)."""
    return np.broadcast_to(np.array(values, dtype=float), (1, HORIZON, len(values)))


def test_levels_hold_the_ends_of_both_intervals():
    assert {0.025, 0.1, 0.9, 0.975} <= set(LEVELS)
    assert np.diff(SCORED) == pytest.approx(0.05)


def test_a_normal_forecast_gives_its_quantiles_and_chances():
    made = normal(everywhere([100.0]), everywhere([10.0]), logarithm=False)
    told = NormalDist(100, 10)
    assert made.quantiles[0, 0] == pytest.approx([told.inv_cdf(level) for level in LEVELS])
    assert made.chance(limits(90, 100, 120))[0, 0] == pytest.approx([1 - told.cdf(x) for x in (90, 100, 120)])


def test_a_normal_logarithm_never_falls_below_zero():
    made = normal(everywhere([0.0]), everywhere([3.0]), logarithm=True)
    assert made.point[0, 0] == 1.0
    assert made.quantiles.min() > 0
    assert made.chance(limits(1.0))[0, 0] == pytest.approx(0.5)


def test_a_forecast_without_spread_still_has_chances():
    made = normal(everywhere([100.0]), everywhere([0.0]), logarithm=False)
    assert made.chance(limits(99.0, 101.0))[0, 0] == pytest.approx([1, 0])


def test_chances_read_off_normal_quantiles_are_exact_even_beyond_the_outermost():
    made = normal(everywhere([100.0]), everywhere([10.0]), logarithm=False)
    asked = limits(60, 85, 100, 103, 130)
    assert reaching(made.quantiles, asked) == pytest.approx(made.chance(asked))


def test_chances_read_off_quantiles_fall_as_the_threshold_rises():
    chances = reaching(spread_evenly(0.0, 1.0), limits(*np.linspace(-0.5, 1.5, 21)))[0, 0]
    assert (np.diff(chances) <= 0).all()
    assert chances[10] == pytest.approx(0.5)


def test_quantiles_that_coincide_give_no_nonsense():
    certain = np.full((1, HORIZON, len(LEVELS)), 5.0)
    assert reaching(certain, limits(4.0, 6.0))[0, 0].tolist() == [1.0, 0.0]


def test_time_is_taken_and_the_forecast_kept():
    made = timed(lambda history: normal(history, history, logarithm=False), everywhere([3.0]))
    assert (made.point.tolist(), made.refused) == (everywhere([3.0]).tolist(), 0)
    assert made.seconds >= 0
