"""Content and loads → a new snapshot, then the pointer: the only writer.

A snapshot is written under a temporary name, flushed and renamed before the pointer moves, so a crash at
any moment leaves the last good snapshot in place. Its name is the hash of its content: the same input
gives the same snapshot. One that is there and whole is used as it is; a damaged one is written anew, and
whoever has it open keeps reading the old file.

Between the two its forecasts go on record: no snapshot is ever in use whose forecasts are not.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from etl.forecasts import implied, next_file
from etl.gather import Content
from etl.journal.disk import add, draft
from etl.journal.lock import writing
from etl.journal.standing import Standing, standing
from etl.kind import claim
from etl.retention import prune
from etl.snapshots import Base, verify_rows, write
from indicators.model import JournalEntry
from indicators.store.journal import FOLDER, as_cells
from indicators.store.links import as_bytes, digest, file_name
from indicators.store.pointer import POINTER, Pointer, path_of
from indicators.store.reader import Store
from indicators.store.snapshots import DIGEST, digest_of, intact

Tell = Callable[[str], None]
"""Called with the code of each step as it begins: tables, rows, snapshot, forecasts, pointer."""


def quiet(step: str) -> None:
    """Tell nobody."""


def publish(content: Content, warehouse: Path, today: date | None = None, loads: int | None = None) -> str:
    """Write the snapshot of the tables and the active loads, put its forecasts on record and point to it;
    returns its id.

    `today` is the day on which the forecasts are made; `loads` says how many entries of the journal count
    where no readable pointer does. Raises WriterBusy, StoreMixed, StoreDamaged, InputRefused where a load
    speaks of what the tables no longer know, or OSError where it cannot be written; the pointer then stays as
    it was.
    """
    base = Base.of(content)
    warehouse.mkdir(parents=True, exist_ok=True)
    with writing(warehouse):
        claim(warehouse, content.kind)
        now = standing(warehouse, loads)
        snapshot = put(base, warehouse, now.journal.active, today or date.today())
        _point(base, warehouse, now, snapshot, now.journal.entries[-1:], now.journal.fingerprint)
    return snapshot


def commit(
    base: Base,
    warehouse: Path,
    now: Standing,
    active: Sequence[JournalEntry],
    today: date,
    entry: JournalEntry,
    tell: Tell,
) -> JournalEntry:
    """Write a snapshot with the `active` loads, its forecasts, a new entry of the journal that names it, then
    the pointer; returns the entry. Call it under the writer's lock. Raises what `publish` does."""
    snapshot = put(base, warehouse, active, today, tell)
    tell("pointer")
    done = replace(entry, snapshot=snapshot)
    written = as_bytes(as_cells(done))
    add(warehouse / FOLDER / file_name(done.number, snapshot, written), written)
    _point(base, warehouse, now, snapshot, (done,), digest(written))
    return done


def put(base: Base, warehouse: Path, active: Sequence[JournalEntry], today: date, tell: Tell = quiet) -> str:
    """Write a snapshot and its forecasts, so that the pointer may name it; returns its id."""
    snapshot = base.named(active)
    verify_rows(base, active, warehouse)
    tell("snapshot")
    if not intact(warehouse, snapshot):
        _write(base, active, warehouse, snapshot)
    tell("forecasts")
    forecasts = implied(Store(path_of(warehouse, snapshot)), base.content.plans, today)
    if record := next_file(warehouse, snapshot, today, forecasts):
        add(*record)
    return snapshot


def _write(base: Base, active: Sequence[JournalEntry], warehouse: Path, snapshot: str) -> None:
    """The digest goes first: where it stands alone or beside another file, it does not pass for whole."""
    with draft(path_of(warehouse, snapshot)) as unfinished:
        write(base, active, warehouse, unfinished)
        add(warehouse / f"{snapshot}{DIGEST}", f"{digest_of(unfinished)}\n".encode())


def _point(
    base: Base,
    warehouse: Path,
    now: Standing,
    snapshot: str,
    last: Sequence[JournalEntry],
    head: str,
) -> None:
    """Move the pointer, which is what makes a build or a load count; then let old snapshots go."""
    pointer = Pointer(
        snapshot=snapshot,
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
        kind=base.content.kind,
        load=sum(one.number for one in last),
        head=head,
        previous=now.snapshot if now.snapshot != snapshot else now.previous,
    )
    add(warehouse / POINTER, json.dumps(pointer).encode())
    prune(warehouse, pointer, (*now.journal.entries, *last))
