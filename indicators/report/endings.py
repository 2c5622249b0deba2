"""Labels right of a drawing, at the height of what they name, with a sample of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indicators.report.captions import GAP, Look, Sheet, Style, fitted, write
from indicators.typesetting import apart

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LABEL_ROOM = 390
"""px a label may be wide."""
SWATCH = 44
"""px of the sample of a line before its label."""
LABEL = Style(25, most=3)
STRONG = Style(25, most=3, bold=True)


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


def room(endings: Sequence[Ending]) -> float:
    """px that the widest label needs right of the drawing, its sample included."""
    widths = [one.style.width(line) for one in endings for line in one.lines]
    return SWATCH + 2 * GAP + max(widths) if widths else 0.0


def label(sheet: Sheet, axes: Axes, endings: Sequence[Ending]) -> None:
    """Labels right of the drawing, at the height of their line's end or as near as they do not overlap."""
    box, line = axes.bbox, LABEL.line
    ends = [round(float(axes.transData.transform((0, one.value))[1])) for one in endings]
    wanted = [min(max(end, box.y0), box.y1) for end in ends]
    placed = apart(wanted, [line * len(one.lines) for one in endings], box.y0 - line, box.y1)
    for one, middle in zip(endings, placed, strict=True):
        top = middle + line * (len(one.lines) - 1) / 2
        _sample(sheet, one.samples, box.x1 + GAP, top)
        for index, text in enumerate(one.lines):
            at = box.x1 + SWATCH + 2 * GAP, top - index * line
            write(sheet, at, text, one.style, color=one.colour)


def _sample(sheet: Sheet, looks: Sequence[Look], x: float, y: float) -> None:
    from matplotlib.lines import Line2D

    across = [x / sheet.width, (x + SWATCH / 2) / sheet.width, (x + SWATCH) / sheet.width]
    for look in looks:
        sheet.figure.add_artist(Line2D(across, [y / sheet.height] * 3, markevery=[1], **look))
