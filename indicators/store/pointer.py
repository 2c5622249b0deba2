"""Which snapshot counts: one small file, replaced as a whole; nothing else commits a build or a load."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any, TypedDict

from indicators.errors import StoreDamaged, StoreMissing
from indicators.model import StoreKind
from indicators.store.links import chained

JOURNAL = "journal"
"""In the warehouse: the entries of loads and roll-backs."""
POINTER = "current.json"
"""In the warehouse: which snapshot counts, and when it was built."""
SNAPSHOT = re.compile(r"[\w-]{1,64}", re.ASCII)
"""Names of snapshots: never a path that leads out of the warehouse."""
SUFFIX = ".duckdb"


class Pointer(TypedDict):
    """`load` is the number of the last entry of the journal that counts, 0 where none does, and `head` the
    digest of its file; `previous` is the snapshot that counted before, blank where there was none."""

    snapshot: str
    built_at: str
    kind: StoreKind
    load: int
    head: str
    previous: str


def warehouse() -> Path:
    """The folder of snapshots: $WAREHOUSE, else data/warehouse."""
    return Path(os.environ.get("WAREHOUSE", "data/warehouse"))


def path_of(warehouse: Path, snapshot: str) -> Path:
    """The file of a snapshot. Raises StoreDamaged for a name that leads elsewhere."""
    if not SNAPSHOT.fullmatch(snapshot):
        raise StoreDamaged(f"no name of a snapshot: {snapshot!r}")
    return warehouse / f"{snapshot}{SUFFIX}"


def read_pointer(warehouse: Path) -> Pointer:
    """The pointer's content. Raises StoreMissing where there is none, StoreDamaged where it is unreadable.

    One written before there were loads names none; beside a journal, it was written by an older version of
    this product, which does not know of loads, and does not say which of them count.
    """
    path = warehouse / POINTER
    try:
        pointer = _pointer(_cells(path))
        silent = bool(chained(warehouse / JOURNAL)) and before_loads(warehouse)
    except FileNotFoundError as problem:
        raise StoreMissing(f"no {POINTER} in {warehouse}; run `python -m etl build`") from problem
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise StoreDamaged(f"{path} cannot be read: {problem}") from problem
    if silent:
        raise StoreDamaged(
            f"{path} does not say which loads count: an older version of this product wrote it"
        )
    return pointer


def before_loads(warehouse: Path) -> bool:
    """Whether the pointer is from before there were loads, and digests of snapshots.

    Raises what `json.loads` and reading do.
    """
    return "load" not in _cells(warehouse / POINTER)


def _cells(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _pointer(found: dict[str, Any]) -> Pointer:
    load, snapshot, previous = (
        int(found.get("load", 0)),
        str(found["snapshot"]),
        str(found.get("previous", "")),
    )
    if not SNAPSHOT.fullmatch(snapshot) or previous and not SNAPSHOT.fullmatch(previous):
        raise ValueError(f"no name of a snapshot: {snapshot!r}, {previous!r}")
    if load < 0:
        raise ValueError(f"{load} loads")
    return Pointer(
        snapshot=snapshot,
        built_at=str(found["built_at"]),
        kind=StoreKind(found.get("kind", StoreKind.REAL)),
        load=load,
        head=str(found["head"]) if load else "",
        previous=previous,
    )
