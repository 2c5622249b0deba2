"""Files of snapshots: whether they are whole, and what stands in for one that is not."""

from __future__ import annotations

import json
import os
import shutil

import pytest

from indicators.errors import StoreDamaged, StoreMissing
from indicators.store.pointer import POINTER, path_of, read_pointer
from indicators.store.snapshots import (
    POINTER_DAMAGED,
    SNAPSHOT_DAMAGED,
    digest_of,
    intact,
    open_current,
    stated,
)


@pytest.fixture
def folder(warehouse, tmp_path):
    """A warehouse with three whole snapshots: `oldest`, `before` and the one in use, `current`."""
    used = path_of(warehouse, read_pointer(warehouse)["snapshot"])
    for age, name in enumerate(("oldest", "before", "current")):
        shutil.copy(used, path_of(tmp_path, name))
        os.utime(path_of(tmp_path, name), (age, age))
        (tmp_path / f"{name}.sha256").write_text(f"{digest_of(used)}\n")
    told = {"snapshot": "current", "built_at": "2026-06-30", "previous": "before"}
    (tmp_path / POINTER).write_text(json.dumps(told))
    return tmp_path


def opened(folder):
    store = open_current(folder)
    assert store.plans()
    return store.snapshot, store.warning


def test_what_is_whole_is_opened_without_a_warning(folder):
    assert opened(folder) == ("current", "")
    assert open_current(folder).built_at == "2026-06-30"


@pytest.mark.parametrize("damage", [b"", b"no database", None, "one byte"])
def test_instead_of_a_damaged_snapshot_the_one_before_is_read(damage, folder):
    path = path_of(folder, "current")
    content = path.read_bytes()
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(content[:-1] + b"?" if damage == "one byte" else damage)
    left = sorted((one.name, one.stat().st_mtime_ns) for one in folder.iterdir())
    assert opened(folder) == ("before", SNAPSHOT_DAMAGED)
    assert sorted((one.name, one.stat().st_mtime_ns) for one in folder.iterdir()) == left


def test_where_that_one_is_damaged_too_the_newest_whole_one_is_read(folder):
    for name in ("current", "before"):
        path_of(folder, name).write_bytes(b"?")
    assert opened(folder) == ("oldest", SNAPSHOT_DAMAGED)


def test_instead_of_a_damaged_pointer_the_newest_whole_snapshot_is_read(folder):
    (folder / POINTER).write_text("{")
    assert opened(folder) == ("current", POINTER_DAMAGED)
    path_of(folder, "current").write_bytes(b"?")
    assert opened(folder) == ("before", POINTER_DAMAGED)


def test_where_nothing_whole_is_left_the_damage_is_told(folder):
    for name in ("current", "before", "oldest"):
        path_of(folder, name).write_bytes(b"?")
    with pytest.raises(StoreDamaged, match="current.duckdb is not as it was written"):
        open_current(folder)
    (folder / POINTER).write_text("{")
    with pytest.raises(StoreDamaged, match=r"current\.json cannot be read"):
        open_current(folder)


def test_a_snapshot_from_before_there_were_digests_is_trusted_in_use_but_never_stands_in(folder):
    for name in ("current", "before"):
        (folder / f"{name}.sha256").unlink()
    assert opened(folder) == ("current", "")
    path_of(folder, "current").write_bytes(b"?")
    assert opened(folder) == ("oldest", SNAPSHOT_DAMAGED)


def test_without_a_pointer_there_is_no_store(folder):
    (folder / POINTER).unlink()
    with pytest.raises(StoreMissing):
        open_current(folder)


def test_a_digest_is_that_of_the_file(folder):
    assert stated(folder, "current") == digest_of(path_of(folder, "current"))
    assert intact(folder, "current")
    (folder / "current.sha256").write_bytes(b"\xff")
    assert (stated(folder, "current"), intact(folder, "current"), intact(folder, "none")) == (
        "",
        False,
        False,
    )


@pytest.mark.parametrize("name", ["../current", "/etc/current", "", "a/b", "..", "current\n"])
def test_no_name_leads_out_of_the_warehouse(folder, name):
    with pytest.raises(StoreDamaged, match="no name of a snapshot"):
        path_of(folder, name)
    assert not intact(folder, name)
