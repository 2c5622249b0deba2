"""`check FILE` and `load FILE`: a department's figures, checked as the page 数据上报 does, and loaded.

Exit 0: nothing blocks, and it is loaded. 1: errors, or warnings without a reason; nothing was written.
2: the file cannot be read, or the store cannot be read or written.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from etl.commands.options import Commands, add_data, add_lang, code_of, command, filled, readable, year
from etl.commands.output import print_json, print_table, printing
from etl.commands.tables import check_tables
from etl.effect import effect
from etl.examine import Desk, Submission, examine
from etl.examine.checks.departments import UNASKED
from etl.journal.confirming import reasons_by_check, unconfirmed
from etl.journal.loading import Order, load
from etl.readers.limits import CSV_BYTES
from indicators.model import JournalEntry
from indicators.rows import effect as effects
from indicators.rows.effect import Effect
from indicators.rows.reading import Reading
from indicators.rows.remarks import Naming, listed, record
from indicators.store.reader import Store
from indicators.words import say


def add(commands: Commands) -> None:
    """Register `check` and `load`."""
    check = command(commands, "check", "check a file, or the tables where none is named", run_check)
    check.add_argument("file", type=Path, nargs="?", help="CSV or XLSX; without one, the tables in data/")
    check.add_argument("--department", default="", help="code or name; without one, any figure is allowed")
    loads = command(commands, "load", "check a file and load it", run_load)
    loads.add_argument("file", type=Path, help="CSV or XLSX")
    loads.add_argument("--department", required=True, type=filled, help="code or name")
    loads.add_argument("--by", required=True, type=filled, help="who loads it")
    loads.add_argument("--note", default="", type=readable, help="what the load is about")
    loads.add_argument(
        "--confirm",
        action="append",
        default=[],
        type=filled,
        metavar="[CHECK=]REASON",
        help="why the warnings (of one check) do not stand against the load; may be repeated",
    )
    for one in (check, loads):
        one.add_argument("--year", type=year, help="year that the file is about")
        add_data(one)
        add_lang(one)


@dataclass(frozen=True)
class Checked:
    """A file that was examined: the store it was held against, what was found, and what it would change."""

    file: str
    store: Store
    desk: Desk
    department: str
    data: bytes
    found: Submission
    effect: tuple[Effect, ...]


def run_check(options: argparse.Namespace) -> int:
    """Check a file, or the tables where none is named."""
    if options.file is None:
        return check_tables(options)
    done = examined(options)
    if options.json:
        print_json(told(done, options))
    else:
        print_checked(done, options)
    return exit_code(done.found)


def run_load(options: argparse.Namespace) -> int:
    """Check a file, and load it where no error and no warning without a reason stands against it."""
    done = examined(options)
    code, entry = exit_code(done.found), None
    reasons = reasons_by_check(done.found.warnings, options.confirm)
    lacking = unconfirmed(done.found.warnings, reasons)
    if not code and not lacking:
        entry = load(order(done, options, reasons), options.data, options.warehouse)
    outcome = _outcome(options.lang, code, lacking, entry)
    with printing(outcome if entry else ""):
        if options.json:
            print_json(told(done, options) | _loaded(entry))
        else:
            print_checked(done, options)
            print(outcome)
    return code or int(entry is None)


def examined(options: argparse.Namespace) -> Checked:
    """Read the file and check it. Raises OSError, StoreMissing, StoreDamaged, UnknownName."""
    with options.file.open("rb") as content:
        data = content.read(CSV_BYTES + 1)  # what is longer is refused by its length, whatever follows
    name = options.file.name.encode(errors="replace").decode()
    store, today = Store.open(options.warehouse), date.today()
    desk = Desk.of(store)
    department = code_of(options.department, desk.plans) if options.department else ""
    found = examine(data, name, desk, department=department, year=options.year, today=today)
    if found.document and not department:
        found = replace(found, remarks=(*found.remarks, UNASKED))
    return Checked(name, store, desk, department, data, found, effect(store, found.ready, today))


def exit_code(found: Submission) -> int:
    """0 nothing blocks, 1 errors or no figure at all, 2 not read."""
    return 2 if found.document is None else int(found.blocked or not found.rows_ready)


def told(done: Checked, options: argparse.Namespace) -> dict[str, Any]:
    """What a check says, for programs."""
    found, document = done.found, done.found.document
    naming = Naming.of(done.desk.plans, options.lang)
    return {
        "file": done.file,
        "format": document.format if document else None,
        "encoding": document.encoding if document else None,
        "rows_read": found.rows_read,
        "rows_ready": found.rows_ready,
        "new": found.new,
        "changed": found.changed,
        "unchanged": found.unchanged,
        "findings": [record(naming, one) for one in found.remarks],
        "effect": effects.record(done.effect),
    }


def print_checked(done: Checked, options: argparse.Namespace) -> None:
    """The same for a person."""
    lang, found, document = options.lang, done.found, done.found.document
    counts = (found.rows_read, found.rows_ready, found.new, found.changed, found.unchanged)
    names = ("rows_read", "rows_ready", "new", "changed", "unchanged")
    form = " ".join((document.format.upper(), document.encoding)).strip() if document else "—"
    print(say(lang, "command.file", file=done.file, form=form))
    for row in listed(Naming.of(done.desk.plans, lang), found.remarks):
        where = say(lang, "command.cell", row=row.row, column=row.column) if row.row else row.column
        place = " ".join(part for part in (row.sheet, where) if part)
        print(
            say(lang, "command.finding", level=row.level, check=row.check, code=row.check_code, place=place)
        )
        print(say(lang, "command.found", found=row.found, allowed=row.allowed, help=row.help))
    print(say(lang, "command.counts", **dict(zip(names, counts, strict=True))))
    read = Reading(done.desk.plans[0], lang, done.store.sources())
    print(effects.summary(read, done.effect))
    print_table(effects.table(read, done.effect))


def order(done: Checked, options: argparse.Namespace, reasons: Mapping[str, str]) -> Order:
    """What is to be loaded."""
    return Order.of(
        done.found,
        done.data,
        file=done.file,
        department=done.department,
        year=options.year,
        by=options.by,
        note=options.note,
        reasons=reasons,
    )


def _loaded(entry: JournalEntry | None) -> dict[str, Any]:
    return {"load": entry.number if entry else None, "snapshot": entry.snapshot if entry else None}


def _outcome(lang: str, code: int, lacking: Sequence[str], entry: JournalEntry | None) -> str:
    if entry:
        return say(lang, "command.loaded", number=entry.number, snapshot=entry.snapshot)
    if code:
        return say(lang, "command.not_loaded")
    return say(lang, "command.unconfirmed", checks="; ".join(lacking))
