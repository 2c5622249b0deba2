"""Content → a new snapshot, then the pointer: the only writer.

A snapshot is written under a temporary name, closed, flushed and renamed before the pointer moves, so a
crash at any moment leaves the last good snapshot in place. Its name is the hash of its content: the same
input gives the same snapshot.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas

from etl.gather import Content
from indicators.errors import WriterBusy
from indicators.store.reader import HERE, POINTER

LOCK = "writer.lock"
ID_LENGTH = 12
COLUMNS = {
    "load": "id file sha256 rows",
    "source": "code title url",
    "break": "indicator area year reason note note_en",
    "observation": "indicator area year measure period_start value found status source grade published"
    " known_from note flags load",
    "cell": "plan name position heading place value",
}
Rows = list[tuple[Any, ...]]


def publish(content: Content, warehouse: Path) -> str:
    """Write a snapshot and point to it; returns its id. Raises WriterBusy."""
    warehouse.mkdir(parents=True, exist_ok=True)
    tables = as_tables(content)
    snapshot = identity(tables)
    with _writing(warehouse):
        path = warehouse / f"{snapshot}.duckdb"
        if not path.exists():
            _write(tables, path)
        _point(warehouse, snapshot)
    return snapshot


def as_tables(content: Content) -> dict[str, Rows]:
    """The rows of every table, in a fixed order."""
    cells = _cells("", "indicators", content.indicator_rows)
    for code, tables in sorted(content.plan_tables.items()):
        for name, rows in sorted(tables.items()):
            cells += _cells(code, name, rows)
    return {
        "load": [(one.id, one.file, one.sha256, one.rows) for one in content.loads],
        "source": sorted((one.code, one.title, one.url) for one in content.sources),
        "break": [
            (one.indicator, one.area, one.year, one.reason, note, note_en)
            for one, note, note_en in content.breaks
        ],
        "observation": [
            (
                *(
                    one.indicator,
                    one.area,
                    one.year,
                    one.measure.value,
                    one.period_start,
                    one.value,
                    one.found,
                ),
                *(one.status.value, one.source, one.grade, one.published, one.known_from.isoformat()),
                *(one.note, ";".join(sorted(one.flags)), one.load),
            )
            for one in content.observations
        ],
        "cell": cells,
    }


def identity(tables: dict[str, Rows]) -> str:
    """The head of the hash of all rows."""
    canonical = json.dumps(tables, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:ID_LENGTH]


def _cells(plan: str, name: str, rows: Sequence[dict[str, str]]) -> Rows:
    return [
        (plan, name, position, heading, place, value)
        for position, row in enumerate(rows)
        for place, (heading, value) in enumerate(row.items())
    ]


def _write(tables: dict[str, Rows], path: Path) -> None:
    draft = path.with_suffix(f".{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        with duckdb.connect(str(draft)) as connection:
            connection.execute((HERE / "schema.sql").read_text(encoding="utf-8"))
            for name, rows in tables.items():
                frame = pandas.DataFrame(rows, columns=COLUMNS[name].split())
                connection.append(
                    name, frame.astype({"period_start": "Int64"} if name == "observation" else {})
                )
        _flush(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _point(warehouse: Path, snapshot: str) -> None:
    built_at = datetime.now(UTC).isoformat(timespec="seconds")
    draft = warehouse / f"{POINTER}.{os.getpid()}.draft"
    draft.write_text(json.dumps({"snapshot": snapshot, "built_at": built_at}), encoding="utf-8")
    _flush(draft)
    draft.replace(warehouse / POINTER)
    _flush(warehouse)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _writing(warehouse: Path) -> Iterator[None]:
    """One writer at a time, across processes; the lock goes with the process that holds it."""
    with (warehouse / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as problem:
            raise WriterBusy(
                f"another process is writing to {warehouse}; try again when it is done"
            ) from problem
        yield
