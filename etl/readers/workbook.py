"""A workbook → its visible sheets as text, cached values of formulas, and remarks on what is not plain."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pyarrow as pa

from etl.readers import limits
from etl.readers.archive import Package, looked_through
from etl.readers.document import FileRefused, Sheet
from etl.readers.printed import printed
from etl.readers.scan import Scan
from indicators.model import Remark, Severity

UNREADABLE = (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, OverflowError)
"""What openpyxl raises for a workbook that holds together as XML and not as a workbook."""


def read_workbook(data: bytes, file: str) -> tuple[tuple[Sheet, ...], tuple[Remark, ...]]:
    """The visible sheets that hold something. Raises FileRefused for no plain workbook of usual size."""
    package = looked_through(data, file)
    remarks = list(_links(package.names))
    sheets: list[Sheet] = []
    try:
        for name, state, rows, scan in _pages(package, file):
            if state != "visible":
                remarks.append(Remark("hidden_sheet", Severity.NOTE, name, found=name))
                continue
            remarks += _remarks(name, scan)
            sheets.append(_sheet(name, rows, scan))
    except UNREADABLE:
        raise FileRefused.because("broken_workbook", file) from None
    if not sheets:
        raise FileRefused.because("no_visible_sheet", file)
    return tuple(sheets), tuple(remarks)


def _pages(package: Package, file: str) -> Iterator[tuple[str, str, Iterable[tuple[Any, ...]], Scan]]:
    """Name, state, rows of cells and scan of each worksheet that holds anything."""
    from openpyxl import load_workbook  # slow to import, and a CSV needs none of it

    with warnings.catch_warnings(action="ignore", category=UserWarning):  # of extensions that are not read
        book = load_workbook(io.BytesIO(package.data), read_only=True, data_only=True, keep_links=False)
        if len(book.sheetnames) > limits.SHEETS:
            raise FileRefused.because("too_many_sheets", file, limit=limits.SHEETS)
        for page in book.worksheets:
            scan = package.scans[page._worksheet_path]
            _within(scan, file)
            if scan.rows:
                yield (
                    page.title[: limits.SHEET_NAME],
                    page.sheet_state,
                    page.iter_rows(1, scan.rows, 1, scan.columns),
                    scan,
                )


def _within(scan: Scan, file: str) -> None:
    """The grid that the furthest cells span, blank ones included."""
    if scan.columns > limits.COLUMNS:
        raise FileRefused.because("too_many_columns", file, limit=limits.COLUMNS)
    if scan.rows * scan.columns > limits.SHEET_CELLS:
        raise FileRefused.because("too_many_cells", file, limit=limits.SHEET_CELLS)


def _sheet(name: str, rows: Iterable[tuple[Any, ...]], scan: Scan) -> Sheet:
    texts = [[printed(cell)[: limits.CELL_LENGTH] for cell in row] for row in rows]
    full = (row + [""] * (scan.columns - len(row)) for row in texts)
    columns = tuple(pa.chunked_array([pa.array(cells, pa.string())]) for cells in zip(*full, strict=True))
    inside = [
        (top, left, min(bottom, scan.rows), min(right, scan.columns))
        for top, left, bottom, right in scan.merged
    ]
    return Sheet(name, columns, tuple(inside))


def _links(names: tuple[str, ...]) -> Iterator[Remark]:
    if any(name.lower().startswith("xl/externallinks/") for name in names):
        yield Remark("external_links", Severity.NOTE)


def _remarks(name: str, scan: Scan) -> Iterator[Remark]:
    """What a reader of the sheet would not see: formulas, hidden rows and columns."""
    note = Remark("formula", Severity.NOTE, name)
    if scan.formulas:
        row, column = scan.formulas[0]
        yield replace(note, row=row, column=column, said=(("count", str(len(scan.formulas))),))
    for row, column in scan.unvalued[: limits.SPELLED]:
        yield Remark("formula_without_value", Severity.ERROR, name, row, column)
    if len(scan.unvalued) > limits.SPELLED:
        count = (("count", str(len(scan.unvalued) - limits.SPELLED)),)
        yield Remark("formulas_without_value", Severity.ERROR, name, said=count)
    rows = [row for row in scan.hidden_rows if row <= scan.rows]
    if rows:
        yield Remark("hidden_rows", Severity.NOTE, name, rows[0], said=(("count", str(len(rows))),))
    columns = [first for first, _ in scan.hidden_columns if first <= scan.columns]
    if columns:
        yield Remark("hidden_columns", Severity.NOTE, name, column=columns[0])
