"""Invented figures agree with each other: sums, ratios, areas counted in others."""

from __future__ import annotations

import numpy as np
import pytest

from etl.practice.figures import PART, World
from etl.practice.recipe import YEARS, recipes
from indicators.areas import counted_members
from indicators.model import Aggregation, AreaKind


@pytest.fixture(scope="module")
def plan(content):
    return content.plans[0]


@pytest.fixture(scope="module")
def levels(plan):
    return World(plan, recipes(), np.random.default_rng(7)).levels()


def summed(plan):
    codes = [code for code in recipes() if plan.indicators[code].aggregation is Aggregation.SUM]
    return [code for code in codes if code != "airport_passengers"]


def test_members_add_up_to_the_digit(plan, levels):
    for code in summed(plan):
        for area in (plan.area, plan.stand_in):
            members = [one.code for one in counted_members(plan, area)]
            for year in YEARS:
                total = sum(levels[code, one][year] for one in members)
                assert levels[code, area][year] == pytest.approx(total, abs=1e-9)


def test_the_plans_area_runs_as_the_recipe_says(plan, levels):
    for code in summed(plan):
        members, one = counted_members(plan, plan.area), recipes()[code]
        assert levels[code, plan.area][2024] == pytest.approx(
            one.latest, abs=len(members) * 10**-one.decimals
        )


def test_an_area_counted_in_others_is_a_part_of_them(plan, levels):
    new_area = plan.areas["zunyi-xinpu"]
    hosts = sum(levels["gdp", code][2020] for code in new_area.counted_in)
    assert levels["gdp", new_area.code][2020] == pytest.approx(PART * hosts, abs=0.01)


def test_airports_together_are_the_sum_of_both_and_the_area_has_all_of_them(plan, levels):
    both = [levels["airport_passengers", f"zunyi-{name}-airport"][2019] for name in ("xinzhou", "maotai")]
    for area in ("zunyi-airports", plan.area, plan.stand_in):
        assert levels["airport_passengers", area][2019] == pytest.approx(sum(both))


@pytest.mark.parametrize(
    ("ratio", "above", "below", "factor"),
    [
        ("gdp_per_capita", "gdp", "resident_population", 1),
        ("urbanization_rate", "urban_population", "resident_population", 100),
        ("expressway_density", "expressway_length", "land_area", 100),
        ("rd_intensity", "rd_expenditure", "gdp", 100),
        ("income_ratio", "urban_income", "rural_income", 1),
    ],
)
def test_ratios_are_those_of_their_parts(plan, levels, ratio, above, below, factor):
    areas = [code for code, one in plan.areas.items() if one.kind in (AreaKind.MEMBER, AreaKind.CITY)]
    assert len(areas) == 10
    for area in (plan.area, *areas):
        found = factor * levels[above, area][2021] / levels[below, area][2021]
        decimals = plan.indicators[ratio].decimals
        assert levels[ratio, area][2021] == pytest.approx(found, abs=0.5 * 10**-decimals + 1e-9)


def test_fewer_people_live_in_towns_than_in_all(plan, levels):
    for (code, area), years in levels.items():
        if code == "urban_population":
            assert all(years[year] < levels["resident_population", area][year] for year in YEARS)


def test_land_does_not_grow(plan, levels):
    assert {len(set(years.values())) for (code, _), years in levels.items() if code == "land_area"} == {1}


def test_every_figure_lies_within_its_bounds(plan, levels):
    for (code, _), years in levels.items():
        one = plan.indicators[code]
        assert min(years.values()) >= (one.lower or 0)
        assert one.upper is None or max(years.values()) <= one.upper
