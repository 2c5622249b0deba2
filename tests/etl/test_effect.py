"""What an upload would change: worked by hand on a few invented figures of the city, which stands in."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from etl.effect import between, effect, figures
from etl.examine.ready import READY
from etl.load import publish
from indicators.rows.effect import record
from indicators.store.reader import Store
from indicators.store.view import plans_of
from tests.etl.invented import invented

TODAY = date(2026, 3, 1)
FORESTS = """
    indicator     year  value  unit
    forest_cover  2020  60.00  %
    forest_cover  2021  60.10  %
    forest_cover  2022  60.20  %
    forest_cover  2023  60.30  %
    forest_cover  2024  60.40  %
"""
"""Toward 61 % in 2025."""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    publish(invented(folder / "data", FORESTS), folder / "warehouse")
    return Store.open(folder / "warehouse")


def ready(*rows):
    """(indicator, area, year, value, unit) → rows as they count; a sixth word is the measure."""
    usual = {"period_start": None, "status": "published", "note": "", "flags": ""}
    made = [
        usual
        | {"indicator": code, "area": area, "year": year, "value": value, "found": f"{value} {unit}"}
        | {"measure": measure[0] if measure else "level"}
        for code, area, year, value, unit, *measure in rows
    ]
    return pa.Table.from_pylist(made, schema=READY)


def changed(store, *rows, today=TODAY):
    return {
        one["number"]: (one["before"]["verdict"], one["after"]["verdict"])
        for one in record(effect(store, ready(*rows), today))
    }


@pytest.mark.parametrize(
    ("value", "verdict"), [(60.49, "missed"), (60.5, "achieved"), (60.51, "achieved"), (61.0, "achieved")]
)
def test_the_target_years_value_decides(store, value, verdict):
    assert changed(store, ("forest_cover", "520300", 2025, value, "%"))[8][1] == verdict


def test_a_year_still_missing_makes_a_judgement_possible(store):
    rows = [
        ("rail_passengers", "zunyi-metro", year, 1000.0 + 100 * (year - 2020), "万人次")
        for year in (2022, 2024)
    ]
    assert changed(store, *rows)[12][0] == "unknown"
    assert changed(store, *rows)[12][1] != "unknown"


def test_the_same_value_again_changes_nothing(store):
    assert changed(store, ("forest_cover", "520300", 2024, 60.4, "%")) == {}


def test_a_revision_moves_latest_value_chance_and_projection(store):
    (one,) = record(effect(store, ready(("forest_cover", "520300", 2024, 60.9, "%")), TODAY))
    before, after = one["before"], one["after"]
    assert (before["latest"], after["latest"]) == (60.4, 60.9)
    assert before["year"] == after["year"] == 2024
    assert after["chance"] > before["chance"]
    assert after["projected"] > before["projected"]


def test_what_no_target_rests_on_changes_nothing(store):
    assert changed(store, ("registered_unemployment", "520300", 2025, 3.0, "%")) == {}


def test_another_citys_figure_changes_nothing(store):
    assert changed(store, ("forest_cover", "china", 2025, 24.0, "%")) == {}


def test_a_part_of_a_ratio_moves_the_ratio(store):
    rows = [("urban_income", "520300", 2025, 44000.0, "元"), ("rural_income", "520300", 2025, 20000.0, "元")]
    after = {one["number"]: one["after"] for one in record(effect(store, ready(*rows), TODAY))}
    assert after[29]["latest"] == 2.2
    assert after[29]["verdict"] == "achieved"


def test_an_expectation_is_shown_but_never_counts(store):
    table = ready(("forest_cover", "520300", 2025, 61.5, "%"))
    column = pa.array(["expected"]).dictionary_encode().cast(READY.field("status").type)
    expected = table.set_column(table.schema.get_field_index("status"), READY.field("status"), column)
    assert effect(store, expected, TODAY) == ()


def test_figures_become_known_on_the_day_of_the_load(store):
    plan = next(iter(plans_of(store).values()))
    (one,) = figures(plan, ready(("forest_cover", "520300", 2025, 61.5, "%")), TODAY)
    assert (one.known_from, one.grade, one.published) == (TODAY, "A", "2026-03-01")
    assert (one.value, one.found, one.flags) == (61.5, "61.5 %", frozenset())


def test_rows_of_nobody_here_are_not_turned_into_figures(store):
    plan = next(iter(plans_of(store).values()))
    rows = [
        ("forest_cover", "elsewhere", 2025, 61.5, "%"),
        ("built_up_area", "520300", 2025, 61.5, "平方公里"),
    ]
    assert figures(plan, ready(*rows), TODAY) == ()


def test_no_rows_change_nothing(store):
    assert effect(store, READY.empty_table(), TODAY) == ()


def test_two_snapshots_tell_the_same_as_the_rows_between_them(store, tmp_path):
    added = FORESTS + "    forest_cover  2025  61.20  %\n"
    publish(invented(tmp_path / "data", added), tmp_path / "warehouse")
    after = Store.open(tmp_path / "warehouse")
    (one,) = between(store, after, TODAY)
    (expected,) = effect(store, ready(("forest_cover", "520300", 2025, 61.2, "%")), TODAY)
    assert record([one]) == record([expected])
    assert (one.before.verdict, one.after.verdict) != (one.after.verdict, one.before.verdict)


def test_a_snapshot_and_itself_differ_in_nothing(store):
    assert between(store, store, TODAY) == ()
