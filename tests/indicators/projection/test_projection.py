"""Quantiles and chances: shapes, bounds, edges, and the laws between them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from indicators.errors import CannotProject, UnknownName
from indicators.projection import chance, quantiles

GAP = np.nan
LEVELS = (0.1, 0.25, 0.5, 0.75, 0.9)
BOUNDS = (0.0, 100.0)

AWKWARD = {
    "constant": [7.0, 7.0, 7.0, 7.0],
    "zeros": [0.0, 0.0, 0.0],
    "a zero among amounts": [0.0, 3.0, 5.0],
    "negative": [-3.0, -2.0, -4.0],
    "across zero": [-1.0, 0.5, 2.0],
    "gaps": [10.0, GAP, GAP, 14.0, GAP, 15.0],
    "late start": [GAP, GAP, 10.0, 11.0],
    "two points": [56.69, 60.37],
    "two points far apart": [56.69, GAP, GAP, GAP, 60.37],
    "tiny": [1e-9, 2e-9, 3e-9],
    "huge": [1e12, 2e12, 3e12],
    "a wild year": [10.0, 11.0, 900.0, 12.0],
}
ORDINARY = {
    "log": [3729.0, 4169.9, 4401.3, GAP, 5027.0],
    "logit": [49.0, 52.0, GAP, 62.0],
    "additive": [-5.7, 2.0, GAP, 4.0],
}


def years(low: float, high: float) -> some.SearchStrategy[list[float]]:
    """Histories of 2–12 years with a value in the first and last and gaps between."""
    value = some.floats(low, high).map(lambda x: round(x, 4))
    between = some.lists(some.one_of(value, some.just(GAP)), max_size=10)
    return some.tuples(value, between, value).map(lambda parts: [parts[0], *parts[1], parts[2]])


amounts, shares, rates = years(0.01, 1e5), years(0.0, 100.0), years(-50.0, 50.0)
horizons = some.integers(1, 8)


def test_quantiles_have_a_row_a_series_a_column_a_year_and_a_level_each():
    history = [[1.0, 2.0, 3.0], [GAP, 5.0, 4.0]]
    assert quantiles(history, 5, LEVELS).shape == (2, 5, 5)
    assert quantiles(history[0], 1, [0.5]).shape == (1, 1, 1)


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


def test_a_panel_forecasts_each_series_as_if_alone():
    panel = [[1.0, 2.0, 2.5, 3.0], [GAP, 800.0, GAP, 700.0]]
    together = quantiles(panel, 5, LEVELS, scale="log")
    alone = [quantiles(row, 5, LEVELS, scale="log")[0] for row in panel]
    assert together == pytest.approx(np.array(alone))


@pytest.mark.parametrize("history", AWKWARD.values(), ids=AWKWARD)
def test_every_history_has_a_finite_band_of_some_width(history):
    fan = quantiles(history, 5, LEVELS)[0]
    assert np.isfinite(fan).all()
    assert (np.diff(fan, axis=1) > 0).all()


@pytest.mark.parametrize("history", [[100.0, 100.0, 100.0], [0.0, 0.0], [99.99, 100.0], [1.0, GAP, 99.0]])
def test_a_saturated_share_has_a_finite_band_within_bounds(history):
    fan = quantiles(history, 5, LEVELS, bounds=BOUNDS)[0]
    assert (np.diff(fan, axis=1) > 0).all()
    assert (fan >= 0).all() and (fan <= 100).all()


@pytest.mark.parametrize(
    "history",
    [[], [5.0], [GAP, 5.0], [4.0, 5.0, GAP], [GAP, GAP], [[1.0, 2.0], [GAP, 2.0]], [[1.0, 2.0], [1.0, GAP]]],
    ids=["none", "one", "one after a gap", "no last year", "no value", "one of two", "last of two missing"],
)
def test_one_value_or_no_last_year_cannot_be_projected(history):
    with pytest.raises(CannotProject, match="two values"):
        quantiles(history, 1, [0.5])
    with pytest.raises(CannotProject, match="two values"):
        chance(history, 1, 1.0)


@pytest.mark.parametrize("horizon", [0, -1])
def test_at_least_one_year_ahead(horizon):
    with pytest.raises(CannotProject, match="horizon"):
        quantiles([1.0, 2.0], horizon, [0.5])


def test_an_unknown_scale_is_refused():
    with pytest.raises(UnknownName, match="scale"):
        quantiles([1.0, 2.0], 1, [0.5], scale="square")


@given(amounts, horizons)
def test_amounts_stay_positive_and_bands_never_cross(history, horizon):
    fan = quantiles(history, horizon, LEVELS)[0]
    assert (fan >= 0).all()
    assert (np.diff(fan, axis=1) > 0).all()


@given(shares, horizons)
def test_shares_stay_within_bounds_and_bands_never_cross(history, horizon):
    fan = quantiles(history, horizon, LEVELS, bounds=BOUNDS)[0]
    assert (fan >= 0).all() and (fan <= 100).all()
    assert (np.diff(fan, axis=1) >= 0).all()


@given(rates, horizons)
def test_bands_of_rates_never_cross(history, horizon):
    fan = quantiles(history, horizon, LEVELS, scale="additive")[0]
    assert (np.diff(fan, axis=1) > 0).all()


@pytest.mark.parametrize(("scale", "history"), ORDINARY.items(), ids=ORDINARY)
def test_the_band_opens_with_every_year(scale, history):
    fan = quantiles(history, 5, LEVELS, scale=scale)[0]
    assert (np.diff(fan[:, 4] - fan[:, 0]) > 0).all()


@pytest.mark.parametrize("level", [0.02, 0.1, 0.5, 0.75, 0.98])
@pytest.mark.parametrize(("scale", "history"), ORDINARY.items(), ids=ORDINARY)
def test_the_chance_of_reaching_a_quantile_is_what_the_quantile_leaves(scale, history, level):
    limit = quantiles(history, 3, [level], scale=scale)[:, :, 0]
    assert chance(history, 3, limit, scale=scale) == pytest.approx(np.full((1, 3), 1 - level))
    assert chance(history, 3, limit, scale=scale, at_least=False) == pytest.approx(np.full((1, 3), level))


@given(amounts, some.floats(0.05, 0.95))
def test_quantile_and_chance_agree_for_any_amounts(history, level):
    limit = quantiles(history, 2, [level])
    assert chance(history, 2, limit) == pytest.approx(np.full((1, 2, 1), 1 - level), abs=1e-6)


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


@given(amounts, some.floats(1e-4, 1e4), some.floats(0.01, 1e6))
def test_the_unit_of_an_amount_does_not_matter(history, factor, threshold):
    scaled = np.array(history) * factor
    assert quantiles(scaled, 3, LEVELS) == pytest.approx(factor * quantiles(history, 3, LEVELS), rel=1e-6)
    assert chance(scaled, 3, threshold * factor) == pytest.approx(chance(history, 3, threshold), abs=1e-6)


@given(rates, some.floats(1e-4, 1e4), some.floats(-50.0, 50.0))
def test_the_unit_of_a_rate_does_not_matter(history, factor, threshold):
    assume(np.nanmax(np.abs(history)) > 0)
    scaled = np.array(history) * factor
    plain = chance(history, 3, threshold, scale="additive")
    assert chance(scaled, 3, threshold * factor, scale="additive") == pytest.approx(plain, abs=1e-6)


@given(shares, some.floats(0.01, 10.0), some.floats(0.0, 100.0))
def test_the_unit_of_a_share_does_not_matter(history, factor, threshold):
    scaled = np.array(history) * factor
    bounds = (0.0, 100.0 * factor)
    plain = chance(history, 3, threshold, bounds=BOUNDS)
    assert chance(scaled, 3, threshold * factor, bounds=bounds) == pytest.approx(plain, abs=1e-6)


@given(rates, some.floats(-50.0, 50.0))
def test_flipping_the_sign_flips_the_side(history, threshold):
    flipped = -np.array(history)
    up = chance(history, 3, threshold, scale="additive")
    assert chance(flipped, 3, -threshold, scale="additive", at_least=False) == pytest.approx(up)
    fan = quantiles(history, 3, LEVELS, scale="additive")
    assert quantiles(flipped, 3, LEVELS, scale="additive") == pytest.approx(-fan[:, :, ::-1])


def test_years_before_the_first_value_change_nothing():
    padded = [GAP, GAP, 10.0, 11.0, 13.0]
    assert quantiles(padded, 3, LEVELS) == pytest.approx(quantiles([10.0, 11.0, 13.0], 3, LEVELS))
