"""What is written on a picture: finding, subtitle, names above the drawing, source.

A picture has 72 dots an inch while it is drawn, so that 1 pt is 1 px and every size here is both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.palette import INK, PAGE, SECONDARY
from indicators.typesetting import apart, printable, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Noto Sans SC"
"""How the bundled fonts call themselves."""
WEIGHTS = {False: (400, "Regular"), True: (700, "Bold")}
"""Bold or not → the weight, and what the font's file calls it."""
EDGE = 36
"""px free above and below a slide, since lines have air of their own."""
GAP = 14
"""px between a text and what it stands beside."""

Look = dict[str, Any]
"""How matplotlib shall draw something: colour, width, dashes, dots."""


@dataclass(frozen=True)
class Sheet:
    """What a picture is drawn on: px wide and high, of which `margin` px stay free left and right."""

    figure: Figure
    width: int
    height: int
    margin: int

    @property
    def room(self) -> int:
        """px from margin to margin."""
        return self.width - 2 * self.margin


@dataclass(frozen=True)
class Style:
    """A kind of text: px of its size, whether it is bold, and the most lines it may have."""

    size: int
    most: int = 1
    bold: bool = False

    @property
    def line(self) -> float:
        """px from line to line."""
        return self.size * 1.32

    def font(self) -> FontProperties:
        """The bundled font in this size, never one of the machine's; a file of text names it as it is."""
        from matplotlib.font_manager import FontProperties

        weight, _ = WEIGHTS[self.bold]
        return FontProperties(family=FAMILY, weight=weight, fname=_file(self.bold), size=self.size)

    def width(self, text: str) -> float:
        """px that a text is wide, its letters not drawn nearer to each other than alone."""
        return self.size * sum(_advance(self.bold, sign) for sign in text)


TITLES = (Style(36, most=2, bold=True), Style(30, most=5, bold=True))
"""The second where the first has not lines enough, as for most English findings."""
SUBTITLE = Style(23, most=2)
STAMP = Style(25, bold=True)
TICK = Style(23)
NOTE = Style(21, most=2)
SOURCE = Style(18, most=3)


def blank(width: int, height: int, margin: int) -> Sheet:
    """A white sheet."""
    from matplotlib.figure import Figure

    return Sheet(Figure((width / 72, height / 72), dpi=72, facecolor=PAGE), width, height, margin)


def plain(text: str) -> str:
    """On one line; what no font can draw (control characters, line ends) becomes a space."""
    return " ".join(printable(text).split())


def fitted(text: str, style: Style, room: float) -> list[str]:
    """Lines at most `room` px wide; the last one that the style allows ends in … where more would follow."""
    lines = _lines(text, style, room)
    return lines if len(lines) <= style.most else [*lines[: style.most - 1], lines[style.most - 1] + "…"]


def write(sheet: Sheet, at: tuple[float, float], text: str, style: Style, **look: Any) -> None:
    """A line of text, never taken for a formula, with its middle at px from the lower left corner."""
    look = {"color": SECONDARY, "va": "center"} | look
    place = at[0] / sheet.width, at[1] / sheet.height
    sheet.figure.text(*place, text, fontproperties=style.font(), parse_math=False, **look)


def stamp(sheet: Sheet, mark: str, y: float) -> float:
    """White on ink, that figures are invented; gives the height in px that is left, all without a mark."""
    if not mark:
        return y
    box = {"facecolor": INK, "edgecolor": INK, "boxstyle": "square,pad=0.35"}
    write(sheet, (sheet.margin + GAP / 2, y - STAMP.line / 2), mark, STAMP, color=PAGE, bbox=box)
    return y - STAMP.line - GAP


def heading(sheet: Sheet, title: str, subtitle: str, mark: str = "") -> float:
    """The finding in bold, the subtitle below it; gives the height in px that is left for the rest.

    Invented figures have a mark above it.
    """
    y = stamp(sheet, mark, float(sheet.height - EDGE))
    large, small = TITLES
    finding = large if len(_lines(title, large, sheet.room)) <= large.most else small
    for text, style, colour in ((title, finding, INK), (subtitle, SUBTITLE, SECONDARY)):
        for line in fitted(text, style, sheet.room):
            write(sheet, (sheet.margin, y - style.line / 2), line, style, color=colour)
            y -= style.line
        y -= GAP / 2
    return y - GAP


def footing(sheet: Sheet, source_line: str) -> float:
    """The source at the bottom; gives the height in px of its upper edge."""
    y = float(EDGE)
    for line in reversed(fitted(source_line, SOURCE, sheet.room)):
        write(sheet, (sheet.margin, y + SOURCE.line / 2), line, SOURCE)
        y += SOURCE.line
    return y


def above(sheet: Sheet, axes: Axes, names: Sequence[tuple[float, str]], tier: int) -> None:
    """Names over years of the drawing, `tier` lines above it, side by side."""
    wanted = [float(axes.transData.transform((year, 0))[0]) for year, _ in names]
    widths = [NOTE.width(name) + GAP for _, name in names]
    placed = apart(wanted, widths, sheet.margin, sheet.width - sheet.margin)
    y = axes.bbox.y1 + (tier + 0.6) * NOTE.line
    for x, (_, name) in zip(placed, names, strict=True):
        write(sheet, (x, y), name, NOTE, ha="center")


def _file(bold: bool) -> Path:
    return FONTS / f"NotoSansSC-{WEIGHTS[bold][1]}.ttf"


@cache
def _advance(bold: bool, sign: str) -> float:
    """Width of a sign in em; of one the font lacks, that of the box drawn for it."""
    from matplotlib.font_manager import get_font

    face = get_font(_file(bold))
    face.set_size(1000, 72)
    return face.load_glyph(face.get_char_index(ord(sign))).linearHoriAdvance / 65536 / 1000


def _lines(text: str, style: Style, room: float) -> list[str]:
    """Broken before any limit."""
    return [line.rstrip(" ·") for line in wrapped(plain(text), room, style.width)]
