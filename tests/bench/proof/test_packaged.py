"""How a package's answer is read; the package itself is not needed for that."""

from __future__ import annotations

import numpy as np
import pytest

from bench.proof.forecast import HORIZON, LEVELS
from bench.proof.holt import damped_holt
from bench.proof.packaged import collected, read

LOW = [level for level in LEVELS if level < 0.5]


def said(spelling):
    """Answer with intervals 0 ± width/2, widths spelled by `spelling`, the same in each year."""
    width = {round(100 - 200 * level, 1): 50 - 100 * level for level in LOW}
    sides = {"lo": -1, "hi": 1}
    return {"mean": np.zeros(HORIZON)} | {
        f"{side}-{spelling(key)}": np.full(HORIZON, sign * half)
        for key, half in width.items()
        for side, sign in sides.items()
    }


def test_intervals_become_quantiles_however_their_width_is_spelled():
    for spelling in (str, lambda width: f"{width:.0f}"):
        point, quantiles = read(said(spelling))
        assert point.tolist() == [0.0] * HORIZON
        assert quantiles[0].round(6).tolist() == [round(100 * level - 50, 6) for level in LEVELS]


def test_quantiles_that_cross_are_put_in_order():
    crossed = said(str) | {"lo-95.0": np.full(HORIZON, 3.0)}
    assert (np.diff(read(crossed)[1], axis=1) >= 0).all()


def test_no_answer_is_nothing_rather_than_zero():
    point, quantiles = read({})
    assert np.isnan(point).all()
    assert quantiles.shape == (HORIZON, len(LEVELS))
    assert np.isnan(quantiles).all()


def test_damped_holt_answers_for_a_history_that_was_refused():
    history = np.array([[1.0, 2, 3, 4, 5], [10.0, 12, 11, 14, 15]])
    made = collected([(*read(said(str)), 0.25), (*read({}), 0.5)], history)
    assert made.point.tolist() == [[0.0] * HORIZON, damped_holt(history[1:]).point[0].tolist()]
    assert (made.refused, made.seconds) == (1, 0.75)
    assert made.chance(np.zeros((2, HORIZON, 1)))[0] == pytest.approx(0.5)
