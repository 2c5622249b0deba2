"""What lies between two snapshots: which figures in use a load or roll-back brought, changed or took away;
and what an upload would bring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow

from indicators.errors import StoreMissing
from indicators.model import JournalEntry, Measure
from indicators.series import USABLE
from indicators.store.pointer import path_of
from indicators.store.reader import Store
from indicators.units import NOISE

BETWEEN = """
    SELECT coalesce(a.indicator, b.indicator), coalesce(a.area, b.area), coalesce(a.year, b.year),
           coalesce(a.measure, b.measure), coalesce(a.period_start, b.period_start),
           a.value, b.value, a.found, b.found
    FROM (SELECT * FROM one WHERE usable) a FULL JOIN (SELECT * FROM other WHERE usable) b
      ON a.indicator = b.indicator AND a.area = b.area AND a.year = b.year AND a.measure = b.measure
         AND a.period_start IS NOT DISTINCT FROM b.period_start
    WHERE a.value IS DISTINCT FROM b.value
    ORDER BY 1, 2, 3, 4, 5 LIMIT $limit"""


BESIDE = """
    SELECT a.indicator, a.area, a.year, a.measure, a.period_start, b.value, a.value, b.found, a.found
    FROM (SELECT *, row_number() OVER () AS line, list_contains($usable, CAST(status AS VARCHAR)) AS usable
          FROM ready) a
    LEFT JOIN one b
      ON a.indicator = b.indicator AND a.area = b.area AND a.year = b.year AND a.measure = b.measure
         AND a.period_start IS NOT DISTINCT FROM b.period_start AND a.usable = b.usable
    ORDER BY CASE WHEN b.value IS NULL THEN 1 WHEN abs(a.value - b.value) <= $noise * abs(b.value) THEN 2
             ELSE 0 END, a.line LIMIT $limit"""


MOST = 10_000
"""Changes of an entry that are looked at."""


@dataclass(frozen=True)
class Change:
    """A figure in use before and after, in the catalogue unit and as printed; None and "": there is none."""

    indicator: str
    area: str
    year: int
    measure: Measure
    period_start: int | None
    before: float | None
    after: float | None
    found_before: str
    found_after: str

    @property
    def kind(self) -> str:
        """`new`, `changed` or `unchanged`, as the counts of an upload call it; `gone` after a roll-back."""
        if self.before is None or self.after is None:
            return "new" if self.before is None else "gone"
        return "unchanged" if abs(self.after - self.before) <= NOISE * abs(self.before) else "changed"


def changes(before: Store, after: Store) -> tuple[Change, ...]:
    """Every figure whose value in use differs, by indicator, area and year; the first MOST of them."""
    with duckdb.connect() as connection:
        connection.register("one", before.figures_in_use())
        connection.register("other", after.figures_in_use())
        found = connection.execute(BETWEEN, {"limit": MOST}).fetchall()
    return tuple(_change(row) for row in found)


def beside(store: Store, ready: pyarrow.Table, limit: int) -> tuple[Change, ...]:
    """The rows of an upload (`etl.examine.ready.READY`) beside the figures in use: those that change one
    first, then the new ones, then what stays, each in the file's order; the first `limit` of them."""
    with duckdb.connect() as connection:
        connection.register("one", store.figures_in_use())
        connection.register("ready", ready)
        told = {"limit": limit, "noise": NOISE, "usable": sorted(USABLE)}
        found = connection.execute(BESIDE, told).fetchall()
    return tuple(_change(row) for row in found)


def changes_of(warehouse: Path, entry: JournalEntry) -> tuple[Change, ...]:
    """What an entry of the journal changed. Raises StoreMissing where its snapshots are no longer kept,
    StoreDamaged."""
    paths = [path_of(warehouse, name) for name in (entry.before, entry.snapshot)]
    if not all(path.exists() for path in paths):
        raise StoreMissing(f"the snapshots before and after load {entry.number} are no longer kept")
    before, after = (Store(path) for path in paths)
    return changes(before, after)


def _change(row: tuple[object, ...]) -> Change:
    indicator, area, year, measure, start, before, after, found_before, found_after = row
    return Change(
        str(indicator),
        str(area),
        int(str(year)),
        Measure(str(measure)),
        None if start is None else int(str(start)),
        None if before is None else float(str(before)),
        None if after is None else float(str(after)),
        str(found_before or ""),
        str(found_after or ""),
    )
