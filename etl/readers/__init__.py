"""Files → rows of cells with the publisher's labels kept; what they mean is decided in harmonise."""

from __future__ import annotations

from pathlib import Path

from indicators.model import Fault
from indicators.tables import Cells, parse_rows, read_table


def read_long(path: Path, columns: str, faults: list[Fault]) -> list[Cells]:
    """A long CSV, one figure a row; what is wrong with its columns goes to `faults`.

    Raises InputUnreadable where the file cannot be read.
    """
    return parse_rows(path.name, columns, read_table(path), faults, lambda cells: cells)
