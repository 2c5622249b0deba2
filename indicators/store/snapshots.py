"""Files of snapshots: where they are, whether they are as they were written, and what stands in for one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from indicators.errors import StoreDamaged
from indicators.store.pointer import POINTER, SUFFIX, path_of, read_pointer
from indicators.store.reader import Store

DIGEST = ".sha256"
"""Ends the name of the file that holds the SHA-256 of a snapshot's file."""
SNAPSHOT_DAMAGED = "snapshot_damaged"
POINTER_DAMAGED = "pointer_damaged"


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in bounded memory. Raises OSError."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def stated(warehouse: Path, snapshot: str) -> str:
    """The SHA-256 that a snapshot's file had when it was written; blank where nothing readable says so."""
    try:
        return (warehouse / f"{snapshot}{DIGEST}").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def intact(warehouse: Path, snapshot: str) -> bool:
    """Whether a snapshot's file is known to be as it was written."""
    try:
        return digest_of(path_of(warehouse, snapshot)) == stated(warehouse, snapshot)
    except (OSError, StoreDamaged):
        return False


def open_current(warehouse: Path) -> Store:
    """The snapshot that counts; where it or the pointer is damaged, the newest whole one before it, read-only
    like any other and with a `warning`: SNAPSHOT_DAMAGED or POINTER_DAMAGED. Nothing is repaired.

    Raises StoreMissing where there is no pointer, StoreDamaged where nothing whole is left.
    """
    try:
        pointer = read_pointer(warehouse)
    except StoreDamaged as problem:
        return _instead(warehouse, _by_age(warehouse), POINTER_DAMAGED, problem)
    own, before = pointer["snapshot"], pointer["previous"]
    try:
        return _open(warehouse, own, pointer["built_at"])
    except StoreDamaged as problem:
        others = [one for one in (before, *_by_age(warehouse)) if one and one != own]
        return _instead(warehouse, others, SNAPSHOT_DAMAGED, problem)


def _open(warehouse: Path, snapshot: str, built_at: str) -> Store:
    """A snapshot that is not known to be damaged: one from before there were digests is given the trust."""
    path = path_of(warehouse, snapshot)
    if not path.exists():
        raise StoreDamaged(f"{POINTER} names {path.name}, which is not there")
    if stated(warehouse, snapshot) and not intact(warehouse, snapshot):
        raise StoreDamaged(f"{path.name} is not as it was written")
    return Store(path, built_at)


def _instead(warehouse: Path, snapshots: list[str], warning: str, problem: StoreDamaged) -> Store:
    for one in snapshots:
        if intact(warehouse, one):
            return Store(path_of(warehouse, one), warning=warning)
    raise problem


def _by_age(warehouse: Path) -> list[str]:
    """All snapshots, the newest first."""
    found = [(path.stat().st_mtime_ns, path.stem) for path in warehouse.glob(f"*{SUFFIX}")]
    return [name for _, name in sorted(found, reverse=True)]
