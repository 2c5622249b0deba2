"""The accounts' database: one SQLite file of its own, apart from the snapshots, readable by its owner only.

Only the command line creates it. A file that has become empty or damaged is never taken for a fresh one: that
would open what was closed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
VARIABLE = "ACCOUNTS"
"""Environment variable that names the file."""
USUAL = "data/accounts.sqlite"
WAIT = 5.0
"""Seconds a writer waits for another; a write takes milliseconds."""
SCHEMA = Path(__file__).with_name("schema.sql")
VERSION = 1
"""Of the schema, as the file states it."""


class AccountsUnreadable(Exception):
    """There is no whole accounts' database in the file, or it cannot be opened: nobody is let in."""


def where() -> Path:
    """The file: $ACCOUNTS, else data/accounts.sqlite."""
    return ROOT / os.environ.get(VARIABLE, USUAL)


def now() -> datetime:
    """The time of day, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def create() -> None:
    """The empty database, 0600, whole from its first moment; nothing where the file is there already.

    Raises AccountsUnreadable.
    """
    path = where()
    if path.exists():
        return
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    with _explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(f"BEGIN;{SCHEMA.read_text(encoding='utf-8')}COMMIT;")
            with suppress(FileExistsError):
                os.link(fresh, path)
        finally:
            fresh.unlink()


def copy(file: Path) -> None:
    """The database as it is at this moment, into a new file, 0600. Raises AccountsUnreadable."""
    path = where()
    with _explained(path), _opened(path, "ro") as connection:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(file)) as target:
            connection.backup(target)


@contextmanager
def reading() -> Iterator[sqlite3.Connection]:
    """A connection that only reads. Where there is no file, an empty database: looking creates nothing.

    Raises AccountsUnreadable.
    """
    path = where()
    with _explained(path):
        if path.exists():
            with _opened(path, "ro") as connection:
                yield connection
        else:
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
                connection.executescript(SCHEMA.read_text(encoding="utf-8"))
                connection.row_factory = sqlite3.Row
                yield connection


@contextmanager
def writing() -> Iterator[sqlite3.Connection]:
    """A connection within one transaction, undone by an exception. Raises AccountsUnreadable."""
    path = where()
    with _explained(path), _opened(path, "rw") as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        if (found := connection.execute("PRAGMA user_version").fetchone()[0]) != VERSION:
            raise AccountsUnreadable(f"{path.name}: version {VERSION} expected, {found} found")
        yield connection


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """A fault of the file as AccountsUnreadable; one of a statement (IntegrityError) as it is."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except (sqlite3.DatabaseError, OSError) as problem:
        raise AccountsUnreadable(f"{path.name}: {problem}") from problem
