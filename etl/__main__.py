"""`python -m etl COMMAND`: build the store, check and load files, look back, take back, keep safe.

Exit 0: done, nothing blocks. 1: the input has faults or waits for a decision, nothing was written. 2: a file
or the store cannot be read or written, a name is unknown, or another writer is at work; the last snapshot
stays in use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from etl.commands import forms, history, tables, upkeep, uploads
from etl.commands.output import complain, print_refusal, printing, system_error, tolerate
from indicators.errors import IndicatorsError, InputRefused

GROUPS = (tables, uploads, history, forms, upkeep)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    tolerate()
    options = _parser().parse_args(arguments)
    try:
        with printing():
            return int(options.run(options))
    except InputRefused as refusal:
        return print_refusal(refusal, as_json=options.json)
    except IndicatorsError as problem:
        return complain(problem)
    except OSError as problem:
        return complain(system_error(problem))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description=__doc__, allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for group in GROUPS:
        group.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
