"""Workbooks read back, for the tests of workbooks."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from indicators.units import MINUS


def opened(content):
    return load_workbook(io.BytesIO(content))


def shown(cell) -> str:
    """A cell as a spreadsheet shows it, for the formats that workbooks here use."""
    if not isinstance(cell.value, int | float):
        return cell.value or ""
    form = cell.number_format
    if ";" in form:
        form = form.split(";")[0 if cell.value > 0 else 1 if cell.value < 0 else 2].lstrip("-")
    plain, _, unit = form.partition('"')
    sign = "+" if plain.startswith("+") else MINUS if cell.value < 0 else ""
    digits = len(plain.partition(".")[2])
    return f"{sign}{abs(cell.value):.{digits}f}{unit.rstrip(chr(34))}"


def rows(sheet, heading) -> list[dict[str, str]]:
    """The table below the head that holds a heading, as texts."""
    head = next(row for row in sheet.iter_rows() if any(one.value == heading for one in row))
    names = [one.value for one in head]
    found = []
    for row in sheet.iter_rows(min_row=head[0].row + 1):
        if all(one.value is None for one in row):
            break
        found.append({name: shown(one) for name, one in zip(names, row, strict=True) if name})
    return found
