"""Taking a load back: an entry of the journal of its own, after which the load's figures are gone."""

from __future__ import annotations

import glob
from datetime import datetime
from pathlib import Path

import duckdb

from etl.gather import gather
from etl.journal.lock import writing
from etl.journal.standing import Standing, standing
from etl.kind import claim
from etl.load import Tell, commit, quiet
from etl.snapshots import Base, unchanged_since_build
from indicators.errors import AlreadyRolledBack, LaterLoads, StoreDamaged
from indicators.model import JournalEntry, LoadKind
from indicators.store.journal import Journal, read_journal, rows_of

SAME = """
    SELECT EXISTS (
        SELECT 1 FROM read_parquet($one, hive_partitioning = false) AS one
        JOIN read_parquet($other, hive_partitioning = false) AS other
        ON one.indicator = other.indicator AND one.area = other.area AND one.year = other.year
           AND one.measure = other.measure AND one.period_start IS NOT DISTINCT FROM other.period_start)"""


def roll_back(
    number: int,
    *,
    by: str,
    reason: str,
    data: Path,
    warehouse: Path,
    although_later: bool = False,
    at: datetime | None = None,
    tell: Tell = quiet,
) -> JournalEntry:
    """Take back a load, or a roll-back, which brings the load's figures again; returns the new entry.

    Raises UnknownName for a number there is not; AlreadyRolledBack; LaterLoads where loads after it that are
    in force speak of the same figures, unless `although_later`; ValueError where nobody says who or why;
    and what `etl.journal.loading.load` raises. The store then stays as it was.
    """
    if not by.strip() or not reason.strip():
        raise ValueError("a roll-back says by whom and why")
    tell("tables")
    base, moment = Base.of(gather(data)), at or datetime.now().astimezone()
    with writing(warehouse):
        claim(warehouse, base.content.kind)
        now = standing(warehouse)
        unchanged_since_build(base, now.snapshot, now.journal.active)
        _may(warehouse, now.journal, number, although_later=although_later)
        entry = _entry(now, now.journal.entry(number), by.strip(), reason.strip(), moment)
        after = Journal((*now.journal.entries, entry)).active
        return commit(base, warehouse, now, after, moment.date(), entry, tell)


def later_loads(warehouse: Path, number: int, journal: Journal | None = None) -> tuple[int, ...]:
    """Numbers of the loads in force after an entry's load that speak of a figure of it.

    Raises UnknownName, StoreDamaged.
    """
    known = journal or read_journal(warehouse)
    load = known.root(number)
    after = [one for one in known.active if one.number > load.number]
    try:
        with duckdb.connect() as connection:
            return tuple(one.number for one in after if _share(connection, warehouse, load, one))
    except duckdb.Error as problem:
        raise StoreDamaged(f"rows of the journal cannot be read: {problem}") from problem


def _share(
    connection: duckdb.DuckDBPyConnection, warehouse: Path, one: JournalEntry, other: JournalEntry
) -> bool:
    paths = {"one": one.rows_sha256, "other": other.rows_sha256}
    asked = {name: glob.escape(str(rows_of(warehouse, digest))) for name, digest in paths.items()}
    return bool((connection.execute(SAME, asked).fetchone() or (False,))[0])


def _may(warehouse: Path, journal: Journal, number: int, *, although_later: bool) -> None:
    journal.entry(number)
    if number not in journal.in_force:
        undoing = [
            one.number for one in journal.entries if one.of == number and one.number in journal.in_force
        ]
        raise AlreadyRolledBack(
            f"{number} was taken back by {', '.join(map(str, undoing))}; take that back instead"
        )
    later = later_loads(warehouse, number, journal)
    if later and not although_later:
        raise LaterLoads(number, later)


def _entry(now: Standing, of: JournalEntry, by: str, reason: str, at: datetime) -> JournalEntry:
    return JournalEntry(
        number=now.count + 1,
        kind=LoadKind.ROLLBACK,
        at=at.replace(microsecond=0),
        by=by,
        department=of.department,
        year=of.year,
        note=reason,
        before=now.snapshot,
        snapshot="",
        previous=now.journal.fingerprint,
        of=of.number,
    )
