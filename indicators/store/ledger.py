"""The record of forecasts (预测存证): a chain of files beside the snapshots, a file for each snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from indicators.forecasts import Forecast, from_cells
from indicators.store.links import Chain, chained, follow

FOLDER = "record"
"""In the warehouse; nothing in it is ever changed or removed."""


@dataclass(frozen=True)
class Entry:
    """One file: the forecasts a snapshot implied on the day it was built, by one method."""

    number: int
    snapshot: str
    previous: str
    as_of: date
    method: str
    forecasts: tuple[Forecast, ...]


@dataclass(frozen=True)
class Ledger(Chain[Entry]):
    """The record as read."""

    def stating(self, plan: str, day: date) -> list[Entry]:
        """The entries with a forecast of a plan, written by a day, oldest first."""
        written = (entry for entry in self.entries if entry.as_of <= day)
        return [entry for entry in written if any(one.plan == plan for one in entry.forecasts)]

    def extent(self, plan: str, day: date) -> tuple[int, date | None]:
        """How many files state a plan's forecasts by a day, and the day of the first; None without any."""
        own = self.stating(plan, day)
        return len(own), own[0].as_of if own else None

    def forecasts(self, plan: str, day: date) -> list[Forecast]:
        """All forecasts of a plan written by a day, oldest first."""
        return [one for entry in self.stating(plan, day) for one in entry.forecasts if one.plan == plan]


def read_ledger(warehouse: Path) -> Ledger:
    """Read and verify the record, as `links.follow` does."""
    found = follow(files(warehouse), _entry)
    return Ledger(found.entries, found.flaws, found.fingerprint)


def files(warehouse: Path) -> list[Path]:
    """The record's files, oldest first."""
    return chained(warehouse / FOLDER)


def stamp(warehouse: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of every file: as long as it is the same, so is the record."""
    told = [(path.name, path.stat()) for path in files(warehouse)]
    return tuple((name, known.st_size, known.st_mtime_ns) for name, known in told)


def _entry(cells: Mapping[str, Any]) -> Entry:
    snapshot = str(cells["snapshot"])
    return Entry(
        number=int(cells["number"]),
        snapshot=snapshot,
        previous=str(cells["previous"]),
        as_of=date.fromisoformat(cells["as_of"]),
        method=str(cells["method"]),
        forecasts=tuple(from_cells(one, snapshot) for one in cells["forecasts"]),
    )
