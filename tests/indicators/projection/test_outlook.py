"""The forecast on an even scale: middle, spread, shape, and the way between quantiles and chances."""

from __future__ import annotations

import json
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy.special import stdtr, stdtrit

from indicators.projection.changes import changes
from indicators.projection.constants import FILE, LEVELS, LONGEST, Constants, constants
from indicators.projection.outlook import FREEDOM, Outlook, outlook
from tests.indicators.projection.histories import GAP

TAILS = stdtrit(FREEDOM, np.array(LEVELS))
"""A shape that is Student's t itself."""
AHEAD = np.arange(1, LONGEST + 1)[None]
z_of_levels = some.floats(1e-6, 1 - 1e-6)


def told(shape=TAILS, middle=0.0, spread=1.0):
    """A forecast for one series and one year ahead."""
    each = [np.array([[one]], dtype=float) for one in (middle, spread)]
    return Outlook(*each, np.array([shape]), np.array([[0]]))


def quantile(view, level):
    return float(view.quantiles(np.array([level]))[0, 0, 0])


def below(view, limit):
    return float(view.below(np.array([[[limit]]]))[0, 0, 0])


def invented(middle=(0.0, 0.0, 0.0), spread=(0.0, 0.0, 0.0), shape=TAILS):
    """Constants by which `latest` is carried on, and a spread that needs no term."""
    seen = changes(np.array([[0.0, 0.1, 0.4]]))
    middles, spreads = (np.zeros((1, terms.shape[1], 3)) for terms in (seen.drift(), seen.scatter()))
    middles[0, list(seen.drift()[0]).index(seen.latest[0])], spreads[0, 0] = middle, spread
    return Constants(middles, spreads, np.tile(shape, (1, LONGEST, 1)))


@pytest.mark.parametrize("level", [1e-5, 0.001, 0.02, 0.1, 0.37, 0.5, 0.9, 0.999, 1 - 1e-5])
def test_the_shape_of_students_t_gives_students_t_between_and_beyond_the_levels(level):
    t = stdtrit(FREEDOM, level)
    assert quantile(told(), level) == pytest.approx(t, rel=1e-6, abs=1e-9)
    assert below(told(), t) == pytest.approx(level)


def test_quantiles_at_the_levels_are_those_of_the_shape():
    shape = np.sort(np.random.default_rng(3).normal(size=len(LEVELS)))
    view = told(shape, middle=10.0, spread=2.0)
    assert view.quantiles(np.array(LEVELS))[0, 0] == pytest.approx(10 + 2 * shape)
    assert [below(view, 10 + 2 * step) for step in shape] == pytest.approx(list(LEVELS))


def test_between_two_levels_the_way_is_that_of_students_t():
    """Half way between two quantiles of the shape is half way between those of Student's t."""
    shape = TAILS**3
    t = (TAILS[3] + TAILS[4]) / 2
    assert quantile(told(shape), stdtr(FREEDOM, t)) == pytest.approx((shape[3] + shape[4]) / 2)


def test_beyond_the_outermost_levels_the_last_slope_goes_on():
    shape = np.where(TAILS > 0, 3.0, 1.0) * TAILS
    t = stdtrit(FREEDOM, 0.9999)
    assert quantile(told(shape), 0.9999) == pytest.approx(3 * t)
    assert quantile(told(shape), 0.0001) == pytest.approx(-t)


@given(z_of_levels, some.floats(-5.0, 5.0), some.floats(0.01, 20.0), some.sampled_from([1, 3, 5, 9, 30]))
def test_chance_undoes_quantile_for_every_scale_and_count(level, middle, spread, count):
    for name in ("log", "logit", "additive"):
        fitted = constants(name)
        shape = fitted.shape[fitted.row(np.array([count]))[0], 2]
        view = told(shape, middle, spread)
        assert below(view, quantile(view, level)) == pytest.approx(level, rel=1e-5, abs=1e-9)


@given(some.floats(-50.0, 50.0))
def test_quantile_undoes_chance(limit):
    view = told(constants("log").shape[4, 0])
    assert quantile(view, below(view, limit)) == pytest.approx(limit, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize(("limit", "chance"), [(-np.inf, 0.0), (np.inf, 1.0), (-1e8, 0.0), (1e8, 1.0)])
def test_far_out_a_chance_ends_at_0_or_1(limit, chance):
    assert below(told(), limit) == pytest.approx(chance, abs=1e-12)


def test_each_forecast_has_the_shape_of_its_own_kind():
    view = Outlook(
        middle=np.array([[0.0, 5.0]]),
        spread=np.array([[1.0, 2.0]]),
        shape=np.array([TAILS, 10 * TAILS]),
        kind=np.array([[0, 1]]),
    )
    t = stdtrit(FREEDOM, 0.9)
    assert view.quantiles(np.array([0.5, 0.9]))[0] == pytest.approx(np.array([[0, t], [5, 5 + 20 * t]]))


def test_a_forecast_worked_by_hand_from_the_file():
    """Two changes, 0.1 and 0.3, two years ahead: the middle, the spread and the 90 % quantile."""
    z = np.array([[0.0, 0.1, 0.4]])
    body = json.loads(FILE.read_text(encoding="utf-8"))
    row = body["counts"].index(2)
    middle, spread, shape = (body["scales"]["log"][part][row] for part in ("middle", "spread", "shape"))
    fading, widening = (1.0, 2**0.5, 2.0), (1.0, log(2), log(2) ** 2)

    def total(terms, constants_of_terms, powers):
        curves = [sum(c * p for c, p in zip(one, powers, strict=True)) for one in constants_of_terms]
        return sum(term * curve for term, curve in zip(terms, curves, strict=True))

    seen = changes(z)
    centre, width = (
        0.4 + total(seen.drift()[0], middle, fading),
        exp(total(seen.scatter()[0], spread, widening)),
    )
    a, b = shape[LEVELS.index(0.9)]
    view = outlook(z, np.array([[1, 2]]), constants("log"))
    assert view.middle[0, 1] == pytest.approx(centre)
    assert view.spread[0, 1] == pytest.approx(width)
    assert view.quantiles(np.array([0.9]))[0, 1, 0] == pytest.approx(centre + width * (a + b / 2))


def test_years_ahead_count_from_each_series_own_last_value():
    panel = np.array([[0.0, 0.1, 0.3, GAP], [GAP, 0.0, 0.1, 0.3]])
    late, new = outlook(panel, np.array([[2, 3], [1, 2]]), constants("log")).middle
    alone = outlook(np.array([[0.0, 0.1, 0.3]]), AHEAD, constants("log")).middle[0]
    assert late == pytest.approx(alone[1:3])
    assert new == pytest.approx(alone[:2])


def test_a_year_further_ahead_is_never_told_more_closely():
    """By the constants the spread would halve with every year."""
    view = outlook(np.array([[0.0, 0.1]]), AHEAD, invented(spread=(0.0, -1.0, 0.0)))
    assert view.spread[0] == pytest.approx(np.ones(LONGEST))


def test_an_opening_spread_is_left_as_the_constants_say():
    view = outlook(np.array([[0.0, 0.1]]), AHEAD, invented(spread=(-1.0, 0.5, 0.0)))
    assert view.spread[0] == pytest.approx(np.exp(-1) * np.sqrt(AHEAD[0]))


def test_what_the_latest_change_adds_to_the_last_value():
    view = outlook(np.array([[0.0, 0.5, 0.7]]), AHEAD, invented(middle=(0.5, 0.0, 0.0)))
    assert view.middle[0] == pytest.approx(np.full(LONGEST, 0.7 + 0.5 * 0.2))


def test_many_series_at_once_are_each_as_alone():
    panel = np.array([[0.0, 0.1, 0.0, 0.1], [GAP, GAP, 2.0, 2.5], [0.0, GAP, 0.2, 0.3]])
    together = outlook(panel, np.repeat(AHEAD, 3, axis=0), constants("log")).quantiles(np.array([0.2, 0.9]))
    for row, z in enumerate(panel):
        alone = outlook(z[None], AHEAD, constants("log")).quantiles(np.array([0.2, 0.9]))
        assert together[row] == pytest.approx(alone[0])
