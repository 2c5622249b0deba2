"""The chance of meeting a target at each year's end, over the bands of the verdicts it gives."""

from __future__ import annotations

from typing import Any

from indicators.figures import theme
from indicators.figures.endings import Ending, labels, room
from indicators.figures.frame import Figure, layout
from indicators.figures.lettering import escaped, hover
from indicators.model import Verdict
from indicators.rows import chances
from indicators.rows.chances import BEYOND, EDGES, HIGH, LEVELS, Chance, Chances, place

PLOT = 200
"""px of the drawing's height."""

Trace = dict[str, Any]


def figure(rows: Chances) -> Figure:
    """Marks of the verdicts, joined where a chance follows on a chance; days without one stay open."""
    low, high = -BEYOND, 100 + BEYOND
    ends = [
        Ending(
            sum(EDGES[verdict]) / 2,
            word,
            theme.verdict_style(verdict).text,
            theme.verdict_style(verdict).mark,
        )
        for verdict, word in rows.bands
    ]
    framed = layout(PLOT, top=6, bottom=46, right=room(ends))
    drawn = {
        "xaxis": _days(rows),
        "yaxis": _percent(low, high),
        "shapes": [_band(verdict) for verdict, _ in rows.bands],
        "annotations": labels(ends, low, high, PLOT),
    }
    return {"data": [_line(rows), _marks(rows)], "layout": framed | drawn}


def _line(rows: Chances) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(range(len(rows.days))),
        "y": [place(one) for one in rows.days],
        "connectgaps": False,
        "line": {"color": theme.SECONDARY, "width": 1.5},
        "hoverinfo": "skip",
    }


def _marks(rows: Chances) -> Trace:
    """A mark with its label above or below; – at the foot where nothing could be said."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(range(len(rows.days))),
        "y": [_height(one) for one in rows.days],
        "text": [_text(one, label) for one, label in zip(rows.days, chances.labels(rows), strict=True)],
        "textposition": "middle center",
        "textfont": {
            "size": theme.TITLE,
            "color": [theme.verdict_style(one.verdict).text for one in rows.days],
        },
        "hovertext": [hover(one.hover) for one in rows.days],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _height(one: Chance) -> float:
    height = place(one)
    return 0.0 if height is None else height


def _text(one: Chance, label: str) -> str:
    """The mark, with its label if it has one; an empty line on the other side keeps it on its height."""
    mark = theme.verdict_style(one.verdict).mark
    if not label:
        return mark
    said, empty = (
        f'<span style="font-size:{theme.SMALL}px">{text}</span>' for text in (f"<b>{escaped(label)}</b>", " ")
    )
    return f"{empty}<br>{mark}<br>{said}" if _height(one) >= HIGH else f"{said}<br>{mark}<br>{empty}"


def _band(verdict: Verdict) -> dict[str, Any]:
    low, high = EDGES[verdict]
    where = {"xref": "paper", "x0": 0, "x1": 1, "y0": low, "y1": high}
    look = {"fillcolor": theme.verdict_style(verdict).tint, "opacity": 0.55, "line": {"width": 0}}
    return {"type": "rect", "layer": "below", **where, **look}


def _days(rows: Chances) -> dict[str, Any]:
    count = len(rows.days)
    return {
        "range": [-0.5, count - 0.5],
        "tickvals": list(range(count)),
        "ticktext": [one.tick for one in rows.days],
        "tickangle": 0,
    }


def _percent(low: float, high: float) -> dict[str, Any]:
    return {
        "range": [low, high],
        "tickvals": list(LEVELS),
        "ticktext": list(LEVELS.values()),
        "automargin": True,
    }
