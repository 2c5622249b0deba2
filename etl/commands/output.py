"""What commands print: one JSON object or lines of text; complaints go to the error stream."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict

from indicators.errors import InputRefused, InputUnreadable, describe


def print_json(content: object) -> None:
    """One JSON object, Chinese as it is."""
    print(json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False))


def print_table(rows: Sequence[Mapping[str, str]]) -> None:
    """Aligned columns under their headings; nothing where there are no rows."""
    if not rows:
        return
    import pandas

    with pandas.option_context("display.unicode.east_asian_width", True, "display.max_colwidth", None):
        print(pandas.DataFrame(list(rows)).to_string(index=False))


def tolerate() -> None:
    """What the terminal's encoding does not know is printed by its number, rather than ending a command that
    has written already."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def printing(done: str = "") -> Iterator[None]:
    """Print all of it. Where that fails and something is `done` already, the error stream says that it is;
    else raises OSError."""
    try:
        yield
        sys.stdout.flush()
    except OSError as problem:
        _close_broken()
        if not done:
            raise
        complain(f"{done} ({system_error(problem)})")


def _close_broken() -> None:
    """Where the output takes nothing, drop what waits for it: the interpreter would try again at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        sys.stdout = io.StringIO()


def complain(problem: object) -> int:
    """Say on the error stream why nothing was done; exit code 2."""
    print(problem, file=sys.stderr)
    return 2


def system_error(problem: OSError) -> str:
    """Which file and why, as the system says it."""
    named = f"{problem.filename}: " if problem.filename else ""
    return f"{named}{problem.strerror or problem}"


def print_refusal(refusal: InputRefused, *, as_json: bool) -> int:
    """All faults of an input; exit code 2 where it could not be read at all, else 1."""
    if as_json:
        print_json({"faults": [asdict(fault) for fault in refusal.faults]})
    else:
        print(*map(describe, refusal.faults), sep="\n", file=sys.stderr)
        print(f"faults: {len(refusal.faults)}; nothing was written", file=sys.stderr)
    return 2 if isinstance(refusal, InputUnreadable) else 1
