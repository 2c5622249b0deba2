"""Append-only files, each naming the one before it: the record of forecasts and the journal of loads.

`0007-<snapshot>-<digest>.json`: the number orders the files, the digest is the head of the SHA-256 of the
file's own bytes, and inside stands the SHA-256 of the file before. So an edit, a removal or an insertion
shows, except to one who writes the rest of the chain anew; against that, note the fingerprint elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

HEAD = 12
"""Digits of a digest that stand in a file's name."""
NAME = re.compile(r"(\d+)-(\w+)-([0-9a-f]+)\.json")


class Flaw(StrEnum):
    """What may be wrong with a file of a chain."""

    UNREADABLE = "unreadable"
    CHANGED = "changed"
    UNLINKED = "unlinked"


class Linked(Protocol):
    """What a file of a chain holds, whatever it is about."""

    @property
    def number(self) -> int:
        """Its place in the chain, from 1."""

    @property
    def snapshot(self) -> str:
        """The snapshot it speaks of."""

    @property
    def previous(self) -> str:
        """SHA-256 of the file before; blank in the first."""


T = TypeVar("T", bound=Linked)


@dataclass(frozen=True)
class Chain(Generic[T]):
    """The entries that count, oldest first, and (file, flaw) pairs. The `fingerprint` is the SHA-256 of the
    latest file, which through the chain stands for all; blank where there is none."""

    entries: tuple[T, ...] = ()
    flaws: tuple[tuple[str, Flaw], ...] = ()
    fingerprint: str = ""


def follow(paths: Sequence[Path], parse: Callable[[Mapping[str, Any]], T]) -> Chain[T]:
    """Read and verify files in their order: what is wrong with one is told, the others are read all the same.

    A file that is unreadable or was changed does not count; one that does not follow on the file before it
    (one was removed, inserted or exchanged) does, for it is as it was written.
    """
    entries: list[T] = []
    flaws: list[tuple[str, Flaw]] = []
    before: str | None = ""
    place, fingerprint = 0, ""
    for path in paths:
        content = _content(path)
        fingerprint = digest(content)
        entry = _entry(content, parse)
        flaw = _flaw(path.name, fingerprint, entry, before, place + 1)
        flaws += [(path.name, flaw)] if flaw else []
        whole = entry is not None and flaw in (None, Flaw.UNLINKED)
        entries += [entry] if entry and whole else []
        before, place = fingerprint if whole else None, number_of(path)
    return Chain(tuple(entries), tuple(flaws), fingerprint)


def chained(folder: Path) -> list[Path]:
    """The files of a chain, oldest first."""
    found = (path for path in folder.glob("*.json") if NAME.fullmatch(path.name))
    return sorted(found, key=lambda path: (number_of(path), path.name))


def number_of(path: Path) -> int:
    """The number in a file's name."""
    return int(path.name.partition("-")[0])


def file_name(number: int, snapshot: str, content: bytes) -> str:
    """How a file of this content is called."""
    return f"{number:04}-{snapshot}-{digest(content)[:HEAD]}.json"


def as_bytes(cells: Mapping[str, Any]) -> bytes:
    """The content of a file."""
    return (json.dumps(cells, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def digest(content: bytes) -> str:
    """SHA-256 as text."""
    return hashlib.sha256(content).hexdigest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _entry(content: bytes, parse: Callable[[Mapping[str, Any]], T]) -> T | None:
    """A file's content; None where it is not whole."""
    try:
        return parse(json.loads(content))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, AttributeError):
        return None


def _flaw(name: str, found: str, entry: Linked | None, before: str | None, place: int) -> Flaw | None:
    """`before` is the digest of the file before, None where that one is flawed and told already."""
    if entry is None:
        return Flaw.UNREADABLE
    number, snapshot, head = name.removesuffix(".json").split("-")
    if (int(number), snapshot, head) != (entry.number, entry.snapshot, found[:HEAD]):
        return Flaw.CHANGED
    if entry.number != place or before not in (None, entry.previous):
        return Flaw.UNLINKED
    return None
