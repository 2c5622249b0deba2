"""How large a file may be, and why: what lies beyond is refused before it costs memory or time."""

MEGABYTE = 1_000_000

CSV_BYTES = 100 * MEGABYTE
"""A million rows of six columns take 40 to 60 MB; a city has some thousand figures a year."""
XLSX_BYTES = 20 * MEGABYTE
"""A workbook is packed about five to one, so this is as much as a CSV of the size above."""
XLSX_UNPACKED = 100 * MEGABYTE
"""All parts of a workbook after unpacking: five times the largest file."""
XLSX_ELEMENTS = 2_000_000
"""Elements of all parts, two to four a cell: half a million cells, read in half a minute."""
XLSX_RATIO = 200
"""Sheets of numbers shrink five to twenty times, repetitive ones a hundred; a bomb a thousand times."""
RATIO_FREE = MEGABYTE
"""Parts this small may be packed at any ratio: a nearly empty sheet is."""
XLSX_PARTS = 2_000
"""Files inside a workbook; one with fifty sheets and drawings has a few hundred."""
SHEETS = 50
"""Thirty indicators with a sheet each, and some notes."""
ROWS = 1_048_576
"""Rows of a sheet in Excel: what is longer cannot be looked at there."""
COLUMNS = 1_000
"""A sheet of two measures of thirty indicators over fifteen years has 900."""
CELLS = 20 * MEGABYTE
"""Cells of a CSV, blank ones included: a million rows of twenty columns."""
SHEET_CELLS = 2_000_000
"""Cells of the grid that a sheet's furthest values span, blank ones too: 100,000 rows of twenty columns."""
CELL_LENGTH = 32_767
"""Characters of a cell in Excel."""
LABEL_LENGTH = 200
"""Characters of a label or a figure's cell that are kept: the longest name in use has forty."""
SHEET_NAME = 31
"""Characters of a sheet's name in Excel."""
ROW_LENGTH = 1_000_000
"""Characters of a row: a thousand columns of a thousand each."""
NAME_LENGTH = 120
"""Characters of a file's name that are kept: fits a line of a table and any file system."""
SHOWN = 80
"""Characters of a cell, a line or a sheet's first rows that a remark repeats."""
SPELLED = 50
"""Cells or rows of one kind that are named one by one: who has more mends these first."""
