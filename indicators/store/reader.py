"""Reading a snapshot: every query is a method named as a question; the database stays in here."""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from indicators.catalogue import Tables
from indicators.errors import StoreDamaged, StoreMissing
from indicators.model import Break, Measure, Observation, Source, Status
from indicators.tables import Row

HERE = Path(__file__).parent
POINTER = "current.json"
"""In the warehouse: which snapshot counts, and when it was built."""
NO_ROWS = -1
"""Position of the one cell that stands for a table without rows."""


def warehouse() -> Path:
    """The folder of snapshots: $WAREHOUSE, else data/warehouse."""
    return Path(os.environ.get("WAREHOUSE", "data/warehouse"))


class Store:
    """One snapshot, read-only; safe to share between threads."""

    def __init__(self, path: Path, built_at: str = "") -> None:
        self.snapshot, self.built_at = path.stem, built_at
        try:
            self._connection = duckdb.connect(str(path), read_only=True)
        except duckdb.Error as problem:
            raise StoreDamaged(f"{path.name} cannot be read: {problem}") from problem

    @classmethod
    def open(cls, warehouse: Path) -> Store:
        """The snapshot the pointer names. Raises StoreMissing or StoreDamaged."""
        pointer = read_pointer(warehouse)
        path = warehouse / f"{pointer['snapshot']}.duckdb"
        if not path.exists():
            raise StoreDamaged(f"{POINTER} names {path.name}, which is not there")
        return cls(path, pointer["built_at"])

    def plans(self) -> tuple[str, ...]:
        """Codes of all plans."""
        return tuple(code for (code,) in self._ask("plans"))

    def tables(self, plan: str) -> Tables:
        """A plan's tables as rows of text, as written."""
        tables: Tables = defaultdict(list)
        for name, position, heading, value in self._ask("cells", plan):
            rows = tables[name]
            if position == len(rows):
                rows.append({})
            if position != NO_ROWS:
                rows[position][heading] = value
        return dict(tables)

    def indicator_rows(self) -> list[Row]:
        """The indicator catalogue as rows of text."""
        return self.tables("")["indicators"]

    def observations(self, as_of: date) -> tuple[Observation, ...]:
        """Every figure that was known on a day, in a fixed order."""
        return tuple(_observation(row) for row in self._ask("observations", as_of))

    def breaks(self) -> tuple[Break, ...]:
        """Where series may not be joined."""
        return tuple(Break(*row) for row in self._ask("breaks"))

    def sources(self) -> Mapping[str, Source]:
        """Where figures come from, by code."""
        return {row[0]: Source(*row) for row in self._ask("sources")}

    def loads(self) -> list[tuple[str, str, str, int]]:
        """Every load: id, file, sha256, rows."""
        return [tuple(row) for row in self._ask("loads")]

    def _ask(self, name: str, *parameters: object) -> list[Any]:
        try:
            return self._connection.cursor().execute(queries()[name], list(parameters)).fetchall()
        except duckdb.Error as problem:
            raise StoreDamaged(f"{self.snapshot} does not answer {name}: {problem}") from problem


def read_pointer(warehouse: Path) -> dict[str, str]:
    """The pointer's content. Raises StoreMissing where there is none, StoreDamaged where it is unreadable."""
    path = warehouse / POINTER
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {"snapshot": str(found["snapshot"]), "built_at": str(found["built_at"])}
    except FileNotFoundError as problem:
        raise StoreMissing(f"no {POINTER} in {warehouse}; run `python -m etl build`") from problem
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise StoreDamaged(f"{path} cannot be read: {problem}") from problem


@cache
def queries() -> Mapping[str, str]:
    """The named queries of queries.sql."""
    text = (HERE / "queries.sql").read_text(encoding="utf-8")
    parts = re.split(r"-- name: (\w+)\n", text)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _observation(row: tuple[Any, ...]) -> Observation:
    indicator, area, year, measure, start, value, found, status, source, grade, published, known, *rest = row
    note, flags, load = rest
    return Observation(
        indicator=indicator,
        area=area,
        year=year,
        measure=Measure(measure),
        period_start=start,
        value=value,
        found=found,
        status=Status(status),
        source=source,
        grade=grade,
        published=published,
        known_from=known,
        note=note,
        flags=frozenset(flags.split(";")) - {""},
        load=load,
    )
