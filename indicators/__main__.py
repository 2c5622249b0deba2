"""`python -m indicators assess | record | report`: targets judged, forecasts scored, reports written.

Exit 0: done. 2: a name, a date, the store or a file of the record is not usable; the message says which.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from indicators.assessment import assess_all
from indicators.catalogue import find_area, find_target
from indicators.commands import report
from indicators.errors import IndicatorsError
from indicators.model import Assessment
from indicators.rows import ledger, scores
from indicators.rows.export import as_json
from indicators.rows.practice import invented
from indicators.rows.reading import Reading
from indicators.rows.record import flat, record
from indicators.scoring import Score, summary
from indicators.scoring import scores as scored
from indicators.store.ledger import Ledger, read_ledger
from indicators.store.pointer import warehouse
from indicators.store.reader import Store
from indicators.store.view import open_plan, view
from indicators.words import LANGUAGES

COLUMNS = (
    "number",
    "name",
    "verdict",
    "chance",
    "latest",
    "year",
    "target",
    "shortfall",
    "required_pace",
    "lead",
    "area_used",
)
"""What the plain table shows of each target; --json has everything."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except IndicatorsError as problem:
        print(problem, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m indicators", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    assess = commands.add_parser("assess", help="judge the targets of a plan")
    assess.add_argument("--area", help="code or name of an area (default: the plan's own)")
    assess.add_argument("--judging-year", type=int, help="year for which data should be in")
    assess.add_argument("--target", help="number, code or name of one target")
    assess.set_defaults(run=_assess)
    record = commands.add_parser("record", help="verify the forecasts on record and score them")
    record.set_defaults(run=_record)
    for command in (assess, record):
        command.add_argument("--json", action="store_true", help="JSON instead of a table")
    for command in (assess, record, report.add(commands)):
        command.add_argument("--plan", help="code or name of the plan (default: the first)")
        command.add_argument(
            "--as-of", type=_day, default=date.today(), help="figures known on this day, YYYY-MM-DD"
        )
        command.add_argument("--lang", choices=LANGUAGES, default="zh")
        command.add_argument("--warehouse", type=Path, default=warehouse(), help="folder of snapshots")
    return parser


def _assess(options: argparse.Namespace) -> int:
    store = Store.open(options.warehouse)
    plan = open_plan(store, options.plan)
    area = find_area(plan, options.area).code if options.area else None
    wanted = find_target(plan, options.target) if options.target else None
    shown = view(store, plan, options.as_of)
    found = assess_all(plan, shown.book, options.as_of, area=area, judging_year=options.judging_year)
    kept = [one for one in found if wanted in (None, one.target)]
    read = shown.reading(options.lang)
    if options.json:
        print(as_json([record(read, one, shown.snapshot) for one in kept]))
    else:
        print(*_marked(read, _assessed(read, kept, shown.snapshot)), sep="\n")
    return 0


def _record(options: argparse.Namespace) -> int:
    """Ends with 2 where a file of the record is not as it was written; the others are told all the same."""
    store = Store.open(options.warehouse)
    shown = view(store, open_plan(store, options.plan), options.as_of)
    kept, read = read_ledger(options.warehouse), shown.reading(options.lang)
    found = scored(shown.plan, shown.book, kept.forecasts(shown.plan.code, options.as_of))
    if options.json:
        print(as_json({"practice": invented(read), **_recorded(kept, found)}))
    else:
        print(*_marked(read, *filter(None, _told(read, kept, found, options.as_of))), sep="\n")
    for file, flaw in kept.flaws:
        print(ledger.flawed(read, file, flaw), file=sys.stderr)
    return 2 if kept.flaws else 0


def _recorded(kept: Ledger, found: Sequence[Score]) -> dict[str, Any]:
    verified = {"files": len(kept.entries), "flaws": dict(kept.flaws), "fingerprint": kept.fingerprint}
    return {
        "summary": asdict(summary(found)),
        "verification": verified,
        "forecasts": [scores.cells(one) for one in found],
    }


def _told(read: Reading, kept: Ledger, found: Sequence[Score], day: date) -> list[str]:
    lines = [_table(scores.table(read, found))] if found else []
    lines.append(ledger.told(read, found, *kept.extent(read.plan.code, day)))
    return lines + ([] if kept.flaws else [ledger.verified(read, (), len(kept.entries), kept.fingerprint)])


def _marked(read: Reading, *lines: str) -> tuple[str, ...]:
    """Invented figures are said to be so first and last: of a long table only the ends are seen."""
    said = (read.say("practice.invented"),) if invented(read) else ()
    return *said, *lines, *said


def _assessed(read: Reading, assessments: Sequence[Assessment], snapshot: str) -> str:
    headings = [read.say(f"column.{key}", year=read.plan.target_year) for key in COLUMNS]
    rows = [flat(read, one, snapshot) for one in assessments]
    return _table([{heading: row[heading] for heading in headings} for row in rows])


def _table(rows: Sequence[Mapping[str, str]]) -> str:
    import pandas

    with pandas.option_context("display.unicode.east_asian_width", True):
        return str(pandas.DataFrame(rows).to_string(index=False))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; allowed: YYYY-MM-DD") from problem


if __name__ == "__main__":
    sys.exit(main())
