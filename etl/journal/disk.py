"""Files that are there as a whole or not at all: written under another name, flushed, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

DRAFT = ".draft"
"""Ends the name of a file that is not finished."""


@contextmanager
def draft(path: Path) -> Iterator[Path]:
    """A file to write that takes the place of `path`, on disk, once it is complete; where that fails, it is
    removed. Raises OSError."""
    unfinished = path.with_name(path.name + DRAFT)
    try:
        yield unfinished
        flush(unfinished)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
    flush(path.parent)


def add(path: Path, content: bytes) -> None:
    """A new file, its folder made where it is missing. Raises OSError."""
    for folder in reversed([one for one in (path.parent, *path.parent.parents) if not one.exists()]):
        folder.mkdir(exist_ok=True)
        flush(folder.parent)
    with draft(path) as unfinished:
        unfinished.write_bytes(content)


def flush(path: Path) -> None:
    """Wait until a file or folder is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove drafts, and the logs DuckDB keeps beside them: a killed writer leaves them behind."""
    for path in folder.glob(f"*{DRAFT}*"):
        path.unlink()
