"""Taking a load back, and taking that back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.journal.rollback import later_loads
from indicators.errors import AlreadyRolledBack, BaseChanged, LaterLoads, StoreDamaged, UnknownName
from indicators.model import LoadKind
from indicators.store.journal import read_journal, rows_of
from indicators.store.ledger import read_ledger
from tests.etl.journal.orders import NOON, ready

BASE = [3483.32, 3720.05]


def test_the_figures_are_gone_and_the_snapshot_is_the_one_before(shelf):
    shelf.load(5200.0)
    entry = shelf.back(1)
    assert shelf.values() == BASE
    assert shelf.snapshot == entry.snapshot == shelf.base


def test_it_is_an_entry_of_its_own_with_a_reason(shelf):
    loaded = shelf.load(5200.0)
    entry = shelf.back(1, by=" 李强 ", reason=" 误报 ")
    assert (entry.number, entry.kind, entry.of, entry.at) == (2, LoadKind.ROLLBACK, 1, NOON)
    assert (entry.by, entry.note, entry.department, entry.year) == ("李强", "误报", "tjj", 2024)
    assert (entry.file_sha256, entry.rows_sha256, entry.rows, entry.file) == ("", "", 0, "")
    assert entry.before == loaded.snapshot
    assert read_journal(shelf.warehouse).entries == (loaded, entry)


def test_a_load_in_the_middle_goes_and_the_others_stay(shelf):
    shelf.load(5200.0)
    shelf.load(rows=ready(5300.0, year=2025))
    shelf.back(1)
    assert shelf.values() == [*BASE, 5300.0]


def test_every_version_stays_readable(shelf):
    shelf.load(5200.0)
    shelf.back(1)
    shelf.back(2)
    assert [shelf.values(number) for number in (0, 1, 2, 3)] == [BASE, [*BASE, 5200.0], BASE, [*BASE, 5200.0]]


def test_the_roll_back_of_a_roll_back_brings_the_figures_again(shelf):
    shelf.load(5200.0)
    snapshot = shelf.snapshot
    shelf.back(1)
    shelf.back(2)
    assert (shelf.values(), shelf.snapshot) == ([*BASE, 5200.0], snapshot)
    shelf.back(1)
    assert shelf.values() == BASE


def test_what_was_taken_back_cannot_be_taken_back_again(shelf):
    shelf.load(5200.0)
    shelf.back(1)
    with pytest.raises(AlreadyRolledBack, match="1 was taken back by 2; take that back instead"):
        shelf.back(1)
    assert len(read_journal(shelf.warehouse).entries) == 2


@pytest.mark.parametrize("number", [0, -1, 2, 999])
def test_what_there_is_not_cannot_be_taken_back(number, shelf):
    shelf.load(5200.0)
    with pytest.raises(UnknownName, match=f"load '{number}' is unknown"):
        shelf.back(number)


@pytest.mark.parametrize("changes", [{"by": " "}, {"reason": ""}, {"reason": " \n"}])
def test_it_says_who_and_why(changes, shelf):
    shelf.load(5200.0)
    with pytest.raises(ValueError, match="by whom and why"):
        shelf.back(1, **changes)
    assert shelf.values() == [*BASE, 5200.0]


class TestLaterLoads:
    @pytest.mark.parametrize(
        ("changes", "same"),
        [
            ({}, True),
            ({"status": "computed", "note": "修订"}, True),
            ({"year": 2025}, False),
            ({"area": "520000"}, False),
            ({"indicator": "resident_population"}, False),
            ({"measure": "growth"}, False),
            ({"measure": "mean_growth", "period_start": 2021}, False),
        ],
        ids=["the same", "said otherwise", "year", "area", "indicator", "measure", "period"],
    )
    def test_only_those_on_the_same_figures_are_asked_about(self, changes, same, shelf):
        shelf.load(5200.0)
        shelf.load(rows=ready(4.0, **changes))
        assert later_loads(shelf.warehouse, 1) == ((2,) if same else ())

    def test_figures_of_a_period_are_told_apart_by_its_first_year(self, shelf):
        mean = {"measure": "mean_growth", "year": 2024}
        shelf.load(rows=ready(4.0, **mean, period_start=2021))
        shelf.load(rows=ready(5.0, **mean, period_start=2021))
        shelf.load(rows=ready(6.0, **mean, period_start=2022))
        assert later_loads(shelf.warehouse, 1) == (2,)

    def test_they_are_named_and_nothing_is_written(self, shelf):
        for value in (5200.0, 5300.0, 5400.0):
            shelf.load(value)
        with pytest.raises(LaterLoads, match="loads 2, 3 speak of the same figures as load 1") as refused:
            shelf.back(1)
        assert refused.value.numbers == (2, 3)
        assert len(read_journal(shelf.warehouse).entries) == 3

    def test_accepted_the_load_goes_and_the_later_ones_stay(self, shelf):
        shelf.load(5200.0)
        shelf.load(5300.0)
        shelf.back(1, although_later=True)
        assert shelf.values() == [*BASE, 5300.0]

    def test_those_taken_back_themselves_are_not_asked_about(self, shelf):
        shelf.load(5200.0)
        shelf.load(5300.0)
        shelf.back(2)
        assert later_loads(shelf.warehouse, 1) == ()

    def test_for_a_roll_back_they_are_those_after_the_load_it_took_back(self, shelf):
        shelf.load(5200.0)
        shelf.back(1)
        shelf.load(5300.0)
        assert later_loads(shelf.warehouse, 2) == (3,)

    def test_damaged_rows_are_an_error(self, shelf):
        shelf.load(5200.0)
        entry = shelf.load(5300.0)
        rows_of(shelf.warehouse, entry.rows_sha256).write_bytes(b"no rows")
        with pytest.raises(StoreDamaged, match="rows of the journal cannot be read"):
            later_loads(shelf.warehouse, 1)


def test_changed_tables_must_be_built_first(shelf):
    shelf.load(5200.0)
    path = shelf.data / "raw" / "figures.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("3720.05", "3729"), encoding="utf-8")
    with pytest.raises(BaseChanged):
        shelf.back(1)


def test_the_forecasts_of_the_snapshot_come_back_with_it_and_are_stated_once(shelf):
    shelf.load(5200.0)
    shelf.back(1)
    assert [one.snapshot for one in read_ledger(shelf.warehouse).entries] == [
        shelf.base,
        read_journal(shelf.warehouse).entries[0].snapshot,
    ]


@settings(max_examples=8)
@given(steps=st.lists(st.one_of(st.just("load"), st.integers(1, 4)), min_size=1, max_size=5))
def test_the_store_holds_the_loads_that_nothing_takes_back(steps, plain_shelf, tmp_path_factory):
    """Whatever the order: a model of three lines says which figures must be there."""
    shelf = plain_shelf.copy(tmp_path_factory.mktemp("steps"))
    done = []
    for step in steps:
        if step == "load":
            shelf.load(5000.0 + len(done))
            done.append(None)
        elif step <= len(done) and step in _standing(done):
            shelf.back(step, although_later=True)
            done.append(step)
    loads = [number for number in _standing(done) if done[number - 1] is None]
    assert shelf.values() == [*BASE, *(5000.0 + number - 1 for number in loads)]


def _standing(done):
    standing = set()
    for number, of in enumerate(done, start=1):
        standing.add(number)
        while of is not None:
            standing ^= {of}
            of = done[of - 1]
    return sorted(standing)
