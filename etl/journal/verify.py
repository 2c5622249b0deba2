"""Whether everything in a warehouse is whole: every hash computed again, nothing changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from etl.journal.disk import DRAFT
from etl.journal.standing import strays
from indicators.errors import StoreDamaged, StoreMissing
from indicators.model import JournalEntry, LoadKind
from indicators.store import journal as kept
from indicators.store import ledger
from indicators.store.journal import Journal, original, read_journal, rows_of
from indicators.store.links import chained
from indicators.store.pointer import POINTER, SUFFIX, Pointer, before_loads, path_of, read_pointer
from indicators.store.reader import Store
from indicators.store.snapshots import DIGEST, digest_of, stated


class Trouble(StrEnum):
    """What may be wrong with a file."""

    UNREADABLE = "unreadable"
    CHANGED = "changed"
    UNLINKED = "unlinked"
    MISSING = "missing"
    CONTRADICTED = "contradicted"
    UNPROVEN = "unproven"
    UNCOMMITTED = "uncommitted"
    LEFT = "left"


HARMLESS = {Trouble.UNPROVEN, Trouble.UNCOMMITTED, Trouble.LEFT}
"""Old snapshots from before there were digests; what a killed writer leaves and the next one removes."""


@dataclass(frozen=True)
class Verified:
    """How many things were found whole, by kind, and (file, trouble) for each that is not."""

    loads: int
    files: int
    snapshots: int
    record: int
    troubles: tuple[tuple[str, Trouble], ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong that matters."""
        return all(trouble in HARMLESS for _, trouble in self.troubles)


def verify(warehouse: Path) -> Verified:
    """Compute every hash anew. Raises StoreMissing where there is nothing at all."""
    if not warehouse.is_dir():
        raise StoreMissing(f"there is no folder {warehouse}")
    pointer, pointed = _pointer(warehouse)
    numbers = len(chained(warehouse / kept.FOLDER))
    journal = read_journal(warehouse, pointer["load"] if pointer else numbers)
    stored = [trouble for one in journal.entries for trouble in _stored(warehouse, one)]
    snapshots = sorted(path.stem for path in warehouse.glob(f"*{SUFFIX}"))
    shaken = [trouble for one in snapshots if (trouble := _snapshot(warehouse, one))]
    record = ledger.read_ledger(warehouse)
    troubles = [*pointed, *_chain(journal, pointer), *stored, *shaken, *_current(warehouse, pointer, journal)]
    troubles += [(f"{ledger.FOLDER}/{name}", Trouble(flaw)) for name, flaw in record.flaws]
    troubles += _unrecorded(warehouse, pointer, record)
    troubles += list(_left(warehouse, journal))
    files = sum(2 for one in journal.entries if one.kind is LoadKind.LOAD)
    return Verified(
        loads=len(journal.entries),
        files=files - len(stored),
        snapshots=len(snapshots) - len(shaken),
        record=len(record.entries),
        troubles=tuple(troubles),
    )


def _pointer(warehouse: Path) -> tuple[Pointer | None, list[tuple[str, Trouble]]]:
    try:
        return read_pointer(warehouse), []
    except StoreMissing:
        return None, [(POINTER, Trouble.MISSING)]
    except StoreDamaged:
        return None, [(POINTER, Trouble.UNREADABLE)]


def _chain(journal: Journal, pointer: Pointer | None) -> Iterator[tuple[str, Trouble]]:
    for name, flaw in journal.flaws:
        yield f"{kept.FOLDER}/{name}", Trouble(flaw)
    if pointer is None or journal.flaws:
        return
    numbers = {one.number for one in journal.entries}
    for number in range(1, pointer["load"] + 1):
        if number not in numbers:
            yield f"{kept.FOLDER}/{number:04}", Trouble.MISSING
    if len(journal.pending) > 1 or pointer["load"] in numbers and journal.fingerprint != pointer["head"]:
        yield POINTER, Trouble.CONTRADICTED


def _stored(warehouse: Path, one: JournalEntry) -> Iterator[tuple[str, Trouble]]:
    """The original and the rows of a load."""
    if one.kind is not LoadKind.LOAD:
        return
    for path, digest in (
        (original(warehouse, one.file_sha256), one.file_sha256),
        (rows_of(warehouse, one.rows_sha256), one.rows_sha256),
    ):
        if trouble := _compared(path, digest):
            yield path.relative_to(warehouse).as_posix(), trouble


def _snapshot(warehouse: Path, name: str) -> tuple[str, Trouble] | None:
    digest = stated(warehouse, name)
    trouble = _compared(path_of(warehouse, name), digest) if digest else Trouble.UNPROVEN
    return (f"{name}{SUFFIX}", trouble) if trouble else None


def _compared(path: Path, digest: str) -> Trouble | None:
    try:
        return None if digest_of(path) == digest else Trouble.CHANGED
    except FileNotFoundError:
        return Trouble.MISSING
    except OSError:
        return Trouble.UNREADABLE


def _current(warehouse: Path, pointer: Pointer | None, journal: Journal) -> Iterator[tuple[str, Trouble]]:
    """The snapshot in use is there and holds the loads that the journal says are in force."""
    if pointer is None:
        return
    path = path_of(warehouse, pointer["snapshot"])
    if not path.exists():
        yield path.name, Trouble.MISSING
        return
    if not stated(warehouse, path.stem) and not before_loads(warehouse):
        yield f"{path.stem}{DIGEST}", Trouble.MISSING
    try:
        held = {(number, sha256) for number, _, sha256, _ in Store(path).loads() if number.isdecimal()}
    except StoreDamaged:
        yield path.name, Trouble.UNREADABLE
        return
    if not held >= {(str(one.number), one.file_sha256) for one in journal.active}:
        yield path.name, Trouble.CONTRADICTED


def _unrecorded(warehouse: Path, pointer: Pointer | None, record: ledger.Ledger) -> list[tuple[str, Trouble]]:
    """No snapshot comes into use before its forecasts are on record."""
    if pointer is None or record.flaws or before_loads(warehouse):
        return []
    recorded = pointer["snapshot"] in {one.snapshot for one in record.entries}
    return [] if recorded else [(ledger.FOLDER, Trouble.MISSING)]


def _left(warehouse: Path, journal: Journal) -> Iterator[tuple[str, Trouble]]:
    """What a killed writer left behind."""
    for name in journal.pending:
        yield f"{kept.FOLDER}/{name}", Trouble.UNCOMMITTED
    lone = [path for path in warehouse.glob(f"*{DIGEST}") if not path.with_suffix(SUFFIX).exists()]
    folders = (warehouse, warehouse / ledger.FOLDER, *warehouse.glob(f"{kept.FOLDER}/**/"))
    drafts = {path for folder in folders for path in folder.glob(f"*{DRAFT}*")}
    for path in sorted({*lone, *drafts, *strays(warehouse, journal)}):
        yield path.relative_to(warehouse).as_posix(), Trouble.LEFT
