"""Rows → CSV that opens in Excel and runs nothing there, and JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence

FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n]")
"""A cell that begins like this is a formula to a spreadsheet; in full width to those of East Asia."""
PLAIN = re.compile(r"[+-]?\d+(\.\d+)?%?")
"""A number may begin with its sign."""

UNMARKED: Mapping[str, str] = {}


def as_csv(
    rows: Sequence[Mapping[str, str]], mark: Mapping[str, str] = UNMARKED, headings: Sequence[str] = ()
) -> bytes:
    """UTF-8 with a byte-order mark, a header, one line a row; `=1+1` becomes `'=1+1`.

    `mark` holds columns that come first and say the same in every row: that the figures are invented.
    `headings` are those of a table without rows, which cannot tell its own.
    """
    text = io.StringIO(newline="")
    rows = [{**mark, **row} for row in rows]
    columns = list(rows[0]) if rows else [*mark, *headings]
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({column: harmless(row[column]) for column in columns} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_json(content: object) -> str:
    """Text that a person can read too: indented, Chinese as it is. Raises ValueError for NaN."""
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


def harmless(text: str) -> str:
    """The text, marked as text where a spreadsheet would take it for a formula."""
    return f"'{text}" if FORMULA.match(text) and not PLAIN.fullmatch(text) else text
