from __future__ import annotations

import duckdb
import pytest

from bench.load import Result, build, line, summed
from bench.loading.city import write_file
from bench.loading.ways import WAYS
from indicators.store.reader import Store

ROWS = 4200


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bench")
    build(folder)
    write_file(folder / "figures.csv", ROWS)
    return folder


@pytest.mark.parametrize("way", WAYS)
def test_every_way_ends_with_the_rows_in_a_database(city, way):
    folder = city / way
    folder.mkdir()
    steps = WAYS[way](city / "figures.csv", folder)
    assert all(seconds > 0 for seconds in steps.values())
    assert stored(folder) == ROWS


def stored(folder):
    if (folder / "warehouse").exists():
        ((_, _, _, rows),) = [load for load in Store.open(folder / "warehouse").loads() if load[0] == "1"]
        return rows
    (path,) = folder.glob("*.duckdb")
    with duckdb.connect(str(path)) as connection:
        return connection.execute("SELECT count(*) FROM figure").fetchone()[0]


def test_a_result_is_the_median_of_the_runs_and_the_highest_peak():
    runs = [
        {"steps": {"check": one, "load": 1.0}, "peak": peak} for one, peak in ((1.0, 5), (9.0, 7), (2.0, 6))
    ]
    assert summed(runs) == Result(3.0, {"check": 2.0, "load": 1.0}, 7)


def test_a_line_compares_speeds():
    assert line(1000, "ours", Result(2.0, {"check": 2.0}, 1 << 20), plain=1.0).split()[2:5] == [
        "2.000",
        "500",
        "0.50",
    ]
