"""Changes of a history, the drift carried on, and the spread around it; z is on the even scale."""

from __future__ import annotations

import numpy as np
import pytest

from indicators.projection.constants import (
    COUNTS,
    DAMP,
    FLOOR,
    FREEDOM,
    HALF,
    LONE,
    SPREAD,
    TILT,
    WEIGHT,
)
from indicators.projection.trend import changes, outlook

GAP = np.nan
NOISE = [[0.0, 0.1, 0.0, 0.1, 0.0, 0.1, 0.0, 0.1, 0.0]]
TREND = [[0.00, 0.05, 0.101, 0.149, 0.20, 0.251, 0.30, 0.349, 0.40]]


def one(z):
    """What `changes` says of a single series, as plain numbers."""
    seen = changes(np.array(z, dtype=float))
    return {name: getattr(seen, name)[0] for name in ("count", "mean", "noise", "square", "latest")}


def half_width(z, horizon: int = 5) -> np.ndarray:
    """Half of the 80 % band, (horizon,)."""
    from scipy.special import stdtrit

    view = outlook(np.array(z, dtype=float), horizon)
    return view.spread[0] * stdtrit(view.freedom[0], 0.9)


def drift(z, horizon: int = 5) -> np.ndarray:
    """How far the median lies above the latest value, (horizon,)."""
    return outlook(np.array(z, dtype=float), horizon).middle[0] - z[0][-1]


def test_changes_of_a_full_history():
    assert one([[0.0, 0.1, 0.4]]) == pytest.approx(
        {"count": 2, "mean": 0.2, "noise": 0.01, "square": 0.05, "latest": 0.3}
    )


def test_a_change_over_a_gap_is_annualised_and_weighs_its_years():
    """0.3 over three years is 0.1 a year, three times; a change over w years hides w times its square."""
    assert one([[0.0, GAP, GAP, 0.3, 0.5]]) == pytest.approx(
        {"count": 2, "mean": 0.125, "noise": 0.00375, "square": (3 * 0.01 + 0.04) / 2, "latest": 0.2}
    )


def test_years_before_the_first_value_do_not_count():
    assert one([[GAP, GAP, 1.0, 1.1]]) == one([[1.0, 1.1]])


def test_changes_keep_their_place():
    seen = changes(np.array([[0.0, GAP, 0.4, 0.5]]))
    assert seen.yearly[0] == pytest.approx([0.0, 0.2, 0.1])
    assert list(seen.years[0]) == [0, 2, 1]


def test_a_single_change_is_carried_on_in_part_and_damped():
    assert drift([[0.0, 0.1]], 3) == pytest.approx(LONE * 0.1 * np.cumsum([1, DAMP, DAMP**2]))


def test_noise_is_hardly_carried_on():
    """The last change was up, yet the median stays within a tenth of it (assessment rules §5.2)."""
    assert abs(drift(NOISE, 1)[0]) < 0.1 * 0.1


def test_a_clear_trend_is_carried_on_nearly_whole():
    """87–93 % of past growth over five years where the trend is clear (assessment rules §5.2)."""
    assert 0.8 < drift(TREND)[-1] / (5 * 0.05) < 0.95


def test_no_change_no_drift():
    assert drift([[2.0, 2.0, 2.0]]) == pytest.approx(np.zeros(5))


def test_falling_is_rising_upside_down():
    down = outlook(-np.array(TREND), 5)
    up = outlook(np.array(TREND), 5)
    assert down.middle == pytest.approx(-up.middle)
    assert down.spread == pytest.approx(up.spread)


def test_the_band_of_a_constant_series_is_the_pooled_one():
    """Without any scatter of its own, a series borrows it; the width is the table's."""
    usual = SPREAD**2 * (FLOOR**2 / SPREAD**2) ** TILT
    scatter = np.sqrt((FLOOR**2 + WEIGHT * usual) / (1 + WEIGHT))
    assert half_width([[1.0, 1.0]]) == pytest.approx(scatter * np.array(HALF[0][:5]))


def test_a_series_that_scatters_as_usual_has_the_usual_spread():
    """Ten changes of ±s0: own and pooled scatter agree, so the band is the table's times s0."""
    z = [[0.0, *np.cumsum([SPREAD, -SPREAD] * 5)]]
    row = np.interp(10, COUNTS, [half[0] for half in HALF])
    assert half_width(z, 1)[0] == pytest.approx(SPREAD * row, rel=0.02)


def test_the_band_grows_with_every_year():
    width = half_width(NOISE, 15)
    assert (np.diff(width) > 0).all()


def test_beyond_the_table_it_grows_with_the_root_of_time():
    width = half_width(NOISE, 40)
    assert width[39] / width[9] == pytest.approx(2.0)


def test_the_fewer_points_the_heavier_the_tails():
    freedom = [outlook(np.zeros((1, count + 1)), 1).freedom[0, 0] for count in COUNTS]
    assert freedom == pytest.approx(list(FREEDOM))
    assert outlook(np.zeros((1, 50)), 1).freedom[0, 0] == FREEDOM[-1]


def test_more_scatter_means_a_wider_band():
    assert (half_width(2 * np.array(NOISE)) > half_width(NOISE)).all()


def test_many_series_at_once_are_each_as_alone():
    both = outlook(np.array([NOISE[0], TREND[0]]), 4)
    for row, z in enumerate((NOISE, TREND)):
        alone = outlook(np.array(z), 4)
        assert both.middle[row] == pytest.approx(alone.middle[0])
        assert both.spread[row] == pytest.approx(alone.spread[0])
        assert both.freedom[row] == pytest.approx(alone.freedom[0])
