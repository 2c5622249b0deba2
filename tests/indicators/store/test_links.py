"""A chain of files: the record's tests say what shows; here is what any chain does."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from indicators.store.links import Flaw, as_bytes, chained, digest, file_name, follow, number_of


@dataclass(frozen=True)
class Link:
    number: int
    snapshot: str
    previous: str


def parse(cells):
    return Link(cells["number"], cells["snapshot"], cells["previous"])


@pytest.fixture
def paths(tmp_path):
    before, made = "", []
    for number in (1, 2, 3):
        content = as_bytes({"number": number, "snapshot": "abc", "previous": before})
        made.append(tmp_path / file_name(number, "abc", content))
        made[-1].write_bytes(content)
        before = digest(content)
    return made


def test_a_whole_chain_has_no_flaw(paths, tmp_path):
    found = follow(chained(tmp_path), parse)
    assert [one.number for one in found.entries] == [1, 2, 3]
    assert found.flaws == ()
    assert found.fingerprint == digest(paths[-1].read_bytes())


def test_an_empty_one_neither(tmp_path):
    found = follow(chained(tmp_path / "nowhere"), parse)
    assert (found.entries, found.flaws, found.fingerprint) == ((), (), "")


def test_an_edit_shows_and_its_file_does_not_count(paths, tmp_path):
    paths[1].write_bytes(paths[1].read_bytes() + b" ")
    found = follow(chained(tmp_path), parse)
    assert [one.number for one in found.entries] == [1, 3]
    assert found.flaws == ((paths[1].name, Flaw.CHANGED),)


def test_a_gap_shows_in_the_next(paths, tmp_path):
    paths[0].unlink()
    assert follow(chained(tmp_path), parse).flaws == ((paths[1].name, Flaw.UNLINKED),)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"number": 2}', b"\xff"])
def test_what_cannot_be_read_is_named(content, paths, tmp_path):
    paths[1].write_bytes(content)
    assert follow(chained(tmp_path), parse).flaws == ((paths[1].name, Flaw.UNREADABLE),)


def test_names_hold_number_snapshot_and_digest(paths):
    assert [number_of(path) for path in paths] == [1, 2, 3]
    assert paths[0].name == f"0001-abc-{digest(paths[0].read_bytes())[:12]}.json"


def test_a_number_that_is_none_is_not_written():
    with pytest.raises(ValueError, match="JSON"):
        as_bytes({"value": float("nan")})
