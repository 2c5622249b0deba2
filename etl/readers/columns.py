"""Columns that their heading alone does not explain: by their cells, or by the headings beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.lexicon import Lexicon, normalise
from etl.readers.header import KINDS, NUMBER, YEAR, Table, repeats
from etl.readers.headings import Heading, named_indicator, plain, split_unit
from etl.readers.vocabulary import Role, is_unit

LOOKED_AT = 200
"""Rows of the body by which a column is recognised."""
BESIDE = (Role.INDICATOR, Role.AREA)
"""Labels that begin a second table beside the first when they come again."""


def explained(table: Table, body: list[list[str]], lexicon: Lexicon) -> Table:
    """The table with roles for columns whose heading is blank, unknown or that of the figures beside them."""
    cells = [[plain(cell) for cell in column] for column in zip(*body, strict=True)] or [
        [] for _ in table.headings
    ]
    figures = [table.headings[place] for place in table.figures]
    kind = next(
        (kind for kind in KINDS.values() if figures and all(getattr(one, kind) for one in figures)), ""
    )
    headings: list[Heading] = []
    for one, column in zip(table.headings, cells, strict=True):
        bare = replace(one, role=None) if repeats(one, figures) else one
        roles = {other.role for other in (*headings, *table.headings[len(headings) + 1 :])}
        headings.append(bare if bare.known else _explained(bare, column, roles, kind, lexicon))
    return replace(table, headings=tuple(headings))


def _explained(
    one: Heading, cells: list[str], taken: set[Role | None], kind: str, lexicon: Lexicon
) -> Heading:
    """A role by the cells; or a name like those of the figures beside it that nobody knows yet."""
    role = _role(cells, lexicon)
    if role and role not in taken:
        return replace(one, role=role)
    if one.text and kind in ("indicator", "area") and numeric(cells) and not YEAR.match(one.text):
        name, unit = split_unit(one.text)
        return replace(one, unit=unit, indicator=name) if kind == "indicator" else replace(one, area=one.text)
    return one


def _role(cells: list[str], lexicon: Lexicon) -> Role | None:
    """The role that at least half of the cells speak for."""
    tests: dict[Role, Callable[[str], bool]] = {
        Role.INDICATOR: lambda word: named_indicator(split_unit(word)[0], lexicon),
        Role.AREA: lambda word: normalise(word) in lexicon.areas,
        Role.YEAR: lambda word: bool(YEAR.fullmatch(word)),
        Role.UNIT: is_unit,
    }
    return next((role for role, test in tests.items() if _most(cells, test)), None)


def numeric(cells: list[str]) -> bool:
    """Whether at least half of the cells that hold anything are numbers."""
    return _most(cells, lambda cell: bool(NUMBER.fullmatch(cell)))


def _most(cells: list[str], test: Callable[[str], bool]) -> bool:
    words = [cell for cell in cells if cell]
    return bool(words) and 2 * sum(map(test, words)) >= len(words)


def beside(table: Table) -> Iterator[Table]:
    """Tables side by side in the same rows, each with its own labels: 指标 数值 指标 数值."""
    starts = [0]
    for role in BESIDE:
        again = [place for place, one in enumerate(table.headings) if one.role is role][1:]
        for place in again:
            if any(starts[-1] < at < place for at in table.figures):
                starts.append(place)
        if len(starts) > 1:
            break
    for start, end in zip(starts, [*starts[1:], len(table.headings)], strict=True):
        inside = (one if start <= place < end else Heading() for place, one in enumerate(table.headings))
        yield replace(table, headings=tuple(inside))


def dated(table: Table, year: str) -> tuple[Table, str]:
    """A growth beside years is that of the latest of them, unless a title says the year.

    The table, and the year that was filled in ("" where none was).
    """
    years = [table.headings[place].year for place in table.figures]
    latest = max(years, default="")
    if not latest or all(years) or year or table.column(Role.YEAR) is not None:
        return table, ""
    headings = (
        replace(one, year=latest) if one.value and not one.year and one.back is None else one
        for one in table.headings
    )
    return replace(table, headings=tuple(headings)), latest
