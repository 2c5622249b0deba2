"""Scales: there and back, order kept, no value out of bounds, no unit of measurement."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from indicators.errors import UnknownName
from indicators.projection.scales import scale_for

GAP = np.nan
BOUNDS = (0.0, 100.0)
amounts = some.lists(some.floats(0.01, 1e6), min_size=2, max_size=8)
shares = some.lists(some.floats(0.1, 99.9), min_size=2, max_size=8)
changes = some.lists(some.floats(-1e4, 1e4).map(lambda x: round(x, 3)), min_size=2, max_size=8)


def rows(*series: list[float]) -> np.ndarray:
    return np.array(series, dtype=float)


@pytest.mark.parametrize(
    ("series", "name", "bounds", "chosen"),
    [
        ([1.0, 2.0], "auto", None, "log"),
        ([1.0, GAP, 2.0], "auto", None, "log"),
        ([1.0, 0.0], "auto", None, "additive"),
        ([1.0, -2.0], "auto", None, "additive"),
        ([40.0, 50.0], "auto", BOUNDS, "logit"),
        ([40.0, 50.0], "logit", None, "logit"),
        ([40.0, 50.0], "log", BOUNDS, "log"),
        ([1.0, 2.0], "additive", None, "additive"),
        ([1.0, 0.0], "log", None, "log"),
    ],
)
def test_the_scale_suits_the_values_unless_one_is_named(series, name, bounds, chosen):
    assert scale_for(rows(series), name, bounds).name == chosen


def test_an_unknown_scale_is_refused():
    with pytest.raises(UnknownName, match="near: log"):
        scale_for(rows([1.0, 2.0]), "logs", None)


@given(amounts)
def test_log_and_back(series):
    scale = scale_for(rows(series), "log", None)
    assert scale.back(scale.forward(rows(series)))[0] == pytest.approx(series)


@given(shares)
def test_logit_and_back(series):
    scale = scale_for(rows(series), "logit", BOUNDS)
    assert scale.back(scale.forward(rows(series)))[0] == pytest.approx(series)


@given(changes)
def test_additive_and_back(series):
    scale = scale_for(rows(series), "additive", None)
    assert scale.back(scale.forward(rows(series)))[0] == pytest.approx(series)


@pytest.mark.parametrize(
    ("name", "series", "forward"),
    [
        ("log", [1.0, np.e], [0.0, 1.0]),
        ("logit", [50.0, 75.0], [0.0, np.log(3)]),
        ("additive", [-30.0, 10.0], [-1.5, 0.5]),
    ],
)
def test_what_the_scales_are(name, series, forward):
    assert scale_for(rows(series), name, BOUNDS).forward(rows(series))[0] == pytest.approx(forward)


def test_logit_knows_other_bounds():
    scale = scale_for(rows([15.0, 12.0]), "auto", (10.0, 20.0))
    assert scale.forward(rows([15.0]))[0, 0] == pytest.approx(0.0)
    assert scale.back(rows([-1e4, 1e4]))[0] == pytest.approx([10.0, 20.0])


def test_a_full_share_is_finite_and_beyond_all_others():
    forward = scale_for(rows([100.0, 99.9]), "logit", BOUNDS).forward(rows([0.0, 0.1, 99.9, 100.0]))[0]
    assert np.isfinite(forward).all()
    assert list(forward) == sorted(set(forward))


def test_zeros_count_as_a_thousandth_of_the_series_mean():
    forward = scale_for(rows([0.0, 20.0]), "log", None).forward(rows([0.0, -5.0, 20.0]))[0]
    assert np.exp(forward) == pytest.approx([0.01, 0.01, 20.0])


@pytest.mark.parametrize("name", ["log", "additive"])
def test_each_series_has_a_size_of_its_own(name):
    alone = scale_for(rows([0.0, 20.0]), name, None).forward(rows([0.0, 20.0]))
    together = scale_for(rows([0.0, 20.0], [0.0, 2e6]), name, None).forward(rows([0.0, 20.0], [0.0, 2e6]))
    assert together == pytest.approx(np.concatenate([alone, alone + (np.log(1e5) if name == "log" else 0)]))


@pytest.mark.parametrize("name", ["log", "logit", "additive"])
def test_zeros_alone_are_finite(name):
    scale = scale_for(rows([0.0, 0.0]), name, BOUNDS)
    assert np.isfinite(scale.back(scale.forward(rows([0.0, 0.0])))).all()


@pytest.mark.parametrize("name", ["log", "logit", "additive"])
def test_values_of_any_shape_pass(name):
    scale = scale_for(rows([1.0, 2.0], [3.0, 4.0]), name, BOUNDS)
    cube = np.full((2, 3, 5), 1.5)
    assert scale.back(scale.forward(cube)) == pytest.approx(cube)
