"""The journal as read: what counts, what is in force, and what is kept of a load."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from indicators.errors import StoreDamaged, StoreMissing, UnknownName
from indicators.model import Confirmation, JournalEntry, LoadKind, Remark, Severity
from indicators.store.journal import (
    FOLDER,
    Journal,
    as_cells,
    original,
    parse,
    read_journal,
    read_original,
    whole,
)
from indicators.store.links import as_bytes, digest, file_name
from indicators.store.pointer import POINTER

NOTE = Remark("revision", Severity.WARNING, "表1", 2, 3, "数值", "5200", (("indicator", "gdp"),))
ENTRY = JournalEntry(
    number=1,
    kind=LoadKind.LOAD,
    at=datetime(2026, 6, 30, 12, tzinfo=UTC),
    by="王敏",
    department="tjj",
    year=2024,
    note="年报",
    before="aaa",
    snapshot="bbb",
    previous="",
    file="gdp.csv",
    file_sha256=digest(b"original"),
    confirmed=(Confirmation(NOTE, "普查"),),
)


def journal(*of):
    """Entries: None a load, a number the roll-back of that entry."""
    return Journal(
        tuple(
            replace(ENTRY, number=place, kind=LoadKind.LOAD if back is None else LoadKind.ROLLBACK, of=back)
            for place, back in enumerate(of, start=1)
        )
    )


def keep(folder, count=1, pointed=None):
    """Files of so many entries, and a pointer that counts `pointed` of them."""
    previous = ""
    (folder / FOLDER).mkdir()
    for number in range(1, count + 1):
        content = as_bytes(as_cells(replace(ENTRY, number=number, previous=previous)))
        previous = digest(content)
        (folder / FOLDER / file_name(number, "bbb", content)).write_bytes(content)
    told = {"snapshot": "bbb", "built_at": "", "load": count if pointed is None else pointed, "head": "x"}
    (folder / POINTER).write_text(json.dumps(told))


def test_an_entry_comes_back_as_it_was():
    assert parse(json.loads(as_bytes(as_cells(ENTRY)))) == ENTRY


@pytest.mark.parametrize("change", [{"kind": "other"}, {"at": "noon"}, {"more": 1}, {"number": "x"}])
def test_what_is_no_entry_is_refused(change):
    with pytest.raises((TypeError, ValueError)):
        parse(as_cells(ENTRY) | change)


def test_entries_up_to_the_pointers_count(tmp_path):
    keep(tmp_path, count=3, pointed=2)
    found = read_journal(tmp_path)
    assert [one.number for one in found.entries] == [1, 2]
    assert [name.split("-")[0] for name in found.pending] == ["0003"]


def test_without_a_store_there_is_an_empty_journal(tmp_path):
    assert read_journal(tmp_path) == Journal()


def test_without_a_pointer_nothing_says_what_counts(tmp_path):
    keep(tmp_path)
    (tmp_path / POINTER).unlink()
    with pytest.raises(StoreMissing):
        read_journal(tmp_path)


@pytest.mark.parametrize(
    ("of", "in_force", "active"),
    [
        ((), set(), []),
        ((None,), {1}, [1]),
        ((None, None), {1, 2}, [1, 2]),
        ((None, 1), {2}, []),
        ((None, 1, 2), {1, 3}, [1]),
        ((None, 1, 2, 3), {2, 4}, []),
        ((None, None, 1), {2, 3}, [2]),
        ((None, 1, 2, 1), {3, 4}, []),
    ],
)
def test_what_a_roll_back_takes_back_is_not_in_force(of, in_force, active):
    found = journal(*of)
    assert found.in_force == in_force
    assert [one.number for one in found.active] == active


def test_a_roll_back_of_a_roll_back_is_about_the_load():
    assert [journal(None, 1, 2).root(number).number for number in (1, 2, 3)] == [1, 1, 1]


@pytest.mark.parametrize("number", [0, 2, -1])
def test_an_unknown_entry_is_an_error_of_its_name(number):
    with pytest.raises(UnknownName, match=f"load '{number}' is unknown"):
        journal(None).entry(number)


def test_a_whole_journal_is_given_back():
    assert whole(journal(None, 1), 2) == journal(None, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_one_of_another_length_is_damaged(count):
    with pytest.raises(StoreDamaged, match=f"holds 2 of {count} entries"):
        whole(journal(None, 1), count)


def test_the_original_is_read_as_it_came(tmp_path):
    path = original(tmp_path, ENTRY.file_sha256)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"original")
    assert read_original(tmp_path, ENTRY) == b"original"
    path.write_bytes(b"another")
    with pytest.raises(StoreDamaged, match="the file of load 1 is not what was uploaded"):
        read_original(tmp_path, ENTRY)
    path.unlink()
    with pytest.raises(StoreDamaged, match="the file of load 1 cannot be read"):
        read_original(tmp_path, ENTRY)
