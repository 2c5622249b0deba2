"""Which snapshots are kept."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from etl.retention import KEPT_LOADS, KEPT_OTHERS, prune
from tests.etl.test_snapshots import LOAD


@pytest.fixture
def kept(tmp_path):
    """`kept(names, entries, current, previous)` → the snapshots left of some, the first the oldest."""

    def run(names, entries=(), current="current", previous=""):
        for age, name in enumerate([*names, current]):
            for end in (".duckdb", ".sha256"):
                (tmp_path / f"{name}{end}").touch()
            os.utime(tmp_path / f"{name}.duckdb", (age, age))
        pointer = {"snapshot": current, "previous": previous}
        prune(tmp_path, pointer, entries)
        left = {path.stem for path in tmp_path.glob("*.duckdb")}
        assert left == {path.stem for path in tmp_path.glob("*.sha256")}
        return left

    return run


def entries(count):
    """So many loads, each with a snapshot of its own."""
    return [
        replace(LOAD, number=number, snapshot=f"load{number}", before=f"load{number - 1}")
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize("count", [KEPT_OTHERS - 1, KEPT_OTHERS, KEPT_OTHERS + 1])
def test_of_builds_the_newest_are_kept(count, kept):
    names = [f"build{number}" for number in range(count)]
    assert kept(names) == {"current", *names[-KEPT_OTHERS:]}


def test_the_one_before_is_kept_however_old(kept):
    names = [f"build{number}" for number in range(KEPT_OTHERS + 3)]
    assert kept(names, previous="build0") == {"current", "build0", *names[-KEPT_OTHERS:]}


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_of_loads_the_newest_hundred_are_kept(more, kept):
    """The snapshots of older ones stay only as long as they are among the newest others."""
    count = KEPT_LOADS + more
    fillers = [f"build{number}" for number in range(KEPT_OTHERS)]
    names = [f"load{number}" for number in range(count + 1)]
    left = kept([*names, *fillers], entries(count))
    dropped = {"load0", "load1"} if more == 1 else set()
    assert left == {"current", *fillers, *names} - dropped


def test_a_digest_without_its_snapshot_goes(kept, tmp_path):
    (tmp_path / "lone.sha256").touch()
    assert kept([]) == {"current"}


def test_what_cannot_be_removed_stays_and_nobody_is_troubled(kept, tmp_path):
    (tmp_path / "stuck.duckdb").mkdir()
    (tmp_path / "stuck.sha256").touch()
    os.utime(tmp_path / "stuck.duckdb", (-1, -1))
    assert "stuck" in kept([f"build{number}" for number in range(KEPT_OTHERS)])
