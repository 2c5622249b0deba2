"""Uploads and what became of them: findings by cell, loads, roll-backs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Severity(StrEnum):
    """What a finding means for a load: it blocks, it needs a confirmation with a reason, it is told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Remark:
    """Something a named check has to say about an uploaded file.

    `row` and `column` count from 1 as a spreadsheet shows them, None where the whole sheet or file is meant;
    `heading` is the column's heading, `found` the cell as it stands in the file. `said` fills the places of
    the check's sentences: under `indicator`, `area`, `department` and `measure`, and keys that begin so
    (`indicator_above`), it holds codes, separated by semicolons where several, which the reader's language
    names; under any other key, finished text.
    """

    check: str
    level: Severity
    sheet: str = ""
    row: int | None = None
    column: int | None = None
    heading: str = ""
    found: str = ""
    said: tuple[tuple[str, str], ...] = ()


class LoadKind(StrEnum):
    """What an entry of the journal did."""

    LOAD = "load"
    ROLLBACK = "rollback"


@dataclass(frozen=True)
class Confirmation:
    """A warning that somebody took the responsibility for, and why."""

    remark: Remark
    reason: str


@dataclass(frozen=True)
class JournalEntry:
    """One load or roll-back: who, when, on whose word, from which file, and the snapshot it led to.

    `of` is the number of the entry a roll-back takes back. `file_sha256` names the original kept byte for
    byte, `rows_sha256` the rows as they count; both blank for a roll-back. `before` and `snapshot` are the
    snapshots before and after it.
    """

    number: int
    kind: LoadKind
    at: datetime
    by: str
    department: str
    year: int | None
    note: str
    before: str
    snapshot: str
    previous: str
    of: int | None = None
    file: str = ""
    format: str = ""
    encoding: str = ""
    file_sha256: str = ""
    rows_sha256: str = ""
    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    confirmed: tuple[Confirmation, ...] = ()
