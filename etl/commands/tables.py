"""`build` and `check`: the base tables in data/, checked, and a new snapshot of them and the active loads."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from etl.checks import run
from etl.commands.options import Commands, add_data, command
from etl.commands.output import complain, print_json, printing, system_error
from etl.gather import Content, gather
from etl.load import publish
from indicators.model import Finding


def add(commands: Commands) -> None:
    """Register `build`."""
    build = command(commands, "build", "check the tables, then write a new snapshot", run_build)
    add_data(build)
    build.add_argument(
        "--loads", type=int, metavar="N", help="entries of the journal that count, where no pointer says so"
    )


def run_build(options: argparse.Namespace) -> int:
    """Check, then publish."""
    content = read(options)
    if isinstance(content, int):
        return content
    try:
        snapshot = publish(content, options.warehouse, loads=options.loads)
    except OSError as problem:
        return complain(f"cannot write to {options.warehouse}: {problem.strerror or problem}")
    with printing(f"snapshot {snapshot}"):
        report(content, snapshot, as_json=options.json)
    return 0


def check_tables(options: argparse.Namespace) -> int:
    """Check without writing."""
    content = read(options)
    if isinstance(content, int):
        return content
    report(content, None, as_json=options.json)
    return 0


def read(options: argparse.Namespace) -> Content | int:
    """All of the data folder; the exit code where it cannot be read."""
    try:
        return gather(options.data)
    except OSError as problem:
        return complain(f"cannot read {system_error(problem)}")


def report(content: Content, snapshot: str | None, *, as_json: bool) -> None:
    """What went in, and what the checks have to say."""
    findings = run(content.observations, content.book, content.plans)
    if as_json:
        counts = {load.file: load.rows for load in content.loads}
        found = [asdict(one) for one in findings]
        print_json({"snapshot": snapshot, "rows": counts, "findings": found})
        return
    for plan in content.plans:
        print(f"plan {plan.code}: {len(plan.targets)} targets, {len(plan.departments)} departments")
    for load in content.loads:
        print(f"{load.file}: {load.rows} rows")
    print(f"{len(content.observations)} figures from {len(content.sources)} sources")
    _print_findings(findings)
    if snapshot:
        print(f"snapshot {snapshot}")


def _print_findings(findings: Sequence[Finding]) -> None:
    for one in findings:
        print(f"{one.level}: {one.check}: {one.where}: {one.found}; allowed: {one.allowed}")
    levels = Counter(one.level for one in findings)
    print(", ".join(f"{levels[level]} {level}s" for level in ("error", "warning", "note")))
