"""An uploaded file as it stands: the rows that matter, and the cells in which something was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from indicators.model import Remark, Severity
from indicators.rows.remarks import column_name
from indicators.rows.upload import ORDER

FIRST = 6
"""Rows from the top that are always shown: title, headings and how the table begins."""
AROUND = 1
"""Rows shown above and below one with a finding."""
MOST_ROWS = 60
"""Rows of a preview; the table of findings beside it holds them all."""
MOST_COLUMNS = 24
LONGEST = 40
"""Characters of a cell that are shown."""
MARKS = {Severity.ERROR: "✕", Severity.WARNING: "△", Severity.NOTE: "○"}
"""Beside the colour, for who does not see it."""


@dataclass(frozen=True)
class Marked:
    """A cell of a preview; `level` is None where nothing was found, `told` what was."""

    text: str
    level: Severity | None = None
    told: str = ""


@dataclass(frozen=True)
class Line:
    """A row of a preview under its number; `after_gap` where rows before it are left out."""

    number: int
    head: Marked
    cells: tuple[Marked, ...]
    after_gap: bool


@dataclass(frozen=True)
class Preview:
    """Some rows of a sheet; `columns` are the letters over them."""

    sheet: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def preview(
    sheet: str,
    size: tuple[int, int],
    row: Callable[[int], Sequence[str]],
    remarks: Sequence[tuple[Remark, str]],
) -> Preview:
    """The rows of a sheet of `size` (rows, columns) that matter, and around them what is needed to find them.

    `row(number)` gives the cells of a row counted from 1; `remarks` are those of this sheet, each with the
    text that a reader is told.
    """
    spots = _spots(remarks)
    rows = rows_to_show(size[0], {place for place, _ in spots})
    columns = columns_to_show(size[1], {column for _, column in spots if column})
    lines = []
    for before, number in zip((0, *rows), rows, strict=False):
        texts = row(number)
        cells = tuple(_cell(texts[column - 1], spots.get((number, column))) for column in columns)
        lines.append(Line(number, _cell(str(number), spots.get((number, 0))), cells, number > before + 1))
    return Preview(sheet, tuple(column_name(one, "") for one in columns), tuple(lines))


def rows_to_show(count: int, marked: Iterable[int]) -> tuple[int, ...]:
    """The first rows and those around a finding, as many as fit, ascending."""
    near = (one for row in sorted(marked) for one in range(row - AROUND, row + AROUND + 1))
    wanted = dict.fromkeys((*range(1, FIRST + 1), *near))
    return tuple(sorted([one for one in wanted if 1 <= one <= count][:MOST_ROWS]))


def columns_to_show(count: int, marked: Iterable[int]) -> tuple[int, ...]:
    """The first columns; where there are more than fit, those with findings before the others."""
    wanted = dict.fromkeys((*sorted(marked), *range(1, count + 1)))
    return tuple(sorted([one for one in wanted if 1 <= one <= count][:MOST_COLUMNS]))


def _spots(remarks: Sequence[tuple[Remark, str]]) -> dict[tuple[int, int], Marked]:
    """By row and column (0: the whole row) the worst level found there and all that is told of it."""
    spots: dict[tuple[int, int], Marked] = {}
    for one, told in sorted(remarks, key=lambda pair: ORDER.index(pair[0].level)):
        if one.row is None:
            continue
        place = (one.row, one.column or 0)
        known = spots.get(place, Marked("", one.level))
        spots[place] = Marked("", known.level, f"{known.told}\n{told}".strip())
    return spots


def _cell(text: str, spot: Marked | None) -> Marked:
    shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return Marked(shown, spot.level, spot.told) if spot else Marked(shown)
