"""The contestants of a spreadsheet, reckoned by hand."""

from __future__ import annotations

from math import exp, log, sqrt

import numpy as np
import pytest

from bench.proof.forecast import HORIZON, LEVELS, NORMAL
from bench.proof.plain import drift, growth_with_residuals, growth_with_walk, naive

HISTORY = np.array([[100.0, 110, 105, 120]])
DOUBLING = np.array([[1.0, 2, 4, 8, 16]])


def spreads(made, *, logarithm=False):
    """Standard deviation of each year, read back off the quantiles."""
    upper, point = made.quantiles[0, :, -1], made.point[0]
    return (np.log(upper / point) if logarithm else upper - point) / NORMAL[-1]


def test_naive_repeats_the_last_value_and_widens_with_the_root_of_time():
    made = naive(HISTORY)
    assert made.point.tolist() == [[120.0] * HORIZON]
    one = sqrt((10**2 + 5**2 + 15**2) / 3)
    assert spreads(made) == pytest.approx([one * sqrt(ahead) for ahead in range(1, 6)])


def test_drift_goes_on_by_the_mean_change_and_doubts_it():
    made = drift(HISTORY)
    assert made.point[0] == pytest.approx([120 + 20 / 3 * ahead for ahead in range(1, 6)])
    one = np.std([10, -5, 15], ddof=1)
    assert spreads(made) == pytest.approx([one * sqrt(ahead * (1 + ahead / 3)) for ahead in range(1, 6)])


@pytest.mark.parametrize("method", [growth_with_residuals, growth_with_walk])
def test_mean_growth_goes_on_from_the_last_value(method):
    assert method(DOUBLING).point[0] == pytest.approx([32, 64, 128, 256, 512])
    assert method(HISTORY).point[0, 2] == pytest.approx(144)


def test_residuals_are_those_around_the_curve_between_the_ends():
    pace = log(1.2) / 3
    off = [log(110 / (100 * exp(pace))), log(105 / (100 * exp(2 * pace)))]
    expected = sqrt((off[0] ** 2 + off[1] ** 2) / 2)
    assert spreads(growth_with_residuals(HISTORY), logarithm=True) == pytest.approx([expected] * HORIZON)


def test_a_walk_has_the_spread_of_yearly_growth():
    one = np.std(np.diff(np.log(HISTORY[0])), ddof=1)
    assert spreads(growth_with_walk(HISTORY), logarithm=True) == pytest.approx(
        [one * sqrt(ahead) for ahead in range(1, 6)]
    )


@pytest.mark.parametrize("method", [naive, drift, growth_with_residuals, growth_with_walk])
def test_a_still_series_is_forecast_without_nonsense(method):
    made = method(np.full((1, 5), 7.0))
    assert made.quantiles.shape == (1, HORIZON, len(LEVELS))
    assert made.quantiles == pytest.approx(np.full(made.quantiles.shape, 7.0), rel=1e-6)
