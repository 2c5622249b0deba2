"""How wide columns and how high rows must be: spreadsheets measure neither when a file is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from indicators.report.workbook.cells import Entry, shown
from indicators.typesetting import TOKEN, width, wrapped

FULL = 40 / 21
"""Width of a full-width character of 10 pt (13⅓ px) in the unit of columns, a digit of 7 px."""
AIR = 2.5
"""Room left and right of a text, in the unit of columns."""
SLACK = 0.5
"""Full-width characters of that room that a text may use."""
INDENT = 0.7
"""Full-width characters between a text that is set to the right and the edge of its column."""
LINE = 15.0
"""Points from line to line."""
SPACE = 4.0
"""Points above and below the lines of a row."""
HIGHEST = 409.0
"""Points a row can be high."""
BOLD = 1.06
"""How much wider bold letters are."""
STRONG = 1.12
"""How much wider letters of 11 points are."""
BUTTON = 1.5
"""Full-width characters that the button of a filter covers."""
TWO_LINES = 2
"""Lines that a heading may take."""
SHORT = 4.0
"""Full-width characters of a heading that takes one line."""


class Measures:
    """Widths and heights of one sheet."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.widths: dict[int, float] = {}
        self.sentences: list[tuple[int, str, int]] = []

    def columns(
        self,
        head: int,
        names: Mapping[str, int],
        rows: Sequence[Mapping[str, Entry]],
        widest: Mapping[str, float],
    ) -> None:
        """Widen columns for a table, and give its rows the height that their texts then need."""
        for name, at in names.items():
            wanted = min(max(width(shown(row[name])) for row in rows), widest.get(name, 1e3)) * BOLD
            self.widths[at] = max(self.widths.get(at, 0.0), wanted, room_for(name))
        heights = [lines_of(name, self.widths[at] / BOLD - INDENT) for name, at in names.items()]
        self.sheet.row_dimensions[head].height = _high(max(heights, default=1))
        for place, row in enumerate(rows, start=1):
            self._height(head + place, [(shown(row[name]), at) for name, at in names.items()])

    def sentence(self, row: int, said: str, across: int) -> None:
        """Remember a sentence over several columns, whose widths are not known yet."""
        self.sentences.append((row, said, across))

    def settle(self) -> None:
        """Write the widths, and the heights of the sentences."""
        for at, wanted in self.widths.items():
            self.sheet.column_dimensions[get_column_letter(at)].width = in_columns(wanted)
        for row, said, across in self.sentences:
            room = sum(in_columns(self.widths.get(at, 4.0)) for at in range(1, across + 1)) / FULL
            self.sheet.row_dimensions[row].height = _high(lines_of(said, room / STRONG - 1))

    @property
    def total(self) -> float:
        """Width of all columns, in the unit of columns."""
        return sum(in_columns(wanted) for wanted in self.widths.values())

    def _height(self, row: int, texts: Sequence[tuple[str, int]]) -> None:
        most = max((lines_of(said, self.widths[at] + SLACK) for said, at in texts), default=1)
        self.sheet.row_dimensions[row].height = _high(most)


def room_for(heading: str) -> float:
    """Width of a column for its heading on two lines, no word of it broken, beside the button of a filter."""
    longest = max((width(one) for one in TOKEN.findall(heading)), default=0.0)
    room = max(longest, width(heading) / TWO_LINES, min(width(heading), SHORT))
    while len(wrapped(heading, room)) > TWO_LINES:
        room += 0.5
    return room * BOLD + BUTTON


def lines_of(said: str, room: float) -> int:
    """How many lines a text takes in a column of `room` full-width characters."""
    return sum(_lines(part, room) for part in said.split("\n"))


def in_columns(room: float) -> float:
    """Full-width characters in the unit of a spreadsheet's columns."""
    return round(room * FULL + AIR, 1)


def _lines(said: str, room: float) -> int:
    if width(said) <= room:
        return 1
    long = [width(one) for one in TOKEN.findall(said) if width(one) > room]
    return len(wrapped(said, room)) + sum(int(one // room) for one in long)


def _high(lines: int) -> float:
    return min(lines * LINE + SPACE, HIGHEST)
