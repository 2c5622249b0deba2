"""Files that are there as a whole or not at all."""

from __future__ import annotations

import pytest

from etl.journal.disk import DRAFT, add, draft, flush, sweep


def test_a_file_takes_its_place_only_once_it_is_complete(tmp_path):
    path = tmp_path / "file"
    path.write_text("old")
    with draft(path) as unfinished:
        unfinished.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_file_that_is_not_finished_leaves_the_old_one(tmp_path):
    path = tmp_path / "file"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), draft(path) as unfinished:
        unfinished.write_text("half")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    sweep(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_folders_are_made_for_a_new_file(tmp_path):
    add(tmp_path / "a" / "b" / "file", b"content")
    assert (tmp_path / "a" / "b" / "file").read_bytes() == b"content"


def test_where_a_folder_cannot_be_made_the_system_says_so(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(OSError, match="Not a directory|File exists"):
        add(tmp_path / "a" / "file", b"content")


def test_only_drafts_and_their_logs_are_swept_and_only_here(tmp_path):
    for name in (f"x{DRAFT}", f"x{DRAFT}.wal", "x", "drafted"):
        (tmp_path / name).touch()
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / f"y{DRAFT}").touch()
    sweep(tmp_path)
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["deeper", "drafted", "x", f"y{DRAFT}"]


def test_what_is_not_there_cannot_be_flushed(tmp_path):
    with pytest.raises(FileNotFoundError):
        flush(tmp_path / "nothing")


def test_what_cannot_be_finished_is_removed(tmp_path):
    with pytest.raises(OSError, match="full"), draft(tmp_path / "a") as unfinished:
        unfinished.write_bytes(b"half")
        raise OSError("full")
    assert list(tmp_path.iterdir()) == []
