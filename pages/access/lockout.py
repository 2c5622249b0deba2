"""Lock-out after repeated failures, by account and by client address.

Five wrong passwords in a row for one account close it to log-ins for a quarter of an hour; each further one
after that doubles the wait, up to a day. One address, behind which a whole office may sit, has twenty. A day
without failure or lock wipes the slate clean. Names that do not exist are counted like those that do, so
that the answer tells nothing.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

ALLOWED = {"account": 5, "address": 20}
"""Failures in a row that lock; five as PCI DSS and most offices' rules have it."""
FIRST = timedelta(minutes=15)
LONGEST = timedelta(days=1)
FORGOTTEN = timedelta(days=1)
"""Since the last failure, or since the lock it led to ended."""


def count(connection: sqlite3.Connection, subjects: tuple[str, ...], at: datetime) -> datetime | None:
    """Until when a log-in is refused; None lets it go on, and counts it as failed beforehand.

    Counted before the password is looked at: otherwise many tries at once would slip in between. A success
    is taken off again by `clear`. A subject is `account:NAME` or `address:ADDRESS`.
    """
    _forget(connection, at)
    locks = [until for one in subjects if (until := locked_until(connection, one, at))]
    if locks:
        return max(locks)
    for subject in subjects:
        failures = _failures(connection, subject) + 1
        until = _lock(failures, ALLOWED[subject.partition(":")[0]], at)
        connection.execute(
            "INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?)",
            (subject, failures, at.isoformat(), until and until.isoformat()),
        )
    return None


def clear(connection: sqlite3.Connection, account: str, address: str = "") -> None:
    """After a success, or by an administrator: the account starts afresh, the address takes back this one."""
    connection.execute("DELETE FROM failure WHERE subject = ?", (account,))
    connection.execute(
        "UPDATE failure SET count = count - 1, locked_until = NULL WHERE subject = ? AND count > 0",
        (address,),
    )


def locked_until(connection: sqlite3.Connection, subject: str, at: datetime) -> datetime | None:
    """Until when a subject is locked; None where it is not."""
    row = connection.execute("SELECT locked_until FROM failure WHERE subject = ?", (subject,)).fetchone()
    until = datetime.fromisoformat(row["locked_until"]) if row and row["locked_until"] else None
    return until if until and until > at else None


def _failures(connection: sqlite3.Connection, subject: str) -> int:
    row = connection.execute("SELECT count FROM failure WHERE subject = ?", (subject,)).fetchone()
    return int(row["count"]) if row else 0


def _lock(failures: int, allowed: int, at: datetime) -> datetime | None:
    if failures < allowed:
        return None
    doublings = min(failures - allowed, 10)
    wait: timedelta = FIRST * 2**doublings
    return at + min(wait, LONGEST)


def _forget(connection: sqlite3.Connection, at: datetime) -> None:
    limit = (at - FORGOTTEN).isoformat()
    connection.execute("DELETE FROM failure WHERE coalesce(locked_until, last) <= ?", (limit,))
