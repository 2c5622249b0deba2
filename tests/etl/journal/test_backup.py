"""One archive, and the way back: what comes out is what went in, or nothing at all."""

from __future__ import annotations

import io
import json
import sqlite3
import tarfile

import pytest

from etl.journal.backup import backup, restore
from etl.journal.lock import writing
from indicators.errors import StoreDamaged, StoreMissing, WriterBusy
from indicators.store.pointer import POINTER, path_of
from tests.etl.journal.orders import Shelf, files


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "backup.tar.gz"


def accounts(path):
    """A database of accounts with one person in it."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE account (name TEXT)")
        connection.execute("INSERT INTO account VALUES ('王敏')")
    connection.close()
    return path


def repacked(archive, change):
    """The same archive, each member changed or left out."""
    with tarfile.open(archive) as old:
        members = [(one, old.extractfile(one).read()) for one in old]
    with tarfile.open(archive, "w:gz") as new:
        for member, content in members:
            for name, told, kind in change(member.name, content):
                made = tarfile.TarInfo(name)
                made.size, made.type = (0 if kind != tarfile.REGTYPE else len(told)), kind
                made.linkname = "/etc/passwd" if kind != tarfile.REGTYPE else ""
                new.addfile(made, io.BytesIO(told))


def test_the_way_back_brings_everything_that_counts(loaded, archive, tmp_path):
    saved = backup(archive, loaded.warehouse)
    found = restore(archive, tmp_path / "new")
    assert saved.whole
    assert (found.loads, found.files, found.snapshots, found.record) == (3, 4, 1, 3)
    own, other = files(loaded.warehouse), files(tmp_path / "new")
    used = {f"{loaded.snapshot}.duckdb", f"{loaded.snapshot}.sha256", "current.json"}
    kept = {name for name in own if name.startswith(("journal/", "record/"))} | used
    assert other == {name: own[name] for name in kept}


def test_a_restored_store_goes_on_as_the_old_one_would(loaded, archive, tmp_path):
    backup(archive, loaded.warehouse)
    restore(archive, tmp_path / "new")
    loaded.warehouse = tmp_path / "new"
    assert loaded.load(5400.0).number == 4
    assert loaded.values() == [3483.32, 3720.05, 5200.0, 5400.0]


def test_accounts_go_with_it_where_asked_for_and_are_for_their_owner_alone(loaded, archive, tmp_path):
    backup(archive, loaded.warehouse, accounts(tmp_path / "accounts.sqlite"))
    restored = tmp_path / "other" / "accounts.sqlite"
    restore(archive, tmp_path / "new", restored)
    connection = sqlite3.connect(restored)
    assert connection.execute("SELECT name FROM account").fetchall() == [("王敏",)]
    connection.close()
    assert restored.stat().st_mode & 0o777 == 0o600
    assert archive.stat().st_mode & 0o777 == 0o600


def test_accounts_that_are_not_in_it_cannot_be_restored(loaded, archive, tmp_path):
    backup(archive, loaded.warehouse)
    with pytest.raises(StoreDamaged, match="no accounts"):
        restore(archive, tmp_path / "new", tmp_path / "accounts.sqlite")
    assert not (tmp_path / "new").exists()


def test_nothing_is_overwritten(loaded, archive, tmp_path):
    archive.write_bytes(b"another")
    with pytest.raises(FileExistsError):
        backup(archive, loaded.warehouse)
    assert archive.read_bytes() == b"another"
    archive.unlink()
    backup(archive, loaded.warehouse)
    before = files(loaded.warehouse)
    with pytest.raises(FileExistsError, match="not empty"):
        restore(archive, loaded.warehouse)
    with pytest.raises(FileExistsError):
        restore(archive, tmp_path / "new", accounts(tmp_path / "accounts.sqlite"))
    assert files(loaded.warehouse) == before


def test_an_empty_folder_may_be_filled(loaded, archive, tmp_path):
    backup(archive, loaded.warehouse)
    (tmp_path / "new").mkdir()
    assert restore(archive, tmp_path / "new").whole


def test_what_is_not_whole_is_not_backed_up(loaded, archive):
    next((loaded.warehouse / "journal" / "files").iterdir()).write_bytes(b"?")
    with pytest.raises(StoreDamaged, match=r"not whole: journal/files/\w+ \(changed\)"):
        backup(archive, loaded.warehouse)
    assert not archive.exists()


def test_a_damaged_snapshot_that_is_not_in_use_is_no_hindrance(loaded, archive):
    path_of(loaded.warehouse, loaded.base).write_bytes(b"?")
    backup(archive, loaded.warehouse)
    assert archive.exists()


def test_nobody_may_write_meanwhile(loaded, archive):
    with writing(loaded.warehouse), pytest.raises(WriterBusy):
        backup(archive, loaded.warehouse)


def test_without_a_store_there_is_nothing_to_back_up(archive, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreMissing):
        backup(archive, tmp_path / "empty")


def evil(name, kind=tarfile.REGTYPE):
    return lambda own, content: [(own, content, tarfile.REGTYPE), (name, b"evil", kind)]


def leading(key):
    """A pointer that names a snapshot outside the warehouse."""

    def change(name, content):
        if name.endswith("current.json"):
            content = json.dumps(json.loads(content) | {key: "../old/snapshot"}).encode()
        return [(name, content, tarfile.REGTYPE)]

    return change


@pytest.mark.parametrize(
    "change",
    [
        evil("../evil"),
        evil("warehouse/../../evil"),
        evil("/tmp/evil"),
        evil("evil"),
        evil("."),
        evil(""),
        evil("warehouse"),
        evil("warehouse/evil.py"),
        evil("warehouse/drafts/evil"),
        leading("snapshot"),
        leading("previous"),
        evil("warehouse/evil", tarfile.SYMTYPE),
        evil("warehouse/evil", tarfile.LNKTYPE),
        evil("warehouse/evil", tarfile.FIFOTYPE),
        lambda name, content: [(name, content + b" ", tarfile.REGTYPE)],
        lambda name, content: [] if "/files/" in name else [(name, content, tarfile.REGTYPE)],
        lambda name, content: [] if name.endswith(".duckdb") else [(name, content, tarfile.REGTYPE)],
        lambda name, content: [] if name.endswith("current.json") else [(name, content, tarfile.REGTYPE)],
    ],
    ids=[
        "up",
        "inside",
        "absolute",
        "beside",
        "dot",
        "nameless",
        "top",
        "script",
        "drafts",
        "pointing_outside",
        "pointing_back_outside",
        "symlink",
        "hardlink",
        "fifo",
        "changed",
        "unfiled",
        "unsnapped",
        "unpointed",
    ],
)
def test_an_archive_that_is_not_what_a_backup_writes_leaves_nothing(change, loaded, archive, tmp_path):
    backup(archive, loaded.warehouse)
    repacked(archive, change)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises((StoreDamaged, StoreMissing)):
        restore(archive, tmp_path / "new")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_an_archive_that_is_cut_short_leaves_nothing(share, loaded, archive, tmp_path):
    backup(archive, loaded.warehouse)
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    with pytest.raises((StoreDamaged, StoreMissing)):
        restore(archive, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_no_archive_at_all(tmp_path):
    (tmp_path / "text").write_text("no archive")
    with pytest.raises(StoreDamaged, match="text cannot be read as a backup"):
        restore(tmp_path / "text", tmp_path / "new")
    with pytest.raises(FileNotFoundError):
        restore(tmp_path / "nothing", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_backup_names_nobody_of_the_machine(loaded, archive):
    backup(archive, loaded.warehouse)
    with tarfile.open(archive) as found:
        assert {(one.uid, one.gid, one.uname, one.gname) for one in found} == {(0, 0, "", "")}


def test_a_store_without_loads_goes_there_and_back(tmp_path, archive):
    shelf = Shelf(tmp_path)
    backup(archive, shelf.warehouse)
    assert restore(archive, tmp_path / "new").loads == 0


@pytest.mark.parametrize("name", ["missing.sqlite", "text.sqlite"])
def test_accounts_that_cannot_be_read_are_named_and_nothing_is_written(name, loaded, archive, tmp_path):
    (tmp_path / "text.sqlite").write_text("no database at all")
    with pytest.raises(StoreDamaged, match=f"{name} cannot be read as accounts"):
        backup(archive, loaded.warehouse, tmp_path / name)
    assert not archive.exists()
    assert not (tmp_path / "missing.sqlite").exists()


def test_the_name_of_the_accounts_is_a_name_whatever_signs_are_in_it(loaded, archive, tmp_path):
    backup(archive, loaded.warehouse, accounts(tmp_path / "a?mode=rw#%20.sqlite"))
    with tarfile.open(archive) as found:
        assert "accounts.sqlite" in found.getnames()


def test_a_store_from_before_there_were_digests_goes_there_and_back(shelf, tmp_path):
    (shelf.warehouse / f"{shelf.base}.sha256").unlink()
    (shelf.warehouse / POINTER).write_text(json.dumps({"snapshot": shelf.base, "built_at": ""}))
    backup(tmp_path / "b.tar.gz", shelf.warehouse)
    restore(tmp_path / "b.tar.gz", tmp_path / "new")
    assert files(tmp_path / "new") == files(shelf.warehouse)
