"""Reading a snapshot: questions and answers, and what happens where there is none or a broken one."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import duckdb
import pytest

from indicators.errors import StoreDamaged, StoreMissing
from indicators.model import Break, Measure, Source, Status
from indicators.series import GRADES
from indicators.store.pointer import POINTER, read_pointer
from indicators.store.reader import HERE, Store, queries
from indicators.tables import read_table

DATA = Path(__file__).parents[3] / "data"
PLAN = "zunyi-metro-2025"
ALL_TIME = date(2100, 1, 1)


@pytest.fixture(scope="module")
def store(warehouse) -> Store:
    return Store.open(warehouse)


def test_the_snapshot_is_the_one_the_pointer_names(store, warehouse):
    pointer = json.loads((warehouse / POINTER).read_text(encoding="utf-8"))
    assert (store.snapshot, store.built_at) == (pointer["snapshot"], pointer["built_at"])


def test_every_plan_folder_is_a_plan(store):
    assert store.plans() == tuple(sorted(folder.name for folder in (DATA / "plans").iterdir()))


def test_a_plans_tables_come_back_as_written(store):
    tables = store.tables(PLAN)
    assert set(tables) == {path.stem for path in (DATA / "plans" / PLAN).glob("*.csv")}
    for name, rows in tables.items():
        assert rows == read_table(DATA / "plans" / PLAN / f"{name}.csv"), name


def test_the_indicator_catalogue_comes_back_as_written(store):
    assert store.indicator_rows() == read_table(DATA / "indicators.csv")


def test_no_figure_of_a_raw_file_is_lost(store):
    loads = {file: rows for _, file, _, rows in store.loads()}
    assert loads == {
        path.name: len(read_table(path))
        for path in sorted((DATA / "raw").glob("*.csv"))
        if path.name not in ("sources.csv", "breaks.csv")
    }
    assert len(store.observations(ALL_TIME)) == sum(loads.values())


def test_every_figure_names_its_load_and_its_source(store):
    loads, sources = {load for load, *_ in store.loads()}, store.sources()
    assert [one for one in store.observations(ALL_TIME) if one.load not in loads] == []
    assert [one for one in store.observations(ALL_TIME) if one.source not in sources] == []


def test_a_figure_is_typed(store):
    found = {(one.area, one.year, one.measure): one for one in store.observations(ALL_TIME)}
    one = found["520300", 2024, Measure.MEAN_GROWTH]
    assert (one.period_start, one.status) == (2021, Status.PUBLISHED)
    assert isinstance(one.known_from, date)
    assert isinstance(one.flags, frozenset)
    assert "" not in {flag for each in found.values() for flag in each.flags}


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2020, 6, 30), date(2024, 1, 1), date(2026, 6, 30)])
def test_only_what_was_known_on_a_day_is_read(store, day):
    everything = store.observations(ALL_TIME)
    assert store.observations(day) == tuple(one for one in everything if one.known_from <= day)


def test_a_figure_is_known_from_its_own_day_on(store):
    day = max(one.known_from for one in store.observations(date(2024, 1, 1)))
    before = store.observations(date.fromordinal(day.toordinal() - 1))
    assert len(store.observations(day)) > len(before)


def test_long_ago_nothing_was_known(store):
    assert store.observations(date(1900, 1, 1)) == ()


def test_breaks_come_with_their_reasons_in_both_languages(store):
    breaks = store.breaks()
    assert all(isinstance(one, Break) and one.reason for one in breaks)
    assert ("urbanization_rate", "*", 2020) in {(one.indicator, one.area, one.year) for one in breaks}
    assert all(one.note and one.note_en.isascii() for one in breaks)


def test_sources_are_found_by_code(store):
    sources = store.sources()
    assert sources
    assert all(isinstance(one, Source) and one.code == code for code, one in sources.items())


def test_the_answer_is_the_same_from_many_threads(store):
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(store.observations, [ALL_TIME] * 8))
    assert answers == [store.observations(ALL_TIME)] * 8


def test_reading_leaves_the_snapshot_as_it_is(store, warehouse):
    path = warehouse / f"{store.snapshot}.duckdb"
    before = path.read_bytes()
    store.observations(ALL_TIME)
    assert path.read_bytes() == before
    with pytest.raises(duckdb.InvalidInputException, match="read-only"):
        store._connection.execute("DELETE FROM observation")


def test_every_query_has_a_name_and_an_end():
    assert set(queries()) >= {"plans", "cells", "observations", "breaks", "sources", "loads"}
    assert all(sql.strip().endswith(";") and sql.count(";") == 1 for sql in queries().values())


def test_without_a_pointer_there_is_no_store_and_the_message_says_how_to_build_one(tmp_path):
    with pytest.raises(StoreMissing, match="python -m etl build"):
        Store.open(tmp_path)
    with pytest.raises(StoreMissing, match="python -m etl build"):
        Store.open(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"snapshot": "a"}', b'{"built_at": "2026-01-01"}', b"null", b"\xff\xfe"],
    ids=["empty", "cut off", "a list", "no day", "no snapshot", "null", "not text"],
)
def test_a_pointer_that_cannot_be_read_is_damage(content, tmp_path):
    (tmp_path / POINTER).write_bytes(content)
    with pytest.raises(StoreDamaged, match=r"current\.json cannot be read"):
        Store.open(tmp_path)


def test_a_pointer_says_which_and_when(tmp_path):
    (tmp_path / POINTER).write_text('{"snapshot": "abc", "built_at": "2026-06-30T08:00:00+00:00", "more": 1}')
    told = read_pointer(tmp_path)
    assert (told["snapshot"], told["built_at"]) == ("abc", "2026-06-30T08:00:00+00:00")


def test_a_pointer_to_nothing_is_damage(tmp_path):
    (tmp_path / POINTER).write_text('{"snapshot": "abc", "built_at": "2026-06-30"}')
    with pytest.raises(StoreDamaged, match=r"abc\.duckdb, which is not there"):
        Store.open(tmp_path)


@pytest.mark.parametrize("content", [b"", b"no database"], ids=["empty", "text"])
def test_a_snapshot_that_is_no_database_is_damage(content, tmp_path):
    (tmp_path / POINTER).write_text('{"snapshot": "abc", "built_at": "2026-06-30"}')
    (tmp_path / "abc.duckdb").write_bytes(content)
    with pytest.raises(StoreDamaged, match=r"abc\.duckdb cannot be read"):
        Store.open(tmp_path).plans()


def test_a_database_of_another_kind_is_damage(tmp_path):
    with duckdb.connect(str(tmp_path / "abc.duckdb")) as connection:
        connection.execute("CREATE TABLE observation (indicator VARCHAR)")
    store = Store(tmp_path / "abc.duckdb")
    for question in (store.plans, store.breaks, store.sources, store.loads):
        with pytest.raises(StoreDamaged, match="abc does not answer"):
            question()
    with pytest.raises(StoreDamaged, match="abc does not answer observations"):
        store.observations(ALL_TIME)


@pytest.mark.parametrize(
    ("column", "words"), [("measure", list(Measure)), ("status", list(Status)), ("grade", list(GRADES))]
)
def test_a_snapshot_takes_the_words_of_the_domain_and_no_others(column, words):
    with duckdb.connect() as connection:
        connection.execute((HERE / "schema.sql").read_text(encoding="utf-8"))
        assert connection.table("observation").select(column).types[0].children[0][1] == words
