"""The audit is only ever added to, and shows it where somebody did otherwise."""

from __future__ import annotations

import sqlite3

import pytest

from pages.access import audit
from pages.access.audit import Actor, AuditKind
from pages.access.database import reading, writing
from tests.pages.access.conftest import NOON


@pytest.fixture
def three_rows() -> None:
    with writing() as connection:
        for name in ("anna", "王", "chen"):
            audit.record(connection, AuditKind.LOG_IN, Actor(name, "10.0.0.1"), name, NOON, how="password")


def entries() -> tuple[audit.AuditEntry, ...]:
    with reading() as connection:
        return audit.entries(connection)


def without_triggers(accounts, statement: str) -> None:
    """What somebody with the file in hand could do."""
    with sqlite3.connect(accounts) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)


def test_a_row_says_who_what_to_whom_from_where_and_when(three_rows):
    second = entries()[1]
    assert (second.number, second.at, second.kind) == (2, "2026-03-02T12:00:00+00:00", "log_in")
    assert (second.by, second.about, second.address) == ("王", "王", "10.0.0.1")
    assert second.detail == '{"how": "password"}'


def test_a_whole_chain_holds(three_rows):
    assert audit.broken_at(entries()) is None
    assert audit.broken_at([]) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET by = 'somebody' WHERE number = 2",
        "DELETE FROM audit WHERE number = 3",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT number, at, kind, 'x', about, address, detail, previous, digest"
        " FROM audit WHERE number = 3",
        "INSERT INTO audit SELECT 4, at, kind, by, about, address, detail, previous, 'd'"
        " FROM audit WHERE number = 1",
        "INSERT INTO audit SELECT 9, at, kind, by, about, address, detail, digest, 'd'"
        " FROM audit WHERE number = 3",
    ],
)
def test_the_database_itself_refuses_anything_but_the_next_row(three_rows, statement):
    before = entries()
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), writing() as connection:
        connection.execute(statement)
    assert entries() == before


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE audit SET by = 'somebody' WHERE number = 2", 2),
        ("UPDATE audit SET detail = '{}' WHERE number = 1", 1),
        ("DELETE FROM audit WHERE number = 2", 2),
        ("DELETE FROM audit WHERE number = 1", 1),
        ("UPDATE audit SET digest = 'd' WHERE number = 3", 3),
    ],
)
def test_a_change_behind_the_program_shows_at_its_row(accounts, three_rows, statement, number):
    without_triggers(accounts, statement)
    assert audit.broken_at(entries()) == number
