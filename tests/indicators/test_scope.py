"""Which area a target is judged on: its own, or a stand-in that must be named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.model import AssignedLater, Direction, Level, MeanGrowth, Reason
from indicators.scope import comparable, scope
from indicators.series import build
from tests.indicators.worked import AMOUNT, RATIO, SHARE, breaks, figure, growth, levels, plan, target, values

SEVENTY = Level(70.0, 0, 0.0)
FIVE_A_YEAR = MeanGrowth(5.0, 0, 0.0, 2021, 2025)
OWN, CITY, NORTH = {"area": "region"}, {"area": "city"}, {"area": "north"}
SEEN = {2022: 50.0, 2024: 55.0}


def chosen(figures, basis=SEVENTY, indicator=SHARE, *, area="region", broken=(), known=None):
    """(area used, reasons)."""
    known = known or plan(indicator)
    used, _, _, reasons, _ = scope(build(figures, broken), known, target(basis), area)
    return used, reasons


def test_the_areas_own_figures_come_first():
    assert chosen([*levels(SEEN, **CITY), *levels(SEEN, **OWN)]) == ("region", [])


@pytest.mark.parametrize("indicator", [SHARE, RATIO], ids=["share", "ratio"])
def test_shares_and_ratios_of_the_stand_in_serve_where_the_area_has_none(indicator):
    assert chosen(levels(SEEN, **CITY), indicator=indicator) == ("city", [])


def test_growth_of_the_stand_in_serves_where_the_area_has_none():
    assert chosen(growth({2021: 5.0}, **CITY), FIVE_A_YEAR, AMOUNT) == ("city", [])


def test_the_stand_in_serves_too_where_the_areas_own_figures_are_too_few():
    assert chosen([figure(2024, 50.0, **OWN), *levels(SEEN, **CITY)]) == ("city", [])


def test_a_total_of_the_stand_in_never_serves():
    assert chosen(levels(SEEN, **CITY), indicator=AMOUNT) == ("city", [Reason.SCOPE_DIFFERS])


def test_the_areas_own_single_total_is_shown_before_another_areas():
    figures = [figure(2024, 50.0, **OWN), *levels(SEEN, **CITY)]
    assert chosen(figures, indicator=AMOUNT) == ("region", [Reason.SINGLE_OBSERVATION])


def test_a_sum_of_all_members_is_the_areas_own():
    both = [*levels(SEEN, area="north"), *levels(SEEN, area="south")]
    _, _, track, reasons, _ = scope(build(both, ()), plan(), target(SEVENTY), "region")
    assert (values(track.points), reasons) == ({2022: 100.0, 2024: 110.0}, [])


def test_another_area_that_is_asked_for_has_no_stand_in():
    assert chosen(levels(SEEN, **CITY), area="north") == ("north", [Reason.NO_DATA])
    assert chosen(levels(SEEN, **NORTH), area="north") == ("north", [])
    assert chosen(levels(SEEN, **NORTH), indicator=AMOUNT, area="north") == ("north", [Reason.SCOPE_DIFFERS])


def test_a_plan_without_stand_in_judges_its_area_only():
    alone = replace(plan(SHARE), stand_in=None)
    assert chosen(levels(SEEN, **CITY), known=alone) == ("region", [Reason.NO_DATA])


def test_a_target_of_a_place_of_its_own_has_no_stand_in():
    known = plan(SHARE)
    used, _, _, reasons, _ = scope(
        build(levels(SEEN, **CITY), ()), known, target(SEVENTY, area="north"), "north"
    )
    assert (used, reasons) == ("north", [Reason.NO_DATA])


def test_nobody_has_a_figure():
    assert chosen([]) == ("region", [Reason.NO_DATA])


def test_a_value_still_to_be_assigned_is_the_only_reason_even_without_data():
    assert chosen([], AssignedLater(2021, 2025)) == ("region", [Reason.NO_TARGET_VALUE])


@pytest.mark.parametrize(
    ("latest", "reasons"),
    [(2019, [Reason.TOO_OLD]), (2020, []), (2021, [])],
    ids=["six years before", "five years before", "four years before"],
)
def test_nothing_is_said_more_than_five_years_ahead(latest, reasons):
    assert chosen(levels({latest - 2: 50.0, latest: 52.0}, **OWN)) == ("region", reasons)


def test_two_points_are_enough_one_is_not():
    assert chosen(levels(SEEN, **OWN)) == ("region", [])
    assert chosen([figure(2024, 55.0, **OWN)]) == ("region", [Reason.SINGLE_OBSERVATION])


def test_one_point_is_enough_in_the_target_year():
    assert chosen([figure(2025, 71.0, **OWN)]) == ("region", [])


def test_a_single_point_after_a_break_says_why_it_is_alone():
    assert chosen(levels(SEEN, **OWN), broken=breaks(2024)) == (
        "region",
        [Reason.SINGLE_OBSERVATION, Reason.SERIES_BREAK],
    )


@pytest.mark.parametrize(
    ("basis", "indicator", "area", "serves"),
    [
        (SEVENTY, AMOUNT, "region", True),
        (SEVENTY, AMOUNT, "city", False),
        (SEVENTY, SHARE, "city", True),
        (FIVE_A_YEAR, AMOUNT, "city", True),
    ],
)
def test_only_totals_of_another_area_are_not_comparable(basis, indicator, area, serves):
    assert comparable(plan(indicator), target(basis, Direction.UP), area) is serves
