from __future__ import annotations

from datetime import date

import pytest

from bench.loading.city import HEAD, STORED_AREAS, STORED_GROUPS, write_data, write_file
from etl.examine import Desk, examine
from etl.gather import gather
from etl.load import publish
from indicators.store.reader import Store


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    folder = tmp_path_factory.mktemp("city")
    write_data(folder / "data")
    publish(gather(folder / "data"), folder / "warehouse")
    return folder


@pytest.mark.parametrize("rows", [1, 4001, 20_000])
def test_a_file_of_the_city_gives_no_finding_at_any_length(city, rows):
    file = city / f"{rows}.csv"
    write_file(file, rows)
    assert file.read_text(encoding="utf-8").splitlines()[0].replace('"', "") == ",".join(HEAD)
    desk = Desk.of(Store.open(city / "warehouse"))
    found = examine(file.read_bytes(), file.name, desk, department="", year=None, today=date(2025, 6, 30))
    assert (found.remarks, found.rows_ready, found.changed) == ((), rows, 0)
    assert found.new + found.unchanged == rows


def test_the_store_knows_some_of_the_figures_beforehand(city):
    known = Store.open(city / "warehouse").figures_in_use()
    assert known.num_rows == STORED_GROUPS * 5 * STORED_AREAS
    file = city / "all_of_one.csv"
    write_file(file, 4000)
    desk = Desk.of(Store.open(city / "warehouse"))
    found = examine(file.read_bytes(), file.name, desk, department="", year=None, today=date(2025, 6, 30))
    assert found.unchanged == STORED_AREAS
