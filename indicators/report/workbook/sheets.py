"""Sheets of a workbook: titles, tables of real numbers, widths that fit Chinese, heads kept in sight."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from indicators.model import Verdict
from indicators.palette import HAIRLINE, INK, PANEL, SECONDARY, VERDICTS
from indicators.typesetting import width
from indicators.units import MISSING, Shown, parsed

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Noto Sans SC"
"""Named only: where it is not installed, a spreadsheet takes its own font for Chinese."""
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What no XLSX may hold."""
LONGEST = 32_767
"""Characters of a cell."""
WIDEST = 44.0
"""Characters a column is wide at most; longer texts go over several lines."""
MOST_ROWS = 1_000_000
"""Rows of a table; a sheet has 1,048,576."""

Rows = Sequence[Mapping[str, str]]


def title(sheet: Worksheet, lines: Sequence[str]) -> None:
    """The heading of a sheet in bold, and what is to be known of it below."""
    for number, line in enumerate(lines, start=1):
        cell = sheet.cell(number, 1)
        put(cell, line)
        cell.font = font(size=14, bold=True) if number == 1 else font(colour=SECONDARY)


def table(sheet: Worksheet, rows: Rows, numbers: Sequence[str] = (), *, muted: Sequence[bool] = ()) -> int:
    """Rows below a head, from the first free row on; gives the row of the head.

    Cells of the columns `numbers` are real numbers, wherever their text is one plain value.
    """
    head: int = 1 if sheet["A1"].value is None else sheet.max_row + 2
    names = list(rows[0]) if rows else []
    for at, name in enumerate(names, start=1):
        cell = sheet.cell(head, at)
        put(cell, name)
        _head(cell)
    for number, row in enumerate(rows[:MOST_ROWS]):
        grey = number < len(muted) and muted[number]
        for at, name in enumerate(names, start=1):
            cell = sheet.cell(head + 1 + number, at)
            _value(cell, row[name], number=name in numbers)
            cell.font = font(colour=SECONDARY if grey else INK)
    _widen(sheet, rows)
    return head


def finish(sheet: Worksheet, head: int, footer: str, *, filtered: bool = True) -> None:
    """Head in sight and on every page, filter, landscape, one page wide, page numbers."""
    last = f"{sheet.cell(max(sheet.max_row, head), sheet.max_column).coordinate}"
    sheet.freeze_panes = f"A{head + 1}"
    if filtered and sheet.max_row > head:
        sheet.auto_filter.ref = f"A{head}:{last}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.print_area = f"A1:{last}"
    _paper(sheet, footer)
    sheet.sheet_view.showGridLines = False


def gallery(sheet: Worksheet, footer: str, lines: int, high: int) -> None:
    """A sheet of `lines` of charts, each `high` rows high: two of them a page, none cut."""
    from openpyxl.worksheet.pagebreak import Break

    for line in range(2, lines, 2):
        sheet.row_breaks.append(Break(id=line * high))
    sheet.print_area = f"A1:R{max(lines, 1) * high}"
    _paper(sheet, footer)
    sheet.sheet_view.showGridLines = False


def put(cell: Cell, text: str) -> None:
    """A text, never a formula, whatever it begins with."""
    cell.value = FORBIDDEN.sub(" ", text)[:LONGEST]
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in "=+-@"


def verdict(cell: Cell, found: Verdict, word: str) -> None:
    """Mark and word of a verdict in its colours."""
    look = VERDICTS[found]
    put(cell, f"{look.mark} {word}")
    cell.font = font(bold=True, colour=look.text)
    cell.fill = fill(look.tint)


def font(*, size: int = 10, bold: bool = False, colour: str = INK) -> Any:
    """The font of the workbook."""
    from openpyxl.styles import Font

    return Font(name=FONT, size=size, bold=bold, color=colour.removeprefix("#"))


def fill(colour: str) -> Any:
    """A plain background."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=colour.removeprefix("#"))


def number_format(shown: Shown) -> str:
    """How a spreadsheet writes the number as it was shown: `0.0"%"`."""
    plain = "0" + ("." + "0" * shown.digits if shown.digits else "")
    told = plain + (f'"{shown.unit}"' if shown.unit else "")
    return f"+{told};-{told};{told}" if shown.signed else told


def _paper(sheet: Worksheet, footer: str) -> None:
    """A4 landscape, one page wide, the data version and the page number at the foot."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = footer.replace("&", "&&"), "&P / &N"


def _value(cell: Cell, text: str, *, number: bool) -> None:
    from openpyxl.styles import Alignment

    shown = parsed(text) if number else None
    if shown is None:
        put(cell, text)
        right = number and text == MISSING
        cell.alignment = Alignment(
            horizontal="right" if right else "left", vertical="top", wrap_text=not right
        )
        return
    cell.value, cell.number_format = shown.value, number_format(shown)
    cell.alignment = Alignment(horizontal="right", vertical="top")


def _head(cell: Cell) -> None:
    from openpyxl.styles import Alignment, Border, Side

    cell.font = font(bold=True, colour=SECONDARY)
    cell.fill = fill(PANEL)
    cell.border = Border(bottom=Side("thin", color=HAIRLINE.removeprefix("#")))
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _widen(sheet: Worksheet, rows: Rows) -> None:
    """A full-width character counts two; a column that another table has widened stays as wide."""
    from openpyxl.utils import get_column_letter

    for at, name in enumerate(rows[0] if rows else (), start=1):
        wanted = 2 + 2 * max(width(name), *(width(row[name]) for row in rows[:MOST_ROWS]))
        column = sheet.column_dimensions[get_column_letter(at)]
        column.width = max(min(wanted, WIDEST), column.width if column.customWidth else 8.0)
