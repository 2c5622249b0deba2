"""How cells look; each look is one named style of the workbook, so that it is set up once."""

from __future__ import annotations

from dataclasses import dataclass, fields

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from indicators.palette import INK
from indicators.report.workbook.formats import Formats

FONT = "Noto Sans SC"
"""Named only: where it is not installed, a spreadsheet takes its own font for Chinese."""
SIZE = 10
"""Points of a text."""


@dataclass(frozen=True)
class Look:
    """Size, weight and colour of the letters, colour behind them and below them; where they stand."""

    size: int = SIZE
    bold: bool = False
    colour: str = INK
    tint: str = ""
    line: str = ""
    right: bool = False
    wrap: bool = False


class Styles:
    """The looks and the number formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self.book, self.formats = book, Formats()
        self.known: dict[Look, str] = {}

    def give(self, cell: Cell, look: Look) -> None:
        """Make a cell look so; its content and number format come after."""
        if look not in self.known:
            self.known[look] = _name(look)
            self.book.add_named_style(_style(look))
        cell.style = self.known[look]


def plain(colour: str) -> str:
    """A colour as spreadsheets write it, opaque."""
    return f"FF{colour.removeprefix('#')}"


def _name(look: Look) -> str:
    told = [str(getattr(look, one.name)) for one in fields(look)]
    return " ".join(one.removeprefix("#") or "-" for one in told)


def _style(look: Look) -> NamedStyle:
    below = Side("thin", color=plain(look.line)) if look.line else Side()
    return NamedStyle(
        name=_name(look),
        font=Font(name=FONT, size=look.size, bold=look.bold, color=plain(look.colour)),
        fill=PatternFill("solid", fgColor=plain(look.tint)) if look.tint else PatternFill(),
        border=Border(bottom=below),
        alignment=Alignment(
            horizontal="right" if look.right else "left",
            indent=1 if look.right else 0,
            vertical="top",
            wrap_text=look.wrap,
        ),
    )
