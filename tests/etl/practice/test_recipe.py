"""How an invented series runs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.practice.recipe import EDGE, FINAL, FIRST, LATEST, Recipe, course, recipes
from indicators.model import Kind

STEADY = Recipe("gdp", 100, 200, None, 0, 0, 1, 0)


def run(one=STEADY, kind=Kind.AMOUNT, offset=0.0, seed=1):
    return course(one, kind, np.random.default_rng(seed), offset)


@pytest.mark.parametrize("kind", Kind)
def test_it_goes_from_its_first_value_to_its_latest(kind):
    found = run(replace(STEADY, first=20, latest=40), kind)
    assert (found[FIRST], found[LATEST]) == pytest.approx((20, 40))
    assert sorted(found.values()) == list(found.values())


def test_amounts_grow_by_rates_and_ratios_by_steps():
    amounts, ratios = run(), run(kind=Kind.RATIO)
    assert amounts[2016] / amounts[2015] == pytest.approx(amounts[2024] / amounts[2023])
    assert ratios[2016] - ratios[2015] == pytest.approx(ratios[2024] - ratios[2023])


def test_the_final_year_is_as_written_or_else_goes_on():
    assert run(replace(STEADY, final=190))[FINAL] == pytest.approx(190)
    assert run()[FINAL] == pytest.approx(200 * 2 ** (1 / 9))


def test_only_what_is_written_for_the_final_year_is_published():
    assert list(STEADY.years())[-1] == LATEST
    assert list(replace(STEADY, final=190).years())[-1] == FINAL


@pytest.mark.parametrize(("year", "lost"), [(2019, 0), (2020, 0.4), (2021, 0.2), (2022, 0.32), (2023, 0)])
def test_the_pandemic_takes_its_share_of_three_years(year, lost):
    dipped, whole = run(replace(STEADY, dip=0.4)), run()
    assert dipped[year] == pytest.approx(whole[year] * (1 - lost))


def test_noise_leaves_the_latest_years_as_written():
    noisy = run(replace(STEADY, noise=0.1, final=210))
    assert (noisy[LATEST], noisy[FINAL]) == pytest.approx((200, 210))
    assert noisy[2018] != pytest.approx(run()[2018])


@given(
    *(st.floats(0, 100) for _ in range(2)),
    st.floats(-3, 3),
    st.integers(0, 50),
)
def test_a_share_never_leaves_0_to_100(first, latest, offset, seed):
    found = run(Recipe("x", first, latest, None, 0.3, 0, 1, 0), Kind.SHARE, offset, seed)
    assert all(0 <= value <= 100 for value in found.values())


def test_the_edge_keeps_a_full_share_on_its_curve():
    assert run(replace(STEADY, first=0, latest=100), Kind.SHARE)[LATEST] == pytest.approx(100 - EDGE)


def test_the_recipes_are_in_order():
    found = recipes()
    assert all(one.first > 0 and one.latest > 0 and 0 <= one.dip < 1 for one in found.values())
    assert {code for code, one in found.items() if one.dip >= 0.4} == {
        *("rail_passengers", "airport_passengers", "tourist_arrivals", "overnight_tourists"),
        "tourism_revenue",
    }
