"""`template`, `export` and `practice`: forms to fill in, figures to take away, invented figures to try."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from etl.commands.options import Commands, add_lang, code_of, command, filled, year
from etl.commands.output import complain, print_json
from etl.export import export
from etl.practice.generate import DATA, build_practice
from etl.template import Form, template
from indicators.store.reader import Store
from indicators.store.view import open_plan
from indicators.words import say


def add(commands: Commands) -> None:
    """Register all three."""
    form = command(commands, "template", "the form of a department for a year", run_template)
    form.add_argument("--department", required=True, type=filled, help="code or name")
    form.add_argument("--year", required=True, type=year)
    form.add_argument("--plan", help="code or name of the plan (default: the first)")
    kinds = [one.value for one in Form]
    form.add_argument("--kind", choices=kinds, help="default: what the name ends in, else xlsx")
    table = command(commands, "export", "all figures as a CSV in the form of data/raw", run_export)
    table.add_argument("--version", type=int, help="as of this load (default: the latest)")
    table.add_argument("--as-of", type=date.fromisoformat, default=date.max, help="known on this day")
    for one in (form, table):
        add_lang(one)
        one.add_argument("--output", type=Path, help="a new file (default: named after what is in it)")
    tried = command(commands, "practice", "invent the practice data and build their store", run_practice)
    tried.add_argument("--data", type=Path, default=DATA, help="folder for the invented tables")
    tried.set_defaults(warehouse=DATA / "warehouse")


def run_template(options: argparse.Namespace) -> int:
    """Write the form into a new file."""
    store = Store.open(options.warehouse)
    plan = open_plan(store, options.plan)
    department = code_of(options.department, [plan])
    ending = _ending(options.output)
    kind = options.kind or (ending if ending in {*Form} else Form.XLSX.value)
    if ending not in ("", kind):
        return complain(f"{options.output}: does not end in .{kind}")
    made = template(plan, department, options.year, store, kind, options.lang)
    return _write(options, made, f"{_prefix(store, options.lang)}{department}-{options.year}.{kind}")


def run_export(options: argparse.Namespace) -> int:
    """Write the figures into a new file."""
    store = Store.open(options.warehouse, options.version)
    if _ending(options.output) not in ("", "csv"):
        return complain(f"{options.output}: does not end in .csv")
    content = export(store, options.as_of, options.lang)
    return _write(options, content, f"{_prefix(store, options.lang)}{store.snapshot}.csv")


def run_practice(options: argparse.Namespace) -> int:
    """Invent the tables and build the store."""
    snapshot = build_practice(options.data, options.warehouse)
    if options.json:
        print_json({"snapshot": snapshot})
    else:
        print(f"snapshot {snapshot}")
    return 0


def _ending(path: Path | None) -> str:
    """What the name of a file ends in, without the dot: `csv`; blank where it says nothing."""
    return path.suffix.lower().removeprefix(".") if path else ""


def _prefix(store: Store, lang: str) -> str:
    """What the name of a file begins with: that its figures are invented."""
    return f"{say(lang, 'practice.mark')}-" if store.practice else ""


def _write(options: argparse.Namespace, content: bytes, name: str) -> int:
    """Into a new file; nothing is ever overwritten, and where the disk is full nothing half is left."""
    path = options.output or Path(name)
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise
    except OSError:
        path.unlink(missing_ok=True)
        raise
    if options.json:
        print_json({"file": str(path)})
    else:
        print(path)
    return 0
