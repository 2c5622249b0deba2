"""Settings of the accounts' database: whether reading is open without an account."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from pages.access.audit import Actor, AuditKind, record

OPEN_READING = "open_reading"


def open_reading(connection: sqlite3.Connection) -> bool:
    """Whether pages may be read without an account; so until somebody switches it off."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (OPEN_READING,)).fetchone()
    return row is None or row["value"] == "on"


def set_open_reading(connection: sqlite3.Connection, on: bool, actor: Actor, at: datetime) -> None:
    """Switch reading without an account on or off."""
    value = "on" if on else "off"
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (OPEN_READING, value))
    record(connection, AuditKind.OPEN_READING, actor, "", at, to=value)
