"""The file of accounts: its owner's alone, whole or refused, never quietly made anew."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys

import pytest

from pages.access import database, settings
from pages.access.audit import Actor
from pages.access.database import AccountsUnreadable, now, reading, writing


def close_reading() -> None:
    with writing() as connection:
        settings.set_open_reading(connection, False, Actor(), now())


def test_only_the_owner_may_read_the_file_and_those_beside_it(accounts):
    with writing() as connection:
        connection.execute("INSERT INTO setting VALUES ('a', 'b')")
        beside = sorted(path.name for path in accounts.parent.iterdir())
        rights = {stat.S_IMODE(path.stat().st_mode) for path in accounts.parent.iterdir()}
    assert beside == ["accounts.sqlite", "accounts.sqlite-shm", "accounts.sqlite-wal"]
    assert rights == {0o600}


def test_looking_creates_nothing(accounts, monkeypatch):
    missing = accounts.with_name("missing.sqlite")
    monkeypatch.setenv("ACCOUNTS", str(missing))
    with reading() as connection:
        assert settings.open_reading(connection)
        assert connection.execute("SELECT count(*) FROM account").fetchone()[0] == 0
    assert not missing.exists()


def test_writing_creates_nothing_either(accounts, monkeypatch):
    missing = accounts.with_name("missing.sqlite")
    monkeypatch.setenv("ACCOUNTS", str(missing))
    with pytest.raises(AccountsUnreadable), writing():
        pass
    assert not missing.exists()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(4000), b"not a database at all" * 99])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(accounts, content):
    close_reading()
    for path in accounts.parent.iterdir():
        path.unlink()
    accounts.write_bytes(content)
    database.create()
    for opening in (reading, writing):
        with pytest.raises(AccountsUnreadable, match=r"accounts\.sqlite"), opening() as connection:
            settings.open_reading(connection)
    assert accounts.read_bytes() == content


def test_a_database_of_another_version_is_refused(accounts):
    with sqlite3.connect(accounts) as connection:
        connection.execute("PRAGMA user_version = 2")
    with pytest.raises(AccountsUnreadable, match="version 1 expected, 2 found"), reading():
        pass


def test_an_exception_undoes_all_of_a_transaction():
    with pytest.raises(RuntimeError), writing() as connection:
        connection.execute("INSERT INTO setting VALUES ('a', 'b')")
        raise RuntimeError
    with reading() as connection:
        assert connection.execute("SELECT count(*) FROM setting").fetchone()[0] == 0


def test_creating_again_changes_nothing():
    close_reading()
    database.create()
    with reading() as connection:
        assert not settings.open_reading(connection)


def test_creating_leaves_no_half_made_file_beside(accounts):
    assert [path.name for path in accounts.parent.iterdir()] == ["accounts.sqlite"]


def test_two_processes_may_create_at_once(accounts):
    accounts.unlink()
    command = [sys.executable, "-c", "from pages.access import database; database.create()"]
    racing = [subprocess.Popen(command, cwd=database.ROOT) for _ in range(4)]
    assert [process.wait() for process in racing] == [0, 0, 0, 0]
    close_reading()
    assert {path.name.partition("-")[0] for path in accounts.parent.iterdir()} == {"accounts.sqlite"}
