"""The next file of the record: what it says, and when there is none to write."""

from __future__ import annotations

import json
from datetime import date

import pytest

from etl import forecasts
from etl.forecasts import implied, next_file
from indicators.assessment import assess_all
from indicators.forecasts import forecasts_of
from indicators.projection import METHOD
from indicators.series import build
from indicators.store.ledger import read_ledger
from indicators.store.links import digest
from indicators.store.reader import Store
from tests.indicators.said import SAID, put_on_record, said

TODAY = date(2026, 6, 30)
SNAPSHOT = "0123456789ab"


@pytest.fixture
def write(tmp_path):
    """`write("snapshot", chance=0.3)` adds the next file and says whether there was one to add."""

    def run(snapshot=SNAPSHOT, **changes):
        found = next_file(tmp_path, snapshot, TODAY, (said(**changes),))
        if found:
            found[0].parent.mkdir(exist_ok=True)
            found[0].write_bytes(found[1])
        return bool(found)

    return run


@pytest.fixture(scope="module")
def store(warehouse) -> Store:
    return Store.open(warehouse)


def test_a_snapshot_implies_what_its_pages_say_of_every_plan(content, store):
    expected = []
    for plan in content.plans:
        known = [one for one in content.observations if one.known_from <= TODAY]
        found = assess_all(plan, build(known, content.breaks), TODAY)
        expected += forecasts_of(plan, found, store.snapshot)
    assert implied(store, content.plans, TODAY) == tuple(expected)
    assert {one.plan for one in expected} == {plan.code for plan in content.plans}


def test_figures_of_days_to_come_are_not_used(content, store):
    past = date(2023, 12, 31)
    assert implied(store, content.plans, past)
    assert {one.as_of for one in implied(store, content.plans, past)} == {past}
    assert max(one.latest_year for one in implied(store, content.plans, past)) <= 2022


def test_the_first_file_stands_alone_and_says_when_and_how(write, tmp_path):
    path, written = next_file(tmp_path, SNAPSHOT, TODAY, (SAID,))
    assert path.name == f"0001-{SNAPSHOT}-{digest(written)[:12]}.json"
    told = json.loads(written)
    assert (told["number"], told["previous"], told["snapshot"]) == (1, "", SNAPSHOT)
    assert (told["as_of"], told["method"], len(told["forecasts"])) == ("2026-06-30", METHOD, 1)


def test_each_file_follows_on_the_one_before(write, tmp_path):
    assert [write(name) for name in ("one", "two", "three")] == [True] * 3
    found = read_ledger(tmp_path)
    assert [entry.number for entry in found.entries] == [1, 2, 3]
    assert found.flaws == ()


def test_the_first_statement_of_a_snapshot_stands(write, tmp_path):
    assert [write(chance=0.3), write(chance=0.9)] == [True, False]
    assert [one.chance for one in read_ledger(tmp_path).forecasts("plan", date.max)] == [0.3]


def test_another_method_states_its_own_forecasts_of_the_same_snapshot(write, monkeypatch):
    assert write()
    monkeypatch.setattr(forecasts, "METHOD", "a better one")
    assert [write(), write()] == [True, False]


def test_without_a_forecast_the_record_says_that_there_was_none(tmp_path):
    _, written = next_file(tmp_path, SNAPSHOT, TODAY, ())
    assert json.loads(written)["forecasts"] == []


@pytest.mark.parametrize("content", [b"", b"{", b"not what it was"])
def test_a_damaged_file_is_followed_on_as_it_is_and_never_mended(content, write, tmp_path):
    _, damaged = put_on_record(tmp_path, SAID, said(chance=0.1))
    damaged.write_bytes(content)
    assert write()
    found = read_ledger(tmp_path)
    assert [entry.number for entry in found.entries] == [1, 3]
    assert [file for file, _ in found.flaws] == [damaged.name]
    assert damaged.read_bytes() == content


def test_what_a_damaged_file_may_have_stated_is_stated_again(write, tmp_path):
    """Later, and with the later day on it: a statement that nobody can read is none."""
    assert write()
    next((tmp_path / "record").iterdir()).write_bytes(b"{")
    assert write()
