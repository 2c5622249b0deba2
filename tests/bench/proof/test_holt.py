"""Damped Holt: a trend that is carried on, but less each year."""

from __future__ import annotations

import numpy as np
import pytest

from bench.proof.holt import PHIS, damped_holt

LINE = np.array([[10.0, 12, 14, 16, 18, 20, 22, 24]])


def test_a_straight_line_is_carried_on_damped():
    (steps,) = np.diff(damped_holt(LINE).point, axis=1)
    assert (steps > 0).all()
    assert (np.diff(steps) < 0).all()
    assert steps[1:] / steps[:-1] == pytest.approx([max(PHIS)] * 3)


def test_a_still_series_stays():
    assert damped_holt(np.full((1, 5), 7.0)).point == pytest.approx(np.full((1, 5), 7.0))


def test_intervals_widen_with_the_years():
    made = damped_holt(np.array([[10.0, 14, 11, 17, 13, 18, 15]]))
    assert (np.diff(made.quantiles[0, :, -1] - made.quantiles[0, :, 0]) > 0).all()


def test_a_series_is_forecast_alike_alone_and_among_others():
    others = np.vstack([LINE, LINE[:, ::-1], LINE + np.sin(LINE)])
    assert damped_holt(others).point[0] == pytest.approx(damped_holt(LINE).point[0])


def test_the_unit_of_measurement_does_not_matter():
    assert damped_holt(1000 * LINE).quantiles == pytest.approx(1000 * damped_holt(LINE).quantiles)
