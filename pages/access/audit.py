"""The audit: who did what to whose account, and every log-in. Rows are only ever added, tied by digests.

An edit, a removal or an insertion shows, except to one who writes the rest of the chain anew or cuts its end
off; against that, note the last digest elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum


class AuditKind(StrEnum):
    """What happened."""

    LOG_IN = "log_in"
    LOG_IN_FAILED = "log_in_failed"
    LOCKED = "locked"
    LOG_OUT = "log_out"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 a name, no secret
    ACCOUNT_CREATED = "account_created"
    ACCOUNT_CHANGED = "account_changed"
    PASSWORD_RESET = "password_reset"  # noqa: S105 a name, no secret
    ACCOUNT_DISABLED = "account_disabled"
    ACCOUNT_ENABLED = "account_enabled"
    UNLOCKED = "unlocked"
    SESSIONS_ENDED = "sessions_ended"
    OPEN_READING = "open_reading"


@dataclass(frozen=True)
class Actor:
    """Who acts and from where; both blank where unknown, as on the command line."""

    name: str = ""
    address: str = ""


CONSOLE = Actor(address="console")
"""Whoever runs the command line on the server."""


@dataclass(frozen=True)
class AuditEntry:
    """A row of the audit; `detail` is JSON."""

    number: int
    at: str
    kind: str
    by: str
    about: str
    address: str
    detail: str
    previous: str
    digest: str


def record(
    connection: sqlite3.Connection,
    kind: AuditKind,
    actor: Actor,
    about: str,
    at: datetime,
    **detail: str | bool | list[str],
) -> None:
    """Add a row, within the transaction of what it tells of."""
    last = connection.execute("SELECT number, digest FROM audit ORDER BY number DESC LIMIT 1").fetchone()
    number, previous = (last["number"] + 1, last["digest"]) if last else (1, "")
    written = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    row = (number, at.isoformat(), kind.value, actor.name, about, actor.address, written, previous)
    connection.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, _digest(row)))


def entries(connection: sqlite3.Connection) -> tuple[AuditEntry, ...]:
    """Every row, the oldest first."""
    return tuple(AuditEntry(**row) for row in connection.execute("SELECT * FROM audit ORDER BY number"))


def broken_at(rows: Iterable[AuditEntry]) -> int | None:
    """The first number at which the chain does not hold; None where it is whole."""
    previous, expected = "", 1
    for row in rows:
        *content, digest = asdict(row).values()
        if row.number != expected or row.previous != previous or _digest(tuple(content)) != digest:
            return expected
        previous, expected = digest, expected + 1
    return None


def _digest(row: tuple[object, ...]) -> str:
    return hashlib.sha256(json.dumps(row, ensure_ascii=False).encode()).hexdigest()
