"""CSV tables → typed cells: every fault is noted, none is raised on the way, so that all come at once."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from indicators.errors import InputUnreadable
from indicators.model import Fault

Row = dict[str, str]
E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
YES = {"yes": True, "no": False, "": False}
MOST_NAMES = 60
"""Names that a fault lists as allowed; more would bury the next fault."""
BEYOND = "beyond the last column"
"""Where a row's cells go that stand under no heading."""


class Cells:
    """One row of `file`; its readers return a typed value and append to `faults` what is wrong.

    A faulty cell yields a harmless stand-in value: the caller discards everything once `faults` is
    not empty.
    """

    def __init__(self, file: str, number: int, row: Row, faults: list[Fault]) -> None:
        self.file, self.number, self.row, self.faults = file, number, row, faults

    def fault(self, column: str, allowed: str) -> None:
        """Note that `column` holds something that is not allowed."""
        self.faults.append(Fault(self.file, self.number, column, self.row.get(column, ""), allowed))

    def text(self, column: str) -> str:
        """The cell as text; may be blank."""
        return self.row.get(column, "").strip()

    def required(self, column: str) -> str:
        """The cell as text; blank is a fault."""
        if not self.text(column):
            self.fault(column, "a text")
        return self.text(column)

    def number_or_none(self, column: str) -> float | None:
        """The cell as a finite number; None where blank."""
        found = self.text(column)
        try:
            value = float(found or "0")
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self.fault(column, "a number or blank")
        return value if found and math.isfinite(value) else None

    def year(self, column: str) -> int:
        """The cell as a calendar year 1900–2100."""
        found = self.text(column)
        if re.fullmatch(r"(19|20)\d\d|2100", found):
            return int(found)
        self.fault(column, "a year, 1900–2100")
        return 0

    def whole(self, column: str, low: int) -> int:
        """The cell as a whole number from `low` on."""
        found = self.text(column)
        if re.fullmatch(r"\d{1,9}", found) and int(found) >= low:
            return int(found)
        self.fault(column, f"a whole number from {low} on")
        return low

    def choice(self, column: str, choices: type[E]) -> E:
        """The cell as a member of an enum."""
        try:
            return choices(self.text(column))
        except ValueError:
            self.fault(column, " | ".join(choices))
            return next(iter(choices))

    def yes(self, column: str) -> bool:
        """The cell as yes, no or blank (no)."""
        found = self.text(column)
        if found not in YES:
            self.fault(column, "yes | no")
        return YES.get(found, False)

    def several(self, column: str) -> tuple[str, ...]:
        """The cell as a list separated by semicolons."""
        return tuple(part.strip() for part in self.text(column).split(";") if part.strip())

    def known(self, column: str, names: Collection[str], *, blank: bool = False) -> str:
        """The cell as one of `names`."""
        found = self.text(column)
        if found not in names and not (blank and not found):
            self.fault(column, _one_of(names))
        return found

    def all_known(self, column: str, names: Collection[str]) -> tuple[str, ...]:
        """The cell as a list of `names`."""
        for part in self.several(column):
            if part not in names:
                self.faults.append(Fault(self.file, self.number, column, part, _one_of(names)))
        return self.several(column)


def read_table(path: Path) -> list[Row]:
    """Rows of one UTF-8 CSV (a byte-order mark is welcome) as text. Raises InputUnreadable."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines, restkey=BEYOND, restval=""))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise InputUnreadable([Fault(path.name, None, "", str(problem), "a CSV table in UTF-8")]) from problem
    return [{**row, BEYOND: ",".join(row[BEYOND])} if BEYOND in row else row for row in rows]


def parse_rows(
    file: str, columns: str, rows: Sequence[Row], faults: list[Fault], parse: Callable[[Cells], T]
) -> list[T]:
    """Each row through `parse`; missing, unknown and doubled things go to `faults`.

    `columns` names the columns, separated by spaces; row numbers count the header as row 1.
    """
    expected, found = columns.split(), list(rows[0]) if rows else columns.split()
    faults += [
        Fault(file, number, "", row[BEYOND], "no more cells than columns")
        for number, row in enumerate(rows, start=2)
        if BEYOND in row
    ]
    missing = [column for column in expected if column not in found]
    unknown = [column for column in found if column not in (*expected, BEYOND)]
    faults += [Fault(file, 1, column, "no such column", "this column") for column in missing]
    faults += [Fault(file, 1, column, column, "one of " + ", ".join(expected)) for column in unknown]
    if missing:
        return []
    parsed = [parse(Cells(file, number, row, faults)) for number, row in enumerate(rows, start=2)]
    for column in ("number", "code"):
        if column in expected:
            _no_twins(file, column, rows, faults)
    return parsed


def _one_of(names: Collection[str]) -> str:
    return "one of " + ", ".join(sorted(names)[:MOST_NAMES])


def _no_twins(file: str, column: str, rows: Sequence[Row], faults: list[Fault]) -> None:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, start=2):
        value = row.get(column, "").strip()
        if value in seen:
            faults.append(Fault(file, number, column, value, f"unique; also in row {seen[value]}"))
        seen.setdefault(value, number)
