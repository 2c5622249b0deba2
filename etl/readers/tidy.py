"""A table of a sheet → figures, one a row: every column of figures with the labels of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.lexicon import normalise
from etl.readers import arrow, limits
from etl.readers.document import FIGURES, Sheet
from etl.readers.header import Table
from etl.readers.headings import Heading, plain, split_unit
from etl.readers.titles import FOOTER, Context
from etl.readers.vocabulary import Role
from etl.vocabulary import RATES

FOOT = 60
"""Rows at the end of a table among which remarks are looked for."""
CODES = {Role.INDICATOR: Role.INDICATOR_CODE, Role.AREA: Role.AREA_CODE}
"""Where a name is blank its code stands in."""


@dataclass(frozen=True)
class Body:
    """The rows of one table, from its first to `last`, and what the lines around it say."""

    sheet: Sheet
    table: Table
    context: Context
    last: int

    @property
    def count(self) -> int:
        """Number of rows."""
        return max(0, self.last - self.table.first + 1)

    @cached_property
    def places(self) -> list[int]:
        """The columns of figures; 上年 beside a column of years is none, as it names no year."""
        years = self.table.column(Role.YEAR) is not None
        return [place for place in self.table.figures if not (self.table.headings[place].back and years)]

    def cells(self, place: int) -> pa.Array:
        """A column of the body, counted from 0, as it stands."""
        return arrow.whole(self.sheet.columns[place].slice(self.table.first - 1, self.count))

    def words(self, place: int) -> pa.DictionaryArray:
        """A column of labels: a label merged over several rows stands in each of them.

        Only so: where a CSV leaves a label blank, nobody knows whether the one above it was meant.
        """
        cells = self.cells(place)
        blocks = [
            one for one in self.sheet.merged if one[1] == place + 1 and one[2] > one[0] >= self.table.first
        ]
        if blocks:
            texts = cells.to_pylist()
            for top, _, bottom, _ in blocks:
                first, last = top - self.table.first, min(bottom, self.last) - self.table.first
                texts[first : last + 1] = [texts[first]] * (last - first + 1)
            cells = pa.array(texts, pa.string())
        note = self.table.headings[place].role is Role.NOTE
        return arrow.trimmed(arrow.words(cells), limits.CELL_LENGTH if note else limits.LABEL_LENGTH)

    @cached_property
    def labels(self) -> dict[Role, pa.DictionaryArray]:
        """The columns of labels by role, the first of each."""
        found: dict[Role, pa.DictionaryArray] = {}
        for place, one in enumerate(self.table.headings):
            if one.label and one.role is not None and one.role not in found:
                found[one.role] = self.words(place)
        return found

    @cached_property
    def kept(self) -> arrow.Mask:
        """False for the rows of remarks below a table: 注：…, 填表人：…"""
        keep = np.ones(self.count, bool)
        tail = min(FOOT, self.count)
        for place, row in enumerate(self.sheet.head(tail, self.last - tail + 1), start=self.count - tail):
            keep[place] = not FOOTER.match(next((cell for cell in row if cell.strip()), ""))
        return keep


def unpivot(body: Body) -> pa.Table:
    """All figures of a table; a blank cell is no figure. Row by row, as one reads."""
    tables = [_column(body, place) for place in body.places]
    if len(tables) == 1:
        return tables[0]
    together = pa.concat_tables(tables).unify_dictionaries().combine_chunks()
    return together.take(pc.sort_indices(together, [("row", "ascending"), ("column", "ascending")]))


def _column(body: Body, place: int) -> pa.Table:
    one = body.table.headings[place]
    values = arrow.shortened(arrow.unwrapped(arrow.text(body.cells(place))), limits.LABEL_LENGTH)
    keep = body.kept & ~arrow.blank(values)
    rows = np.arange(body.table.first, body.table.first + body.count, dtype=np.int32)
    count = int(keep.sum())
    columns = _said(body, one) | {
        "row": pa.array(rows),
        "value": values,
    }
    if count < body.count:
        mask = pa.array(keep)
        columns = {name: column.filter(mask) for name, column in columns.items()}
    columns |= {
        "sheet": arrow.constant(body.sheet.name, count),
        "column": pa.array(np.full(count, place + 1, np.int32)),
        "heading": arrow.constant(one.text, count),
    }
    return pa.table([columns[name] for name in FIGURES.names], schema=FIGURES)


def _said(body: Body, one: Heading) -> dict[str, pa.Array]:
    """Each thing from the column's heading, else the row's label, else the lines around the table."""
    about = body.context
    year = one.year or (str(int(about.year) - (one.back or 0)) if about.year else "")
    return {
        "indicator": _named(body, Role.INDICATOR, one.indicator, about.indicator),
        "area": _named(body, Role.AREA, one.area, about.area),
        "year": _named(body, Role.YEAR, one.year, year),
        "measure": _named(body, Role.MEASURE, one.measure),
        "unit": _unit(body, one),
        "status": _named(body, Role.STATUS, one.status, about.status),
        "note": _named(body, Role.NOTE, ""),
    }


def _named(body: Body, role: Role, headed: str, around: str = "") -> pa.DictionaryArray:
    columns = [body.labels[one] for one in (role, CODES.get(role)) if one in body.labels]
    if headed or not columns:
        return arrow.constant(headed or around, body.count)
    return arrow.first_of([*columns, *([arrow.constant(around, body.count)] if around else [])])


def _unit(body: Body, one: Heading) -> pa.DictionaryArray:
    """A rate takes no unit but its own heading's: the others are those of the amounts beside it."""
    if one.unit or one.rate:
        return arrow.constant(one.unit, body.count)
    columns = [body.labels[Role.UNIT]] if Role.UNIT in body.labels else []
    around = body.context.unit
    if one.indicator:
        columns.append(arrow.constant(_around(one.indicator, around), body.count))
    elif around and (names := body.labels.get(Role.INDICATOR)) is not None:
        units = [_around(name, around) for name in names.dictionary.to_pylist()]
        columns.append(arrow.renamed(names, pa.array(units, pa.string())))
    else:
        columns.append(arrow.constant(around, body.count))
    return arrow.first_of(columns)


def _around(name: str, unit: str) -> str:
    """A title's unit for an indicator; none if its name tells its own: 常住人口（万人）, 地区生产总值增速."""
    own = split_unit(plain(name))[1] or normalise(name).endswith(tuple(RATES))
    return "" if own else unit
