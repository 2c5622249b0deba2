"""Reading a snapshot: every query is a method named as a question; the database stays in here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pyarrow

from indicators.catalogue import Tables
from indicators.errors import StoreDamaged, StoreMissing
from indicators.model import Break, Measure, Observation, Source, Status, StoreKind, kind_of
from indicators.store.journal import read_journal
from indicators.store.pointer import POINTER, Pointer, path_of, read_pointer
from indicators.tables import Row

HERE = Path(__file__).parent
T = TypeVar("T")
SEALED: dict[str, str | bool | int | float | list[str]] = {"enable_external_access": False}
"""A snapshot speaks of itself only: one from elsewhere must not read other files through its views."""
NO_ROWS = -1
"""Position of the one cell that stands for a table without rows."""


class Store:
    """One snapshot, read-only; safe to share between threads."""

    def __init__(self, path: Path, built_at: str = "", warning: str = "") -> None:
        """`warning` is the code of why this is not the snapshot that should count, blank where it is."""
        self.snapshot, self.built_at, self.warning = path.stem, built_at, warning
        try:
            self._connection = duckdb.connect(str(path), read_only=True, config=SEALED)
        except duckdb.Error as problem:
            raise StoreDamaged(f"{path.name} cannot be read: {problem}") from problem

    @classmethod
    def open(cls, warehouse: Path, version: int | None = None) -> Store:
        """The snapshot the pointer names, or the one that load number `version` led to (0: before the first).

        Raises UnknownName for a load there never was, StoreMissing where the snapshot is no longer kept or
        there is none at all, StoreDamaged.
        """
        pointer = read_pointer(warehouse)
        snapshot = pointer["snapshot"] if version is None else _led_to(warehouse, version, pointer)
        path = path_of(warehouse, snapshot)
        if path.exists():
            return cls(path, pointer["built_at"] if version is None else "")
        if snapshot != pointer["snapshot"]:
            raise StoreMissing(f"the snapshot of load {version} is no longer kept; its files are")
        raise StoreDamaged(f"{POINTER} names {path.name}, which is not there")

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

    def observations(
        self,
        as_of: date,
        areas: Collection[str] | None = None,
        indicators: Collection[str] | None = None,
    ) -> tuple[Observation, ...]:
        """Every figure that was known on a day, in a fixed order: of all or of some areas and indicators."""
        wanted = [None if codes is None else sorted(codes) for codes in (areas, indicators)]
        return tuple(_observation(row) for row in self._ask("observations", as_of, *wanted))

    def figures_in_use(self) -> pyarrow.Table:
        """For each figure (indicator, area, year, measure, first year of a period) the vintage in use, by the
        rule of `series.best`; what is no observation (a bound, an expectation) stands apart, not `usable`."""
        return self._answer("figures_in_use", (), lambda asked: asked.to_arrow_table())

    def breaks(self) -> tuple[Break, ...]:
        """Where series may not be joined."""
        return tuple(Break(*row) for row in self._ask("breaks"))

    def sources(self) -> Mapping[str, Source]:
        """Where figures come from, by code."""
        return {row[0]: Source(*row) for row in self._ask("sources")}

    @cached_property
    def practice(self) -> bool:
        """Whether the figures are invented, for practice (演练); then every page and file must say so."""
        return kind_of(self.sources()) is StoreKind.PRACTICE

    def loads(self) -> list[tuple[str, str, str, int]]:
        """Every load: id, file, sha256, rows."""
        return [tuple(row) for row in self._ask("loads")]

    def _ask(self, name: str, *parameters: object) -> list[Any]:
        return self._answer(name, parameters, lambda asked: asked.fetchall())

    def _answer(
        self, name: str, parameters: Sequence[object], fetch: Callable[[duckdb.DuckDBPyConnection], T]
    ) -> T:
        try:
            return fetch(self._connection.cursor().execute(queries()[name], list(parameters)))
        except duckdb.Error as problem:
            raise StoreDamaged(f"{self.snapshot} does not answer {name}: {problem}") from problem


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


def _led_to(warehouse: Path, version: int, pointer: Pointer) -> str:
    """The snapshot that a load led to."""
    journal = read_journal(warehouse, pointer["load"])
    if version:
        return journal.entry(version).snapshot
    return journal.entry(1).before if journal.entries else pointer["snapshot"]
