"""What a cell may hold: a text that never runs, a number in its format, a verdict in its colours."""

from __future__ import annotations

from openpyxl.cell import Cell

from indicators.palette import HAIRLINE, INK, SECONDARY
from indicators.report.blocks import Badge
from indicators.report.workbook.signs import allowed
from indicators.report.workbook.styles import Look, Styles
from indicators.rows.export import FORMULA
from indicators.rows.quantities import Quantity

LONGEST = 32_767
"""Characters of a cell, those beyond 16 bits counted twice."""
CUT = "…"

Entry = str | int | float | Quantity | Badge


def put(cell: Cell, entry: Entry, styles: Styles, *, number: bool, muted: bool = False) -> None:
    """Write an entry of a table; `number` where its column holds numbers.

    A number that no format can show is written as its text.
    """
    styles.give(cell, _look(entry, number=number, muted=muted))
    if isinstance(entry, Quantity):
        pattern = styles.formats.of(entry)
        if pattern is None:
            text(cell, entry.text)
        else:
            cell.value, cell.number_format = entry.value, pattern
    elif isinstance(entry, str | Badge):
        text(cell, shown(entry))
    else:
        cell.value = entry


def text(cell: Cell, said: str) -> None:
    """A text, never a formula, whatever it begins with; nothing at all for a blank one."""
    if not said:
        return
    cell.value = fitting(allowed(said))
    cell.data_type = "s"
    if FORMULA.match(said):
        cell.quotePrefix = True


def fitting(said: str) -> str:
    """The text, its end cut off where a cell could not hold it."""
    packed = said.encode("utf-16-le")
    if len(packed) <= 2 * LONGEST:
        return said
    return packed[: 2 * (LONGEST - 1)].decode("utf-16-le", errors="ignore") + CUT


def shown(entry: Entry) -> str:
    """The entry as a reader sees it."""
    match entry:
        case Quantity(text=said):
            return said
        case Badge(mark=mark, word=word):
            return f"{mark} {word}"
        case _:
            return str(entry)


def _look(entry: Entry, *, number: bool, muted: bool) -> Look:
    if isinstance(entry, Badge):
        return Look(bold=not muted, colour=entry.text, tint=entry.tint, line=HAIRLINE)
    colour = SECONDARY if muted else INK
    return Look(colour=colour, line=HAIRLINE, right=number, wrap=not number)
