"""Base tables and loads → one snapshot: its name, which is the hash of what is in it, and its file."""

from __future__ import annotations

import glob
import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas
from pyarrow import parquet

from etl.gather import ID_LENGTH, Content
from indicators.errors import BaseChanged, InputRefused, StoreDamaged
from indicators.model import LOADED, Fault, JournalEntry, Measure, Observation, Status
from indicators.store.journal import rows_of
from indicators.store.pointer import path_of
from indicators.store.reader import HERE, NO_ROWS
from indicators.store.snapshots import digest_of, intact

Rows = list[tuple[Any, ...]]
GRADE = "A"
"""Who reports is a department of government."""
STORAGE: dict[str, str | bool | int | float | list[str]] = {"storage_compatibility_version": "v1.3.0"}
"""From this version on DuckDB compresses text in one way instead of trying several: a third less time."""
FIGURES = """
    INSERT INTO observation
    SELECT indicator, area, year, measure, period_start, value, found, status, $source, $grade, $day,
           CAST($day AS DATE), coalesce(note, ''), coalesce(flags, ''), $load
    FROM read_parquet($rows, hive_partitioning = false)"""


@dataclass(frozen=True)
class Base:
    """What a snapshot holds beside the loads: the tables of the data folder."""

    content: Content
    schema: str
    tables: Mapping[str, Rows]

    @classmethod
    def of(cls, content: Content) -> Base:
        """The rows of every table, in a fixed order."""
        return cls(content, (HERE / "schema.sql").read_text(encoding="utf-8"), as_tables(content))

    def named(self, loads: Sequence[JournalEntry]) -> str:
        """The name of the snapshot with these loads."""
        return identity(self._canonical, [self.told(one) for one in loads])

    @cached_property
    def _canonical(self) -> str:
        return canonical(self.schema, self.tables)

    def told(self, load: JournalEntry) -> list[Any]:
        """All that a snapshot holds of a load: what it says of it, and the hash of its rows."""
        about = (load.number, load.file, load.file_sha256, load.rows, load.at.date().isoformat())
        return [*about, self.title(load), load.rows_sha256]

    def title(self, load: JournalEntry) -> str:
        """How a load is called as a source: department, year, file."""
        names = {code: one.name for plan in self.content.plans for code, one in plan.departments.items()}
        who = names.get(load.department, load.department)
        year = f"{load.year}年" if load.year else ""
        return f"{who}{year}数据报送（{load.file}）"


def as_tables(content: Content) -> dict[str, Rows]:
    """The rows of every base table, in a fixed order."""
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


def canonical(schema: str, tables: Mapping[str, Rows]) -> str:
    """The base tables as one text, the same for the same content."""
    return _json([schema, tables])


def identity(tables: str, loads: Sequence[list[Any]] = ()) -> str:
    """The head of the hash of all that a snapshot holds: the tables as one text, then what it holds of each
    load, whose rows stand in by their own hash."""
    whole = "".join([tables.removesuffix("]"), *(f",{_json(one)}" for one in loads), "]"])
    return hashlib.sha256(whole.encode()).hexdigest()[:ID_LENGTH]


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def unchanged_since_build(base: Base, snapshot: str, loads: Sequence[JournalEntry]) -> None:
    """Make sure that the tables are those of a snapshot: a load changes nothing else. Raises BaseChanged."""
    if base.named(loads) != snapshot:
        raise BaseChanged("the tables are not those of the snapshot in use; run `python -m etl build` first")


def verify_rows(base: Base, loads: Sequence[JournalEntry], warehouse: Path) -> None:
    """Make sure that the rows of loads are what they were and speak of what the tables know.

    Raises StoreDamaged where a file of rows is gone or was changed, InputRefused with every code that the
    indicators and plans no longer have.
    """
    faults = []
    for one in loads:
        path = rows_of(warehouse, one.rows_sha256)
        try:
            found = digest_of(path)
        except OSError as problem:
            raise StoreDamaged(f"the rows of load {one.number} cannot be read: {problem}") from problem
        if found != one.rows_sha256:
            raise StoreDamaged(f"the rows of load {one.number} are not what was loaded; restore a backup")
        faults += _unknown(base.content, one, path)
    if faults:
        raise InputRefused(faults)


def write(base: Base, loads: Sequence[JournalEntry], warehouse: Path, path: Path) -> None:
    """Write a snapshot into a new file. Raises OSError.

    Where the snapshot without the last load is there and whole, it is copied, and only that load is added.
    """
    before = base.named(loads[:-1])
    copied = bool(loads) and intact(warehouse, before)
    try:
        if copied:
            shutil.copyfile(path_of(warehouse, before), path)
        with duckdb.connect(str(path), config=STORAGE) as connection:
            if not copied:
                _begin(connection, base)
            for one in loads[-1:] if copied else loads:
                _insert(connection, base, one, rows_of(warehouse, one.rows_sha256))
            connection.execute("CHECKPOINT")  # closing would do so as well, and keep quiet where it fails
    except duckdb.Error as problem:
        raise OSError(str(problem)) from problem


def _begin(connection: duckdb.DuckDBPyConnection, base: Base) -> None:
    connection.execute(base.schema)
    for name, rows in base.tables.items():
        _append(connection, name, rows)


def _append(connection: duckdb.DuckDBPyConnection, name: str, rows: Rows) -> None:
    frame = pandas.DataFrame(rows, columns=connection.table(f'"{name}"').columns)
    connection.append(name, frame.astype({"period_start": "Int64"} if name == "observation" else {}))


def _insert(connection: duckdb.DuckDBPyConnection, base: Base, one: JournalEntry, rows: Path) -> None:
    source = f"{LOADED}{one.number:04}"
    connection.execute("INSERT INTO source VALUES (?, ?, '')", [source, base.title(one)])
    about = [str(one.number), one.file, one.file_sha256, one.rows]
    connection.execute("INSERT INTO load VALUES (?, ?, ?, ?)", about)
    told = {"source": source, "grade": GRADE, "day": one.at.date().isoformat(), "load": str(one.number)}
    connection.execute(FIGURES, told | {"rows": glob.escape(str(rows))})


def _unknown(content: Content, one: JournalEntry, rows: Path) -> list[Fault]:
    known: dict[str, list[str]] = {
        "indicator": sorted({code for plan in content.plans for code in plan.indicators}),
        "area": sorted({code for plan in content.plans for code in plan.areas}),
        "measure": [one.value for one in Measure],
        "status": [one.value for one in Status],
    }
    where = f"load {one.number} ({one.file})"
    table = parquet.read_table(rows, columns=list(known), read_dictionary=list(known))
    return [
        Fault(where, None, column, str(code), "a code of the tables")
        for column, codes in known.items()
        for code in sorted({*map(str, table[column].unique().to_pylist())} - {*codes})
    ]


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
