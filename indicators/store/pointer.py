"""Which snapshot counts: one small file, replaced as a whole; nothing else commits a build or a load."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, TypedDict

from indicators.errors import StoreDamaged, StoreMissing
from indicators.model import StoreKind

POINTER = "current.json"
"""In the warehouse: which snapshot counts, and when it was built."""


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


def read_pointer(warehouse: Path) -> Pointer:
    """The pointer's content. Raises StoreMissing where there is none, StoreDamaged where it is unreadable.

    One written before there were loads names none.
    """
    path = warehouse / POINTER
    try:
        return _pointer(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as problem:
        raise StoreMissing(f"no {POINTER} in {warehouse}; run `python -m etl build`") from problem
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise StoreDamaged(f"{path} cannot be read: {problem}") from problem


def _pointer(found: dict[str, Any]) -> Pointer:
    load = int(found.get("load", 0))
    return Pointer(
        snapshot=str(found["snapshot"]),
        built_at=str(found["built_at"]),
        kind=StoreKind(found.get("kind", StoreKind.REAL)),
        load=load,
        head=str(found["head"]) if load else "",
        previous=str(found.get("previous", "")),
    )
