"""A document's sheets → figures in the file's own words, whatever way the tables are laid out.

Every column of figures is read the same way: whose figure it is, of which year, measure and unit is told by
the heading, else by the labels of the row, else by the lines around the table. Long tables, years or areas
or indicators as columns, and headings of several rows are all cases of this.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pyarrow as pa

from etl.lexicon import Lexicon
from etl.readers.columns import LOOKED_AT, beside, dated, explained
from etl.readers.document import FIGURES, Document, Sheet
from etl.readers.findings import (
    conflicts,
    from_titles,
    ignored,
    merged_values,
    missing,
    no_figures,
    no_layout,
    year_filled_in,
)
from etl.readers.header import HEAD, Table, find_table
from etl.readers.stacked import above, title_lines, tops
from etl.readers.tidy import Body, unpivot
from etl.readers.titles import context
from indicators.model import Remark
from indicators.words import LANGUAGES, say


def figures(document: Document, lexicon: Lexicon) -> tuple[pa.Table, tuple[Remark, ...]]:
    """Every figure of the document (FIGURES), and remarks on what was not understood or taken from titles."""
    tables: list[pa.Table] = []
    remarks: list[Remark] = []
    unread: list[Sheet] = []
    for sheet in document.sheets:
        found = list(_bodies(sheet, document, lexicon))
        unread += [] if found else [sheet]
        for body, said in found:
            part, more = _read(body, lexicon)
            tables.append(part)
            remarks += [*said, *more]
    unread = [sheet for sheet in unread if sheet.rows and not (tables and _notes(sheet))]
    remarks += [no_layout(sheet, others=bool(tables)) for sheet in unread]
    whole = (
        pa.concat_tables(tables).unify_dictionaries().combine_chunks() if tables else FIGURES.empty_table()
    )
    once = tuple(dict.fromkeys(remarks))
    return whole, (*once, *no_figures(whole, (*document.remarks, *once)))


def _notes(sheet: Sheet) -> bool:
    """Whether a sheet is the notes of our own form: lines of text, in which nobody misses figures."""
    named = sheet.name in {say(lang, "upload.form.notes_sheet") for lang in LANGUAGES}
    return named and sheet.rows <= HEAD and all(sum(map(bool, row)) <= 1 for row in sheet.head(HEAD))


def _read(body: Body, lexicon: Lexicon) -> tuple[pa.Table, list[Remark]]:
    lacking = missing(body)
    remarks = [*ignored(body), *from_titles(body), *merged_values(body), *conflicts(body, lexicon), *lacking]
    return (FIGURES.empty_table() if lacking or not body.places else unpivot(body)), remarks


def _bodies(sheet: Sheet, document: Document, lexicon: Lexicon) -> Iterator[tuple[Body, list[Remark]]]:
    """The tables of a sheet, one under the other and side by side, each with the lines that speak of it."""
    start, names = 1, (sheet.name, document.file.rpartition(".")[0])
    table = _table(sheet, start, lexicon)
    head = above(sheet, table.top, start) if table else []
    while table:
        following = _following(sheet, table, lexicon)
        titled = title_lines(sheet, following, table.first) if following <= sheet.rows else 0
        last = following - titled - 1
        lines = context(above(sheet, table.top, start), head, names, lexicon)
        for one in beside(table):
            whole, year = dated(one, lines.year)
            said = [year_filled_in(sheet, whole, year)] if year else []
            yield Body(sheet, whole, lines, last), said
        start = last + 1
        table = _table(sheet, following, lexicon) if following <= sheet.rows else None


def _following(sheet: Sheet, table: Table, lexicon: Lexicon) -> int:
    """The row in which another table begins below this one, one beyond the last row where none does."""
    found = ((top, _table(sheet, top, lexicon)) for top in tops(sheet, table))
    return next((top for top, other in found if other and other.top == top), sheet.rows + 1)


def _table(sheet: Sheet, start: int, lexicon: Lexicon) -> Table | None:
    """The table whose heading is found from row `start` on."""
    rows = sheet.head(HEAD + LOOKED_AT, start)
    found = find_table(rows, lexicon)
    if not found:
        return None
    whole = explained(found, rows[found.first - 1 :][:LOOKED_AT], lexicon)
    return replace(whole, top=found.top + start - 1, first=found.first + start - 1)
