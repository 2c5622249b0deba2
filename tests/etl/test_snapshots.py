"""A snapshot's name is the hash of what is in it."""

from __future__ import annotations

from dataclasses import replace

import duckdb
import pytest

from etl.gather import gather
from etl.snapshots import Base, as_tables, canonical, identity, write
from indicators.model import JournalEntry, LoadKind
from indicators.store.pointer import path_of
from tests.etl.invented import invented
from tests.etl.journal.orders import NOON, Shelf

LOAD = JournalEntry(
    number=7,
    kind=LoadKind.LOAD,
    at=NOON,
    by="王敏",
    department="fagai",
    year=2024,
    note="年报",
    before="a",
    snapshot="b",
    previous="c",
    file="gdp.csv",
    file_sha256="d",
    rows_sha256="e",
    rows=2,
)


@pytest.fixture(scope="module")
def gdp(tmp_path_factory):
    return invented(tmp_path_factory.mktemp("gdp") / "data")


@pytest.fixture(scope="module")
def base(gdp):
    return Base.of(gdp)


def test_it_is_named_after_everything_in_it(gdp):
    tables = as_tables(gdp)
    whole = canonical("schema", tables)
    names = {identity(whole), identity(canonical("other schema", tables)), identity(whole, [[1]])}
    for table, rows in tables.items():
        names.add(identity(canonical("schema", tables | {table: rows[:-1]})))
    assert len(names) == 3 + len(tables)
    assert identity(canonical("schema", as_tables(gdp))) in names


def test_loads_do_not_run_into_each_other(base):
    text = canonical("schema", {})
    assert len({identity(text, loads) for loads in ([[1], [2]], [[1, 2]], [[[1], [2]]], [[12]])}) == 4


def test_without_loads_the_name_is_that_of_the_tables_alone(base):
    assert base.named([]) == identity(canonical(base.schema, base.tables))


@pytest.mark.parametrize(
    "change",
    [
        {"number": 8},
        {"rows_sha256": "other"},
        {"file": "other.csv"},
        {"file_sha256": "other"},
        {"year": 2023},
        {"department": "other"},
        {"at": NOON.replace(day=29)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_a_snapshot_holds_of_a_load_gives_another_name(change, base):
    assert base.named([LOAD]) != base.named([replace(LOAD, **change)])


@pytest.mark.parametrize(
    "change", [{"by": "李强"}, {"note": "x"}, {"at": NOON.replace(hour=13)}, {"before": "x"}]
)
def test_what_only_the_journal_says_does_not(change, base):
    assert base.named([LOAD]) == base.named([replace(LOAD, **change)])


def test_the_order_of_loads_counts(base):
    other = replace(LOAD, number=8)
    assert base.named([LOAD, other]) != base.named([other, LOAD])


def test_a_load_is_called_by_department_year_and_file(base):
    assert base.title(LOAD) == "市发展改革委2024年数据报送（gdp.csv）"
    assert base.title(replace(LOAD, year=None, department="")) == "数据报送（gdp.csv）"


def written(shelf, loads, path):
    """Rows of every table, in the order in which they lie."""
    write(Base.of(gather(shelf.data)), loads, shelf.warehouse, path)
    with duckdb.connect(str(path), read_only=True) as connection:
        names = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        return {name: connection.execute(f'FROM "{name}"').fetchall() for (name,) in names}


def test_adding_a_load_to_the_snapshot_before_gives_what_writing_all_of_it_gives(tmp_path):
    shelf = Shelf(tmp_path)
    loads = [shelf.load(5200.0), shelf.load(5300.0, 5400.0)]
    added = written(shelf, loads, tmp_path / "added.duckdb")
    path_of(shelf.warehouse, loads[0].snapshot).write_bytes(b"damaged")
    assert written(shelf, loads, tmp_path / "whole.duckdb") == added
    assert len(added["observation"]) == 5
