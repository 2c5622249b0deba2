"""What counts in a warehouse at the moment, as the next writer must know it; under the writer's lock."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indicators.errors import StoreDamaged, StoreMissing
from indicators.store.journal import FOLDER, Journal, read_journal, whole
from indicators.store.links import chained, number_of
from indicators.store.pointer import Pointer, read_pointer


@dataclass(frozen=True)
class Standing:
    """The snapshot in use and the one before it (blank where there is none), and the entries that count."""

    snapshot: str
    previous: str
    journal: Journal

    @property
    def count(self) -> int:
        """Number of the last entry that counts."""
        return len(self.journal.entries)


def standing(warehouse: Path, loads: int | None = None) -> Standing:
    """What the pointer says, and the journal verified; what was never committed is removed.

    Where the pointer is missing or unreadable and there is a journal, `loads` says how many entries count.
    Raises StoreDamaged where that is not said, where it contradicts the pointer, or where the journal is not
    whole.
    """
    pointer = _pointer(warehouse)
    paths = chained(warehouse / FOLDER)
    count = _count(pointer, [number_of(path) for path in paths], loads)
    journal = whole(read_journal(warehouse, count), count)
    _same_head(pointer, journal)
    _forget(warehouse, journal)
    return (
        Standing(pointer["snapshot"], pointer["previous"], journal) if pointer else Standing("", "", journal)
    )


def _pointer(warehouse: Path) -> Pointer | None:
    try:
        return read_pointer(warehouse)
    except (StoreMissing, StoreDamaged):
        return None


def _count(pointer: Pointer | None, numbers: list[int], loads: int | None) -> int:
    """How many entries count. A writer leaves at most one behind that was never committed."""
    latest = max(numbers, default=0)
    possible = {latest, latest - 1} if latest else {0}
    if pointer is None:
        if loads is None and latest:
            raise StoreDamaged(
                f"the pointer is missing or does not say how many of the journal's {latest} entries count;"
                f" nothing was written. Build with --loads {latest}, or with --loads {latest - 1} where the"
                " last load was never acknowledged"
            )
        counted = loads or 0
    else:
        counted = pointer["load"]
        if loads not in (None, counted):
            raise StoreDamaged(f"the pointer counts {counted} loads, not {loads}; nothing was written")
    if counted not in possible:
        raise StoreDamaged(
            f"the journal holds {latest} entries and {counted} are said to count; restore a backup"
        )
    return counted


def _same_head(pointer: Pointer | None, journal: Journal) -> None:
    if pointer and pointer["load"] and journal.fingerprint != pointer["head"]:
        raise StoreDamaged("the pointer names another last entry of the journal; restore a backup")


def _forget(warehouse: Path, journal: Journal) -> None:
    """Remove what a killed writer left: a last entry that does not count, files that no entry names."""
    for name in journal.pending:
        (warehouse / FOLDER / name).unlink()
    for path in strays(warehouse, journal):
        path.unlink()


def strays(warehouse: Path, journal: Journal) -> list[Path]:
    """Originals and rows that no entry that counts names."""
    named = {one.file_sha256 for one in journal.entries} | {one.rows_sha256 for one in journal.entries}
    found = (path for folder in ("files", "rows") for path in (warehouse / FOLDER / folder).glob("*"))
    return sorted(path for path in found if path.name.removesuffix(".parquet") not in named)
