"""Where a table begins in a sheet, and what the headings say of its columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.lexicon import Lexicon
from etl.readers.headings import Heading, heading, joined, plain
from etl.readers.vocabulary import Role

HEAD = 40
"""Rows among which the heading is looked for; forms have ten lines of notes above at most."""
DEPTH = 4
"""Rows of a heading: indicator over year over measure over unit."""
NUMBER = re.compile(r"[-+−]?[,.]*\d[\d,.]*%?")
YEAR = re.compile(r"(?:19|20)\d\d(?:\.0)?年?")
ORDINAL = re.compile(r"[甲乙丙丁戊A-E]|\d{1,2}")
"""A row `甲 乙 1 2 3` under the heading numbers the columns of a form."""
KINDS = {Role.INDICATOR: "indicator", Role.AREA: "area", Role.YEAR: "year"}
"""What a column of labels may hold and the headings of figures may say instead."""
SAID_ONCE = ("indicator", "area", "year", "measure", "unit", "status")
"""What the rows of one heading say once: under the year 2024, 2015 is a figure that looks like a year."""
NAMING = (*KINDS, Role.INDICATOR_CODE, Role.AREA_CODE)
"""Columns without one of which single figures have no names; a unit or a note is none."""


@dataclass(frozen=True)
class Table:
    """Headings of the columns, the rows they stand in and the first row of the body, counted from 1."""

    top: int
    first: int
    headings: tuple[Heading, ...]

    def column(self, *roles: Role) -> int | None:
        """The first column of one of these roles, counted from 0."""
        return next((place for place, one in enumerate(self.headings) if one.role in roles), None)

    @property
    def figures(self) -> list[int]:
        """The columns of figures, counted from 0."""
        return [place for place, one in enumerate(self.headings) if one.value]


def find_table(rows: list[list[str]], lexicon: Lexicon) -> Table | None:
    """The first table whose heading is nearly as well understood as the best one's; None without any."""
    grid = [[plain(cell) for cell in row] for row in rows]
    found = [(table, _score(table, grid[table.top - 1])) for table in _candidates(grid, lexicon)]
    best = max((score for _, score in found), default=0)
    return next((table for table, score in found if score and score * 2 >= best), None)


def repeats(label: Heading, figures: list[Heading]) -> bool:
    """Whether a column of labels is said to hold what the headings of the figures already say."""
    kind = KINDS.get(label.role) if label.role else None
    return bool(kind) and any(getattr(one, str(kind)) for one in figures)


def _candidates(grid: list[list[str]], lexicon: Lexicon) -> list[Table]:
    tables = []
    for top, row in enumerate(grid[:HEAD], start=1):
        if sum(map(bool, row)) < 2 or any(map(is_number, row)):
            continue
        upper = [heading(cell, lexicon) for cell in row]
        if any(one.known for one in upper):
            tables.append(_deepened(top, upper, grid, lexicon))
    return tables


def _deepened(top: int, upper: list[Heading], grid: list[list[str]], lexicon: Lexicon) -> Table:
    """The table under a heading's first row, with the further rows that belong to the heading."""
    levels = [upper]
    for row in grid[top : top + DEPTH - 1]:
        lower = [heading(cell, lexicon) for cell in row]
        if not _continues(levels, lower):
            break
        levels = [*(_carried(level, lower) for level in levels), lower]
    body = top + len(levels)
    if body <= len(grid) and _ordinals(grid[body - 1]):
        body += 1
    return Table(top, body, tuple(joined(list(parts)) for parts in zip(*levels, strict=True)))


def _continues(levels: list[list[Heading]], lower: list[Heading]) -> bool:
    """Whether a row goes on with the heading: all of it understood, none of it a label's or a number."""
    said = [(one, joined([level[place] for level in levels])) for place, one in enumerate(lower) if one.text]
    fits = all(one.known and not _apart(one, above) for one, above in said)
    return bool(said) and fits and any(one.value or one.unit for one, _ in said)


def is_number(cell: str) -> bool:
    """Whether a cell is a figure; a year is not."""
    return bool(NUMBER.fullmatch(cell)) and not YEAR.fullmatch(cell)


def _apart(one: Heading, above: Heading) -> bool:
    """Whether two cells cannot be parts of one heading: two labels, or the same thing said twice."""
    if above.label:
        return one.text != above.text
    twice = any(getattr(one, kind) and getattr(above, kind) for kind in SAID_ONCE)
    return twice or (one.label and bool(above.text))


def _carried(upper: list[Heading], lower: list[Heading]) -> list[Heading]:
    """A heading over several columns stands in the first of them: repeated over those that go on below."""
    filled: list[Heading] = []
    for one, below in zip(upper, lower, strict=True):
        last = filled[-1] if filled else one
        filled.append(last if not one.text and below.text and not last.label else one)
    return filled


def _ordinals(row: list[str]) -> bool:
    cells = [cell for cell in row if cell]
    return len(cells) > 1 and all(map(ORDINAL.fullmatch, cells)) and cells[0] in ("甲", "A", "1")


def _score(table: Table, row: list[str]) -> int:
    """How many columns are understood; 0 for what heads no figures, or is a note such as `年份 2024`."""
    figures = [table.headings[place] for place in table.figures]
    labels = [one for one in table.headings if one.role in NAMING]
    note = sum(map(bool, row)) == 2 and any(repeats(one, figures) for one in labels)
    alike = len(figures) > 1 and any(all(getattr(one, kind) for one in figures) for kind in KINDS.values())
    return 0 if note or not (alike or (labels and figures)) else sum(one.known for one in table.headings)
