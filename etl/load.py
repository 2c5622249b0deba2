"""Content → a new snapshot, then the pointer: the only writer.

A snapshot is written under a temporary name, flushed and renamed before the pointer moves, so a crash at
any moment leaves the last good snapshot in place. Its name is the hash of its content: the same input
gives the same snapshot. It is written anew even where one of that name exists: that one may be damaged,
and whoever has it open keeps reading the old file, which says the same.

Between the two its forecasts go on record: no snapshot is ever in use whose forecasts are not.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas

from etl.forecasts import implied, next_file
from etl.gather import ID_LENGTH, Content
from indicators.errors import WriterBusy
from indicators.model import Observation
from indicators.store.reader import HERE, NO_ROWS, POINTER

LOCK = "writer.lock"
DRAFT = ".draft"
"""Ends the name of a file that is not finished."""
Rows = list[tuple[Any, ...]]


def publish(content: Content, warehouse: Path, today: date | None = None) -> str:
    """Write a snapshot, put its forecasts on record and point to it; returns its id.

    `today` is the day on which the forecasts are made. Raises WriterBusy, or OSError where it cannot be
    written; the pointer then stays as it was.
    """
    schema, tables = (HERE / "schema.sql").read_text(encoding="utf-8"), as_tables(content)
    snapshot, day = identity(schema, tables), today or date.today()
    forecasts = implied(content, snapshot, day)
    warehouse.mkdir(parents=True, exist_ok=True)
    with _writing(warehouse):
        with _draft(warehouse / f"{snapshot}.duckdb") as draft:
            _write(schema, tables, draft)
        if record := next_file(warehouse, snapshot, day, forecasts):
            _add(*record)
        with _draft(warehouse / POINTER) as draft:
            built_at = datetime.now(UTC).isoformat(timespec="seconds")
            draft.write_text(json.dumps({"snapshot": snapshot, "built_at": built_at}), encoding="utf-8")
    return snapshot


def as_tables(content: Content) -> dict[str, Rows]:
    """The rows of every table, in a fixed order."""
    cells = _cells("", "indicators", content.indicator_rows)
    for code, tables in sorted(content.plan_tables.items()):
        for name, rows in sorted(tables.items()):
            cells += _cells(code, name, rows)
    return {
        "load": [astuple(one) for one in content.loads],
        "source": sorted(astuple(one) for one in content.sources),
        "break": [astuple(one) for one in content.breaks],
        "observation": [_figure(one) for one in content.observations],
        "cell": cells,
    }


def identity(schema: str, tables: Mapping[str, Rows]) -> str:
    """The head of the hash of all that a snapshot holds."""
    canonical = json.dumps([schema, tables], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:ID_LENGTH]


def _figure(one: Observation) -> tuple[Any, ...]:
    known, flags = one.known_from.isoformat(), ";".join(sorted(one.flags))
    what = (one.indicator, one.area, one.year, one.measure.value, one.period_start)
    said = (one.value, one.found, one.status.value, one.source, one.grade, one.published)
    return (*what, *said, known, one.note, flags, one.load)


def _cells(plan: str, name: str, rows: Sequence[Mapping[str, str]]) -> Rows:
    """Cell by cell; a table without rows leaves a mark, for a snapshot without the table is damaged."""
    return [
        (plan, name, position, heading, place, value)
        for position, row in enumerate(rows)
        for place, (heading, value) in enumerate(row.items())
    ] or [(plan, name, NO_ROWS, "", 0, "")]


def _write(schema: str, tables: Mapping[str, Rows], path: Path) -> None:
    try:
        with duckdb.connect(str(path)) as connection:
            connection.execute(schema)
            for name, rows in tables.items():
                columns = connection.table(f'"{name}"').columns
                frame = pandas.DataFrame(rows, columns=columns)
                connection.append(
                    name, frame.astype({"period_start": "Int64"} if name == "observation" else {})
                )
            connection.execute("CHECKPOINT")  # closing would do so as well, and keep quiet where it fails
    except duckdb.Error as problem:
        raise OSError(str(problem)) from problem


def _add(path: Path, content: bytes) -> None:
    """A new file of the record; its name has a number that no other has."""
    path.parent.mkdir(exist_ok=True)
    with _draft(path) as draft:
        draft.write_bytes(content)


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """A file to write that takes the place of `path`, on disk, once it is complete."""
    draft = path.with_name(path.name + DRAFT)
    yield draft
    _flush(draft)
    draft.replace(path)
    _flush(path.parent)


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
        _sweep(warehouse)
        try:
            yield
        finally:
            _sweep(warehouse)


def _sweep(warehouse: Path) -> None:
    """Remove drafts, and the logs DuckDB keeps beside them: a killed writer leaves them behind."""
    for path in warehouse.rglob(f"*{DRAFT}*"):
        path.unlink()
