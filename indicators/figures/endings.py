"""Labels at the ends of lines, right of the drawing, pushed apart where they would overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from indicators.figures import theme
from indicators.figures.lettering import coloured, escaped
from indicators.typesetting import apart, width

LINE_HEIGHT = 17.0
"""px of one label line."""
LONGEST = 8.5
"""Full-width characters a label line holds: right of the drawing a phone has no more room."""
UNIT = re.compile(r"^(.*?[\d.,]+)\s?(\D+)$")


@dataclass(frozen=True)
class Ending:
    """A label: the value its line ends at, the words, their colour, a swatch drawn like the line.

    A `heading` stands beside the swatch, on a line of its own.
    """

    value: float
    text: str
    colour: str
    swatch: str = ""
    bold: bool = False
    heading: str = ""

    @property
    def lines(self) -> list[str]:
        """The heading, then the words; number and unit on two lines where one would be too long."""
        if self.heading:
            return [f"{self.swatch} {self.heading}", *_split(self.text)]
        return _split(f"{self.swatch} {self.text}".strip())


def labels(endings: Sequence[Ending], low: float, high: float, plot: float) -> list[dict[str, Any]]:
    """Annotations right of a drawing `plot` px high whose y-axis runs from `low` to `high`."""
    scale = plot / (high - low)
    wanted = [(min(max(one.value, low), high) - low) * scale for one in endings]
    heights = [LINE_HEIGHT * len(one.lines) for one in endings]
    placed = apart(wanted, heights, -LINE_HEIGHT / 2, plot + LINE_HEIGHT / 2)
    return [_annotation(one, pixels) for one, pixels in zip(endings, placed, strict=True)]


def room(endings: Sequence[Ending]) -> float:
    """px the widest label needs."""
    widest = max((width(line) for one in endings for line in one.lines), default=0.0)
    return widest * theme.SMALL * 1.04 + 10


def _split(said: str) -> list[str]:
    number = UNIT.match(said)
    if width(said) <= LONGEST or not number or width(number[2]) <= 1:
        return [said]
    return [number[1], number[2]]


def _annotation(one: Ending, pixels: float) -> dict[str, Any]:
    text = "<br>".join(coloured(line, one.colour, bold=one.bold) for line in one.lines)
    return {
        "text": text,
        "hovertext": escaped(one.text),
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "y": 0,
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": 2,
        "yshift": round(pixels, 1),
        "align": "left",
        "showarrow": False,
        "font": {"size": theme.SMALL},
    }
