"""The record of forecasts: read in order, and whatever is done to a file afterwards shows."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.store.ledger import FOLDER, Ledger, files, read_ledger, stamp
from indicators.store.links import Flaw, digest, file_name
from tests.indicators.said import entry, put_on_record, said

CHANCES = (0.2, 0.4, 0.6)


@pytest.fixture
def paths(tmp_path):
    """Three files, a forecast each."""
    return put_on_record(tmp_path, *(said(chance=chance) for chance in CHANCES))


@pytest.fixture
def read(tmp_path):
    """`read()` → (chances that count, flaws by number of file)."""

    def run():
        found = read_ledger(tmp_path)
        flaws = [(int(file.split("-")[0]), flaw) for file, flaw in found.flaws]
        return [one.chance for one in found.forecasts("plan", date.max)], flaws

    return run


def test_without_a_record_there_is_an_empty_one(tmp_path):
    assert read_ledger(tmp_path) == Ledger((), (), "")


def test_forecasts_come_back_oldest_first_and_verified(paths, read):
    assert read() == ([0.2, 0.4, 0.6], [])


def test_a_forecast_names_its_snapshot(paths, tmp_path):
    assert [one.snapshot for one in read_ledger(tmp_path).forecasts("plan", date.max)] == [
        *("snapshot1", "snapshot2", "snapshot3"),
    ]


def test_only_the_plans_own_forecasts_are_given(paths, tmp_path):
    found = read_ledger(tmp_path)
    assert (found.forecasts("another", date.max), found.stating("another", date.max)) == ([], [])
    assert [one.number for one in found.stating("plan", date.max)] == [1, 2, 3]
    assert found.extent("plan", date.max) == (3, found.entries[0].as_of)
    assert found.extent("another", date.max) == (0, None)


def test_the_fingerprint_is_that_of_the_latest_file(paths, tmp_path):
    assert read_ledger(tmp_path).fingerprint == digest(paths[-1].read_bytes())


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_edited_file_shows_and_does_not_count(place, paths, read):
    path = paths[place]
    path.write_bytes(path.read_bytes().replace(b'"chance": 0.', b'"chance": 0.9'))
    kept = [chance for number, chance in enumerate(CHANCES) if number != place]
    assert read() == (kept, [(place + 1, Flaw.CHANGED)])


def test_an_edit_that_changes_the_name_as_well_breaks_the_link_of_the_next(paths, read):
    edited = paths[1].read_bytes().replace(b'"chance": 0.4', b'"chance": 0.9')
    paths[1].unlink()
    paths[1].with_name(file_name(2, "snapshot2", edited)).write_bytes(edited)
    assert read() == ([0.2, 0.9, 0.6], [(3, Flaw.UNLINKED)])


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b"\xff", b"null", b"[" * 200_000, b'{"snapshot": "a", "number": 1e999}'],
    ids=["empty", "cut", "list", "bare", "no text", "null", "without an end", "beyond all numbers"],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(content, paths, read):
    paths[1].write_bytes(content)
    assert read() == ([0.2, 0.6], [(2, Flaw.UNREADABLE)])


def test_a_folder_in_place_of_a_file_is_named_too(paths, read):
    paths[1].unlink()
    paths[1].mkdir()
    assert read() == ([0.2, 0.6], [(2, Flaw.UNREADABLE)])


@pytest.mark.parametrize(("place", "after"), [(0, 2), (1, 3)], ids=["first", "in the middle"])
def test_a_removed_file_shows_in_the_next(place, after, paths, read):
    paths[place].unlink()
    chances, flaws = read()
    assert flaws == [(after, Flaw.UNLINKED)]
    assert len(chances) == 2


def test_a_file_slipped_in_shows(paths, read):
    name, content = entry(2, digest(paths[0].read_bytes()), said(chance=0.99), snapshot="invented")
    (paths[0].parent / name).write_bytes(content)
    assert Flaw.UNLINKED in dict(read()[1]).values()


def test_a_file_under_another_number_shows(paths, read):
    paths[2].rename(paths[2].with_name(paths[2].name.replace("0003", "0004")))
    assert read() == ([0.2, 0.4], [(4, Flaw.CHANGED)])


def test_drafts_and_strangers_are_not_part_of_the_record(paths, tmp_path, read):
    for name in ("0004-abc-0123456789ab.json.draft", "notes.txt", "summary.json"):
        (tmp_path / FOLDER / name).write_text("?", encoding="utf-8")
    assert read() == ([0.2, 0.4, 0.6], [])


def test_files_are_in_the_order_of_their_numbers(tmp_path):
    (tmp_path / FOLDER).mkdir()
    for number in (10_000, 9_999, 2):
        (tmp_path / FOLDER / file_name(number, "s", b"")).touch()
    assert [path.name.split("-")[0] for path in files(tmp_path)] == ["0002", "9999", "10000"]


def test_the_stamp_changes_with_every_change(paths, tmp_path):
    before = stamp(tmp_path)
    assert stamp(tmp_path) == before
    paths[1].write_bytes(paths[1].read_bytes() + b" ")
    assert stamp(tmp_path) != before
