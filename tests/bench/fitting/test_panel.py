"""Windows, weights, shares and rates of a panel, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from bench.fitting.panel import MOST_OF_A_GROUP, STRIDE, rates, read, shares, windows
from tests.bench.fitting.invented import panel, written

GAP = np.nan
TEN_YEARS = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]


def test_histories_end_a_year_before_the_last_value_and_every_third_year_before():
    assert STRIDE == 3
    seen = windows(panel(TEN_YEARS), 4, 3)
    assert seen.history.tolist() == [[6.0, 7.0, 8.0, 9.0], [3.0, 4.0, 5.0, 6.0]]
    assert seen.later == pytest.approx(np.array([[10.0, GAP, GAP], [7.0, 8.0, 9.0]]), nan_ok=True)


@pytest.mark.parametrize(("years", "number"), [(3, 0), (4, 0), (5, 1), (7, 1), (8, 2), (10, 2), (11, 3)])
def test_a_history_needs_its_length_and_a_year_to_follow(years, number):
    seen = windows(panel([float(year) for year in range(years)], TEN_YEARS), 4, 3)
    assert len(seen.history) == number + 2


def test_the_windows_of_a_series_share_its_weight():
    seen = windows(panel(TEN_YEARS, TEN_YEARS[:5], groups=["one", "other"]), 4, 3)
    assert seen.weight == pytest.approx([0.5, 0.5, 1.0])


@pytest.mark.parametrize(("size", "each"), [(1, 1.0), (4, 1.0), (5, 1.0), (6, 5 / 6), (10, 0.5)])
def test_a_large_group_weighs_no_more_than_five_series(size, each):
    assert MOST_OF_A_GROUP == 5
    seen = windows(panel(*[TEN_YEARS[:5]] * size), 4, 3)
    assert seen.weight == pytest.approx([each] * size)


def test_one_large_group_does_not_lighten_another():
    given = panel(*[TEN_YEARS[:5]] * 11, groups=["large"] * 10 + ["small"])
    assert windows(given, 4, 3).weight[-1] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("group", "values", "kept"),
    [
        ("Share of renewables", [10.0, 20.0], True),
        ("population in poverty (%)", [10.0, 20.0], True),
        ("proportion of women", [10.0, 100.0], True),
        ("Share of renewables", [10.0, 100.1], False),
        ("debt in % of GDP", [90.0, 130.0], False),
        ("gdp_usd", [10.0, 20.0], False),
    ],
)
def test_shares_say_so_and_stay_within_100(group, values, kept):
    assert len(shares(panel(values, groups=group)).series) == kept


def test_one_value_beyond_100_takes_the_whole_group_out():
    given = panel([10.0, 20.0], [10.0, 120.0], [30.0, 40.0], groups=["share a", "share a", "share b"])
    assert [one.tolist() for one in shares(given).series] == [[30.0, 40.0]]


def test_rates_are_yearly_growth_in_percent():
    found = rates(panel(np.exp([0.0, 0.1, 0.05, 0.25]), sets="B", groups="two"))
    assert found.series[0] == pytest.approx([10.0, -5.0, 20.0])
    assert (list(found.sets), list(found.groups)) == (["B"], ["two"])


@pytest.mark.parametrize(
    ("values", "kept"), [([1, 2, 3, 4], True), ([1, 2, 3], False), ([5, 5, 5, 5], False)]
)
def test_rates_of_what_moves_and_has_four_years(values, kept):
    assert len(rates(panel(values)).series) == kept


def test_series_are_chosen_with_their_set_and_group():
    given = panel([1, 2], [3, 4], [5, 6], sets=["A", "B", "C"], groups=["x", "y", "z"])
    found = given.only(np.array([True, False, True]))
    assert [one.tolist() for one in found.series] == [[1, 2], [5, 6]]
    assert (list(found.sets), list(found.groups)) == (["A", "C"], ["x", "z"])


def test_a_group_of_one_set_is_not_the_group_of_that_name_in_another(tmp_path):
    given = panel([1.0, 2.0], [3.0, 4.0, 5.0], sets=["A", "B"], groups="gdp")
    found = read(written(tmp_path / "panel.parquet", given))
    assert [one.tolist() for one in found.series] == [[1.0, 2.0], [3.0, 4.0, 5.0]]
    assert list(found.sets) == ["A", "B"]
    assert list(found.groups) == ["A|gdp", "B|gdp"]
