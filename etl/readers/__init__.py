"""Files → tidy rows with the publisher's labels kept; what they mean is decided in harmonise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indicators.tables import Row, read_table


@dataclass(frozen=True)
class RawRow:
    """One row of a file as published; `number` counts the header as row 1."""

    file: str
    number: int
    cells: Row


def read_long(path: Path) -> list[RawRow]:
    """A long CSV, one figure a row. Raises InputRefused where it cannot be read."""
    return [RawRow(path.name, number, cells) for number, cells in enumerate(read_table(path), start=2)]
