"""Which snapshots are kept. The journal, its files and the record of forecasts are never pruned."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from indicators.model import JournalEntry
from indicators.store.pointer import SUFFIX, Pointer, path_of
from indicators.store.snapshots import DIGEST

KEPT_LOADS = 100
"""So many of the newest loads and roll-backs can be looked back at; what the first led from goes with it."""
KEPT_OTHERS = 5
"""So many of the newest snapshots that only a build of the tables led to."""


def prune(warehouse: Path, pointer: Pointer, entries: Sequence[JournalEntry]) -> None:
    """Remove snapshots beyond the retention; the one in use and the one before it stay.

    Call it after the pointer moved. Whoever has a removed one open goes on reading. What cannot be removed
    stays for the next time: the build or load is done all the same.
    """
    kept = {pointer["snapshot"], pointer["previous"]}
    kept |= {name for one in entries[-KEPT_LOADS:] for name in _led(one)}
    with suppress(OSError):
        found = {path.stem: path.stat().st_mtime_ns for path in warehouse.glob(f"*{SUFFIX}")}
        others = sorted((name for name in found if name not in kept), key=lambda name: -found[name])
        for name in others[KEPT_OTHERS:]:
            path_of(warehouse, name).unlink()
        for path in warehouse.glob(f"*{DIGEST}"):
            if not path.with_suffix(SUFFIX).exists():
                path.unlink()


def _led(one: JournalEntry) -> tuple[str, ...]:
    return (one.snapshot, one.before) if one.number == 1 else (one.snapshot,)
