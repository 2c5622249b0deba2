"""Files → one ZIP, the same bytes for the same files."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP can say: when a file was packed says nothing of what is in it."""
UNIX = 3
READABLE = 0o100644 << 16
"""A plain file that everyone may read."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of files by name, in their order; names that are not ASCII are marked as UTF-8."""
    with io.BytesIO() as kept:
        with ZipFile(kept, "w") as archive:
            for name, content in files.items():
                archive.writestr(_entry(name), content)
        return kept.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, NO_TIME)
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, READABLE
    return entry
