"""Options that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from etl.lexicon import lexicon, normalise
from indicators.errors import UnknownName
from indicators.model import Plan
from indicators.store.pointer import warehouse
from indicators.words import LANGUAGES

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Run = Callable[[argparse.Namespace], int]
YEAR_DIGITS = 4


def command(commands: Commands, name: str, says: str, run: Run) -> argparse.ArgumentParser:
    """A command with what every command has: --warehouse and --json."""
    made = commands.add_parser(name, help=says, description=says, allow_abbrev=False)
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
    return readable(text).strip()


def readable(text: str) -> str:
    """An argument that can be kept: its bytes are characters in the encoding of the terminal."""
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        raise argparse.ArgumentTypeError("bytes that are no text; allowed: text in UTF-8") from problem
    return text


def code_of(asked: str, plans: Sequence[Plan]) -> str:
    """The code of a department by code, name or alias. Raises UnknownName."""
    known = lexicon(plans).departments
    if normalise(asked) not in known:
        names = [name for plan in plans for one in plan.departments.values() for name in (one.code, one.name)]
        raise UnknownName("department", asked, names)
    return known[normalise(asked)]


def year(text: str) -> int:
    """A calendar year."""
    if not (text.isascii() and text.isdecimal() and len(text) == YEAR_DIGITS):
        raise argparse.ArgumentTypeError(f"{text!r} is no year; allowed: four digits, such as 2024")
    return int(text)
