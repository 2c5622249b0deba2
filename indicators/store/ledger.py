"""The record of forecasts (预测存证): append-only files beside the snapshots, each naming the one before it.

`record/0007-<snapshot>-<digest>.json`: the number orders the files, the digest is the head of the SHA-256 of
the file's own bytes, and inside stands the SHA-256 of the file before. So an edit, a removal or an insertion
shows, except to one who writes the rest of the chain anew; against that, note the fingerprint elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from indicators.forecasts import Forecast, from_cells

FOLDER = "record"
"""In the warehouse; nothing in it is ever changed or removed."""
HEAD = 12
"""Digits of a digest that stand in a file's name."""
NAME = re.compile(r"(\d+)-(\w+)-([0-9a-f]+)\.json")


class Flaw(StrEnum):
    """What may be wrong with a file of the record."""

    UNREADABLE = "unreadable"
    CHANGED = "changed"
    UNLINKED = "unlinked"


@dataclass(frozen=True)
class Entry:
    """One file: the forecasts a snapshot implied on the day it was built, by one method."""

    number: int
    snapshot: str
    previous: str
    as_of: date
    method: str
    forecasts: tuple[Forecast, ...]


@dataclass(frozen=True)
class Ledger:
    """The entries that count, oldest first, and (file, flaw) pairs. The `fingerprint` is the SHA-256 of the
    latest file, which through the chain stands for all; blank where there is none."""

    entries: tuple[Entry, ...] = ()
    flaws: tuple[tuple[str, Flaw], ...] = ()
    fingerprint: str = ""

    def stating(self, plan: str, day: date) -> list[Entry]:
        """The entries with a forecast of a plan, written by a day, oldest first."""
        written = (entry for entry in self.entries if entry.as_of <= day)
        return [entry for entry in written if any(one.plan == plan for one in entry.forecasts)]

    def forecasts(self, plan: str, day: date) -> list[Forecast]:
        """All forecasts of a plan written by a day, oldest first."""
        return [one for entry in self.stating(plan, day) for one in entry.forecasts if one.plan == plan]


def read_ledger(warehouse: Path) -> Ledger:
    """Read and verify the record: what is wrong with a file is told, and the others are read all the same.

    A file that is unreadable or was changed does not count; one that does not follow on the file before it
    (one was removed, inserted or exchanged) does, for it is as it was written.
    """
    entries: list[Entry] = []
    flaws: list[tuple[str, Flaw]] = []
    before: str | None = ""
    place, fingerprint = 0, ""
    for path in files(warehouse):
        content = _content(path)
        fingerprint = digest(content)
        entry = _entry(content)
        flaw = _flaw(path.name, fingerprint, entry, before, place + 1)
        flaws += [(path.name, flaw)] if flaw else []
        whole = entry is not None and flaw in (None, Flaw.UNLINKED)
        entries += [entry] if entry and whole else []
        before, place = fingerprint if whole else None, number_of(path)
    return Ledger(tuple(entries), tuple(flaws), fingerprint)


def files(warehouse: Path) -> list[Path]:
    """The record's files, oldest first."""
    found = (path for path in (warehouse / FOLDER).glob("*.json") if NAME.fullmatch(path.name))
    return sorted(found, key=lambda path: (number_of(path), path.name))


def number_of(path: Path) -> int:
    """The number in a file's name."""
    return int(path.name.partition("-")[0])


def file_name(number: int, snapshot: str, content: bytes) -> str:
    """How a file of this content is called."""
    return f"{number:04}-{snapshot}-{digest(content)[:HEAD]}.json"


def digest(content: bytes) -> str:
    """SHA-256 as text."""
    return hashlib.sha256(content).hexdigest()


def stamp(warehouse: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of every file: as long as it is the same, so is the record."""
    told = [(path.name, path.stat()) for path in files(warehouse)]
    return tuple((name, known.st_size, known.st_mtime_ns) for name, known in told)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _entry(content: bytes) -> Entry | None:
    """A file's content; None where it is not whole."""
    try:
        cells: dict[str, Any] = json.loads(content)
        snapshot = str(cells["snapshot"])
        return Entry(
            number=int(cells["number"]),
            snapshot=snapshot,
            previous=str(cells["previous"]),
            as_of=date.fromisoformat(cells["as_of"]),
            method=str(cells["method"]),
            forecasts=tuple(from_cells(one, snapshot) for one in cells["forecasts"]),
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _flaw(name: str, found: str, entry: Entry | None, before: str | None, place: int) -> Flaw | None:
    """`before` is the digest of the file before, None where that one is flawed and told already."""
    if entry is None:
        return Flaw.UNREADABLE
    number, snapshot, head = name.removesuffix(".json").split("-")
    if (int(number), snapshot, head) != (entry.number, entry.snapshot, found[:HEAD]):
        return Flaw.CHANGED
    if entry.number != place or before not in (None, entry.previous):
        return Flaw.UNLINKED
    return None
