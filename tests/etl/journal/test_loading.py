"""A load: what is kept of it, what readers find, and when it is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from pyarrow import parquet

from etl.examine import FIGURES, Submission
from etl.gather import gather
from etl.journal.loading import Order, load
from etl.journal.rollback import later_loads
from etl.load import publish
from etl.readers.files import read_document
from indicators.errors import BaseChanged, InputRefused, StoreDamaged, StoreMissing, StoreMoved
from indicators.model import Confirmation, LoadKind, Remark, Severity, Status
from indicators.series import best
from indicators.store.journal import original, read_journal, read_original, rows_of
from indicators.store.pointer import POINTER, read_pointer
from indicators.store.reader import Store
from tests.etl.invented import GDP, raw
from tests.etl.journal.orders import NOON, Shelf, files, order, ready

BASE = [3483.32, 3720.05]


def in_use(shelf, year):
    """The value that a series takes for a year."""
    return best(one for one in shelf.store.observations(date.max) if one.year == year).value


def test_readers_find_the_figures_beside_those_of_the_tables(shelf):
    shelf.load(5200.0, 5500.0)
    assert shelf.values() == [*BASE, 5200.0, 5500.0]


def test_a_figure_says_where_it_comes_from(shelf):
    shelf.load(5200.0, rows=ready(5200.0, note="快报", flags="preliminary", status="computed"))
    (one,) = (one for one in shelf.store.observations(date.max) if one.year == 2024)
    assert (one.source, one.grade, one.load, one.published) == ("load-0001", "A", "1", "2026-06-30")
    assert (one.found, one.status, one.note) == ("5200 亿元", Status.COMPUTED, "快报")
    assert one.flags == {"preliminary"}
    assert shelf.store.sources()["load-0001"].title == "tjj2024年数据报送（gdp.csv）"
    assert ("1", "gdp.csv", read_journal(shelf.warehouse).entries[0].file_sha256, 1) in shelf.store.loads()


def test_a_department_is_called_by_its_name(shelf):
    shelf.load(5200.0, department="fagai", year=None)
    assert shelf.store.sources()["load-0001"].title.startswith("市发展改革委数据报送")


def test_a_figure_counts_from_the_day_of_its_load_on(shelf):
    shelf.load(5200.0)
    day = NOON.date()
    assert [len(shelf.store.observations(one)) for one in (day - timedelta(days=1), day)] == [2, 3]


def test_the_receipt_says_everything(shelf):
    warning = Remark("revision", Severity.WARNING, "表1", 2, 3, "数值", "5200", (("indicator", "gdp"),))
    confirmed = (Confirmation(warning, "普查后修订"),)
    entry = shelf.load(5200.0, confirmed=confirmed, new=0, changed=1, unchanged=4, by=" 王敏 ")
    assert (entry.number, entry.kind, entry.at, entry.by) == (1, LoadKind.LOAD, NOON, "王敏")
    assert (entry.department, entry.year, entry.note, entry.confirmed) == ("tjj", 2024, "年报", confirmed)
    assert (entry.file, entry.format, entry.encoding) == ("gdp.csv", "csv", "UTF-8")
    assert (entry.rows, entry.new, entry.changed, entry.unchanged) == (1, 0, 1, 4)
    assert (entry.before, entry.snapshot) == (shelf.base, shelf.snapshot)
    assert read_journal(shelf.warehouse).entries == (entry,)


def test_the_original_is_kept_byte_for_byte_whatever_its_name(shelf):
    content = bytes(range(256))
    entry = shelf.load(5200.0, original=content, file="../../数据 \x00.csv")
    assert read_original(shelf.warehouse, entry) == content


def test_the_rows_are_kept_as_they_count(shelf):
    entry = shelf.load(5200.0, 5300.0)
    kept = parquet.read_table(rows_of(shelf.warehouse, entry.rows_sha256))
    assert kept.to_pylist() == ready(5200.0, 5300.0).to_pylist()


def test_entries_name_the_one_before(shelf):
    for value in (5200.0, 5300.0, 5400.0):
        shelf.load(value)
    entries = read_journal(shelf.warehouse).entries
    assert [one.number for one in entries] == [1, 2, 3]
    assert all(one.snapshot == other.before for one, other in pairwise(entries))
    assert read_journal(shelf.warehouse).fingerprint == read_pointer(shelf.warehouse)["head"]


def test_of_two_loads_on_one_day_the_later_counts(shelf):
    shelf.load(5200.0)
    shelf.load(5100.0)
    assert in_use(shelf, 2024) == 5100.0


def test_a_load_outranks_the_tables_but_not_what_was_known_later(shelf):
    shelf.load(rows=ready(3800.0, year=2020))
    assert in_use(shelf, 2020) == 3800.0
    table = f"{GDP}\n"
    (shelf.data / "raw" / "later.csv").write_text(
        raw(table).replace("2021-03-01", "2026-07-01").replace("3720.05", "3900"), encoding="utf-8"
    )
    shelf.build()
    assert in_use(shelf, 2020) == 3900.0


def test_the_same_file_may_be_loaded_again(shelf):
    one, other = shelf.load(5200.0), shelf.load(5200.0)
    assert (one.file_sha256, one.rows_sha256) == (other.file_sha256, other.rows_sha256)
    assert shelf.values() == [*BASE, 5200.0, 5200.0]


def test_any_version_can_be_read(shelf):
    shelf.load(5200.0)
    shelf.load(5300.0)
    assert [shelf.values(number) for number in (0, 1, 2)] == [
        BASE,
        [*BASE, 5200.0],
        [*BASE, 5200.0, 5300.0],
    ]


def test_each_step_is_told(shelf):
    told = []
    load(order(shelf.warehouse, 5200.0), shelf.data, shelf.warehouse, told.append)
    assert told == ["tables", "rows", "snapshot", "forecasts", "pointer"]


def test_a_build_applies_the_loads_to_changed_tables(shelf):
    shelf.load(5200.0)
    path = shelf.data / "raw" / "figures.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("3720.05", "3729"), encoding="utf-8")
    shelf.build()
    assert shelf.values() == [3483.32, 3729.0, 5200.0]
    assert read_pointer(shelf.warehouse)["load"] == 1


def test_a_build_of_the_same_tables_changes_nothing(shelf):
    shelf.load(5200.0)
    snapshot = shelf.snapshot
    assert shelf.build() == snapshot


class TestRefused:
    @pytest.fixture(autouse=True)
    def _nothing_is_written(self, shelf):
        shelf.load(5200.0)
        yield
        assert shelf.values() == [*BASE, 5200.0]
        assert len(read_journal(shelf.warehouse).entries) == 1

    def test_where_another_load_came_between(self, shelf):
        late = order(shelf.warehouse, 5300.0, against=shelf.base)
        with pytest.raises(StoreMoved, match="check again"):
            load(late, shelf.data, shelf.warehouse)

    def test_where_the_tables_changed_since_the_build(self, shelf):
        path = shelf.data / "raw" / "figures.csv"
        before = path.read_text(encoding="utf-8")
        path.write_text(before.replace("3720.05", "3729"), encoding="utf-8")
        with pytest.raises(BaseChanged, match="python -m etl build"):
            shelf.load(5300.0)

    @pytest.mark.parametrize("column", ["indicator", "area", "measure", "status"])
    def test_where_the_tables_do_not_know_a_code(self, column, shelf):
        with pytest.raises(InputRefused, match=f"load 2 .*{column}: found 'nonsense'"):
            shelf.load(rows=ready(5300.0, **{column: "nonsense"}))

    @pytest.mark.parametrize("changes", [{"by": " "}, {"rows": ready()}], ids=["by nobody", "nothing"])
    def test_where_nobody_says_who_or_what(self, changes, shelf):
        with pytest.raises(ValueError, match="by whom, and at least one figure"):
            shelf.load(**changes)

    @pytest.mark.parametrize("damage", [b"", b"other rows", None], ids=["empty", "changed", "gone"])
    def test_where_the_rows_of_an_earlier_load_are_damaged(self, damage, shelf):
        path = rows_of(shelf.warehouse, read_journal(shelf.warehouse).entries[0].rows_sha256)
        path.unlink() if damage is None else path.write_bytes(damage)
        with pytest.raises(StoreDamaged, match="the rows of load 1"):
            shelf.load(5300.0)


def test_where_a_code_of_a_load_is_gone_from_the_tables_a_build_says_so_and_writes_nothing(shelf):
    shelf.load(5200.0)
    before, content = files(shelf.warehouse), gather(shelf.data)
    (plan,) = content.plans
    poorer = replace(plan, indicators={code: one for code, one in plan.indicators.items() if code != "gdp"})
    with pytest.raises(InputRefused, match=r"load 1 \(gdp.csv\), indicator: found 'gdp'"):
        publish(replace(content, plans=(poorer,)), shelf.warehouse)
    assert files(shelf.warehouse) == before


def test_without_a_store_there_is_nothing_to_load_into(shelf, tmp_path):
    made = order(shelf.warehouse, 5200.0)
    (tmp_path / "other").mkdir()
    with pytest.raises((StoreMissing, StoreMoved)):
        load(made, shelf.data, tmp_path / "other")


def test_a_full_rows_file_is_parquet_that_anyone_can_read(shelf):
    entry = shelf.load(5200.0)
    assert parquet.read_table(rows_of(shelf.warehouse, entry.rows_sha256)).num_rows == 1


def test_an_old_pointer_without_loads_takes_its_first(tmp_path):
    shelf = Shelf(tmp_path)
    old = {"snapshot": shelf.base, "built_at": "2026-01-01T00:00:00+00:00"}
    (shelf.warehouse / POINTER).write_text(json.dumps(old))
    assert replace(shelf.load(5200.0), snapshot="").before == shelf.base
    assert Store.open(shelf.warehouse, 0).snapshot == shelf.base


WARNING, NOTE, ERROR = (Remark(one, Severity(one)) for one in ("warning", "note", "error"))
PLAIN = {"file": "gdp.csv", "department": "tjj", "year": 2024, "by": "王敏", "note": "年报"}


def checked(*remarks, data=b"a,b\n1,2\n"):
    """A file of one figure of which the checks say this; not read at all where there are no bytes."""
    document = read_document(data, "gdp.csv") if data else None
    return Submission(document, FIGURES.empty_table(), ready(5200.0), remarks, "s", new=1)


def test_an_order_holds_what_was_found_and_each_warning_with_its_reason():
    made = Order.of(checked(WARNING, NOTE, WARNING), b"a", reasons={"warning": " 普查 "}, **PLAIN)
    assert made.confirmed == (Confirmation(WARNING, "普查"),) * 2
    assert (made.original, made.format, made.encoding, made.against) == (b"a", "csv", "UTF-8", "s")
    assert (made.rows.num_rows, made.new, made.changed, made.unchanged) == (1, 1, 0, 0)


@pytest.mark.parametrize("found", [checked(ERROR), checked(WARNING), checked(data=b"")])
def test_there_is_no_order_for_what_something_stands_against(found):
    with pytest.raises(ValueError, match="no errors, and a reason for every warning"):
        Order.of(found, b"a", reasons={"warning": " "}, **PLAIN)


@pytest.mark.parametrize("name", ["indicator=fai", "year=2001", "[w]", "w*"])
def test_the_name_of_a_folder_says_nothing_of_the_figures(name, shelf, tmp_path):
    """DuckDB takes `year=2001` in a path for a column, and `*` for any text, unless told not to."""
    moved = shelf.copy(tmp_path / name)
    moved.load(5200.0)
    (one,) = (one for one in moved.store.observations(date.max) if one.load == "1")
    assert (one.indicator, one.year, one.value) == ("gdp", 2024, 5200.0)
    assert moved.load(5300.0).number == 2
    assert later_loads(moved.warehouse, 1) == (2,)


def test_an_original_that_is_no_longer_what_was_uploaded_is_not_taken_for_the_same_file(shelf):
    path = original(shelf.warehouse, shelf.load(5200.0).file_sha256)
    path.write_bytes(b"?")
    before = files(shelf.warehouse)
    with pytest.raises(StoreDamaged, match="not what was uploaded"):
        shelf.load(5200.0)
    assert files(shelf.warehouse) == before
