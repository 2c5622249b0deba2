"""A delimited text file → one sheet: separator detected, rows as the file has them, in bounded memory."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from etl.readers import limits
from etl.readers.arrow import WORDS
from etl.readers.document import FileRefused, Sheet

SEPARATORS = (",", "\t", ";", "，", "；", "|")
"""What parts the cells of a row; where several would do, the one that makes more columns, then the first."""
SAMPLE_BYTES = 200_000
SAMPLE_ROWS = 1_000
"""What is looked at to find the separator and which columns repeat their words."""
BLANK_TAIL = 1_000
"""Bytes at the end that may be blank lines."""
BATCH = 50_000
"""Rows that are held as Python objects at a time."""


def read_delimited(data: bytes, file: str) -> tuple[Sheet, str]:
    """The sheet of a UTF-8 text, and its separator. Raises FileRefused beyond the limits."""
    said, data = _declared(data)
    head = data[:SAMPLE_BYTES].decode("utf-8", "ignore")
    separator = said or detect(head)
    sample = _sample(head, separator, cut=len(data) > SAMPLE_BYTES)
    _within(max(map(len, sample), default=0), "columns", limits.COLUMNS, file)
    columns = _fast(data, separator, sample) or _slow(data, separator, file)
    for column in columns:
        _within(len(column), "rows", limits.ROWS, file)
        _within(len(column) * len(columns), "cells", limits.CELLS, file)
        _within(_longest(column), "characters", limits.CELL_LENGTH, file)
    return Sheet("", tuple(columns)), separator


def detect(head: str) -> str:
    """The separator under which most rows have the same number of cells, two at least."""
    return max(SEPARATORS, key=lambda one: _agreement(_sample(head, one, cut=False)))


def _agreement(rows: list[list[str]]) -> tuple[int, int]:
    """How many rows share the usual width, and that width; (0, 0) where the usual is a single cell."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _declared(data: bytes) -> tuple[str, bytes]:
    """Excel's first line `sep=;`: the separator, and the rest. Excel does not show that line as a row."""
    first, _, rest = data[:20].partition(b"\n")
    line = first.rstrip(b"\r").strip(b'"').lower()
    if not line.startswith(b"sep=") or len(line) != len(b"sep=;"):
        return "", data
    return line[-1:].decode("ascii", "ignore"), data[len(first) + 1 :]


def _sample(head: str, separator: str, cut: bool) -> list[list[str]]:
    try:
        rows = list(islice(csv.reader(io.StringIO(head, newline=""), delimiter=separator), SAMPLE_ROWS))
    except csv.Error:
        return []
    return rows[:-1] if cut and 1 < len(rows) < SAMPLE_ROWS else rows


def _fast(data: bytes, separator: str, sample: list[list[str]]) -> list[pa.ChunkedArray]:
    """Columns read by Arrow, lines of titles above put before them; none where rows differ in length."""
    while sample and not sample[-1]:
        sample = sample[:-1]
    width = len(sample[-1]) if sample else 0
    titles = next((place for place, row in enumerate(sample) if len(row) == width), 0)
    above, rows = sample[:titles], sample[titles:]
    start = _beginning(data, above, separator)
    if not width or start is None or not separator.isascii() or any(len(row) != width for row in rows):
        return []
    kinds = [_kind(cells) for cells in zip(*rows, strict=True)]
    table = _arrow(data, start, separator, kinds)
    if table is None or max(map(len, above), default=0) > width:
        return []
    lines = zip(*(row + [""] * (width - len(row)) for row in above), strict=True) if above else [()] * width
    parts = zip(lines, table.columns, kinds, strict=True)
    columns = [pa.chunked_array([_typed(cells, kind), *column.chunks]) for cells, column, kind in parts]
    return [column.unify_dictionaries() for column in columns]


def _beginning(data: bytes, above: list[list[str]], separator: str) -> int | None:
    """The byte at which the row after some lines begins; None where those are not a plain line each."""
    lines = io.StringIO(data[:SAMPLE_BYTES].decode("utf-8", "ignore"), newline="").readlines()[: len(above)]
    text = "".join(lines)
    plainly = (
        '"' not in text and [next(csv.reader([line], delimiter=separator), []) for line in lines] == above
    )
    return len(text.encode()) if plainly else None


def _arrow(data: bytes, start: int, separator: str, kinds: list[pa.DataType]) -> pa.Table | None:
    """The rows from a byte on; None where Arrow cannot read them as Python's csv does."""
    names = [str(number) for number in range(len(kinds))]
    quoted = b'"' in data
    end = len(data) if quoted else len(data) - _blank_lines(data)
    try:
        return arrow_csv.read_csv(
            pa.BufferReader(pa.py_buffer(memoryview(data)[start:end])),
            arrow_csv.ReadOptions(column_names=names),
            arrow_csv.ParseOptions(delimiter=separator, newlines_in_values=quoted, ignore_empty_lines=False),
            arrow_csv.ConvertOptions(
                column_types=dict(zip(names, kinds, strict=True)),
                check_utf8=False,  # it is: the encoding was decided before
                null_values=[],
                strings_can_be_null=False,
                quoted_strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None


def _blank_lines(data: bytes) -> int:
    """Bytes of the blank lines at the end, which Arrow would take for short rows."""
    tail = data[-BLANK_TAIL:]
    return len(tail) - len(tail.rstrip(b"\r\n"))


def _typed(cells: tuple[str, ...], kind: pa.DataType) -> pa.Array:
    column = pa.array(cells, pa.string())
    return column.dictionary_encode() if kind == WORDS else column


def _kind(cells: tuple[str, ...]) -> pa.DataType:
    """Words for a column that repeats them, text for one of ever new cells."""
    return pa.string() if len(set(cells)) > max(50, len(cells) // 2) else WORDS


def _slow(data: bytes, separator: str, file: str) -> list[pa.ChunkedArray]:
    """Columns read by Python's csv, short rows filled up with blanks; read twice, to know the width first."""
    count, width = 0, 0
    for row in _records(data, separator, file):
        count, width = count + 1, max(width, len(row))
        _within(width, "columns", limits.COLUMNS, file)
        _within(count, "rows", limits.ROWS, file)
        _within(count * width, "cells", limits.CELLS, file)
    records = _records(data, separator, file)
    parts = [_columns(batch, width) for batch in iter(lambda: list(islice(records, BATCH)), [])]
    return [pa.chunked_array(list(chunks), pa.string()) for chunks in zip(*parts, strict=True)]


def _records(data: bytes, separator: str, file: str) -> Iterator[list[str]]:
    lines = _Lines(data, file)
    try:
        for record in csv.reader(lines, delimiter=separator):
            lines.since = 0
            yield record
    except csv.Error:
        raise FileRefused.because("too_many_characters", file, limit=limits.CELL_LENGTH) from None


class _Lines:
    """Lines of a text; refuses a record that grows beyond its limit before it is taken apart."""

    def __init__(self, data: bytes, file: str) -> None:
        self.text, self.file, self.since = io.TextIOWrapper(io.BytesIO(data), "utf-8", newline=""), file, 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self.text)
        self.since += len(line)
        _within(self.since, "characters", limits.ROW_LENGTH, self.file)
        return line


def _columns(batch: list[list[str]], width: int) -> list[pa.Array]:
    full = (row + [""] * (width - len(row)) for row in batch)
    return [pa.array(cells, pa.string()) for cells in zip(*full, strict=True)]


def _longest(column: pa.ChunkedArray) -> int:
    """Characters of the longest cell."""
    words = [chunk.dictionary if column.type == WORDS else chunk for chunk in column.chunks]
    return max((pc.max(pc.utf8_length(part)).as_py() or 0 for part in words), default=0)


def _within(found: int, what: str, allowed: int, file: str) -> None:
    if found > allowed:
        raise FileRefused.because(f"too_many_{what}", file, limit=allowed)
