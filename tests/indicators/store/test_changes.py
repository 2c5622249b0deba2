"""What a load or roll-back changed among the figures in use."""

from __future__ import annotations

import pytest

from indicators.errors import StoreMissing
from indicators.model import Measure
from indicators.store.changes import Change, beside, changes, changes_of
from indicators.store.pointer import path_of
from indicators.store.reader import Store
from tests.etl.journal.orders import Shelf, ready


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Load 1 adds 2024, load 2 revises 2020 and repeats 2024, entry 3 takes load 2 back."""
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    shelf.entries = [shelf.load(5200.0)]
    rows = ready(3800.0, 5200.0, year=2020).to_pylist()
    rows[1]["year"] = 2024
    shelf.entries.append(shelf.load(rows=ready(1.0).from_pylist(rows, schema=ready(1.0).schema)))
    shelf.entries.append(shelf.back(2))
    return shelf


def base(shelf):
    return Store.open(shelf.warehouse, 0)


def test_a_new_figure_had_no_value_before(shelf):
    new = Change("gdp", "520300", 2024, Measure.LEVEL, None, None, 5200.0, "", "5200 亿元")
    assert changes_of(shelf.warehouse, shelf.entries[0]) == (new,)


def test_a_revision_says_from_what_to_what_and_an_unchanged_figure_nothing(shelf):
    (one,) = changes_of(shelf.warehouse, shelf.entries[1])
    assert (one.year, one.before, one.after, one.found_before) == (2020, 3720.05, 3800.0, "3720.05 亿元")


def test_a_roll_back_is_the_other_way_round(shelf):
    (one,) = changes_of(shelf.warehouse, shelf.entries[2])
    assert (one.year, one.before, one.after) == (2020, 3800.0, 3720.05)


def test_a_figure_that_is_gone_has_no_value_after(shelf):
    (one,) = changes(shelf.store, base(shelf))
    assert (one.year, one.before, one.after, one.found_after) == (2024, 5200.0, None, "")


def test_between_a_snapshot_and_itself_lies_nothing(shelf):
    assert changes(shelf.store, shelf.store) == ()


def test_no_more_than_the_most(shelf, monkeypatch):
    monkeypatch.setattr("indicators.store.changes.MOST", 0)
    assert changes(base(shelf), shelf.store) == ()


def test_what_is_no_longer_kept_cannot_be_compared(shelf, tmp_path):
    other = shelf.copy(tmp_path)
    path_of(other.warehouse, shelf.base).unlink()
    with pytest.raises(StoreMissing, match="before and after load 1 are no longer kept"):
        changes_of(other.warehouse, shelf.entries[0])


def test_an_upload_shows_what_it_changes_then_what_is_new_then_what_stays(shelf):
    rows = ready(5200.0, 8.0, 9.0, 3800.0, year=2024).to_pylist()
    rows[1]["year"], rows[3]["year"] = 2023, 2020
    rows[2]["status"] = "expected"
    found = beside(shelf.store, ready(1.0).from_pylist(rows, schema=ready(1.0).schema), 10)
    assert [(one.kind, one.year, one.before, one.after) for one in found] == [
        ("changed", 2020, 3720.05, 3800.0),
        ("new", 2023, None, 8.0),
        ("new", 2024, None, 9.0),
        ("unchanged", 2024, 5200.0, 5200.0),
    ]
    assert len(beside(base(shelf), ready(1.0, 2.0, year=2020), 1)) == 1


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, 1.0, "new"),
        (1.0, None, "gone"),
        (1.0, 1.0, "unchanged"),
        (1e9, 1e9 + 0.5, "unchanged"),
        (1.0, 1.1, "changed"),
    ],
)
def test_a_change_has_a_word(before, after, kind):
    assert Change("gdp", "520300", 2024, Measure.LEVEL, None, before, after, "", "").kind == kind
