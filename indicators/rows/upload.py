"""An uploaded file as it is looked at: what it was read as, and the cells in which something was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from indicators.model import Plan, Remark, Severity
from indicators.rows.facts import Fact
from indicators.rows.reading import Reading
from indicators.rows.remarks import RemarkRow
from indicators.units import MISSING

ORDER = tuple(Severity)
"""Worst first."""


class Working(NamedTuple):
    """An upload that was begun and not finished."""

    file: str
    department: str
    year: int
    changed: datetime


def department_name(read: Reading, plans: Iterable[Plan], code: str) -> str:
    """A department of any plan, the reader's first; all of them for "", and a lost code as it stands."""
    if not code:
        return read.say("upload.every_department")
    known = [plan.departments[code] for plan in (read.plan, *plans) if code in plan.departments]
    return read.pick(known[0].name, known[0].name_en) if known else code


def unfinished(read: Reading, plans: Sequence[Plan], found: Iterable[Working]) -> list[dict[str, str]]:
    """A row for each upload in work."""
    return [
        {
            read.say("upload.column.file"): one.file,
            read.say("upload.department"): department_name(read, plans, one.department),
            read.say("upload.year"): str(one.year),
            read.say("upload.column.changed"): moment(one.changed),
        }
        for one in found
    ]


def size(bytes: int) -> str:
    """`0.3 MB`, or `12 KB` below a tenth of one; a file is never of 0 KB."""
    return f"{bytes / 1e6:.1f} MB" if bytes >= 1e5 else f"{max(1, round(bytes / 1e3))} KB"


def moment(at: datetime) -> str:
    """Day and time on the clock of this place, to the minute."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def read_as(read: Reading, format: str, encoding: str, separator: str, sheets: Sequence[str]) -> str:
    """`CSV，编码 GB18030，逗号分隔`; of a workbook the sheets that were read."""
    if format == "csv":
        between = read.say(f"upload.separator.{SEPARATORS.get(separator, 'other')}")
        return read.say("upload.read_as_csv", encoding=encoding, separator=between)
    return read.say("upload.read_as_xlsx", sheets=read.listed(list(sheets)))


SEPARATORS = {",": "comma", "\t": "tab", ";": "semicolon", "，": "wide_comma", "；": "wide_semicolon"}


def counts(read: Reading, numbers: Mapping[str, int]) -> tuple[Fact, ...]:
    """Figures read, ready, new, changed, unchanged, and findings by level, each with its word."""
    return tuple(Fact(read.say(f"upload.count.{name}"), str(number)) for name, number in numbers.items())


def by_level(remarks: Iterable[Remark]) -> dict[str, int]:
    """How many findings there are of each level, worst first."""
    found = [one.level for one in remarks]
    return {level.value: found.count(level) for level in ORDER}


def level(read: Reading, name: str, count: int) -> str:
    """A level of findings, or `all` of them, with their number."""
    word = read.say(f"severity.{name}" if name in ORDER else "control.everything")
    return read.say("upload.level_count", level=word, count=count)


def heads(read: Reading) -> tuple[str, ...]:
    """The headings of the findings on the page, where what belongs together shares a column."""
    return tuple(read.say(f"upload.head.{name}") for name in ("check", "place", "found", "help"))


def told(row: RemarkRow) -> str:
    """A finding as a tooltip: what it is called, what is allowed, how to mend it."""
    return " · ".join(part for part in (row.check, row.allowed, row.help) if part)


def table(read: Reading, found: Sequence[RemarkRow]) -> list[dict[str, str]]:
    """The findings as rows of text; sheets are named where there are any to tell apart."""
    named = ("sheet",) if len({one.sheet for one in found if one.sheet}) > 1 else ()
    columns = ("level", "check", *named, "row", "column", "found", "allowed", "help")
    return [
        {read.say(f"upload.column.{name}"): _text(getattr(one, name)) for name in columns} for one in found
    ]


def _text(value: str | int | None) -> str:
    return MISSING if value is None else str(value)
