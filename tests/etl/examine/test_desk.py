from __future__ import annotations

from etl.examine import Desk
from indicators.store.reader import Store
from tests.etl.examine.uploads import desk


def test_a_desk_is_made_of_one_snapshot(warehouse):
    store = Store.open(warehouse)
    known = Desk.of(store)
    assert known.snapshot == store.snapshot
    assert {plan.code for plan in known.plans} == {"zunyi-metro-2025", "china-14fyp"}
    assert len(known.stored.key) == store.figures_in_use().num_rows


def test_places_are_those_of_the_tuples():
    known = desk()
    assert [known.indicator_places[one.code] for one in known.indicators] == list(
        range(len(known.indicators))
    )
    assert [known.area_places[one.code] for one in known.areas] == list(range(len(known.areas)))


def test_a_department_belongs_to_the_plans_that_know_it():
    known = desk()
    assert [plan.code for plan in known.plans_for("fagai")] == ["zunyi-metro-2025"]
    assert [plan.code for plan in known.plans_for("not-named")] == ["china-14fyp"]
    assert known.plans_for("") == known.plans


def test_years_reach_back_as_far_as_series_need_and_to_the_plan_s_end():
    assert desk().years("fagai") == (2005, 2025)
