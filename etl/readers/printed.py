"""A workbook's cell as text, as it is shown to the one who looks at the sheet."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from etl.readers.vocabulary import is_unit

DIGITS = 15
"""Digits that a spreadsheet keeps of a number; more is the noise of binary fractions."""
LITERAL = re.compile(r'"([^"]*)"|\[[^\]]*\]|\\(.)|_.|\*.')
SCALED = re.compile(r"[0#?],+(?:[^0#?,]|$)|!|\\\.")
"""A number shown in thousands, or in 万 by a trick: the value is not what is shown, so no unit is taken."""
FORMAT = 255
"""Characters of a number format in Excel."""
YEAR_ONLY = re.compile(r"y+(?:年)?", re.IGNORECASE)


class Cell(Protocol):
    """What is asked of a cell of openpyxl."""

    value: object
    number_format: str


def printed(cell: Cell) -> str:
    """`0.612` shown as a percentage → `61.2%`; a date as 2024-12-31, or its year where only that is shown."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value, cell.number_format or "")
        case date() if YEAR_ONLY.fullmatch(LITERAL.sub(r"\1", (cell.number_format or "")[:FORMAT]).strip()):
            return str(value.year)
        case datetime():
            return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    return str(value)


def _number(value: float, form: str) -> str:
    exact = Decimal(f"{value:.{DIGITS}g}")
    shown = form[:FORMAT].split(";")[0]
    literals = "".join(found[1] or "" for found in LITERAL.finditer(shown)).strip()
    percent = "%" in LITERAL.sub("", shown)
    text = format((exact * 100 if percent else exact).normalize(), "f")
    unit = literals if is_unit(literals) and not SCALED.search(LITERAL.sub("", shown)) else ""
    return text + ("%" if percent else unit)
