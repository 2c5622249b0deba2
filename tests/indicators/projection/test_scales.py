"""Scales: there and back, order kept, no value out of bounds, no unit of measurement."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from indicators.errors import UnknownName
from indicators.projection.scales import EDGE, SCALES, scales
from tests.indicators.projection.histories import BOUNDS, GAP

amounts = some.lists(some.floats(0.01, 1e6), min_size=2, max_size=8)
inner_shares = some.lists(some.floats(0.1, 99.9), min_size=2, max_size=8)
any_shares = some.lists(some.floats(0.0, 100.0), min_size=2, max_size=8)
changes = some.lists(some.floats(-1e4, 1e4).map(lambda x: round(x, 3)), min_size=2, max_size=8)


def rows(*series):
    return np.array(series, dtype=float)


def scale_of(series, name, bounds=None):
    """The one scale of a single series."""
    ((these, scale),) = scales(rows(series), name, bounds)
    assert list(these) == [True]
    return scale


def chosen(panel, name, bounds=None):
    """Which scale each series of a panel goes on."""
    found = [None] * len(panel)
    for these, scale in scales(panel, name, bounds):
        for row in np.flatnonzero(these):
            assert found[row] is None, "a series goes on one scale only"
            found[row] = scale.name
    return found


@pytest.mark.parametrize(
    ("series", "name", "bounds", "expected"),
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
def test_the_scale_suits_the_values_unless_one_is_named(series, name, bounds, expected):
    assert scale_of(series, name, bounds).name == expected


def test_under_auto_each_series_of_a_panel_goes_its_own_way():
    panel = rows([1.0, 2.0, 3.0], [1.0, 0.0, 3.0], [GAP, 5.0, 6.0], [GAP, -5.0, 6.0])
    assert chosen(panel, "auto") == ["log", "additive", "log", "additive"]


def test_a_named_scale_or_bounds_hold_for_the_whole_panel():
    panel = rows([1.0, 2.0], [1.0, 0.0])
    assert chosen(panel, "log") == ["log", "log"]
    assert chosen(panel, "additive") == ["additive", "additive"]
    assert chosen(panel, "auto", BOUNDS) == ["logit", "logit"]


@pytest.mark.parametrize("name", SCALES)
def test_a_panel_of_no_series_goes_on_no_scale(name):
    assert chosen(np.empty((0, 3)), name) == []


def test_an_unknown_scale_is_refused():
    with pytest.raises(UnknownName, match="near: log"):
        list(scales(rows([1.0, 2.0]), "logs", None))


@given(amounts)
def test_log_and_back(series):
    scale = scale_of(series, "log")
    assert scale.back(scale.forward(rows(series)))[0] == pytest.approx(series)


@given(inner_shares)
def test_logit_and_back(series):
    scale = scale_of(series, "logit", BOUNDS)
    assert scale.back(scale.forward(rows(series)))[0] == pytest.approx(series)


@given(changes)
def test_additive_and_back(series):
    scale = scale_of(series, "additive")
    assert scale.back(scale.forward(rows(series)))[0] == pytest.approx(series)


@given(any_shares)
def test_every_share_keeps_its_place_among_the_others(series):
    """Also those nearer to a bound than EDGE: the edge gives way to them."""
    inside = sorted({round(share, 6) for share in series})
    forward = scale_of(series, "logit", BOUNDS).forward(rows(inside))[0]
    assert np.isfinite(forward).all()
    assert (np.diff(forward) > 0).all() or len(inside) == 1


@given(changes, some.sampled_from(["log", "additive"]))
def test_order_is_kept(series, name):
    forward = scale_of(series, name).forward(rows(sorted(series)))[0]
    assert (np.diff(forward) >= 0).all()


@pytest.mark.parametrize(
    ("name", "series", "forward"),
    [
        ("log", [1.0, np.e], [0.0, 1.0]),
        ("logit", [50.0, 75.0], [0.0, np.log(3)]),
        ("additive", [-30.0, 10.0], [-1.5, 0.5]),
    ],
)
def test_what_the_scales_are(name, series, forward):
    assert scale_of(series, name, BOUNDS).forward(rows(series))[0] == pytest.approx(forward)


def test_logit_knows_other_bounds():
    scale = scale_of([15.0, 12.0], "auto", (10.0, 20.0))
    assert scale.forward(rows([15.0]))[0, 0] == pytest.approx(0.0)
    assert scale.back(rows([-1e4, 1e4]))[0] == pytest.approx([10.0, 20.0])


@pytest.mark.parametrize(
    ("series", "stands_for"),
    [
        ([100.0, 100.0], 100 * (1 - EDGE)),
        ([100.0, 99.0], 100 * (1 - EDGE)),
        ([100.0, 99.9], 100 * (1 - EDGE)),
        ([100.0, 99.96], 99.98),
        ([100.0, GAP, 99.99], 99.995),
    ],
    ids=["alone", "far", "just at twice the edge", "nearer", "nearer still"],
)
def test_a_full_share_lies_half_as_far_from_the_bound_as_its_nearest_neighbour(series, stands_for):
    scale = scale_of(series, "logit", BOUNDS)
    odds = stands_for / (100 - stands_for)
    assert scale.forward(rows([100.0]))[0, 0] == pytest.approx(np.log(odds))
    assert scale.back(scale.forward(rows([100.0])))[0, 0] == 100.0


def test_an_empty_share_lies_half_as_far_from_the_bound_as_its_nearest_neighbour():
    scale = scale_of([0.0, 0.02, 100.0], "logit", BOUNDS)
    edges = np.array([0.01, 100 * (1 - EDGE)])
    assert scale.forward(rows([0.0, 100.0]))[0] == pytest.approx(np.log(edges / (100 - edges)))
    assert list(scale.back(scale.forward(rows([0.0, 100.0])))[0]) == [0.0, 100.0]


def test_each_series_has_an_edge_of_its_own():
    panel = rows([100.0, 99.96], [100.0, 90.0])
    ((_, scale),) = scales(panel, "logit", BOUNDS)
    edges = np.array([99.98, 100 * (1 - EDGE)])
    full = scale.forward(rows([100.0], [100.0]))
    assert full[:, 0] == pytest.approx(np.log(edges / (100 - edges)))


def test_zeros_count_as_a_thousandth_of_the_series_mean():
    forward = scale_of([0.0, 20.0], "log").forward(rows([0.0, -5.0, 20.0]))[0]
    assert np.exp(forward) == pytest.approx([0.01, 0.01, 20.0])


@pytest.mark.parametrize("name", ["log", "additive"])
def test_each_series_has_a_size_of_its_own(name):
    alone = scale_of([0.0, 20.0], name).forward(rows([0.0, 20.0]))
    panel = rows([0.0, 20.0], [0.0, 2e6])
    ((_, scale),) = scales(panel, name, None)
    larger = alone + (np.log(1e5) if name == "log" else 0)
    assert scale.forward(panel) == pytest.approx(np.concatenate([alone, larger]))


@pytest.mark.parametrize("name", ["log", "logit", "additive"])
def test_zeros_alone_are_finite(name):
    scale = scale_of([0.0, 0.0], name, BOUNDS)
    assert np.isfinite(scale.back(scale.forward(rows([0.0, 0.0])))).all()


@pytest.mark.parametrize("name", ["log", "logit", "additive"])
def test_values_of_any_shape_pass(name):
    ((_, scale),) = scales(rows([1.0, 2.0], [3.0, 4.0]), name, BOUNDS)
    cube = np.full((2, 3, 5), 1.5)
    assert scale.back(scale.forward(cube)) == pytest.approx(cube)
