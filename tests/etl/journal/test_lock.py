"""One writer at a time."""

from __future__ import annotations

import pytest

from etl.journal.disk import DRAFT
from etl.journal.lock import writing
from indicators.errors import WriterBusy


def test_the_second_is_told_at_once_and_the_third_may_write(tmp_path):
    with writing(tmp_path), pytest.raises(WriterBusy, match="try again"), writing(tmp_path):
        pytest.fail("two at once")
    with writing(tmp_path):
        pass


def test_the_lock_is_free_again_after_a_failure(tmp_path):
    with pytest.raises(ZeroDivisionError), writing(tmp_path):
        raise ZeroDivisionError
    with writing(tmp_path):
        pass


def test_drafts_are_swept_wherever_a_writer_leaves_them_and_nowhere_else(tmp_path):
    folders = ["", "record", "journal", "journal/files", "journal/rows", "drafts"]
    for folder in folders:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"x{DRAFT}").touch()
    with writing(tmp_path):
        left = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob(f"*{DRAFT}")]
        assert left == [f"drafts/x{DRAFT}"]


def test_without_a_folder_there_is_nothing_to_lock(tmp_path):
    with pytest.raises(FileNotFoundError), writing(tmp_path / "nowhere"):
        pytest.fail("locked what is not there")
