"""`verify`, `backup` and `restore`: whether everything is whole, and one archive of it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from etl.commands.options import Commands, add_lang, command
from etl.commands.output import print_json
from etl.journal.backup import backup, restore
from etl.journal.verify import Verified, verify
from indicators.words import say


def add(commands: Commands) -> None:
    """Register all three."""
    checks = command(commands, "verify", "compute every hash anew: exit 0 all whole, 1 not", run_verify)
    saves = command(commands, "backup", "one archive of journal, record and current snapshot", run_backup)
    brings = command(commands, "restore", "unpack a backup into an empty warehouse", run_restore)
    for one in (saves, brings):
        one.add_argument("path", type=Path, help="the archive, .tar.gz")
        one.add_argument(
            "--accounts",
            type=Path,
            help="file of the accounts, to go with it (passwords as digests); without it they stay out",
        )
    for one in (checks, saves, brings):
        add_lang(one)


def run_verify(options: argparse.Namespace) -> int:
    """Exit 0: everything is whole. 1: something is not."""
    found = verify(options.warehouse)
    _print(options, found)
    return int(not found.whole)


def run_backup(options: argparse.Namespace) -> int:
    """Write the archive. Who may do what is in it only where asked for: not everybody may keep that."""
    _print(options, backup(options.path, options.warehouse, options.accounts))
    if not options.accounts and not options.json:
        print(say(options.lang, "verify.without_accounts"))
    return 0


def run_restore(options: argparse.Namespace) -> int:
    """Unpack it."""
    _print(options, restore(options.path, options.warehouse, options.accounts))
    return 0


def _print(options: argparse.Namespace, found: Verified) -> None:
    if options.json:
        cells = asdict(found)
        cells["troubles"] = [{"file": name, "trouble": trouble} for name, trouble in found.troubles]
        print_json({"whole": found.whole} | cells)
        return
    counts = {"loads": found.loads, "files": found.files}
    print(say(options.lang, "verify.counts", **counts, snapshots=found.snapshots, record=found.record))
    for name, trouble in found.troubles:
        print(say(options.lang, "verify.trouble", file=name, trouble=say(options.lang, f"trouble.{trouble}")))
    print(say(options.lang, "verify.whole" if found.whole else "verify.broken"))
