"""Quantiles and chances: shapes, bounds, edges, and the laws between them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from indicators.errors import CannotProject, UnknownName
from indicators.projection import LONGEST, chance, quantiles
from tests.indicators.projection.histories import (
    AWKWARD,
    BOUNDS,
    GAP,
    ORDINARY,
    SATURATED,
    amounts,
    rates,
    shares,
)

LEVELS = (0.1, 0.25, 0.5, 0.75, 0.9)
TAILS = (0.001, *LEVELS, 0.999)
horizons = some.integers(1, LONGEST)
ordinary = pytest.mark.parametrize(("scale", "history"), ORDINARY.items(), ids=ORDINARY)


def moved(history, horizon, scale="auto"):
    """How far the median of the last year ahead lies above the last value."""
    return quantiles(history, horizon, [0.5], scale=scale)[0, -1, 0] - history[-1]


def test_quantiles_have_a_row_a_series_a_column_a_year_and_a_level_each():
    history = [[1.0, 2.0, 3.0], [GAP, 5.0, 4.0]]
    assert quantiles(history, 5, LEVELS).shape == (2, 5, 5)
    assert quantiles(history[0], 1, [0.5]).shape == (1, 1, 1)
    assert quantiles(history[0], 1, 0.5).shape == (1, 1, 1)


@pytest.mark.parametrize(
    ("threshold", "shape"),
    [
        (3.0, (2, 4)),
        (np.full((2, 4), 3.0), (2, 4)),
        (np.full((2, 1), 3.0), (2, 4)),
        (np.full((2, 4, 3), 3.0), (2, 4, 3)),
        (np.full((1, 1, 3), 3.0), (2, 4, 3)),
    ],
    ids=["one number", "each", "each series", "several each", "several"],
)
def test_chances_have_the_shape_of_the_thresholds(threshold, shape):
    history = [[1.0, 2.0, 3.0], [6.0, 5.0, 4.0]]
    found = chance(history, 4, threshold)
    assert found.shape == shape
    assert found.reshape(2, -1) == pytest.approx(
        np.repeat(chance(history, 4, 3.0), found.size // 8).reshape(2, -1)
    )


def test_each_series_and_year_has_a_threshold_of_its_own():
    history = [[1.0, 2.0, 3.0], [6.0, 5.0, 4.0]]
    limits = np.array([[3.0, 4.0], [5.0, 2.0]])
    expected = [[chance(history[row], 2, limits[row, year])[0, year] for year in (0, 1)] for row in (0, 1)]
    assert chance(history, 2, limits) == pytest.approx(np.array(expected))


def test_a_panel_of_no_series_has_no_forecast():
    assert quantiles(np.empty((0, 4)), 3, LEVELS).shape == (0, 3, 5)
    assert chance(np.empty((0, 4)), 3, 1.0).shape == (0, 3)


def test_a_panel_forecasts_each_series_as_if_alone():
    panel = [[1.0, 2.0, 2.5, 3.0], [GAP, 800.0, GAP, 700.0], [1.0, GAP, 4.0, GAP]]
    together = quantiles(panel, 5, LEVELS, scale="log")
    alone = [quantiles(row, 5, LEVELS, scale="log")[0] for row in panel]
    assert together == pytest.approx(np.array(alone))


def test_under_auto_a_series_with_a_zero_does_not_change_how_its_neighbours_are_told():
    panel = [[1.0, 2.0, 2.5, 3.0], [0.0, 3.0, 5.0, 4.0], [GAP, 8.0, 7.0, 9.0], [-1.0, 2.0, GAP, 3.0]]
    limits = np.array([[[3.0], [4.0], [9.0], [0.0]]]).reshape(4, 1)
    alone = [quantiles(row, 5, LEVELS)[0] for row in panel]
    assert quantiles(panel, 5, LEVELS) == pytest.approx(np.array(alone))
    alone = [chance(row, 5, limit)[0] for row, limit in zip(panel, limits[:, 0], strict=True)]
    assert chance(panel, 5, limits) == pytest.approx(np.array(alone))


def test_auto_is_log_for_positive_values_logit_within_bounds_and_additive_for_the_rest():
    for scale, history in (("log", [1.0, 2.0, 3.0]), ("additive", [-1.0, 2.0, 3.0])):
        assert quantiles(history, 3, LEVELS) == pytest.approx(quantiles(history, 3, LEVELS, scale=scale))
    within = quantiles([1.0, 2.0, 3.0], 3, LEVELS, bounds=BOUNDS)
    assert within == pytest.approx(quantiles([1.0, 2.0, 3.0], 3, LEVELS, scale="logit", bounds=BOUNDS))


@pytest.mark.parametrize("history", AWKWARD.values(), ids=AWKWARD)
def test_every_history_has_a_finite_band_of_some_width(history):
    fan = quantiles(history, 5, TAILS)[0]
    assert np.isfinite(fan).all()
    assert (np.diff(fan, axis=1) > 0).all()


@pytest.mark.parametrize("history", SATURATED.values(), ids=SATURATED)
def test_a_saturated_share_has_a_finite_band_within_bounds(history):
    """Quantiles that lie as near to the bound as rounding does lie on it, as the figures do."""
    fan = quantiles(history, 5, LEVELS, bounds=BOUNDS)[0]
    assert (np.diff(fan, axis=1) >= 0).all()
    assert (fan[:, 0] < fan[:, -1]).all()
    assert (fan >= 0).all() and (fan <= 100).all()


def test_the_bounds_themselves_are_certain_on_one_side_only():
    full, empty = [100.0] * 3, [0.0] * 3
    assert chance(full, 1, 100.0, at_least=False, bounds=BOUNDS) == 1.0
    assert chance(empty, 1, 0.0, at_least=False, bounds=BOUNDS) > 0.4
    assert chance(empty, 1, 0.0, bounds=BOUNDS) == 1.0
    assert chance(full, 1, 100.0, bounds=BOUNDS) > 0.4


@pytest.mark.parametrize(("history", "bound"), [([100.0] * 6, 100.0), ([0.0] * 6, 0.0)])
def test_a_share_that_stays_on_its_bound_lies_within_its_band(history, bound):
    low, high = quantiles(history, 5, [0.1, 0.9], bounds=BOUNDS)[0].T
    assert (low <= bound).all() and (high >= bound).all()


def test_a_share_that_was_always_full_stays_full_after_rounding():
    """A target of 100 % is compared after rounding to its digits: 99.5 is enough."""
    always = SATURATED["always full"]
    assert (chance(always, 5, 99.5, bounds=BOUNDS) > 0.99).all()
    reached = [chance(always, 1, limit, bounds=BOUNDS)[0, 0] for limit in (99.5, 99.9, 99.95, 100.0)]
    assert reached == sorted(reached, reverse=True)
    assert reached[-1] > 1 / 3, "what was always reached is not off track"


def test_nothing_lies_beyond_the_bounds():
    """An empty share is at least empty and a full one at most full: the bound itself is always reached."""
    for history in SATURATED.values():
        assert chance(history, 3, 0.0, bounds=BOUNDS) == pytest.approx(np.ones((1, 3)))
        assert chance(history, 3, 100.0, bounds=BOUNDS, at_least=False) == pytest.approx(np.ones((1, 3)))
        assert chance(history, 3, 100.1, bounds=BOUNDS) == pytest.approx(np.zeros((1, 3)))
        assert chance(history, 3, -0.1, bounds=BOUNDS, at_least=False) == pytest.approx(np.zeros((1, 3)))


@pytest.mark.parametrize("scale", ["log", "logit", "additive"])
def test_bounds_hold_on_every_scale(scale):
    history, bounds = [4.0, 9.0, 5.0, 8.5], (3.0, 10.0)
    fan = quantiles(history, 5, TAILS, scale=scale, bounds=bounds)[0]
    assert (fan >= 3).all() and (fan <= 10).all()
    assert (np.diff(fan, axis=1) >= 0).all()
    certain = chance(history, 5, np.array([[[2.9, 3.0, 10.1]]]), scale=scale, bounds=bounds)[0]
    assert certain == pytest.approx(np.tile([1.0, 1.0, 0.0], (5, 1)))


def test_a_band_within_bounds_elsewhere_is_the_free_one_cut_off():
    free = quantiles([4.0, 9.0, 5.0, 8.5], 5, TAILS, scale="log")
    assert quantiles([4.0, 9.0, 5.0, 8.5], 5, TAILS, scale="log", bounds=BOUNDS) == pytest.approx(
        np.clip(free, 0, 100)
    )


@pytest.mark.parametrize(
    "history",
    [[], [5.0], [GAP, 5.0], [4.0, GAP, GAP], [GAP, GAP], [[1.0, 2.0], [GAP, 2.0]], [[1.0, 2.0], [1.0, GAP]]],
    ids=["none", "one", "one after a gap", "one before", "no value", "one of two", "last of two missing"],
)
def test_one_value_cannot_be_projected(history):
    with pytest.raises(CannotProject, match="two values"):
        quantiles(history, 1, [0.5])
    with pytest.raises(CannotProject, match="two values"):
        chance(history, 1, 1.0)


@pytest.mark.parametrize("wild", [np.inf, -np.inf])
def test_an_infinite_value_is_refused(wild):
    with pytest.raises(CannotProject, match="infinite"):
        quantiles([[1.0, 2.0, 3.0], [1.0, wild, 3.0]], 1, [0.5])


def test_a_history_of_more_than_two_dimensions_is_refused():
    with pytest.raises(CannotProject, match="a table"):
        quantiles(np.ones((2, 3, 4)), 1, [0.5])


def test_a_negative_value_has_no_place_on_the_log_scale():
    with pytest.raises(CannotProject, match="negative"):
        quantiles([[1.0, 2.0], [-1.0, 2.0]], 1, [0.5], scale="log")
    with pytest.raises(CannotProject, match="negative"):
        chance([-1.0, 2.0], 1, 1.0, scale="log")


@pytest.mark.parametrize("scale", ["auto", "log", "logit", "additive"])
@pytest.mark.parametrize("bounds", [(100.0, 0.0), (5.0, 5.0), (0.0, np.nan), (0.0, np.inf)])
def test_bounds_are_two_numbers_the_lower_one_first(scale, bounds):
    with pytest.raises(CannotProject, match="bounds"):
        quantiles([1.0, 2.0, 3.0], 1, [0.5], scale=scale, bounds=bounds)
    with pytest.raises(CannotProject, match="bounds"):
        chance([1.0, 2.0, 3.0], 1, 2.5, scale=scale, bounds=bounds)


@pytest.mark.parametrize(
    ("history", "horizon", "allowed"),
    [
        ([1.0, 2.0], -1, False),
        ([1.0, 2.0], 0, False),
        ([1.0, 2.0], 1, True),
        ([1.0, 2.0], LONGEST, True),
        ([1.0, 2.0], LONGEST + 1, False),
        ([1.0, 2.0, GAP], LONGEST - 1, True),
        ([1.0, 2.0, GAP], LONGEST, False),
        ([[1.0, 2.0, 3.0], [1.0, 2.0, GAP]], LONGEST, False),
    ],
)
def test_a_forecast_reaches_1_to_10_years_beyond_the_last_value(history, horizon, allowed):
    if allowed:
        assert np.isfinite(quantiles(history, horizon, LEVELS)).all()
        return
    with pytest.raises(CannotProject, match=f"horizon {horizon}: allowed are 1–10"):
        quantiles(history, horizon, LEVELS)
    with pytest.raises(CannotProject, match="horizon"):
        chance(history, horizon, 1.0)


@pytest.mark.parametrize("level", [0.0, 1.0, -0.1, 50.0, GAP])
def test_a_level_lies_between_0_and_1(level):
    with pytest.raises(CannotProject, match="level"):
        quantiles([1.0, 2.0], 1, [0.5, level])


def test_an_unknown_scale_is_refused():
    with pytest.raises(UnknownName, match="scale"):
        quantiles([1.0, 2.0], 1, [0.5], scale="square")


@given(amounts, horizons)
def test_amounts_stay_positive_and_bands_never_cross(history, horizon):
    fan = quantiles(history, horizon, TAILS)[0]
    assert (fan >= 0).all()
    assert (np.diff(fan, axis=1) > 0).all()


@given(shares, horizons)
def test_shares_stay_within_bounds_and_bands_never_cross(history, horizon):
    fan = quantiles(history, horizon, TAILS, bounds=BOUNDS)[0]
    assert (fan >= 0).all() and (fan <= 100).all()
    assert (np.diff(fan, axis=1) >= 0).all()


@given(rates, horizons)
def test_bands_of_rates_never_cross(history, horizon):
    fan = quantiles(history, horizon, TAILS, scale="additive")[0]
    assert (np.diff(fan, axis=1) > 0).all()


@given(some.sampled_from(sorted(ORDINARY)), some.data())
def test_no_band_closes_with_the_years(scale, data):
    """On the scale itself: the 80 % band of a forecast is at least as wide as the year before."""
    history = data.draw({"log": amounts, "logit": shares, "additive": rates}[scale])
    bounds = BOUNDS if scale == "logit" else None
    low, high = np.moveaxis(quantiles(history, LONGEST, [0.1, 0.9], scale=scale, bounds=bounds)[0], 1, 0)
    if scale == "logit":
        assume(low.min() > 1e-9 and high.max() < 100 - 1e-9)
        low, high = (np.log(one / (100 - one)) for one in (low, high))
    if scale == "log":
        low, high = np.log(low), np.log(high)
    width = high - low
    assert (np.diff(width) >= -1e-6 * width[:-1]).all()


@pytest.mark.parametrize("scale", ["log", "logit"])
def test_the_band_of_amounts_and_shares_opens_with_every_year(scale):
    low, high = quantiles(ORDINARY[scale], LONGEST, [0.1, 0.9], scale=scale)[0].T
    assert (np.diff(high - low) > 0).all()


@pytest.mark.parametrize("level", [0.001, 0.02, 0.1, 0.5, 0.75, 0.98, 0.999])
@ordinary
def test_the_chance_of_reaching_a_quantile_is_what_the_quantile_leaves(scale, history, level):
    limit = quantiles(history, 3, [level], scale=scale)[:, :, 0]
    assert chance(history, 3, limit, scale=scale) == pytest.approx(np.full((1, 3), 1 - level))
    assert chance(history, 3, limit, scale=scale, at_least=False) == pytest.approx(np.full((1, 3), level))


@given(amounts, some.floats(0.001, 0.999), horizons)
def test_quantile_and_chance_agree_for_any_amounts(history, level, horizon):
    limit = quantiles(history, horizon, [level])
    assert chance(history, horizon, limit) == pytest.approx(np.full((1, horizon, 1), 1 - level), abs=1e-6)


@given(shares, some.floats(0.001, 0.999))
def test_quantile_and_chance_agree_for_any_share_off_the_edges(history, level):
    """Nearer to a bound than half of what the series has seen, a share counts as on it."""
    limit = quantiles(history, 2, [level], bounds=BOUNDS)
    inner = (limit > 0.05) & (limit < 99.95)
    assert chance(history, 2, limit, bounds=BOUNDS)[inner] == pytest.approx(1 - level, abs=1e-6)


@given(amounts, some.floats(0.01, 1e6), some.floats(1.01, 10.0))
def test_a_higher_target_is_never_likelier(history, threshold, factor):
    assert (chance(history, 3, threshold * factor) <= chance(history, 3, threshold)).all()


@given(shares, some.floats(0.0, 100.0), some.floats(0.0, 50.0))
def test_a_higher_share_is_never_likelier(history, threshold, more):
    lower, higher = (chance(history, 3, one, bounds=BOUNDS) for one in (threshold, threshold + more))
    assert (higher <= lower).all()


@given(amounts, some.floats(0.01, 1e6))
def test_chances_of_both_sides_add_up(history, threshold):
    above = chance(history, 4, threshold)
    below = chance(history, 4, threshold, at_least=False)
    assert above + below == pytest.approx(np.ones((1, 4)))
    assert (above >= 0).all() and (above <= 1).all()


@pytest.mark.parametrize(("threshold", "expected"), [(-np.inf, 1.0), (-5.0, 1.0), (0.0, 1.0), (np.inf, 0.0)])
def test_an_amount_is_surely_positive_and_never_infinite(threshold, expected):
    for history in ([3.0, 4.0, 4.5], [0.0, 4.0, 0.0]):
        assert chance(history, 2, threshold, scale="log") == pytest.approx(np.full((1, 2), expected))


@given(amounts, some.floats(1e-4, 1e4), some.floats(0.01, 1e6))
def test_the_unit_of_an_amount_does_not_matter(history, factor, threshold):
    scaled = np.array(history) * factor
    assert quantiles(scaled, 3, TAILS) == pytest.approx(factor * quantiles(history, 3, TAILS), rel=1e-6)
    assert chance(scaled, 3, threshold * factor) == pytest.approx(chance(history, 3, threshold), abs=1e-6)


@given(rates, some.floats(1e-4, 1e4), some.floats(-50.0, 50.0))
def test_the_unit_of_a_rate_does_not_matter(history, factor, threshold):
    assume(np.nanmax(np.abs(history)) > 0)
    scaled = np.array(history) * factor
    plain = chance(history, 3, threshold, scale="additive")
    assert chance(scaled, 3, threshold * factor, scale="additive") == pytest.approx(plain, abs=1e-6)
    fan = quantiles(history, 3, LEVELS, scale="additive")
    assert quantiles(scaled, 3, LEVELS, scale="additive") / factor == pytest.approx(fan, rel=1e-6, abs=1e-6)


@given(shares, some.floats(0.01, 10.0), some.floats(0.0, 100.0))
def test_the_unit_of_a_share_does_not_matter(history, factor, threshold):
    scaled, bounds = np.array(history) * factor, (0.0, 100.0 * factor)
    assume(min(threshold, 100 - threshold) > 1e-6)
    plain = chance(history, 3, threshold, bounds=BOUNDS)
    assert chance(scaled, 3, threshold * factor, bounds=bounds) == pytest.approx(plain, abs=1e-6)
    fan = quantiles(history, 3, LEVELS, bounds=BOUNDS)
    assert quantiles(scaled, 3, LEVELS, bounds=bounds) / factor == pytest.approx(fan, rel=1e-6, abs=1e-6)


@given(rates, some.floats(-50.0, 50.0))
def test_flipping_the_sign_of_a_rate_flips_the_side(history, threshold):
    flipped = -np.array(history)
    up = chance(history, 3, threshold, scale="additive")
    assert chance(flipped, 3, -threshold, scale="additive", at_least=False) == pytest.approx(up)
    fan = quantiles(history, 3, LEVELS, scale="additive")
    assert quantiles(flipped, 3, LEVELS, scale="additive") == pytest.approx(-fan[:, :, ::-1])


@given(shares, some.floats(0.0, 100.0))
def test_the_share_of_all_others_tells_the_same_story(history, threshold):
    """85 % with, 15 % without: both are forecast alike, seen from the other side."""
    others = 100 - np.array(history)
    assume(min(threshold, 100 - threshold) > 1e-6)
    up = chance(history, 3, threshold, bounds=BOUNDS)
    assert chance(others, 3, 100 - threshold, bounds=BOUNDS, at_least=False) == pytest.approx(up, abs=1e-6)
    fan = quantiles(history, 3, LEVELS, bounds=BOUNDS)
    assert quantiles(others, 3, LEVELS, bounds=BOUNDS) == pytest.approx(100 - fan[:, :, ::-1], abs=1e-6)


@given(amounts)
def test_years_before_the_first_value_change_nothing(history):
    assert quantiles([GAP, GAP, *history], 3, LEVELS) == pytest.approx(quantiles(history, 3, LEVELS))


@given(amounts, some.integers(1, 3), some.integers(1, 5))
def test_years_without_news_shift_the_forecast_and_change_nothing(history, late, horizon):
    """The horizon counts from the last column: a, b, c, none, one year on, is a, b, c, two years on."""
    padded = [*history, *[GAP] * late]
    fan = quantiles(history, late + horizon, LEVELS)[:, late:]
    assert quantiles(padded, horizon, LEVELS) == pytest.approx(fan)
    assert chance(padded, horizon, 10.0) == pytest.approx(chance(history, late + horizon, 10.0)[:, late:])


def test_the_years_ahead_do_not_depend_on_how_far_one_asks():
    near, far = (quantiles([3.0, 4.0, 4.5], horizon, LEVELS) for horizon in (2, 8))
    assert near == pytest.approx(far[:, :2])


def test_more_points_than_were_fitted_are_told_like_the_most():
    """Forty years of steady growth: as sure as thirty, and no error."""
    fan = quantiles(np.exp(0.05 * np.arange(40)), 5, LEVELS)[0]
    assert (np.diff(fan, axis=1) > 0).all()
    assert moved(np.exp(0.05 * np.arange(40)), 5) > 0


@pytest.mark.parametrize("years", [5, 8, 12, 20])
def test_a_strong_steady_trend_carries_on(years):
    """Seven tenths at least of 5 % a year, and hardly more than all of it, also for the first year."""
    history = 100 * np.exp(0.05 * np.arange(years) + 0.002 * np.resize([1, -1], years))
    medians = quantiles(history, 5, [0.5])[0, :, 0]
    carried = np.log(medians / history[-1]) / (0.05 * np.arange(1, 6))
    assert (carried > 0.7).all() and (carried < 1.1).all()
    assert (np.diff([history[-1], *medians]) > 0).all()


@pytest.mark.parametrize("years", [5, 8, 12, 20])
def test_a_steady_trend_fades_and_does_not_stumble(years):
    """On the log scale each year ahead adds about as much as the year before, or a little less."""
    history = 100 * np.exp(0.05 * np.arange(years) + 0.002 * np.resize([1, -1], years))
    steps = np.diff(np.log([history[-1], *quantiles(history, LONGEST, [0.5])[0, :, 0]]))
    assert (steps[1:] < 1.1 * steps[:-1]).all()
    assert (steps[1:] > 0.75 * steps[:-1]).all()


@pytest.mark.parametrize("years", [5, 8, 12, 20])
def test_the_last_turn_of_pure_noise_does_not_carry_on(years):
    """After a rise of 10 % within noise of that size, the medians stay within the noise."""
    history = 100 * np.exp(0.05 * np.resize([-1, 1], years + years % 2))
    medians = quantiles(history, 5, [0.5])[0, :, 0]
    assert (medians < history.max() * 1.05).all() and (medians > history.min()).all()


def test_more_noise_means_a_wider_band():
    calm, wild = (100 * np.exp(size * np.resize([-1, 1], 8)) for size in (0.01, 0.1))
    widths = [np.diff(np.log(quantiles(one, 5, [0.1, 0.9])[0]))[:, 0] for one in (calm, wild)]
    assert (widths[1] > 2 * widths[0]).all()


@pytest.mark.parametrize("points", [3, 5, 8, 12])
@pytest.mark.parametrize("size", [0.05, 0.1])
def test_the_80_percent_band_holds_roughly_80_percent_of_invented_series(points, size):
    """Random walks on the log scale, each with a drift of its own: 70–95 % in each of five years."""
    random = np.random.default_rng(20)
    drift = random.normal(0.03, 0.03, (800, 1))
    z = np.cumsum(drift + size * random.normal(size=(800, points + 5)), axis=1)
    low, high = np.moveaxis(quantiles(np.exp(z[:, :points]), 5, [0.1, 0.9]), 2, 0)
    later = np.exp(z[:, points:])
    held = ((later >= low) & (later <= high)).mean(axis=0)
    assert (held > 0.70).all() and (held < 0.95).all(), held
