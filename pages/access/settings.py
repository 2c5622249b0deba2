"""Settings of the accounts' database: whether reading is open without an account."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime

from pages.access.audit import Actor, AuditKind, record

OPEN_READING = "open_reading"
VARIABLE = "OPEN_READING"
"""Environment variable: `off` closes reading for good, also where the accounts' file has been lost."""


def held_closed() -> bool:
    """Whether the server's environment closes reading, whatever the database says. A slip closes, too."""
    return os.environ.get(VARIABLE, "on").strip().lower() not in ("", "on")


def open_reading(connection: sqlite3.Connection) -> bool:
    """Whether pages may be read without an account; so until somebody switches it off, here or in the
    environment."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (OPEN_READING,)).fetchone()
    return not held_closed() and (row is None or row["value"] == "on")


def set_open_reading(connection: sqlite3.Connection, on: bool, actor: Actor, at: datetime) -> None:
    """Switch reading without an account on or off."""
    value = "on" if on else "off"
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (OPEN_READING, value))
    record(connection, AuditKind.OPEN_READING, actor, "", at, to=value)
