"""One writer at a time, across processes."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from etl.journal.disk import sweep
from indicators.errors import WriterBusy
from indicators.store import journal, ledger

LOCK = "writer.lock"


@contextmanager
def writing(warehouse: Path) -> Iterator[None]:
    """Hold the writer's lock; it goes with the process that holds it. Drafts are swept before and after.

    Raises WriterBusy at once where another process holds it, OSError.
    """
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
            with suppress(OSError):  # what was written counts all the same; the next writer sweeps
                _sweep(warehouse)


def _sweep(warehouse: Path) -> None:
    kept = warehouse / journal.FOLDER
    for folder in (warehouse, warehouse / ledger.FOLDER, kept, kept / "files", kept / "rows"):
        sweep(folder)
