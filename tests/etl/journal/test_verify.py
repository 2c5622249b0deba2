"""Every hash computed anew: whatever happens to a file shows, and nothing is mended."""

from __future__ import annotations

import json
import shutil

import pytest

from etl.journal.verify import Trouble, Verified, verify
from indicators.errors import StoreMissing
from indicators.store.journal import original, read_journal, rows_of
from indicators.store.pointer import POINTER, path_of, read_pointer
from tests.etl.journal.orders import files


@pytest.fixture
def troubles(loaded):
    """`troubles()` → what verify finds; looking changes nothing."""

    def run():
        before = files(loaded.warehouse)
        found = verify(loaded.warehouse)
        assert files(loaded.warehouse) == before
        return dict(found.troubles)

    return run


def damage(path):
    path.write_bytes(path.read_bytes()[:-1] + b"?")


def name(path, loaded):
    return path.relative_to(loaded.warehouse).as_posix()


def test_what_is_whole_is_counted(loaded):
    assert verify(loaded.warehouse) == Verified(loads=3, files=4, snapshots=3, record=3, troubles=())
    assert verify(loaded.warehouse).whole


def test_a_store_without_loads_is_whole(shelf):
    assert verify(shelf.warehouse) == Verified(0, 0, 1, 1, ())


@pytest.mark.parametrize("place", [original, rows_of])
@pytest.mark.parametrize("gone", [True, False])
def test_an_original_or_rows_that_are_gone_or_changed(place, gone, loaded, troubles):
    entry = read_journal(loaded.warehouse).entries[0]
    path = place(loaded.warehouse, entry.file_sha256 if place is original else entry.rows_sha256)
    path.unlink() if gone else damage(path)
    assert troubles() == {name(path, loaded): Trouble.MISSING if gone else Trouble.CHANGED}
    found = verify(loaded.warehouse)
    assert (found.files, found.whole) == (3, False)


@pytest.mark.parametrize("folder", ["journal", "record"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_edited_entry(folder, place, loaded, troubles):
    path = sorted((loaded.warehouse / folder).glob("*.json"))[place]
    path.write_bytes(path.read_bytes() + b" ")
    assert troubles()[name(path, loaded)] is Trouble.CHANGED
    assert not verify(loaded.warehouse).whole


@pytest.mark.parametrize(("place", "trouble"), [(0, Trouble.UNLINKED), (1, Trouble.UNLINKED)])
def test_a_removed_entry_shows_in_the_next(place, trouble, loaded, troubles):
    paths = sorted((loaded.warehouse / "journal").glob("*.json"))
    paths[place].unlink()
    assert troubles()[name(paths[place + 1], loaded)] is trouble


def test_a_removed_last_entry(loaded, troubles):
    sorted((loaded.warehouse / "journal").glob("*.json"))[-1].unlink()
    assert troubles()["journal/0003"] is Trouble.MISSING


def test_a_changed_snapshot(loaded, troubles):
    path = path_of(loaded.warehouse, loaded.base)
    damage(path)
    assert troubles() == {path.name: Trouble.CHANGED}
    assert not verify(loaded.warehouse).whole


def test_a_snapshot_in_use_that_is_gone(loaded, troubles):
    path_of(loaded.warehouse, loaded.snapshot).unlink()
    found = troubles()
    assert found[f"{loaded.snapshot}.duckdb"] is Trouble.MISSING
    assert not verify(loaded.warehouse).whole


def test_a_snapshot_without_a_digest_proves_nothing(loaded, troubles):
    (loaded.warehouse / f"{loaded.base}.sha256").unlink()
    assert troubles() == {f"{loaded.base}.duckdb": Trouble.UNPROVEN}
    assert verify(loaded.warehouse).whole
    (loaded.warehouse / f"{loaded.snapshot}.sha256").unlink()
    assert troubles()[f"{loaded.snapshot}.sha256"] is Trouble.MISSING
    assert not verify(loaded.warehouse).whole


@pytest.mark.parametrize(("content", "trouble"), [(None, Trouble.MISSING), (b"{", Trouble.UNREADABLE)])
def test_the_pointer(content, trouble, loaded, troubles):
    path = loaded.warehouse / POINTER
    path.unlink() if content is None else path.write_bytes(content)
    assert troubles() == {POINTER: trouble}
    assert not verify(loaded.warehouse).whole


def test_a_pointer_to_a_snapshot_without_its_loads(loaded, troubles):
    told = read_pointer(loaded.warehouse) | {"snapshot": loaded.base}
    (loaded.warehouse / POINTER).write_text(json.dumps(told))
    assert troubles() == {f"{loaded.base}.duckdb": Trouble.CONTRADICTED}


def test_a_pointer_that_names_another_entry(loaded, troubles):
    told = read_pointer(loaded.warehouse) | {"head": "0" * 64}
    (loaded.warehouse / POINTER).write_text(json.dumps(told))
    assert troubles() == {POINTER: Trouble.CONTRADICTED}


def test_what_a_killed_writer_left_is_named_and_harmless(loaded, troubles):
    for left in ("journal/files/abc", "journal/rows/abc.parquet", "x.duckdb.draft", "abc.sha256"):
        (loaded.warehouse / left).write_bytes(b"half")
    assert set(troubles().values()) == {Trouble.LEFT}
    assert len(troubles()) == 4
    assert verify(loaded.warehouse).whole


def test_an_entry_that_was_never_committed_is_named_and_harmless(loaded, troubles):
    before = (loaded.warehouse / POINTER).read_bytes()
    loaded.load(5400.0)
    (loaded.warehouse / POINTER).write_bytes(before)
    assert Trouble.UNCOMMITTED in troubles().values()
    assert verify(loaded.warehouse).whole


def test_a_vanished_journal(loaded, troubles):
    shutil.rmtree(loaded.warehouse / "journal")
    assert {"journal/0001", "journal/0002", "journal/0003"} <= set(troubles())


def test_without_a_folder_there_is_nothing_to_verify(tmp_path):
    with pytest.raises(StoreMissing, match="nowhere"):
        verify(tmp_path / "nowhere")


def test_a_store_from_before_there_were_digests_is_whole(shelf):
    (shelf.warehouse / f"{shelf.base}.sha256").unlink()
    (shelf.warehouse / POINTER).write_text(json.dumps({"snapshot": shelf.base, "built_at": ""}))
    assert verify(shelf.warehouse).troubles == ((f"{shelf.base}.duckdb", Trouble.UNPROVEN),)
    assert verify(shelf.warehouse).whole


@pytest.mark.parametrize(("load", "whole"), [(2, True), (1, False), (0, False)])
def test_at_most_one_entry_was_never_committed(load, whole, loaded):
    """A writer leaves no more behind; where the pointer counts fewer, it is not the one that was written."""
    head = read_journal(loaded.warehouse, load).fingerprint
    snapshot = read_journal(loaded.warehouse).entries[load - 1].snapshot if load else loaded.base
    told = read_pointer(loaded.warehouse) | {"load": load, "head": head, "snapshot": snapshot}
    (loaded.warehouse / POINTER).write_text(json.dumps(told))
    assert verify(loaded.warehouse).whole is whole


def test_a_record_that_does_not_know_the_snapshot_in_use(loaded, troubles):
    for path in (loaded.warehouse / "record").iterdir():
        path.unlink()
    assert troubles() == {"record": Trouble.MISSING}
    assert not verify(loaded.warehouse).whole
