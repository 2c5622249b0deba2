"""One target over the years: measured, required, projected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from indicators.figures import theme
from indicators.figures.endings import Ending, labels, room
from indicators.figures.frame import Figure, blank, layout
from indicators.figures.lettering import coloured, hover
from indicators.figures.notes import cuts, spans
from indicators.rows import endings as ends
from indicators.rows.drawing import HALF_TARGET, Scale, runs, scale_of, year_ticks
from indicators.rows.endings import Line
from indicators.rows.shapes import Cut, FanYear, Mark, Trajectory

PLOT = 320
"""px of the drawing's height."""
SWATCHES = {
    Line.MEASURED: (theme.INK, "●"),
    Line.MEDIAN: (theme.ACCENT, "━"),
    Line.FAN: (theme.ACCENT, "▒"),
    Line.FROM_NOW: (theme.SECONDARY, "┈"),
    Line.REQUIRED: (theme.SECONDARY, "╌"),
    Line.TARGET: (theme.INK, ""),
}
"""Colour of a label, and a sign drawn like its line."""

Trace = dict[str, Any]


def figure(rows: Trajectory) -> Figure:
    """The chart of a target; without any value, its frame alone."""
    scale = scale_of(rows)
    if scale is None:
        return _empty()
    named = endings(rows)
    framed = layout(PLOT, top=18, right=room(named))
    (shades, years), (seams, reasons) = spans(rows.spans, scale), cuts(rows, scale)
    drawn = {
        "xaxis": _years(scale),
        "yaxis": {"range": [scale.low, scale.high], "showgrid": True, "nticks": 6, "automargin": True},
        "shapes": [*shades, *seams],
        "annotations": [*labels(named, scale.low, scale.high, PLOT), *years, *reasons],
    }
    return {"data": traces(rows), "layout": framed | drawn}


def traces(rows: Trajectory) -> list[Trace]:
    """Everything with a value, what matters most on top."""
    return [
        *_fan(rows.fan, rows.fan_label),
        *_path(rows.required, rows.required_label, "dash", 1.5),
        *_path(rows.required_from_now, rows.now_label, "dot", 1.2),
        *_measured(rows.earlier, rows.cuts, rows.history_label, theme.EARLIER),
        *_measured(rows.history, rows.cuts, rows.history_label, theme.INK),
        *_median(rows.fan, rows.fan_label),
        *_target(rows),
    ]


def endings(rows: Trajectory) -> list[Ending]:
    """Labels right of the drawing, one for every line that is drawn."""
    return [
        Ending(one.value, one.text, *SWATCHES[one.line], bold=one.strong, heading=one.name)
        for one in ends.endings(rows)
    ]


def _measured(marks: Sequence[Mark], breaks: Sequence[Cut], name: str, colour: str) -> list[Trace]:
    if not marks:
        return []
    solid, dotted = runs(marks, breaks)
    line = _line([[(one.year, one.value) for one in run] for run in solid])
    texts = [text for run in solid for text in [*(hover(one.hover) for one in run), None]][:-1]
    look = {"line": {"color": colour, "width": 2.2}, "marker": {"color": colour, "size": 6}}
    bridges = _line([[(one.year, one.value) for one in pair] for pair in dotted])
    measured = line | look | {"mode": "lines+markers", "hovertext": texts, "hoverinfo": "text"}
    thin = {"color": colour, "dash": "dot", "width": 1.5}
    gaps = bridges | {"mode": "lines", "hoverinfo": "skip", "line": thin}
    return [_named(one, name) for one in ([gaps] if dotted else []) + [measured]]


def _path(points: Sequence[tuple[int, float]], name: str, dash: str, width: float) -> list[Trace]:
    if not points:
        return []
    look = {
        "mode": "lines",
        "hoverinfo": "skip",
        "line": {"color": theme.SECONDARY, "width": width, "dash": dash},
    }
    return [_named(_line([points]) | look, name)]


def _fan(fan: Sequence[FanYear], name: str) -> list[Trace]:
    if not fan[1:]:
        return []
    outer = _area([(one.year, one.p10, one.p90) for one in fan], theme.FAN_80)
    inner = _area([(one.year, one.p25, one.p75) for one in fan], theme.FAN_50)
    return [_named(outer, f"{name} 80%"), _named(inner, f"{name} 50%")]


def _median(fan: Sequence[FanYear], name: str) -> list[Trace]:
    if not fan[1:]:
        return []
    look = {
        "mode": "lines+markers",
        "line": {"color": theme.ACCENT, "width": 2},
        "marker": {"color": theme.ACCENT, "size": [0] + [5] * (len(fan) - 1), "line": {"width": 0}},
        "hovertext": [hover(one.hover) for one in fan],
        "hoverinfo": "text",
    }
    return [_named(_line([[(one.year, one.median) for one in fan]]) | look, name)]


def _target(rows: Trajectory) -> list[Trace]:
    if rows.target is None:
        return []
    ends = [(rows.target_year - HALF_TARGET, rows.target), (rows.target_year + HALF_TARGET, rows.target)]
    look = {"mode": "lines", "line": {"color": theme.INK, "width": 4}, "hoverinfo": "text"}
    return [_named(_line([ends]) | look | {"hovertext": hover(rows.target_label)}, rows.target_label)]


def _line(pieces: Iterable[Sequence[tuple[float, float]]]) -> Trace:
    """Pieces of one line with nothing between them."""
    points: list[tuple[float | None, float | None]] = []
    for piece in pieces:
        points += [*([(None, None)] if points else []), *piece]
    return {"type": "scatter", "x": [x for x, _ in points], "y": [y for _, y in points], "connectgaps": False}


def _area(edges: Sequence[tuple[int, float, float]], colour: str) -> Trace:
    years = [year for year, _, _ in edges]
    return {
        "type": "scatter",
        "x": years + years[::-1],
        "y": [low for _, low, _ in edges] + [high for _, _, high in edges[::-1]],
        "fill": "toself",
        "fillcolor": colour,
        "mode": "lines",
        "line": {"width": 0, "color": colour},
        "hoverinfo": "skip",
    }


def _named(trace: Trace, name: str) -> Trace:
    return trace | {"name": hover(name)}


def _years(scale: Scale) -> dict[str, Any]:
    ticks = year_ticks(scale.first, scale.last)
    return {
        "range": [scale.first - 0.5, scale.last + 0.5],
        "tickvals": ticks,
        "ticktext": [str(year) for year in ticks],
        "tickangle": 0,
        "showline": True,
    }


def _empty() -> Figure:
    framed = layout(40)
    dash = {"text": coloured("—", theme.SECONDARY), "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5}
    return blank(framed | {"annotations": [dash]})
