"""What a history says of change, worked by hand; z is on the even scale."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from indicators.projection.changes import changes, last_column
from indicators.projection.constants import FLOOR, SIGNAL, STEADIEST, USUAL, WILD
from tests.indicators.projection.histories import GAP, rates

NAMES = ("count", "mean", "latest", "above", "clarity", "size", "noise")
STEADY = [0.00, 0.05, 0.101, 0.149, 0.20, 0.251, 0.30, 0.349, 0.40]
UP_AND_DOWN = [0.0, 0.1, 0.0, 0.1, 0.0, 0.1, 0.0, 0.1, 0.0]


def one(z):
    """What `changes` says of a single series, as plain numbers."""
    seen = changes(np.array([z], dtype=float))
    return {name: float(getattr(seen, name)[0]) for name in NAMES}


def squares(z):
    """Mean squares of the changes: in all, and about their mean, without the floors."""
    seen = one(z)
    return seen["size"] ** 2 - FLOOR**2, seen["noise"] ** 2 - least_noise(seen["size"]) ** 2


def least_noise(size):
    """What is taken for noise where there is none to be seen."""
    return (FLOOR**2 + (STEADIEST * size) ** 2) ** 0.5


def test_a_full_history():
    seen = one([0.0, 0.1, 0.4])
    assert (seen["count"], seen["mean"], seen["latest"]) == pytest.approx((2, 0.2, 0.3))
    assert squares([0.0, 0.1, 0.4]) == pytest.approx(((0.01 + 0.09) / 2, (0.01 + 0.01) / 2))
    assert seen["above"] == pytest.approx(0.4 - (0.5 / 3 + 0.2))
    signal = 2 * 0.2**2 / (0.01 + least_noise(seen["size"]) ** 2)
    assert seen["clarity"] == pytest.approx(signal / (signal + SIGNAL))


def test_a_change_over_a_gap_is_annualised_and_weighs_its_years():
    """0.3 over three years is 0.1 a year, three times; a change over w years hides w times its square."""
    z = [0.0, GAP, GAP, 0.3, 0.5]
    seen = one(z)
    assert (seen["count"], seen["mean"], seen["latest"]) == pytest.approx((2, 0.125, 0.2))
    assert squares(z) == pytest.approx(((3 * 0.01 + 0.04) / 2, (3 * 0.025**2 + 0.075**2) / 2))


def test_the_latest_change_may_span_a_gap():
    assert one([0.0, 0.1, GAP, 0.5])["latest"] == pytest.approx(0.2)


def test_a_straight_line_with_gaps_is_a_straight_line():
    seen = one([0.0, 0.1, GAP, GAP, 0.4, 0.5])
    assert (seen["mean"], seen["latest"]) == pytest.approx((0.1, 0.1))
    assert (seen["above"], seen["noise"]) == pytest.approx((0.0, least_noise(seen["size"])), abs=1e-12)


@pytest.mark.parametrize(
    "padded", [[GAP, GAP, 1.0, 1.1, 1.4], [1.0, 1.1, 1.4, GAP], [GAP, 1.0, 1.1, 1.4, GAP]]
)
def test_years_before_the_first_and_after_the_last_value_do_not_count(padded):
    assert one(padded) == pytest.approx(one([1.0, 1.1, 1.4]))


def test_two_points_lie_on_their_line_and_show_no_noise():
    assert one([1.0, GAP, 1.4]) == pytest.approx(
        {
            "count": 1,
            "mean": 0.2,
            "latest": 0.2,
            "above": 0.0,
            "clarity": 0.0,
            "size": (size := (2 * 0.2**2 + FLOOR**2) ** 0.5),
            "noise": least_noise(size),
        }
    )


def test_an_outlier_year_is_noise():
    z = [1.0, 1.1, 1.2, 6.3, 1.4]
    seen = one(z)
    assert (seen["mean"], seen["latest"]) == pytest.approx((0.1, -4.9))
    assert squares(z) == pytest.approx(((2 * 0.01 + 5.1**2 + 4.9**2) / 4, 2 * 5.0**2 / 4))
    assert seen["clarity"] < 0.001


def test_without_a_change_only_the_floor_is_left():
    seen = one([2.0, 2.0, 2.0])
    assert (seen["size"], seen["noise"]) == pytest.approx((FLOOR, least_noise(FLOOR)))
    assert all(seen[name] == 0 for name in ("mean", "latest", "above", "clarity"))


def test_one_change_is_never_clear_however_steep():
    assert one([0.0, 50.0])["clarity"] == 0


def test_a_trend_is_half_clear_where_the_signal_is_as_large_as_its_measure():
    """Changes of 1 ± s, of which s² + STEADIEST² · (1 + s²) is noise: 2 · 1² is K times as much."""
    s = np.sqrt((2 / SIGNAL - STEADIEST**2) / (1 + STEADIEST**2))
    assert one([0.0, 1 - s, 2.0])["clarity"] == pytest.approx(0.5, abs=1e-4)


def test_steady_change_is_clear_and_going_to_and_fro_is_not():
    assert one(STEADY)["clarity"] > 0.98
    assert one(UP_AND_DOWN)["clarity"] < 0.01


def test_the_same_changes_for_more_years_are_clearer():
    short, long = (one(np.cumsum([0.0, *[0.01, 0.05] * times]))["clarity"] for times in (2, 6))
    assert 0 < short < long < 1


@given(rates)
def test_the_mean_is_the_way_from_the_first_to_the_last_value(z):
    assert one(z)["mean"] == pytest.approx((z[-1] - z[0]) / (len(z) - 1), abs=1e-9)


@given(rates)
def test_above_is_what_a_least_squares_line_leaves_at_the_end(z):
    at = np.flatnonzero(~np.isnan(z))
    assume(len(at) > 2)
    line = np.polyfit(at, np.array(z)[at], 1)
    assert one(z)["above"] == pytest.approx(z[-1] - np.polyval(line, at[-1]), abs=1e-8)


@given(rates)
def test_clarity_lies_between_0_and_1_and_no_scatter_below_the_floor(z):
    seen = one(z)
    assert 0 <= seen["clarity"] < 1
    assert seen["size"] >= FLOOR and seen["noise"] >= FLOOR


@given(rates, some.floats(-100.0, 100.0))
def test_only_differences_matter(z, shift):
    assert one(np.array(z) + shift) == pytest.approx(one(z), rel=1e-6, abs=1e-9)


@given(rates)
def test_falling_is_rising_upside_down(z):
    down = one(-np.array(z))
    flipped = {name: -down[name] if name in ("mean", "latest", "above") else down[name] for name in NAMES}
    assert flipped == pytest.approx(one(z))


@given(some.floats(2.0, 1e3))
def test_all_but_clarity_grows_with_the_changes(factor):
    """As long as the floor is small beside them."""
    z = np.array([0.0, 40.0, GAP, 30.0, 90.0, 120.0])
    plain, scaled = one(z), one(factor * z)
    alike = {"count": plain.pop("count"), "clarity": plain.pop("clarity")}
    assert {name: scaled[name] for name in alike} == pytest.approx(alike)
    assert {name: scaled[name] / factor for name in plain} == pytest.approx(plain)


def test_many_series_at_once_are_each_as_alone():
    panel = [[0.0, 0.1, GAP, 0.5], [GAP, GAP, 2.0, 1.0], [3.0, GAP, 3.2, GAP]]
    together = changes(np.array(panel))
    for row, z in enumerate(panel):
        assert {name: getattr(together, name)[row] for name in NAMES} == pytest.approx(one(z))


def test_the_terms_of_the_middle_stand_in_the_order_of_their_constants():
    z = [0.0, 0.1, 0.4]
    a, m, latest, above = (one(z)[name] for name in ("clarity", "mean", "latest", "above"))
    size = np.log(one(z)["size"] / USUAL)
    expected = [m, a * m, size * m, a**8 * m, latest, a * latest, size * latest, above, size * above]
    assert changes(np.array([z])).drift()[0] == pytest.approx(expected)


@pytest.mark.parametrize(("width", "counts_as"), [(0.4, 0.4), (0.5, 0.5), (0.6, 0.5), (9.0, 0.5)])
def test_beyond_a_size_all_changes_count_as_equally_wild(width, counts_as):
    """Changes of ± width: the mean is 0, and the latest change weighs by the logarithm of the size."""
    assert WILD == 0.5
    m, _, of_m, _, latest, _, of_latest, _, _ = changes(np.array([[0.0, width, 0.0]])).drift()[0]
    assert (m, of_m, latest) == pytest.approx((0, 0, -width))
    assert of_latest / latest == pytest.approx(np.log(counts_as / USUAL), abs=1e-4)


def test_the_terms_of_the_spread_stand_in_the_order_of_their_constants():
    z = [0.0, 0.1, 0.4]
    a, size, noise = (one(z)[name] for name in ("clarity", "size", "noise"))
    expected = [1.0, np.log(size), np.log(noise), a, a**2, a * np.log(size)]
    assert changes(np.array([z])).scatter()[0] == pytest.approx(expected)


def test_where_the_last_value_stands():
    assert list(last_column(np.array([[1.0, 2.0, 3.0], [1.0, GAP, GAP], [GAP, 2.0, GAP]]))) == [2, 0, 1]
