"""The chance of meeting a target at each year's end, over the bands of the verdicts it gives."""

from __future__ import annotations

from typing import Any

from indicators.assessment import LIKELY, UNLIKELY
from indicators.figures import theme
from indicators.figures.endings import Ending, labels, room
from indicators.figures.frame import Figure, layout
from indicators.figures.lettering import escaped, hover
from indicators.model import Verdict
from indicators.rows.chances import Chance, Chances

PLOT = 200
"""px of the drawing's height."""
MARGIN = 9.0
"""% beyond 0 and 100, so that a mark at either end is whole."""
HIGH = 85.0
"""A label stands below its mark from here on, for above it there is no room."""
EDGES = {
    Verdict.ON_TRACK: (100 * LIKELY, 100.0),
    Verdict.AT_RISK: (100 * UNLIKELY, 100 * LIKELY),
    Verdict.OFF_TRACK: (0.0, 100 * UNLIKELY),
}
ENDS = {Verdict.ACHIEVED: 100.0, Verdict.MISSED: 0.0}
"""Where a final verdict stands: what was a chance is now certain."""

Trace = dict[str, Any]


def figure(rows: Chances) -> Figure:
    """Marks of the verdicts, joined where a chance follows on a chance; days without one stay open."""
    low, high = -MARGIN, 100 + MARGIN
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


def place(one: Chance) -> float | None:
    """Height of a day's mark in %: its chance, or where the final verdict stands; None without either."""
    return ENDS.get(one.verdict) if one.chance is None else 100 * one.chance


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
        "text": [_text(one, before) for one, before in zip(rows.days, (None, *rows.days), strict=False)],
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


def _text(one: Chance, before: Chance | None) -> str:
    """The mark, with its label where that is news; an empty line on the other side keeps it on its height."""
    mark, height = theme.verdict_style(one.verdict).mark, place(one)
    if height is None or (before and before.label == one.label):
        return mark
    label, empty = (
        f'<span style="font-size:{theme.SMALL}px">{text}</span>'
        for text in (f"<b>{escaped(one.label)}</b>", " ")
    )
    return f"{empty}<br>{mark}<br>{label}" if height >= HIGH else f"{label}<br>{mark}<br>{empty}"


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
        "tickvals": [0, 100 * UNLIKELY, 100 * LIKELY, 100],
        "ticktext": ["0", "1/3", "2/3", "100%"],
        "automargin": True,
    }
