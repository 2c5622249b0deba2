"""Tables one under the other in a sheet."""

from __future__ import annotations

import re

import numpy as np

from etl.lexicon import normalise
from etl.readers.arrow import codes, words
from etl.readers.document import Sheet
from etl.readers.header import KINDS, Table, is_number
from etl.readers.headings import plain
from etl.readers.vocabulary import ROLES

TITLE_CELLS = 3
"""Cells of a line above a table: its name, the reporting office, the unit. Rows of a table have more."""
COLON = re.compile("[:：]")
TOPS = 200
"""Rows looked at as beginnings of further tables: more are names that happen to be a heading's word."""
TITLE_LINES = 12
"""Lines above a table that may speak of it."""


def tops(sheet: Sheet, table: Table) -> list[int]:
    """Rows of the body, counted from 1, whose first label is a heading's word: another table begins there."""
    place = next((place for place, one in enumerate(table.headings) if one.label), None)
    if place is None or table.first > sheet.rows:
        return []
    column = words(sheet.columns[place].slice(table.first - 1))
    heads = [ROLES.get(normalise(plain(word or ""))) in KINDS for word in column.dictionary.to_pylist()]
    if not any(heads):
        return []
    return [int(row) + table.first for row in np.flatnonzero(np.array(heads)[codes(column)])[:TOPS]]


def above(sheet: Sheet, top: int, start: int) -> list[str]:
    """The lines directly above a table that hold little and no figures, nearest first, from row `start`."""
    first = max(start, top - TITLE_LINES)
    lines: list[str] = []
    for row in reversed(sheet.head(top - first, first)):
        cells = [cell.strip() for cell in row if cell.strip()]
        if len(cells) > TITLE_CELLS or any(is_number(plain(cell)) for cell in cells):
            break
        lines.append(" ".join(cells))
    return lines


def title_lines(sheet: Sheet, top: int, start: int) -> int:
    """How many rows directly above a further table are its title and no rows of the table before.

    Blank ones, those of a single cell, and those that say `单位：亿元`; what may be a row stays one.
    """
    first = max(start, top - TITLE_LINES)
    for count, row in enumerate(reversed(sheet.head(top - first, first))):
        cells = [cell for cell in row if cell.strip()]
        if len(cells) > 1 and not any(COLON.search(cell) for cell in cells):
            return count
    return top - first
