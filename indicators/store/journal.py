"""The journal of loads and roll-backs: a chain of files beside the snapshots, read and verified.

`journal/0007-<snapshot>-<digest>.json` says who, when, why and what; `journal/files/<sha256>` is the
original as it came, `journal/rows/<sha256>.parquet` are its rows as they count. An entry counts once the
pointer names it or a later one; a file beyond that was never committed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from indicators.errors import StoreDamaged, StoreMissing, UnknownName
from indicators.model import Confirmation, JournalEntry, LoadKind, Remark, Severity
from indicators.store.links import Chain, chained, digest, follow, number_of
from indicators.store.pointer import JOURNAL, read_pointer

FOLDER = JOURNAL
"""In the warehouse; nothing in it that was committed is ever changed or removed."""


@dataclass(frozen=True)
class Journal(Chain[JournalEntry]):
    """The committed entries; `pending` are the names of files that were never committed."""

    pending: tuple[str, ...] = ()

    def entry(self, number: int) -> JournalEntry:
        """An entry by number. Raises UnknownName."""
        known = {one.number: one for one in self.entries}
        if number not in known:
            raise UnknownName("load", str(number), map(str, known))
        return known[number]

    @property
    def in_force(self) -> frozenset[int]:
        """Numbers of the entries that no roll-back in force takes back."""
        undone: set[int | None] = set()
        for one in reversed(self.entries):
            if one.number not in undone and one.kind is LoadKind.ROLLBACK:
                undone.add(one.of)
        return frozenset(one.number for one in self.entries) - undone

    @property
    def active(self) -> tuple[JournalEntry, ...]:
        """The loads whose figures are in the store, oldest first."""
        force = self.in_force
        return tuple(one for one in self.entries if one.number in force and one.kind is LoadKind.LOAD)

    def root(self, number: int) -> JournalEntry:
        """The load that an entry is about: a roll-back of a roll-back is about the load both speak of."""
        one = self.entry(number)
        return one if one.of is None else self.root(one.of)


def read_journal(warehouse: Path, count: int | None = None) -> Journal:
    """Read and verify the entries that count: as many as the pointer says, or `count` of them.

    Raises StoreMissing where there is a journal and no pointer, StoreDamaged where the pointer is unreadable.
    """
    paths = chained(warehouse / FOLDER)
    if count is None:
        count = _committed(warehouse, paths)
    found = follow([path for path in paths if number_of(path) <= count], parse)
    pending = tuple(path.name for path in paths if number_of(path) > count)
    return Journal(found.entries, found.flaws, found.fingerprint, pending)


def whole(journal: Journal, count: int) -> Journal:
    """The journal, where its files are the first `count` and none is flawed. Raises StoreDamaged."""
    if journal.flaws:
        named = ", ".join(f"{name} ({flaw})" for name, flaw in journal.flaws)
        raise StoreDamaged(f"files of the journal are not as they were written: {named}; restore a backup")
    if [one.number for one in journal.entries] != list(range(1, count + 1)):
        raise StoreDamaged(f"the journal holds {len(journal.entries)} of {count} entries; restore a backup")
    return journal


def original(warehouse: Path, sha256: str) -> Path:
    """Where an uploaded file is kept, byte for byte."""
    return warehouse / FOLDER / "files" / sha256


def rows_of(warehouse: Path, sha256: str) -> Path:
    """Where the rows of a load are kept, as they count."""
    return warehouse / FOLDER / "rows" / f"{sha256}.parquet"


def read_original(warehouse: Path, entry: JournalEntry) -> bytes:
    """An uploaded file, byte for byte. Raises StoreDamaged where it is gone or not what it was."""
    try:
        content = original(warehouse, entry.file_sha256).read_bytes()
    except OSError as problem:
        raise StoreDamaged(f"the file of load {entry.number} cannot be read: {problem}") from problem
    if digest(content) != entry.file_sha256:
        raise StoreDamaged(f"the file of load {entry.number} is not what was uploaded; restore a backup")
    return content


def as_cells(entry: JournalEntry) -> dict[str, Any]:
    """An entry as its file holds it."""
    return asdict(entry) | {"at": entry.at.isoformat()}


def parse(cells: Mapping[str, Any]) -> JournalEntry:
    """An entry from its file. Raises KeyError, TypeError or ValueError where it is not whole."""
    changed: dict[str, Any] = {
        "kind": LoadKind(cells["kind"]),
        "at": datetime.fromisoformat(cells["at"]),
        "number": int(cells["number"]),
        "confirmed": tuple(_confirmation(one) for one in cells["confirmed"]),
    }
    return JournalEntry(**(dict(cells) | changed))


def _confirmation(cells: Mapping[str, Any]) -> Confirmation:
    remark = dict(cells["remark"])
    said = tuple((str(key), str(value)) for key, value in remark["said"])
    level = Severity(remark["level"])
    return Confirmation(Remark(**(remark | {"said": said, "level": level})), str(cells["reason"]))


def _committed(warehouse: Path, paths: list[Path]) -> int:
    """Number of the last entry that counts."""
    try:
        return read_pointer(warehouse)["load"]
    except StoreMissing:
        if paths:
            raise
        return 0
