"""`python -m indicators assess`: every target judged, as a table or as JSON.

Exit 0: done. 2: a name, a date or the store is not usable; the message says what is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from indicators.assessment import assess_all
from indicators.catalogue import find_area, find_target
from indicators.errors import IndicatorsError
from indicators.model import Assessment
from indicators.rows.reading import Reading
from indicators.rows.record import flat, record
from indicators.store.reader import Store, warehouse
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
        _assess(options)
    except IndicatorsError as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m indicators", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    assess = commands.add_parser("assess", help="judge the targets of a plan")
    assess.add_argument("--plan", help="code or name of the plan (default: the first)")
    assess.add_argument("--area", help="code or name of an area (default: the plan's own)")
    assess.add_argument(
        "--as-of", type=_day, default=date.today(), help="figures known on this day, YYYY-MM-DD"
    )
    assess.add_argument("--judging-year", type=int, help="year for which data should be in")
    assess.add_argument("--target", help="number, code or name of one target")
    assess.add_argument("--lang", choices=LANGUAGES, default="zh")
    assess.add_argument("--json", action="store_true", help="one object per target")
    assess.add_argument("--warehouse", type=Path, default=warehouse(), help="folder of snapshots")
    return parser


def _assess(options: argparse.Namespace) -> None:
    store = Store.open(options.warehouse)
    plan = open_plan(store, options.plan)
    area = find_area(plan, options.area).code if options.area else None
    wanted = find_target(plan, options.target) if options.target else None
    shown = view(store, plan, options.as_of)
    found = assess_all(plan, shown.book, options.as_of, area=area, judging_year=options.judging_year)
    kept = [one for one in found if wanted in (None, one.target)]
    read = shown.reading(options.lang)
    print(_json(read, kept, shown.snapshot) if options.json else _table(read, kept, shown.snapshot))


def _json(read: Reading, assessments: Sequence[Assessment], snapshot: str) -> str:
    records = [record(read, one, snapshot) for one in assessments]
    return json.dumps(records, ensure_ascii=False, indent=2, allow_nan=False)


def _table(read: Reading, assessments: Sequence[Assessment], snapshot: str) -> str:
    import pandas

    headings = [read.say(f"column.{key}", year=read.plan.target_year) for key in COLUMNS]
    with pandas.option_context("display.unicode.east_asian_width", True):
        return str(
            pandas.DataFrame([flat(read, one, snapshot) for one in assessments])[headings].to_string(
                index=False
            )
        )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; allowed: YYYY-MM-DD") from problem


if __name__ == "__main__":
    sys.exit(main())
