"""What counts: the pointer decides, and where it cannot, a person does; nothing is guessed."""

from __future__ import annotations

import json
import shutil

import pytest

from etl.journal.standing import standing
from indicators.errors import StoreDamaged
from indicators.store.journal import FOLDER
from indicators.store.pointer import POINTER, read_pointer


@pytest.fixture
def loaded(shelf):
    """Two loads are in."""
    shelf.load(5200.0)
    shelf.load(5300.0)
    return shelf


def counts(shelf, loads=None):
    return [one.number for one in standing(shelf.warehouse, loads).journal.entries]


def point(shelf, **changes):
    told = read_pointer(shelf.warehouse) | changes
    (shelf.warehouse / POINTER).write_text(json.dumps(told), encoding="utf-8")


def manifests(shelf):
    return sorted((shelf.warehouse / FOLDER).glob("*.json"))


def test_an_empty_folder_counts_nothing(tmp_path):
    found = standing(tmp_path)
    assert (found.snapshot, found.previous, found.count) == ("", "", 0)


def test_the_pointer_says_how_many_entries_count(loaded):
    found = standing(loaded.warehouse)
    assert (found.snapshot, found.count) == (loaded.snapshot, 2)
    assert found.previous == found.journal.entries[0].snapshot


def test_a_pointer_from_before_there_were_loads_counts_none(shelf):
    old = {"snapshot": shelf.base, "built_at": "2026-01-01"}
    (shelf.warehouse / POINTER).write_text(json.dumps(old))
    assert counts(shelf) == []


def test_what_was_never_committed_goes_with_its_files(loaded):
    head = read_pointer(loaded.warehouse)
    loaded.load(5400.0)
    (loaded.warehouse / POINTER).write_text(json.dumps(head))
    assert counts(loaded) == [1, 2]
    assert len(manifests(loaded)) == 2
    assert len(list((loaded.warehouse / FOLDER / "files").iterdir())) == 2
    assert len(list((loaded.warehouse / FOLDER / "rows").iterdir())) == 2


def test_an_older_pointer_never_makes_committed_loads_vanish(loaded):
    point(loaded, load=0, head="")
    with pytest.raises(StoreDamaged, match="holds 2 entries and 0 are said to count"):
        standing(loaded.warehouse)
    assert len(manifests(loaded)) == 2


@pytest.mark.parametrize("damage", [None, b"", b"{"], ids=["gone", "empty", "cut"])
class TestWithoutAPointer:
    @pytest.fixture(autouse=True)
    def _damaged(self, damage, loaded):
        path = loaded.warehouse / POINTER
        path.unlink() if damage is None else path.write_bytes(damage)

    def test_somebody_must_say_how_many_entries_count(self, loaded):
        with pytest.raises(StoreDamaged, match=r"--loads 2, or with --loads 1 where"):
            standing(loaded.warehouse)
        assert len(manifests(loaded)) == 2

    @pytest.mark.parametrize(("said", "numbers"), [(2, [1, 2]), (1, [1])])
    def test_the_last_entry_may_count_or_not(self, said, numbers, loaded):
        assert counts(loaded, said) == numbers

    @pytest.mark.parametrize("said", [-1, 0, 3])
    def test_no_other_number_is_taken(self, said, loaded):
        with pytest.raises(StoreDamaged, match="said to count"):
            standing(loaded.warehouse, said)
        assert len(manifests(loaded)) == 2


def test_the_pointer_is_not_contradicted(loaded):
    assert counts(loaded, 2) == [1, 2]
    with pytest.raises(StoreDamaged, match="counts 2 loads, not 1"):
        standing(loaded.warehouse, 1)


def test_a_changed_entry_stops_every_writer(loaded):
    path = manifests(loaded)[0]
    path.write_bytes(path.read_bytes().replace("王敏".encode(), "李强".encode()))
    with pytest.raises(StoreDamaged, match=r"0001-.*\(changed\); restore a backup"):
        standing(loaded.warehouse)


def test_a_missing_entry_stops_every_writer(loaded):
    manifests(loaded)[0].unlink()
    with pytest.raises(StoreDamaged, match="0002-.*unlinked"):
        standing(loaded.warehouse)


def test_a_missing_last_entry_stops_every_writer(loaded):
    manifests(loaded)[1].unlink()
    with pytest.raises(StoreDamaged, match="the journal holds 1 entries and 2 are said to count"):
        standing(loaded.warehouse)


def test_the_pointer_must_name_the_last_entry(loaded):
    point(loaded, head="0" * 64)
    with pytest.raises(StoreDamaged, match="another last entry"):
        standing(loaded.warehouse)


def test_a_vanished_journal_is_not_taken_for_an_empty_one(loaded):
    shutil.rmtree(loaded.warehouse / FOLDER)
    with pytest.raises(StoreDamaged, match="the journal holds 0 entries and 2 are said to count"):
        standing(loaded.warehouse)


def test_a_pointer_of_an_older_version_does_not_make_loads_vanish(loaded):
    """One that knows nothing of loads built beside them: somebody must say how many count."""
    told = {"snapshot": loaded.base, "built_at": "2026-01-01"}
    (loaded.warehouse / POINTER).write_text(json.dumps(told))
    with pytest.raises(StoreDamaged, match="--loads 2"):
        standing(loaded.warehouse)
    assert len(manifests(loaded)) == 2
    assert counts(loaded, 2) == [1, 2]
