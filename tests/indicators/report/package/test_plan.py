"""The plan, its departments, areas and indicators as tables."""

from __future__ import annotations

from indicators.report.package.plan import areas, departments, dimensions, indicators, plan
from tests.indicators.report.made import real


def test_the_tables_hold_what_the_plan_holds(warehouse):
    read = real(warehouse).read
    (row,) = plan(read).rows
    assert (row["code"], row["base_year"], row["target_year"]) == ("zunyi-metro-2025", 2020, 2025)
    for made, known in (
        (departments(read), read.plan.departments),
        (dimensions(read), read.plan.dimensions),
        (areas(read), read.plan.areas),
        (indicators(read), read.plan.indicators),
    ):
        assert [one["code"] for one in made.rows] == list(known)


def test_an_area_names_its_members(warehouse):
    read = real(warehouse).read
    scope = next(row for row in areas(read).rows if row["code"] == read.plan.area)
    assert tuple(scope["members"]) == read.plan.areas[read.plan.area].members
