"""Where series are cut, and which targets are set."""

from __future__ import annotations

import numpy as np
import pytest

from bench.proof.cases import AROUND, EVENTS, FLOOR, LEAST_STEP, cut, origins, targets
from bench.proof.forecast import HORIZON
from tests.bench.proof.invented import series, wandering


@pytest.mark.parametrize(
    ("years", "length", "known"),
    [(9, 5, []), (10, 5, [5]), (14, 5, [9]), (15, 5, [10, 5]), (40, 5, [35, 30]), (17, 12, [12])],
)
def test_origins_leave_room_for_the_history_and_for_what_came(years, length, known):
    assert list(origins(years, length)) == known


def test_a_case_sees_the_last_points_before_its_origin_and_none_after():
    made = cut([series(range(1, 18))], 8)
    assert made.history.tolist() == [[5, 6, 7, 8, 9, 10, 11, 12]]
    assert made.actual.tolist() == [[13, 14, 15, 16, 17]]


def test_the_usual_change_is_that_of_all_years_up_to_the_origin():
    (step,) = cut([series([1, 5, 5, 5, 5, 6, 9, 9, 9, 9, 9])], 5).step
    assert step == pytest.approx((4 + 0 + 0 + 0 + 1) / 5)


def test_a_still_series_has_a_usual_change_above_zero():
    (step,) = cut([series([200.0] * 10)], 5).step
    assert step == pytest.approx(200 * LEAST_STEP)


def test_the_level_is_the_mean_of_what_is_seen():
    assert cut([series(range(1, 11))], 5).level.tolist() == [3.0]


def test_every_case_knows_its_panel():
    made = cut([series(range(1, 16), "M1"), series(range(1, 11), "M3")], 5)
    assert made.panel.tolist() == ["M1", "M1", "M3"]


def test_the_same_targets_are_drawn_every_time():
    assert (cut(wandering(), 5).threshold == cut(wandering(), 5).threshold).all()


def test_a_target_grows_at_one_pace_from_the_last_value():
    drawn = targets(np.array([[100.0, 104, 109, 112, 120]]), np.random.default_rng(0))[0]
    assert drawn.shape == (HORIZON, EVENTS)
    assert np.diff(np.log(drawn), axis=0) == pytest.approx(
        np.broadcast_to(np.log(drawn[0] / 120), (HORIZON - 1, EVENTS))
    )


def test_targets_lie_around_past_growth_as_often_above_as_below():
    history = np.repeat([[100.0, 110, 105, 120, 125]], 5000, axis=0)
    growth = np.log(targets(history, np.random.default_rng(0))[:, 0] / 125)
    changes = np.diff(np.log(history[0]))
    assert growth.mean() == pytest.approx(changes.mean(), abs=0.001)
    assert growth.std() == pytest.approx(AROUND * changes.std(ddof=1), rel=0.02)


def test_steady_growth_still_has_targets_on_both_sides():
    history = np.repeat([100 * 1.05 ** np.arange(5.0)], 500, axis=0)
    growth = np.log(targets(history, np.random.default_rng(0))[:, 0] / history[0, -1])
    assert growth.std() == pytest.approx(AROUND * FLOOR, rel=0.05)
    assert growth.min() < np.log(1.05) < growth.max()
