"""Options that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from indicators.store.pointer import warehouse
from indicators.words import LANGUAGES

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Run = Callable[[argparse.Namespace], int]


def command(commands: Commands, name: str, says: str, run: Run) -> argparse.ArgumentParser:
    """A command with what every command has: --warehouse and --json."""
    made = commands.add_parser(name, help=says, description=says)
    made.add_argument("--warehouse", type=Path, default=warehouse(), help="folder of snapshots")
    made.add_argument("--json", action="store_true", help="one JSON object instead of text")
    made.set_defaults(run=run)
    return made


def add_data(parser: argparse.ArgumentParser) -> None:
    """--data, for commands that read the base tables."""
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder with plans/ and raw/")


def add_lang(parser: argparse.ArgumentParser) -> None:
    """--lang, for commands that say sentences."""
    parser.add_argument("--lang", choices=LANGUAGES, default="zh", help="language of what is said")


def filled(text: str) -> str:
    """An argument that is not blank."""
    if not text.strip():
        raise argparse.ArgumentTypeError("blank; allowed: any text")
    return text.strip()
