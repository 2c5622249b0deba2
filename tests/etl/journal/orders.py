"""Loads for the tests of the journal: a few figures of one city, on small invented tables."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from etl.examine import READY
from etl.gather import gather
from etl.journal.loading import Order, load
from etl.journal.rollback import roll_back
from etl.load import publish
from indicators.model import JournalEntry
from indicators.store.pointer import read_pointer
from indicators.store.reader import Store
from tests.etl.invented import GDP, data

NOON = datetime(2026, 6, 30, 12, tzinfo=UTC)
USUAL = {
    "indicator": "gdp",
    "area": "520300",
    "year": 2024,
    "measure": "level",
    "period_start": None,
    "status": "published",
    "note": "",
    "flags": "",
}


def ready(*values: float, **changes: Any) -> pa.Table:
    """Rows as they count: the first value for 2024, the others for the years after."""
    cells = [
        USUAL | {"year": 2024 + place, "value": value, "found": f"{value:g} 亿元"} | changes
        for place, value in enumerate(values)
    ]
    return pa.Table.from_pylist(cells, schema=READY)


def order(warehouse: Path, *values: float, **changes: Any) -> Order:
    """A load of figures of GDP, checked just now."""
    usual = Order(
        original=f"gdp {values}".encode(),
        file="gdp.csv",
        format="csv",
        encoding="UTF-8",
        rows=ready(*values),
        department="tjj",
        year=2024,
        by="王敏",
        note="年报",
        confirmed=(),
        against=read_pointer(warehouse)["snapshot"],
        new=len(values),
        changed=0,
        unchanged=0,
    )
    return replace(usual, **changes)


class Shelf:
    """Invented tables and the warehouse built of them; every method is what a person would do."""

    def __init__(self, folder: Path, table: str = GDP) -> None:
        self.data = data(folder / "data", figures=table)
        self.warehouse = folder / "w"
        self.base = publish(gather(self.data), self.warehouse, NOON.date())

    def copy(self, folder: Path) -> Shelf:
        """The same in another folder."""
        other = object.__new__(Shelf)
        other.base, other.data, other.warehouse = self.base, folder / "data", folder / "w"
        shutil.copytree(self.data, other.data, symlinks=True)
        shutil.copytree(self.warehouse, other.warehouse)
        return other

    def load(self, *values: float, at: datetime = NOON, **changes: Any) -> JournalEntry:
        made = order(self.warehouse, *values, **changes)
        return load(made, self.data, self.warehouse, at=at)

    def back(self, number: int, **changes: Any) -> JournalEntry:
        told = {"by": "李强", "reason": "误报", "at": NOON} | changes
        return roll_back(number, data=self.data, warehouse=self.warehouse, **told)

    def build(self, **changes: Any) -> str:
        return publish(gather(self.data), self.warehouse, NOON.date(), **changes)

    @property
    def store(self) -> Store:
        return Store.open(self.warehouse)

    @property
    def snapshot(self) -> str:
        return read_pointer(self.warehouse)["snapshot"]

    def values(self, version: int | None = None) -> list[float]:
        return values(Store.open(self.warehouse, version))


def values(store: Store) -> list[float]:
    """The values of all figures, in the order of years and loads."""
    found = sorted(store.observations(date.max), key=lambda one: (one.year, one.turn))
    return [one.value for one in found]


def files(warehouse: Path) -> dict[str, bytes]:
    """Every file of a warehouse but the lock."""
    found = (path for path in warehouse.rglob("*") if path.is_file() and path.name != "writer.lock")
    return {path.relative_to(warehouse).as_posix(): path.read_bytes() for path in found}
