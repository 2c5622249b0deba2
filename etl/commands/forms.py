"""`template`, `export` and `practice`: forms to fill in, figures to take away, invented figures to try."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from etl.commands.options import Commands, add_lang, command, filled
from etl.commands.output import print_json
from etl.export import export
from etl.practice.generate import DATA, build_practice
from etl.template import template
from indicators.catalogue import find
from indicators.store.reader import Store
from indicators.store.view import open_plan


def add(commands: Commands) -> None:
    """Register all three."""
    form = command(commands, "template", "the form of a department for a year", run_template)
    form.add_argument("--department", required=True, type=filled, help="code or name")
    form.add_argument("--year", required=True, type=int)
    form.add_argument("--plan", help="code or name of the plan (default: the first)")
    form.add_argument("--kind", choices=("xlsx", "csv"), default="xlsx")
    add_lang(form)
    table = command(commands, "export", "all figures as a CSV in the form of data/raw", run_export)
    table.add_argument("--version", type=int, help="as of this load (default: the latest)")
    table.add_argument("--as-of", type=date.fromisoformat, default=date.max, help="known on this day")
    for one in (form, table):
        one.add_argument("--output", type=Path, help="a new file (default: named after what is in it)")
    tried = command(commands, "practice", "invent the practice data and build their store", run_practice)
    tried.add_argument("--data", type=Path, default=DATA, help="folder for the invented tables")
    tried.set_defaults(warehouse=DATA / "warehouse")


def run_template(options: argparse.Namespace) -> int:
    """Write the form into a new file."""
    store = Store.open(options.warehouse)
    plan = open_plan(store, options.plan)
    known = {word: one for one in plan.departments.values() for word in (one.name_en, one.name, one.code)}
    department = find("department", options.department, known)
    made = template(plan, department.code, options.year, store, options.kind, options.lang)
    return _write(options, made, f"{department.code}-{options.year}.{options.kind}")


def run_export(options: argparse.Namespace) -> int:
    """Write the figures into a new file."""
    store = Store.open(options.warehouse, options.version)
    return _write(options, export(store, options.as_of), f"{store.snapshot}.csv")


def run_practice(options: argparse.Namespace) -> int:
    """Invent the tables and build the store."""
    snapshot = build_practice(options.data, options.warehouse)
    if options.json:
        print_json({"snapshot": snapshot})
    else:
        print(f"snapshot {snapshot}")
    return 0


def _write(options: argparse.Namespace, content: bytes, name: str) -> int:
    """Into a new file; nothing is ever overwritten."""
    path = options.output or Path(name)
    with path.open("xb") as file:
        file.write(content)
    print_json({"file": str(path)}) if options.json else print(path, file=sys.stdout)
    return 0
