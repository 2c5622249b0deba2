"""The journal as a reader sees it: every load and roll-back, and all that is known of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol

from indicators.model import Area, Indicator, JournalEntry, LoadKind, Measure, Plan
from indicators.rows.facts import Fact
from indicators.rows.practice import invented
from indicators.rows.reading import Reading
from indicators.rows.remarks import Naming, listed
from indicators.rows.upload import department_name, moment, table
from indicators.units import MISSING


class Changed(Protocol):
    """A figure in use before and after, as printed; "" where there is none."""

    @property
    def indicator(self) -> str:
        """Its code."""

    @property
    def area(self) -> str:
        """Its code."""

    @property
    def year(self) -> int:
        """The calendar year."""

    @property
    def measure(self) -> Measure:
        """What kind of figure it is."""

    @property
    def kind(self) -> str:
        """`new`, `changed`, `unchanged` or `gone`."""

    @property
    def found_before(self) -> str:
        """Before the entry."""

    @property
    def found_after(self) -> str:
        """After it."""


HEAD = 12
"""Digits of a digest in a table; the whole stands among the facts."""


def entries(
    read: Reading, plans: Sequence[Plan], found: Iterable[JournalEntry], in_force: Collection[int]
) -> list[dict[str, str]]:
    """A row for each entry, newest first."""
    rows = []
    for one in sorted(found, key=lambda entry: -entry.number):
        words = {
            "number": str(one.number),
            "kind": kind(read, one),
            "state": state(read, one, in_force),
            "at": moment(one.at),
            "by": one.by,
            "department": whose(read, plans, one),
            "year": str(one.year) if one.year else MISSING,
            "file": one.file or MISSING,
            "sha256": one.file_sha256[:HEAD] or MISSING,
            "rows": str(one.rows) if one.kind is LoadKind.LOAD else MISSING,
            "new": str(one.new) if one.kind is LoadKind.LOAD else MISSING,
            "changed": str(one.changed) if one.kind is LoadKind.LOAD else MISSING,
            "confirmed": str(len(one.confirmed)) if one.kind is LoadKind.LOAD else MISSING,
            "note": one.note or MISSING,
        }
        rows.append({read.say(f"upload.entry.{name}"): text for name, text in words.items()})
    return rows


def summary(read: Reading, found: Collection[JournalEntry], in_force: Collection[int]) -> str:
    """How many loads there are, how many of them hold, and when the latest was."""
    loads = [one for one in found if one.kind is LoadKind.LOAD]
    if not found:
        return read.say("upload.history_empty")
    return read.say(
        "upload.history_summary",
        loads=len(loads),
        active=sum(one.number in in_force for one in loads),
        latest=moment(max(one.at for one in found)),
    )


def kind(read: Reading, one: JournalEntry) -> str:
    """`报送`, or `回退第3次报送`."""
    return read.say(f"upload.kind.{one.kind}", of=one.of)


def state(read: Reading, one: JournalEntry, in_force: Collection[int]) -> str:
    """Whether an entry holds, or was taken back."""
    return read.say("upload.state.in_force" if one.number in in_force else "upload.state.taken_back")


def whose(read: Reading, plans: Sequence[Plan], one: JournalEntry) -> str:
    """The department an entry speaks for."""
    return department_name(read, plans, one.department)


def facts(
    read: Reading, plans: Sequence[Plan], one: JournalEntry, in_force: Collection[int]
) -> tuple[Fact, ...]:
    """All that is known of an entry; of a load also its file and its figures."""
    words = {
        "kind": kind(read, one),
        "state": state(read, one, in_force),
        "at": moment(one.at),
        "by": one.by,
        "department": whose(read, plans, one),
    }
    if one.kind is LoadKind.LOAD:
        words |= {
            "year": str(one.year) if one.year else MISSING,
            "rows": str(one.rows),
            "new": str(one.new),
            "changed": str(one.changed),
            "unchanged": str(one.unchanged),
            "format": " · ".join(part for part in (one.format.upper(), one.encoding) if part),
        }
    return tuple(Fact(read.say(f"upload.entry.{name}"), text) for name, text in words.items())


def long_facts(read: Reading, one: JournalEntry) -> list[str]:
    """What does not fit a tile, as sentences: file, digests, snapshots, note."""
    told = [read.say("upload.told.snapshots", before=one.before or MISSING, snapshot=one.snapshot)]
    if one.kind is LoadKind.LOAD:
        told.insert(0, read.say("upload.told.file", file=one.file, sha256=one.file_sha256))
    if one.note:
        told.append(read.say("upload.told.note", note=one.note))
    return told


def confirmations(read: Reading, naming: Naming, one: JournalEntry) -> list[dict[str, str]]:
    """The warnings that were confirmed, each with its reason."""
    told = table(read, listed(naming, [each.remark for each in one.confirmed]))
    kept = [read.say(f"upload.column.{name}") for name in ("check", "sheet", "row", "column", "found")]
    return [
        {name: row[name] for name in kept if name in row} | {read.say("upload.entry.reason"): each.reason}
        for row, each in zip(told, one.confirmed, strict=True)
    ]


def changes(read: Reading, naming: Naming, found: Iterable[Changed]) -> list[dict[str, str]]:
    """The figures in use that an entry brought, changed or took away, from what to what."""
    return [
        {
            read.say("upload.change.head"): read.say(f"upload.change.{one.kind}"),
            read.say("column.indicator"): _named(naming.indicators, one.indicator, read),
            read.say("column.area"): _named(naming.areas, one.area, read),
            read.say("column.year"): str(one.year),
            read.say("column.measure"): read.say(f"measure.{one.measure}"),
            read.say("upload.entry.before"): one.found_before or MISSING,
            read.say("upload.entry.after"): one.found_after or MISSING,
        }
        for one in found
    ]


def receipt(read: Reading, plans: Sequence[Plan], one: JournalEntry, link: str) -> dict[str, Any]:
    """What a department keeps of a load, for JSON: names beside codes, whole digests; `link` leads to it."""
    return {
        "load": one.number,
        "at": one.at.isoformat(),
        "by": one.by,
        "department": one.department,
        "department_name": whose(read, plans, one),
        "year": one.year,
        "file": one.file,
        "file_sha256": one.file_sha256,
        "rows_sha256": one.rows_sha256,
        "format": one.format,
        "encoding": one.encoding,
        "rows": one.rows,
        "new": one.new,
        "changed": one.changed,
        "unchanged": one.unchanged,
        "note": one.note,
        "confirmed": [{"check": each.remark.check, "reason": each.reason} for each in one.confirmed],
        "before": one.before,
        "snapshot": one.snapshot,
        "link": link,
    } | ({"practice": read.say("practice.invented")} if invented(read) else {})


def _named(known: Mapping[str, Indicator] | Mapping[str, Area], code: str, read: Reading) -> str:
    """The name behind a code, the code itself where no plan has it any more."""
    one = known.get(code)
    return read.pick(one.name, one.name_en) if one else code
