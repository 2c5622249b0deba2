"""`python -m etl build | check`: tables and raw files → checks → a new snapshot.

Exit 0: done, nothing blocks. 1: the input has faults, nothing was written. 2: a file cannot be read, the
warehouse cannot be written, or another writer is at work; the last snapshot stays in use.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from etl.checks import run
from etl.gather import Content, gather
from etl.load import publish
from indicators.errors import InputRefused, InputUnreadable, WriterBusy, describe
from indicators.model import Finding
from indicators.store.reader import warehouse


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        content = gather(options.data)
    except InputRefused as refusal:
        return _refused(refusal, as_json=options.json)
    except OSError as problem:
        print(f"cannot read {problem.filename}: {problem.strerror}", file=sys.stderr)
        return 2
    findings = run(content.observations, content.book, content.plans)
    snapshot = None
    if options.command == "build":
        try:
            snapshot = publish(content, options.warehouse)
        except WriterBusy as problem:
            print(problem, file=sys.stderr)
            return 2
        except OSError as problem:
            print(f"cannot write to {options.warehouse}: {problem.strerror or problem}", file=sys.stderr)
            return 2
    _report(content, findings, snapshot, as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, help_text in (
        ("build", "check, then write a new snapshot"),
        ("check", "check without writing"),
    ):
        command = commands.add_parser(name, help=help_text)
        command.add_argument("--data", type=Path, default=Path("data"), help="folder with plans/ and raw/")
        command.add_argument("--warehouse", type=Path, default=warehouse(), help="folder of snapshots")
        command.add_argument("--json", action="store_true", help="one JSON object instead of text")
    return parser


def _refused(refusal: InputRefused, *, as_json: bool) -> int:
    if as_json:
        faults = [asdict(fault) for fault in refusal.faults]
        print(json.dumps({"faults": faults}, ensure_ascii=False, indent=2))
    else:
        print(*map(describe, refusal.faults), sep="\n", file=sys.stderr)
        print(f"faults: {len(refusal.faults)}; nothing was written", file=sys.stderr)
    return 2 if isinstance(refusal, InputUnreadable) else 1


def _report(content: Content, findings: Sequence[Finding], snapshot: str | None, *, as_json: bool) -> None:
    if as_json:
        counts = {load.file: load.rows for load in content.loads}
        body = {"snapshot": snapshot, "rows": counts, "findings": [asdict(one) for one in findings]}
        print(json.dumps(body, ensure_ascii=False, indent=2))
        return
    for plan in content.plans:
        print(f"plan {plan.code}: {len(plan.targets)} targets, {len(plan.departments)} departments")
    for load in content.loads:
        print(f"{load.file}: {load.rows} rows")
    print(f"{len(content.observations)} figures from {len(content.sources)} sources")
    for one in findings:
        print(f"{one.level}: {one.check}: {one.where}: {one.found}; allowed: {one.allowed}")
    levels = Counter(one.level for one in findings)
    print(", ".join(f"{levels[level]} {level}s" for level in ("error", "warning", "note")))
    if snapshot:
        print(f"snapshot {snapshot}")


if __name__ == "__main__":
    sys.exit(main())
