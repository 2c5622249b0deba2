"""What is written on a picture: finding, subtitle, labels at line ends, names above the drawing, source.

A picture has 72 dots an inch while it is drawn, so that 1 pt is 1 px and every size here is both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.palette import INK, PAGE, SECONDARY
from indicators.typesetting import apart, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

FONTS = Path(__file__).parent / "fonts"
WIDTH, HEIGHT = 1600, 900
"""px: a 16:9 slide."""
MARGIN = 56
"""px free left and right; above and below a little less, since lines have air of their own."""
EDGE = 36
GAP = 14
"""px between a text and what it stands beside."""
LABEL_ROOM = 390
"""px a label at a line's end may be wide."""
SWATCH = 44
"""px of the sample of a line before its label."""

Look = dict[str, Any]
"""How matplotlib shall draw something: colour, width, dashes, dots."""


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

    @property
    def file(self) -> Path:
        """The bundled font, never one of the machine's."""
        return FONTS / f"NotoSansSC-{'Bold' if self.bold else 'Regular'}.ttf"

    def font(self) -> FontProperties:
        """The font in this size."""
        from matplotlib.font_manager import FontProperties

        return FontProperties(fname=self.file, size=self.size)

    def width(self, text: str) -> float:
        """px that a text is wide, its letters not drawn nearer to each other than alone."""
        return self.size * sum(_advance(self.file, sign) for sign in text)


TITLES = (Style(36, most=2, bold=True), Style(30, most=5, bold=True))
"""The second where the first has not lines enough, as for most English findings."""
SUBTITLE = Style(23, most=2)
LABEL = Style(25, most=3)
STRONG = Style(25, most=3, bold=True)
TICK = Style(23)
NOTE = Style(21, most=2)
SOURCE = Style(18, most=3)


@dataclass(frozen=True)
class Ending:
    """A label: the value its line ends at, its texts one below the other, their look, samples of the line."""

    value: float
    texts: tuple[str, ...]
    colour: str
    samples: tuple[Look, ...]
    style: Style = LABEL

    @property
    def lines(self) -> list[str]:
        """Every text on as many lines as it needs."""
        return [line for text in self.texts for line in fitted(text, self.style, LABEL_ROOM)]


def fitted(text: str, style: Style, room: float = WIDTH - 2 * MARGIN) -> list[str]:
    """Lines at most `room` px wide; the last one that the style allows ends in … where more would follow."""
    lines = _lines(text, style, room)
    return lines if len(lines) <= style.most else [*lines[: style.most - 1], lines[style.most - 1] + "…"]


def write(figure: Figure, at: tuple[float, float], text: str, style: Style, **look: Any) -> None:
    """A line of text, never taken for a formula, with its middle at px from the lower left corner."""
    look = {"color": SECONDARY, "va": "center"} | look
    place = at[0] / WIDTH, at[1] / HEIGHT
    figure.text(*place, text, fontproperties=style.font(), parse_math=False, **look)


def heading(figure: Figure, title: str, subtitle: str, mark: str = "") -> float:
    """The finding in bold, the subtitle below it; gives the height in px that is left for the rest.

    Invented figures have a mark above it, white on ink.
    """
    y = float(HEIGHT - EDGE)
    if mark:
        box = {"facecolor": INK, "edgecolor": INK, "boxstyle": "square,pad=0.35"}
        write(figure, (MARGIN + GAP / 2, y - STRONG.line / 2), mark, STRONG, color=PAGE, bbox=box)
        y -= STRONG.line + GAP
    large, small = TITLES
    finding = large if len(_lines(title, large)) <= large.most else small
    for text, style, colour in ((title, finding, INK), (subtitle, SUBTITLE, SECONDARY)):
        for line in fitted(text, style):
            write(figure, (MARGIN, y - style.line / 2), line, style, color=colour)
            y -= style.line
        y -= GAP / 2
    return y - GAP


def footing(figure: Figure, source_line: str) -> float:
    """The source at the bottom; gives the height in px of its upper edge."""
    y = float(EDGE)
    for line in reversed(fitted(source_line, SOURCE)):
        write(figure, (MARGIN, y + SOURCE.line / 2), line, SOURCE)
        y += SOURCE.line
    return y


def room(endings: Sequence[Ending]) -> float:
    """px that the widest label needs right of the drawing, its sample included."""
    widths = [one.style.width(line) for one in endings for line in one.lines]
    return SWATCH + 2 * GAP + max(widths) if widths else 0.0


def label(figure: Figure, axes: Axes, endings: Sequence[Ending]) -> None:
    """Labels right of the drawing, at the height of their line's end or as near as they do not overlap."""
    box, line = axes.bbox, LABEL.line
    ends = [round(float(axes.transData.transform((0, one.value))[1])) for one in endings]
    wanted = [min(max(end, box.y0), box.y1) for end in ends]
    placed = apart(wanted, [line * len(one.lines) for one in endings], box.y0 - line, box.y1)
    for one, middle in zip(endings, placed, strict=True):
        top = middle + line * (len(one.lines) - 1) / 2
        _sample(figure, one.samples, box.x1 + GAP, top)
        for index, text in enumerate(one.lines):
            at = box.x1 + SWATCH + 2 * GAP, top - index * line
            write(figure, at, text, one.style, color=one.colour)


def above(figure: Figure, axes: Axes, names: Sequence[tuple[float, str]], tier: int) -> None:
    """Names over years of the drawing, `tier` lines above it, side by side."""
    wanted = [float(axes.transData.transform((year, 0))[0]) for year, _ in names]
    placed = apart(wanted, [NOTE.width(name) + GAP for _, name in names], MARGIN, WIDTH - MARGIN)
    y = axes.bbox.y1 + (tier + 0.6) * NOTE.line
    for x, (_, name) in zip(placed, names, strict=True):
        write(figure, (x, y), name, NOTE, ha="center")


@cache
def _advance(file: Path, sign: str) -> float:
    """Width of a sign in em; of one the font lacks, that of the box drawn for it."""
    from matplotlib.font_manager import get_font

    face = get_font(file)
    face.set_size(1000, 72)
    return face.load_glyph(face.get_char_index(ord(sign))).linearHoriAdvance / 65536 / 1000


def _lines(text: str, style: Style, room: float = WIDTH - 2 * MARGIN) -> list[str]:
    """Broken before any limit; what no font can draw (control characters, line ends) becomes a space."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return [line.rstrip(" ·") for line in wrapped(plain, room, style.width)]


def _sample(figure: Figure, looks: Sequence[Look], x: float, y: float) -> None:
    from matplotlib.lines import Line2D

    across = [x / WIDTH, (x + SWATCH / 2) / WIDTH, (x + SWATCH) / WIDTH]
    for look in looks:
        figure.add_artist(Line2D(across, [y / HEIGHT] * 3, markevery=[1], **look))
