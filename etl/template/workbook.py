"""The form as a workbook: headings that stay, locked cells, lists of what is allowed."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from etl.template import COLUMNS, FILLED_IN, Line, headings
from indicators.palette import HAIRLINE, INK, PANEL, SECONDARY
from indicators.report.workbook.settled import settled
from indicators.rows.owed import due
from indicators.rows.reading import Reading

WIDTHS = {"code": 22, "indicator": 34, "area": 14, "year": 8, "measure": 12, "value": 16, "unit": 18}
WIDTHS |= {"status": 12, "note": 26, "last": 26, "definition": 70}
"""In Latin characters; a Chinese one is two wide."""
FONT = "Noto Sans SC"
LAST_ROW = 200
"""Down to here cells may be filled in: figures of other areas can be added below the form's own."""
NOTES = ("what", "fill", "unit", "status", "missing", "extra", "back")
"""The sentences of the second sheet, under `upload.notes`."""


def workbook(read: Reading, lines: Sequence[Line], department: str, year: int) -> bytes:
    """The form and a sheet of notes, without a word about who made it or when."""
    book = Workbook()
    sheet = book.active
    sheet.title = read.say("upload.form.sheet")
    _fill(sheet, [headings(read), *(line.texts for line in lines)])
    _look(sheet, len(lines))
    _restrict(sheet, read, lines)
    _notes(book.create_sheet(read.say("upload.form.notes_sheet")), read, department, year)
    book.properties.creator = ""
    book.properties.title = read.say("upload.form.title", year=year, department=whose(read, department))
    return settled(book)


def whose(read: Reading, department: str) -> str:
    """The department's name, or that it is for all."""
    return read.department(department) if department else read.say("department.all")


def _fill(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    """Texts as texts, whatever they begin with; only the year is a number."""
    year = COLUMNS.index("year")
    for row, texts in enumerate(rows, start=1):
        for place, text in enumerate(texts):
            if text:
                cell = sheet.cell(row, place + 1, int(text) if row > 1 and place == year else text)
                cell.data_type = "n" if row > 1 and place == year else "s"


def _look(sheet: Worksheet, count: int) -> None:
    line = Side(style="thin", color=_colour(HAIRLINE))
    for place, column in enumerate(COLUMNS, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = WIDTHS[column]
        _head(sheet.cell(1, place))
        for row in range(2, count + 2):
            cell = sheet.cell(row, place)
            cell.border = Border(top=line, bottom=line, left=line, right=line)
            cell.alignment = Alignment(wrap_text=column in ("definition", "note"), vertical="center")
            cell.font = Font(name=FONT, size=10, color=_colour(INK if column in FILLED_IN else SECONDARY))
            if column not in FILLED_IN:
                cell.fill = PatternFill("solid", fgColor=_colour(PANEL))
    sheet.freeze_panes = "C2"


def _head(cell: Cell) -> None:
    cell.font = Font(name=FONT, size=10, bold=True, color=_colour(INK))
    cell.fill = PatternFill("solid", fgColor=_colour(HAIRLINE))
    cell.alignment = Alignment(vertical="center")


def _restrict(sheet: Worksheet, read: Reading, lines: Sequence[Line]) -> None:
    """Lock all but the cells to fill in, and offer what these may hold; there is no password."""
    for row in range(2, LAST_ROW + 1):
        free = FILLED_IN if row < len(lines) + 2 else COLUMNS
        for column in free:
            sheet.cell(row, COLUMNS.index(column) + 1).protection = Protection(locked=False)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    value = DataValidation(
        "decimal", operator="between", formula1="-1E15", formula2="1E15", errorStyle="warning"
    )
    value.error, value.errorTitle = read.say("upload.form.value_help"), read.say("upload.form.value")
    _offer(sheet, value, "value", 2, LAST_ROW)
    states = [read.say("upload.form.final"), read.say("upload.form.preliminary")]
    _offer(sheet, _choice(states), "status", 2, LAST_ROW)
    for row, line in enumerate(lines, start=2):
        if any(line.units):
            _offer(sheet, _choice(line.units), "unit", row, row)


def _choice(words: Sequence[str]) -> DataValidation:
    """A drop-down; blank is allowed, and so is another word after a warning: the check has the last say."""
    offered = ",".join(word for word in words if word)
    return DataValidation("list", formula1=f'"{offered}"', allow_blank=True, errorStyle="warning")


def _offer(sheet: Worksheet, rule: DataValidation, column: str, first: int, last: int) -> None:
    letter = get_column_letter(COLUMNS.index(column) + 1)
    rule.showErrorMessage = True
    rule.add(f"{letter}{first}:{letter}{last}")
    sheet.add_data_validation(rule)


def _notes(sheet: Worksheet, read: Reading, department: str, year: int) -> None:
    """How to fill in the form, one sentence a row."""
    told = {"department": whose(read, department), "year": year}
    sentences = [read.say("upload.form.title", **told)]
    sentences += [read.say(f"upload.notes.{key}", **told) for key in NOTES]
    sentences += [due(read, "department.owed_by")] if read.plan.report_due else []
    for row, sentence in enumerate(sentences, start=1):
        cell = sheet.cell(row, 1, sentence)
        cell.data_type = "s"
        cell.font = Font(name=FONT, size=12 if row == 1 else 10, bold=row == 1, color=_colour(INK))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = 100
    sheet.protection.sheet = True


def _colour(code: str) -> str:
    return f"FF{code.removeprefix('#')}"
