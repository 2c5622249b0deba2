"""The pointer: what it says, and what an old one says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.errors import StoreDamaged, StoreMissing
from indicators.model import StoreKind
from indicators.store.pointer import POINTER, read_pointer, warehouse

OLD = {"snapshot": "abc", "built_at": "2026-06-30T08:00:00+00:00"}
FULL = OLD | {"kind": "practice", "load": 3, "head": "f" * 64, "previous": "aaa"}


def written(folder, content):
    (folder / POINTER).write_text(json.dumps(content), encoding="utf-8")
    return read_pointer(folder)


def test_all_of_it_is_read(tmp_path):
    assert written(tmp_path, FULL) == FULL
    assert written(tmp_path, FULL)["kind"] is StoreKind.PRACTICE


def test_one_from_before_there_were_loads_counts_none(tmp_path):
    assert written(tmp_path, OLD) == OLD | {"kind": "real", "load": 0, "head": "", "previous": ""}


@pytest.mark.parametrize(
    "change",
    [
        {"load": "x"},
        {"kind": "other"},
        {"load": None},
        {"load": [1]},
        {"snapshot": ""},
        {"snapshot": "../other/abc"},
        {"snapshot": "/etc/abc"},
        {"previous": "../other/abc"},
    ],
    ids=["no number", "no kind", "nothing", "a list", "blank", "outside", "absolute", "outside before"],
)
def test_what_makes_no_sense_is_damage(change, tmp_path):
    with pytest.raises(StoreDamaged, match="current.json cannot be read"):
        written(tmp_path, FULL | change)


def test_loads_without_the_digest_of_the_last_are_damage(tmp_path):
    with pytest.raises(StoreDamaged):
        written(tmp_path, OLD | {"load": 1})


def test_without_a_pointer_it_says_what_to_do(tmp_path):
    with pytest.raises(StoreMissing, match="python -m etl build"):
        read_pointer(tmp_path)


def test_the_folder_is_named_by_the_environment(monkeypatch):
    monkeypatch.setenv("WAREHOUSE", "/elsewhere")
    assert warehouse() == Path("/elsewhere")
    monkeypatch.delenv("WAREHOUSE")
    assert warehouse() == Path("data/warehouse")
