"""A plan and the figures of a day, from one snapshot."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from indicators.errors import StoreDamaged, UnknownName
from indicators.store.reader import Store
from indicators.store.view import open_plan, plans_of, view

CITY = "520300"


@pytest.fixture(scope="module")
def store(warehouse) -> Store:
    return Store.open(warehouse)


@pytest.mark.parametrize(
    "name",
    [None, "zunyi-metro-2025", "遵义都市圈发展规划", "Zunyi metropolitan area development plan"],
)
def test_a_plan_is_found_by_code_and_names_and_is_the_first_without_one(store, name):
    plan = open_plan(store, name)
    assert (plan.code, len(plan.targets)) == ("zunyi-metro-2025", 30)


def test_an_unknown_plan_is_refused_with_the_near_ones(store):
    with pytest.raises(UnknownName, match="near: .*zunyi-metro-2025"):
        open_plan(store, "zunyi-metro-2030")


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("DELETE FROM cell WHERE name = 'consistency'", "consistency"),
        ("DELETE FROM cell WHERE name = 'indicators'", "indicators"),
        ("DELETE FROM cell WHERE heading = 'lead'", "lead"),
    ],
    ids=["no such table", "no catalogue", "no such column"],
)
def test_a_snapshot_of_another_version_is_damage_and_the_message_says_how_to_mend_it(
    store, warehouse, tmp_path, statement, missing
):
    path = Path(shutil.copy(warehouse / f"{store.snapshot}.duckdb", tmp_path / "old.duckdb"))
    with duckdb.connect(str(path)) as connection:
        connection.execute(statement)
    with pytest.raises(StoreDamaged, match=rf"snapshot old .*python -m etl build.*{missing}"):
        open_plan(Store(path), None)


@pytest.mark.parametrize(
    ("as_of", "latest"), [(date(2019, 1, 1), 2017), (date(2022, 12, 31), 2021), (date(2026, 6, 30), 2024)]
)
def test_a_view_holds_what_was_known_on_its_day(store, as_of, latest):
    shown = view(store, open_plan(store, None), as_of)
    assert shown.as_of == as_of
    assert shown.observations == tuple(
        one for one in store.observations(as_of) if one.area in shown.plan.areas
    )
    assert shown.book.get("gdp", CITY).points[-1].year == latest


def test_a_view_holds_the_figures_and_breaks_of_its_plans_areas(store):
    """Plans share the raw files; another plan's areas have no name in this one."""
    plan = open_plan(store, None)
    small = view(store, replace(plan, areas={CITY: plan.areas[CITY]}), date(2026, 6, 30))
    whole = view(store, plan, date(2026, 6, 30))
    assert {area for _, area in small.book.series} == {CITY}
    assert small.observations == tuple(one for one in whole.observations if one.area == CITY)
    assert {one.area for one in small.book.breaks} == {"*"} < {one.area for one in whole.book.breaks}


def test_a_view_holds_no_break_of_what_its_plan_does_not_speak_of(store):
    """Breaks say `everywhere`; a plan without tourists has none in their series."""
    shown = view(store, open_plan(store, "china-14fyp"), date(2026, 6, 30))
    assert {one.indicator for one in shown.book.breaks} == {
        "city_good_air_days",
        "energy_intensity_cut",
        "grain_capacity",
        "life_expectancy",
        "urbanization_rate",
    }


def test_the_first_plan_in_order_is_shown_where_none_is_asked_for(store):
    assert list(plans_of(store)) == ["zunyi-metro-2025", "china-14fyp"]
    assert store.plans() == ("china-14fyp", "zunyi-metro-2025")


def test_a_view_names_its_snapshot_and_its_sources(store):
    shown = view(store, open_plan(store, None), date(2026, 6, 30))
    assert shown.snapshot == store.snapshot
    assert {one.source for one in shown.observations} <= set(shown.sources)


def test_breaks_are_explained_in_both_languages(store):
    shown = view(store, open_plan(store, None), date(2026, 6, 30))
    (one,) = (one for one in shown.book.breaks if (one.indicator, one.year) == ("urbanization_rate", 2020))
    assert "普查" in one.note
    assert "census" in one.note_en.lower()


def test_a_reader_of_each_language_reads_the_same_plan(store):
    shown = view(store, open_plan(store, None), date(2026, 6, 30))
    assert (shown.reading("zh").area(CITY), shown.reading("en").area(CITY)) == ("遵义市", "Zunyi city")
    assert shown.reading("zh").plan is shown.reading("en").plan is shown.plan
