"""Figures with a row a target: names left of the rows, labels above and below marks, the axis' edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from indicators.figures import theme
from indicators.figures.endings import UNIT, Ending
from indicators.figures.lettering import broken, coloured, escaped, hover
from indicators.rows.lanes import arrowed, place
from indicators.typesetting import width

NAME_COLUMNS = 9.5
"""Full-width characters a line of a target's name holds, left of the rows."""
LIFT = 0.15
"""Labels stand this share of a row above or below their mark."""
LABEL = 5.5
"""Full-width characters a label holds with its unit; a longer one is the number alone, since the unit
also stands right of the row or below the panel."""
REMARK = 14
"""Full-width characters a line of a remark holds: 170 px, so it fits a phone."""
EDGE = 0.12
"""Marks this near an end of the axis (as a share of it) have their label turned inwards."""

Trace = dict[str, Any]


@dataclass(frozen=True)
class Ink:
    """Colours of a group of rows: measured, lines, projected, its 80 % bar, labels."""

    measured: str
    line: str
    projected: str
    band: str
    text: str


@dataclass(frozen=True)
class Lane:
    """A row at y = −index: the target's name and its verdict below it, each in a colour."""

    index: int
    name: str
    name_colour: str
    verdict: str
    verdict_colour: str

    @property
    def text(self) -> str:
        """Both as plotly's markup."""
        name = f'<span style="color:{self.name_colour}">{broken(self.name, NAME_COLUMNS, 2)}</span>'
        return f"{name}<br>{coloured(self.verdict, self.verdict_colour, theme.SMALL, bold=True)}"


def lane_axis(lanes: Sequence[Lane]) -> dict[str, Any]:
    """The y-axis: a row's name and verdict left of it."""
    return {
        "range": [-max(len(lanes), 1) + 0.5, 0.5],
        "tickvals": [-one.index for one in lanes],
        "ticktext": [one.text for one in lanes],
        "automargin": True,
        "tickfont": {"size": theme.SMALL, "color": theme.INK},
    }


def separators(rows: int, axes: tuple[str, str] = ("paper", "y")) -> list[dict[str, Any]]:
    """Hairlines between rows."""
    across = {"type": "line", "layer": "below", "xref": axes[0], "yref": axes[1], "x0": 0, "x1": 1}
    line = {"line": {"color": theme.HAIRLINE, "width": 1}}
    return [across | line | {"y0": 0.5 - row, "y1": 0.5 - row} for row in range(1, rows)]


def brief(label: str) -> str:
    """A value label, without its unit where that makes it too long for a row."""
    number = UNIT.match(label)
    return number[1] if number and width(label) > LABEL else label


def upright(size: int, colour: str, width: float) -> Trace:
    """A marker: a standing line `size` px high."""
    return {"symbol": "line-ns", "size": size, "color": colour, "line": {"color": colour, "width": width}}


def marks(name: str, points: Sequence[tuple[float, float]], marker: Trace, hovers: Sequence[str]) -> Trace:
    """Marks without labels; they may stand on the axis' edge without being cut off."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": escaped(name),
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "marker": marker,
        "hovertext": list(hovers),
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def written(
    labels: Sequence[tuple[float, float, str]], ends: tuple[float, float], colour: str, side: str
) -> Trace:
    """Labels `side` ("top" or "bottom") of (value, row); turned inwards near the ends of the axis."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [place(value, ends) for value, _, _ in labels],
        "y": [y + (LIFT if side == "top" else -LIFT) for _, y, _ in labels],
        "text": [escaped(arrowed(value, brief(label), ends)) for value, _, label in labels],
        "textposition": [f"{side} {_turn(value, ends)}" for value, _, _ in labels],
        "textfont": {"size": theme.SMALL, "color": colour},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def at_right(index: int, text: str, colour: str) -> dict[str, Any]:
    """A label right of a row; number and unit on two lines where one would be too long."""
    lines = Ending(0.0, text, colour).lines
    return {
        "text": "<br>".join(coloured(line, colour) for line in lines),
        "xref": "paper",
        "x": 1,
        "y": -index,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "font": {"size": theme.SMALL},
    }


def remark(index: int, text: str) -> dict[str, Any]:
    """What is said in a row without marks, from its left end on, on two lines at the most."""
    font = {"size": theme.SMALL, "color": theme.SECONDARY}
    said = {"text": broken(text, REMARK, 2), "font": font, "align": "left", "showarrow": False}
    return said | {"xref": "paper", "x": 0, "y": -index, "xanchor": "left", "yanchor": "middle", "xshift": 6}


def below(word: str) -> dict[str, Any]:
    """What the axis counts, under the drawing."""
    said = {"text": hover(word), "showarrow": False, "font": {"size": theme.TINY, "color": theme.SECONDARY}}
    return said | {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0, "yshift": -18}


def _turn(value: float, ends: tuple[float, float]) -> str:
    near = EDGE * (ends[1] - ends[0])
    if value < ends[0] + near:
        return "right"
    return "left" if value > ends[1] - near else "center"
