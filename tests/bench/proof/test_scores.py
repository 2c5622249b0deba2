"""Scores on cases that can be reckoned by hand."""

from __future__ import annotations

from math import pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.proof.forecast import HORIZON, LEVELS, normal
from bench.proof.scores import brier, covered, crps, gap, mase, reliability, skill
from tests.bench.proof.invented import everywhere, spread_evenly

NUMBERS = st.floats(-1e3, 1e3)


def test_an_error_of_one_usual_change_is_a_mase_of_one():
    assert mase(everywhere([105.0]), everywhere([100.0]), np.array([5.0])) == 1.0


def test_the_mase_weighs_every_series_by_its_own_change():
    actual, point, step = everywhere([105.0, 2000.0]), everywhere([100.0, 1000.0]), np.array([5.0, 500.0])
    assert mase(actual, point, step) == (1.0 + 2.0) / 2


def test_the_crps_of_a_normal_distribution_is_the_textbooks():
    """Of N(0, 1): at its middle 2φ(0) − 1/√π = 0.234; level 1, so in percent 23.4."""
    standard = normal(np.zeros((1, HORIZON)), np.ones((1, HORIZON)), logarithm=False)
    expected = 100 * (2 / sqrt(2 * pi) - 1 / sqrt(pi))
    assert crps(everywhere([0.0]), standard.quantiles, np.array([1.0])) == pytest.approx(expected, rel=0.02)


def test_the_crps_of_an_even_spread_is_a_twelfth_of_its_width():
    """Even between 0 and 1, actual 0.5: ∫F² below and ∫(1−F)² above are 1/24 each."""
    found = crps(everywhere([0.5]), spread_evenly(0.0, 1.0), np.array([1.0]))
    assert found == pytest.approx(100 / 12, rel=0.01)


def test_the_crps_of_a_certain_forecast_is_its_error():
    certain = np.full((1, HORIZON, len(LEVELS)), 110.0)
    assert crps(everywhere([100.0]), certain, np.array([100.0])) == pytest.approx(10.0)


def test_the_crps_does_not_depend_on_the_unit_of_measurement():
    small = crps(everywhere([0.3]), spread_evenly(0.0, 1.0), np.array([0.5]))
    large = crps(everywhere([3000.0]), spread_evenly(0.0, 10000.0), np.array([5000.0]))
    assert small == pytest.approx(large)


@given(NUMBERS, NUMBERS)
def test_nobody_does_better_than_knowing(actual, said):
    known, guessed = (np.full((1, HORIZON, len(LEVELS)), one) for one in (actual, said))
    level = np.array([1.0])
    truth = crps(everywhere([actual]), known, level)
    assert truth == 0 <= crps(everywhere([actual]), guessed, level)


@pytest.mark.parametrize(("actual", "inside"), [(0.09, 0), (0.1, 1), (0.11, 1), (0.9, 1), (0.91, 0)])
def test_the_ends_of_an_interval_belong_to_it(actual, inside):
    quantiles = spread_evenly(0.0, 1.0)
    assert covered(everywhere([actual]), quantiles, 0.1, 0.9).tolist() == [inside] * HORIZON


def test_coverage_is_told_for_each_year_ahead():
    quantiles = np.repeat(spread_evenly(0.0, 1.0), 2, axis=0)
    actual = np.array([[0.5, 0.5, 0.5, 2.0, 2.0], [0.5, 2.0, 0.5, 2.0, 0.5]])
    assert covered(actual, quantiles, 0.1, 0.9).tolist() == [1.0, 0.5, 1.0, 0.0, 0.5]


@pytest.mark.parametrize(
    ("chance", "came", "score"),
    [([1.0, 0.0], [True, False], 0.0), ([0.5, 0.5], [True, False], 0.25), ([0.8], [True], 0.04)],
)
def test_the_brier_score_is_the_mean_squared_miss(chance, came, score):
    assert brier(np.array(chance), np.array(came)) == pytest.approx(score)


@pytest.mark.parametrize(("score", "gained"), [(0.0, 1.0), (0.15, 0.25), (0.2, 0.0), (0.3, -0.5)])
def test_skill_is_the_share_of_a_references_score_that_is_saved(score, gained):
    assert skill(score, 0.2) == pytest.approx(gained)


def test_chances_are_gathered_in_tenths():
    chance = np.array([0.0, 0.05, 0.099, 0.1, 0.95, 1.0])
    came = np.array([False, False, True, True, True, False])
    assert [(round(said, 3), round(seen, 3), count) for said, seen, count in reliability(chance, came)] == [
        (0.05, 0.333, 3),
        (0.1, 1.0, 1),
        (0.975, 0.5, 2),
    ]


def test_the_gap_weighs_bins_by_their_events():
    assert gap([(0.2, 0.3, 30), (0.8, 0.8, 10)]) == pytest.approx(0.075)


def test_who_is_right_as_often_as_said_has_no_gap():
    chance = np.repeat([0.25, 0.75], 4)
    came = np.array([True, False, False, False, True, True, True, False])
    assert gap(reliability(chance, came)) == 0
