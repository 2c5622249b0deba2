"""What every figure has around its drawing: key and margins. Finding and subtitle stand on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indicators.figures import theme
from indicators.figures.lettering import coloured
from indicators.typesetting import wrapped

Figure = dict[str, Any]
"""`{"data": […], "layout": {…}}` of plain lists, dicts, texts and numbers."""

HEAD = 6
"""px above the key; plotly measures to its first baseline, about TITLE further down."""
GAP = 12
"""px between the key and the drawing."""

BAND = 26
"""px above everything for the mark of invented figures."""


def layout(
    plot: float, *, key: Sequence[str] = (), top: float = 0, bottom: float = 32, right: float = 12
) -> dict[str, Any]:
    """The frame around a drawing `plot` px high; `key` are finished lines of plotly's markup.

    `top`, `bottom`, `right`: px kept free for ticks and labels outside the drawing.
    """
    above = HEAD + len(key) * theme.TITLE * theme.LINE + GAP if key else HEAD
    return {
        "template": theme.TEMPLATE,
        "title": _title("<br>".join(key)),
        "height": round(above + top + plot + bottom),
        "margin": {"l": 8, "r": round(right), "t": round(above + top), "b": round(bottom), "pad": 0},
    }


def blank(framed: dict[str, Any]) -> Figure:
    """A figure of its frame alone. Without any trace at all plotly's check of a dict refuses it."""
    hidden = {"visible": False}
    nothing = {"type": "scatter", "x": [], "y": [], "hoverinfo": "skip"}
    return {"data": [nothing], "layout": framed | {"xaxis": hidden, "yaxis": hidden}}


def marked(figure: Figure, mark: str) -> Figure:
    """The figure with a mark in a band of its own above everything: that its figures are invented."""
    layout = figure["layout"]
    margin, title = layout["margin"], layout["title"]
    above = margin["t"]
    pad = title["pad"] | {"t": title["pad"]["t"] + BAND}
    changed = {
        "height": layout["height"] + BAND,
        "margin": margin | {"t": above + BAND},
        "title": title | {"pad": pad},
        "annotations": [*layout.get("annotations", ()), _tag(mark, above)],
    }
    return figure | {"layout": layout | changed}


def key_lines(entries: Sequence[tuple[str, str, str]]) -> list[str]:
    """(mark, colour, word) as lines of a key, as many on a line as fit."""
    room = theme.COLUMNS * theme.TITLE / theme.SMALL
    lines: list[list[tuple[str, str, str]]] = [[]]
    for entry in entries:
        said = "   ".join(f"{mark} {word}" for mark, _, word in [*lines[-1], entry])
        if lines[-1] and len(wrapped(said, room)) > 1:
            lines.append([])
        lines[-1].append(entry)
    return ["   ".join(_entry(*one) for one in line) for line in lines if line]


def _entry(mark: str, colour: str, word: str) -> str:
    return f"{coloured(mark, colour, theme.SMALL)} {coloured(word, theme.SECONDARY, theme.SMALL)}"


def _tag(mark: str, above: float) -> dict[str, Any]:
    """White on ink at the right, `above` px over the drawing."""
    return {
        "text": f"<b>{mark}</b>",
        "font": {"size": theme.SMALL, "color": theme.PAGE},
        "bgcolor": theme.INK,
        "borderpad": 3,
        "showarrow": False,
        "xref": "paper",
        "x": 1,
        "xanchor": "right",
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "yshift": above,
    }


def _title(text: str) -> dict[str, Any]:
    return {
        "text": text,
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"t": HEAD + theme.TITLE, "l": 2},
    }
