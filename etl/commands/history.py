"""`history` and `rollback`: the journal of loads, and taking one back."""

from __future__ import annotations

import argparse

from etl.commands.options import Commands, add_data, add_lang, command, filled
from etl.commands.output import print_json, print_table, printing
from etl.journal.rollback import roll_back
from indicators.errors import LaterLoads
from indicators.model import JournalEntry
from indicators.store.journal import as_cells, read_journal, whole
from indicators.store.pointer import read_pointer
from indicators.words import say

COLUMNS = ("number", "kind", "at", "by", "department", "year", "file", "rows", "state", "note")


def add(commands: Commands) -> None:
    """Register both."""
    history = command(commands, "history", "every load and roll-back, the newest first", run_history)
    add_lang(history)
    back = command(commands, "rollback", "take a load back, or a roll-back", run_rollback)
    back.add_argument("number", type=int, help="its number in the history")
    back.add_argument("--by", required=True, type=filled, help="who takes it back")
    back.add_argument("--reason", required=True, type=filled, help="why")
    back.add_argument(
        "--although-later", action="store_true", help="also where later loads speak of the same figures"
    )
    add_data(back)
    add_lang(back)


def run_history(options: argparse.Namespace) -> int:
    """Raises StoreMissing, StoreDamaged where a file of the journal is not as it was written."""
    count = read_pointer(options.warehouse)["load"]
    journal = whole(read_journal(options.warehouse, count), count)
    force, newest = journal.in_force, journal.entries[::-1]
    if options.json:
        print_json([as_cells(one) | {"in_force": one.number in force} for one in newest])
    elif not newest:
        print(say(options.lang, "command.no_loads"))
    else:
        print_table([_row(options.lang, one, one.number in force) for one in newest])
    return 0


def run_rollback(options: argparse.Namespace) -> int:
    """Ends with 1 where later loads speak of the same figures and that was not accepted."""
    try:
        entry = roll_back(
            options.number,
            by=options.by,
            reason=options.reason,
            data=options.data,
            warehouse=options.warehouse,
            although_later=options.although_later,
        )
    except LaterLoads as problem:
        return _refused(options, problem)
    told = {"of": options.number, "number": entry.number, "snapshot": entry.snapshot}
    done = say(options.lang, "command.rolled_back", **told)
    with printing(done):
        print_json(as_cells(entry)) if options.json else print(done)
    return 0


def _refused(options: argparse.Namespace, problem: LaterLoads) -> int:
    if options.json:
        print_json({"later": list(problem.numbers)})
    else:
        named = ", ".join(map(str, problem.numbers))
        print(say(options.lang, "command.later", number=options.number, numbers=named))
    return 1


def _row(lang: str, one: JournalEntry, in_force: bool) -> dict[str, str]:
    cells = {
        "number": str(one.number),
        "kind": say(lang, f"upload.kind.{one.kind}", of=one.of),
        "at": one.at.isoformat(sep=" ", timespec="minutes"),
        "by": one.by,
        "department": one.department,
        "year": str(one.year or ""),
        "file": one.file,
        "rows": str(one.rows),
        "state": say(lang, "upload.state.in_force" if in_force else "upload.state.taken_back"),
        "note": one.note,
    }
    return {say(lang, f"upload.entry.{key}"): cells[key] for key in COLUMNS}
