"""Sessions: a random token in a cookie, its SHA-256 in the database; they expire, and are revoked at once."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from datetime import datetime, timedelta

from pages.access.model import Account, Role, Session, SessionKind

BYTES = 32
"""Of a token: 256 bits."""
LONGEST = timedelta(hours=12)
"""From the log-in: a long working day."""
IDLE = timedelta(hours=1)
"""Since the last run of a page; both within NIST SP 800-63B-4 for its second level (24 hours and 1 hour)."""
NOTED = timedelta(minutes=1)
"""How exactly the last run is kept; more would be a write for every click."""
GOOD = """
    SELECT session.*, account.role, account.departments, account.must_change FROM session
    JOIN account ON account.name = session.account
    WHERE digest = ? AND ended IS NULL AND started > ? AND seen > ? AND NOT account.disabled
"""


def digest_of(token: str) -> str:
    """What is kept of a token, and what pages are told; the token cannot be had back from it."""
    return hashlib.sha256(token.encode()).hexdigest()


def start(connection: sqlite3.Connection, account: str, kind: SessionKind, at: datetime) -> str:
    """A new session; gives its token, which nobody else ever sees."""
    token = secrets.token_urlsafe(BYTES)
    keep(connection, digest_of(token), account, kind, at)
    return token


def keep(connection: sqlite3.Connection, digest: str, account: str, kind: SessionKind, at: datetime) -> None:
    """Put a session into the database, and those that can no longer come back out of it."""
    connection.execute("DELETE FROM session WHERE started <= ?", ((at - 2 * LONGEST).isoformat(),))
    connection.execute(
        "INSERT INTO session VALUES (?, ?, ?, ?, ?, NULL)",
        (digest, account, kind, at.isoformat(), at.isoformat()),
    )
    connection.execute("UPDATE account SET logged_in = ? WHERE name = ?", (at.isoformat(), account))


def look_up(connection: sqlite3.Connection, digest: str, at: datetime) -> Session | None:
    """The session of a digest where it is still good: neither ended nor expired, the account not disabled."""
    limits = ((at - LONGEST).isoformat(), (at - IDLE).isoformat())
    row = connection.execute(GOOD, (digest, *limits)).fetchone()
    if row is None:
        return None
    account = Account(row["account"], Role(row["role"]), frozenset(row["departments"].split()))
    return Session(digest, account, SessionKind(row["kind"]), bool(row["must_change"]))


def stale(connection: sqlite3.Connection, digest: str, at: datetime) -> bool:
    """Whether the last run was so long ago that this one must be noted."""
    row = connection.execute("SELECT seen FROM session WHERE digest = ?", (digest,)).fetchone()
    return row is not None and datetime.fromisoformat(row["seen"]) <= at - NOTED


def note(connection: sqlite3.Connection, digest: str, at: datetime) -> None:
    """Somebody is still there."""
    connection.execute("UPDATE session SET seen = ? WHERE digest = ?", (at.isoformat(), digest))


def end(connection: sqlite3.Connection, digest: str, at: datetime) -> None:
    """Good no more, from this moment."""
    connection.execute(
        "UPDATE session SET ended = ? WHERE digest = ? AND ended IS NULL", (at.isoformat(), digest)
    )


def end_all(connection: sqlite3.Connection, account: str, at: datetime) -> None:
    """None of an account's sessions is good any more."""
    connection.execute(
        "UPDATE session SET ended = ? WHERE account = ? AND ended IS NULL", (at.isoformat(), account)
    )


def count(connection: sqlite3.Connection, account: str, at: datetime) -> int:
    """How many sessions of an account are good."""
    limits = ((at - LONGEST).isoformat(), (at - IDLE).isoformat())
    return int(
        connection.execute(
            "SELECT count(*) FROM session WHERE account = ? AND ended IS NULL AND started > ? AND seen > ?",
            (account, *limits),
        ).fetchone()[0]
    )
