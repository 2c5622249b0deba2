"""Stated against observed chance: on the diagonal, what is said with 70 % comes true 70 times in 100."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Any

from indicators.figures import theme
from indicators.figures.frame import Figure, key_lines, layout
from indicators.figures.lettering import broken, escaped, hover
from indicators.rows.reliability import Dot, Reliability

PLOT = 300
"""px of the drawing's height."""
SMALLEST, LARGEST = 5.0, 16.0
"""px across a dot; its area grows with its number of events."""
TICKS = (0, 20, 40, 60, 80, 100)
LOOKS = (
    ("●", "circle", theme.ACCENT, "solid", 3.0),
    ("■", "square", theme.SECONDARY, "dash", 1.5),
    ("◆", "diamond", theme.EARLIER, "dashdot", 1.5),
    ("▲", "triangle-up", theme.INK, "dot", 1.5),
)
"""Sign in the key, plotly's name of it, colour, dash and width of each line: told apart without colour."""
SMALL_PRINT = {"size": theme.SMALL, "color": theme.SECONDARY}

Trace = dict[str, Any]


def figure(rows: Reliability) -> Figure:
    """A line a contestant over the diagonal; the first one, ours, on top of the others."""
    most = max((dot.count for _, dots in rows.lines for dot in dots), default=1)
    drawn = [
        _line(name, dots, look, most) for (name, dots), look in zip(rows.lines, LOOKS, strict=False) if dots
    ]
    framed = layout(PLOT, key=_key(rows), bottom=48)
    axes = {"xaxis": _axis(rows.stated_word), "yaxis": _axis(rows.observed_word) | {"automargin": True}}
    return {"data": [_diagonal(), *reversed(drawn)], "layout": framed | axes}


def across(count: int, most: int) -> float:
    """px across the dot of `count` events, where the largest number is `most`."""
    return max(SMALLEST, LARGEST * sqrt(count / most))


def _diagonal() -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [0, 100],
        "y": [0, 100],
        "line": {"color": theme.MUTED, "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _line(name: str, dots: Sequence[Dot], look: tuple[str, str, str, str, float], most: int) -> Trace:
    _, symbol, colour, dash, width = look
    sizes = [across(dot.count, most) for dot in dots]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": escaped(name),
        "x": [dot.stated for dot in dots],
        "y": [dot.observed for dot in dots],
        "line": {"color": colour, "width": width, "dash": dash},
        "marker": {
            "symbol": symbol,
            "color": colour,
            "size": sizes,
            "line": {"color": theme.PAGE, "width": 1},
        },
        "hovertext": [hover(dot.hover) for dot in dots],
        "hoverinfo": "text",
    }


def _axis(word: str) -> dict[str, Any]:
    return {
        "range": [-3, 103],
        "tickvals": list(TICKS),
        "showgrid": True,
        "title": {"text": broken(word, theme.COLUMNS), "font": SMALL_PRINT, "standoff": 6},
    }


def _key(rows: Reliability) -> list[str]:
    entries = [(look[0], look[2], name) for (name, _), look in zip(rows.lines, LOOKS, strict=False)]
    return key_lines([*entries, ("┄", theme.SECONDARY, rows.perfect_word)])
