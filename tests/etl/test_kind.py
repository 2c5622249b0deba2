"""Which folder may hold which figures: real ones and invented ones never meet."""

from __future__ import annotations

import pytest

from etl.journal.lock import LOCK
from etl.kind import MARK, claim
from indicators.errors import StoreMixed
from indicators.model import StoreKind


@pytest.fixture
def warehouse(tmp_path):
    """An empty warehouse whose writer has just taken the lock."""
    (tmp_path / LOCK).touch()
    return tmp_path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_an_empty_folder_becomes_a_practice_store_and_says_so(warehouse):
    claim(warehouse, StoreKind.PRACTICE)
    assert names(warehouse) == [MARK, LOCK]
    assert "虚构" in (warehouse / MARK).read_text(encoding="utf-8")


def test_a_practice_store_takes_invented_figures_again(warehouse):
    claim(warehouse, StoreKind.PRACTICE)
    (warehouse / "current.json").write_text("{}")
    claim(warehouse, StoreKind.PRACTICE)
    assert names(warehouse) == ["current.json", MARK, LOCK]


@pytest.mark.parametrize("found", ["current.json", "record", "0123456789ab.duckdb", "notes.txt"])
def test_invented_figures_never_go_into_a_folder_that_holds_anything_else(warehouse, found):
    (warehouse / found).touch()
    with pytest.raises(StoreMixed, match="no practice store"):
        claim(warehouse, StoreKind.PRACTICE)
    assert names(warehouse) == sorted([found, LOCK])


def test_real_figures_never_go_into_a_practice_store_even_where_nothing_else_is_left_of_it(warehouse):
    claim(warehouse, StoreKind.PRACTICE)
    with pytest.raises(StoreMixed, match="practice store"):
        claim(warehouse, StoreKind.REAL)


@pytest.mark.parametrize("found", [None, "current.json"])
def test_real_figures_go_anywhere_else_without_a_mark(warehouse, found):
    if found:
        (warehouse / found).touch()
    claim(warehouse, StoreKind.REAL)
    assert MARK not in names(warehouse)
