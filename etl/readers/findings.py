"""What there is to say of a table's layout: what is lacking, not understood, or taken from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from etl.lexicon import Lexicon, normalise
from etl.readers import arrow, limits
from etl.readers.columns import LOOKED_AT, numeric
from etl.readers.document import Sheet
from etl.readers.header import HEAD, KINDS, NUMBER, Table
from etl.readers.headings import plain
from etl.readers.tidy import CODES, Body
from etl.readers.vocabulary import Role
from indicators.model import Remark, Severity

NUMBERS = 3
"""Numbers in a sheet from which on leaving it out must be confirmed."""


def missing(body: Body) -> list[Remark]:
    """Figures of which nothing tells the indicator, the area or the year."""
    found = " ".join(one.text for one in body.table.headings if one.text)[: limits.SHOWN]
    return [
        Remark(f"no_{what}", Severity.ERROR, body.sheet.name, body.table.top, found=found)
        for what in KINDS.values()
        if not any(_sources(body, what))
    ]


def from_titles(body: Body) -> list[Remark]:
    """What holds for a whole table because a title, the sheet's name or the file's says so."""
    return [
        Remark(
            f"{what}_from_title",
            Severity.NOTE,
            body.sheet.name,
            found=body.context.line(what)[: limits.SHOWN],
            said=(("word", getattr(body.context, what)),),
        )
        for what in KINDS.values()
        if _sources(body, what) == (False, True)
    ]


def _sources(body: Body, what: str) -> tuple[bool, bool]:
    """Whether a column or the headings tell an indicator, area or year of every figure, and whether a
    title does."""
    role = next(role for role, kind in KINDS.items() if kind == what)
    column = body.table.column(role, CODES.get(role, role)) is not None
    headed = all(getattr(body.table.headings[place], what) for place in body.places)
    return column or headed, bool(getattr(body.context, what))


def year_filled_in(sheet: Sheet, table: Table, year: str) -> Remark:
    """The year of a growth that stands beside years without one."""
    return Remark("year_from_headings", Severity.NOTE, sheet.name, table.top, said=(("word", year),))


def ignored(body: Body) -> Iterator[Remark]:
    """Columns that hold something and are not read; leaving out numbers has to be confirmed."""
    seen: set[Role] = set()
    for place, one in enumerate(body.table.headings):
        again = one.role in seen and one.label
        seen |= {one.role} if one.role else set()
        if place in body.places or (one.role not in (None, Role.PART) and not again and not one.value):
            continue
        where = (body.sheet.name, body.table.top, place + 1)
        cells = [plain(cell) for cell in body.cells(place).slice(0, LOOKED_AT).to_pylist()]
        if one.role is Role.PART and any(cells):
            yield Remark("part_of_year", Severity.WARNING, *where, one.text, one.text)
        elif any(cells) and (one.text or not _outside(body, place)):
            level = Severity.WARNING if numeric(cells) and not one.difference else Severity.NOTE
            yield Remark(
                "column_ignored",
                level,
                *where,
                one.text,
                one.text or next(filter(None, cells))[: limits.SHOWN],
            )


def _outside(body: Body, place: int) -> bool:
    """Whether a column belongs to another table beside this one."""
    known = [at for at, one in enumerate(body.table.headings) if one.known]
    return bool(known) and not known[0] <= place <= known[-1]


def merged_values(body: Body) -> list[Remark]:
    """Figures merged over several cells: only the first of them counts."""
    places = {place + 1 for place in body.places}
    return [
        Remark(
            "merged_value",
            Severity.WARNING,
            body.sheet.name,
            top,
            left,
            found=body.sheet.text(top, left)[: limits.SHOWN],
        )
        for top, left, bottom, right in body.sheet.merged
        if body.table.first <= top <= body.last
        and (places & {left} and bottom > top or len(places & set(range(left, right + 1))) > 1)
        and body.sheet.text(top, left).strip()
    ][: limits.SPELLED]


def conflicts(body: Body, lexicon: Lexicon) -> Iterator[Remark]:
    """Rows whose code means another indicator or area than their name: one of the two is a slip."""
    for role, known in ((Role.INDICATOR, lexicon.indicators), (Role.AREA, lexicon.areas)):
        code = CODES[role]
        if role not in body.labels or code not in body.labels:
            continue
        meant, coded = (_meanings(body.labels[one], known) for one in (role, code))
        differ = np.flatnonzero((meant >= 0) & (coded >= 0) & (meant != coded) & body.kept)
        yield from (_differing(body, role, int(row)) for row in differ[: limits.SPELLED])


def _meanings(column: pa.DictionaryArray, known: Mapping[str, str]) -> npt.NDArray[np.int64]:
    """A number for the code that each row's word means, -1 where it means none."""
    numbers = {code: number for number, code in enumerate(dict.fromkeys(known.values()))}
    meant = [numbers.get(known.get(normalise(word), ""), -1) for word in column.dictionary.to_pylist()]
    return np.array(meant, np.int64)[arrow.codes(column)]


def _differing(body: Body, role: Role, row: int) -> Remark:
    place = body.table.column(CODES[role]) or 0
    name, code = (str(body.labels[one][row].as_py()) for one in (role, CODES[role]))
    where = (body.sheet.name, body.table.first + row, place + 1, body.table.headings[place].text)
    return Remark("code_and_name_differ", Severity.ERROR, *where, code, (("word", name),))


def no_layout(sheet: Sheet, others: bool) -> Remark:
    """A sheet without a table: an error if there is no other, else a note; a warning if it holds numbers."""
    rows = sheet.head(HEAD)
    lines = (" ".join(cell for cell in row if cell.strip()) for row in rows)
    found = " / ".join(line for line in lines if line)[: limits.SHOWN]
    numbers = sum(bool(NUMBER.fullmatch(plain(cell))) for row in rows for cell in row)
    if not others:
        return Remark("no_layout", Severity.ERROR, sheet.name, found=found)
    level = Severity.WARNING if numbers >= NUMBERS else Severity.NOTE
    return Remark("sheet_not_read", level, sheet.name, found=found)


def no_figures(whole: pa.Table, remarks: tuple[Remark, ...]) -> Iterator[Remark]:
    """A file without a single figure, where nothing else says why."""
    if not whole.num_rows and not any(one.level is Severity.ERROR for one in remarks):
        yield Remark("no_figures", Severity.ERROR)
