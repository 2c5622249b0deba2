"""How sheets are printed: landscape, one page wide, plan above and data version below."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from indicators.report.workbook.signs import allowed

A4, A3 = 9, 8
"""Their numbers in a spreadsheet."""
MARGIN, HEADER = 0.4, 0.65
"""Inches left and right, and above and below."""
PRINTED = 137.0
"""Width of an A4 sheet in landscape between the margins, in the unit of columns (7 px of 1/96 inch), less a
reserve: a machine without the usual font draws columns wider."""
SMALLEST = 0.6
"""Scale below which letters of 10 points are too small to read."""
LONGEST = 100
"""Characters of a text in a header or footer, which may hold 255 with codes and doubled ampersands."""


def paper(sheet: Worksheet, above: str, below: str, pages: str) -> None:
    """Size, margins, header and footer. `pages` is the sentence of the page number with its codes."""
    setup, margins = sheet.page_setup, sheet.page_margins
    setup.orientation, setup.paperSize = "landscape", A4
    margins.left = margins.right = MARGIN
    margins.top = margins.bottom = HEADER
    margins.header = margins.footer = HEADER / 2
    sheet.print_options.horizontalCentered = True
    sheet.oddHeader.left.text, sheet.oddHeader.right.text = plain(above), "&A"
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = plain(below), pages


def one_page_wide(sheet: Worksheet, width: float, *, long: bool) -> None:
    """As small as all columns need to fit, and unless it is `long` all rows.

    What would be too small to read on A4, `width` columns beside each other, asks for A3.
    """
    sheet.page_setup.paperSize = A3 if width * SMALLEST > PRINTED else A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0 if long else 1


def broken(sheet: Worksheet, rows: Iterable[int], width: float) -> None:
    """As small as `width` columns need, with a new page after some rows, which fitting to a page forbids."""
    sheet.sheet_properties.pageSetUpPr.fitToPage = False
    sheet.page_setup.paperSize = A4
    sheet.page_setup.scale = max(10, min(100, int(100 * PRINTED / width)))
    for row in rows:
        sheet.row_breaks.append(Break(id=row))


def plain(said: str) -> str:
    """A text that holds no codes, cut where a header would be too long."""
    return allowed(said)[:LONGEST].replace("&", "&&")
