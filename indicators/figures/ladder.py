"""A department's targets on one scale: how far from base to target, and how far by when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from indicators.figures import theme
from indicators.figures.endings import Ending, room
from indicators.figures.frame import Figure, blank, key_lines, layout
from indicators.figures.lanes import (
    Ink,
    Lane,
    at_right,
    below,
    lane_axis,
    marks,
    remark,
    separators,
    upright,
    written,
)
from indicators.figures.lettering import hover
from indicators.rows.lanes import ladder_labels, ladder_reach, ladder_ticks, place, way_begins
from indicators.rows.shapes import Ladder, Rung

ROW = 54
"""px of a row's height."""
OURS = Ink(theme.INK, theme.SECONDARY, theme.ACCENT, theme.FAN_50, theme.INK)
OTHERS = Ink(theme.MUTED, theme.MUTED, theme.MUTED, theme.MUTED_BAND, theme.SECONDARY)

Trace = dict[str, Any]
Value = Callable[[Rung], "float | None"]


def figure(rows: Ladder) -> Figure:
    """The ladder, a row a target and as high as it has rows."""
    low, high = ladder_reach(rows.rungs)
    lanes = [_lane(index, one) for index, one in enumerate(rows.rungs)]
    plot = max(len(lanes), 1) * ROW
    key, right = _key(rows), room([Ending(0, one.target_label, theme.INK) for one in rows.rungs])
    framed = layout(plot, key=key, top=22, right=right)
    if not lanes:
        return blank(framed)
    drawn = {
        "xaxis": _axis(rows, low, high),
        "yaxis": lane_axis(lanes),
        "shapes": [*separators(len(lanes)), *_uprights()],
        "annotations": [*_targets(rows.rungs), *_notes(rows.rungs), below(rows.axis_word)],
    }
    return {"data": traces(rows, low, high), "layout": framed | drawn}


def traces(rows: Ladder, low: float, high: float) -> list[Trace]:
    """Own targets in ink and accent, muted ones in grey; values beyond the axis stand at its edge."""
    numbered = list(enumerate(rows.rungs))
    groups = ((False, OURS), (True, OTHERS))
    return [
        trace
        for muted, ink in groups
        for trace in _group(rows, [pair for pair in numbered if pair[1].muted is muted], ink, (low, high))
    ]


def _group(
    rows: Ladder, rungs: Sequence[tuple[int, Rung]], ink: Ink, ends: tuple[float, float]
) -> list[Trace]:
    if not rungs:
        return []
    return [
        _interval(rungs, rows.projected_word, ink, ends),
        _dots(
            rungs, rows.base_word, way_begins, ends, {"symbol": "circle-open", "size": 9, "color": ink.line}
        ),
        _dots(rungs, rows.target_word, _base_to_target, ends, upright(18, ink.measured, 4)),
        _dots(rungs, rows.expected_word, lambda one: one.expected, ends, upright(16, ink.line, 2)),
        _dots(rungs, rows.projected_word, lambda one: one.projected, ends, _arrowhead(ink)),
        _dots(rungs, rows.latest_word, lambda one: one.latest, ends, {"size": 11, "color": ink.measured}),
        *_labels(rungs, ink, ends),
    ]


def _dots(
    rungs: Sequence[tuple[int, Rung]], name: str, value: Value, ends: tuple[float, float], marker: Trace
) -> Trace:
    shown = [(index, one, way) for index, one in rungs if (way := value(one)) is not None]
    points = [(place(way, ends), -index) for index, _, way in shown]
    return marks(name, points, marker, [hover(one.hover) for _, one, _ in shown])


def _interval(rungs: Sequence[tuple[int, Rung]], name: str, ink: Ink, ends: tuple[float, float]) -> Trace:
    x: list[float | None] = []
    y: list[float | None] = []
    for index, one in rungs:
        if one.projected_low is not None and one.projected_high is not None:
            x += [place(one.projected_low, ends), place(one.projected_high, ends), None]
            y += [-index, -index, None]
    look = {"mode": "lines", "line": {"color": ink.band, "width": 8}, "hoverinfo": "skip"}
    return {"type": "scatter", "x": x, "y": y, "name": f"{hover(name)} 80%", **look}


def _labels(rungs: Sequence[tuple[int, Rung]], ink: Ink, ends: tuple[float, float]) -> list[Trace]:
    above, below = [], []
    for index, one in rungs:
        up, down = ladder_labels(one, ends)
        above += [(way, -index, label) for way, label in up]
        below += [(way, -index, label) for way, label in down]
    return [written(above, ends, ink.text, "top"), written(below, ends, ink.text, "bottom")]


def _lane(index: int, one: Rung) -> Lane:
    style = theme.verdict_style(one.verdict)
    name = theme.SECONDARY if one.muted else theme.INK
    word = theme.SECONDARY if one.muted else style.text
    return Lane(index, f"{one.number} {one.name}", name, f"{style.mark} {one.verdict_label}", word)


def _base_to_target(one: Rung) -> float | None:
    return None if way_begins(one) is None else 100.0


def _open_circle(ink: Ink) -> Trace:
    return {"symbol": "circle-open", "size": 9, "color": ink.line}


def _arrowhead(ink: Ink) -> Trace:
    outline = {"color": ink.projected, "width": 2}
    return {"symbol": "triangle-right", "size": 12, "color": theme.PAGE, "line": outline}


def _key(rows: Ladder) -> list[str]:
    entries = [
        ("○", theme.SECONDARY, rows.base_word),
        ("●", theme.INK, rows.latest_word),
        ("|", theme.SECONDARY, rows.expected_word),
        ("▷", theme.ACCENT, f"{rows.projected_word}(80%)"),
        ("┃", theme.INK, rows.target_word),
    ]
    return key_lines(entries)


def _axis(rows: Ladder, low: float, high: float) -> dict[str, Any]:
    ticks = ladder_ticks((low, high), rows.base_word, rows.target_word)
    pad = 0.09 * (high - low)
    return {
        "range": [low - pad, high + pad],
        "tickvals": [way for way, _ in ticks],
        "ticktext": [hover(word) for _, word in ticks],
        "side": "top",
        "tickangle": 0,
    }


def _targets(rungs: Sequence[Rung]) -> list[dict[str, Any]]:
    return [
        at_right(index, one.target_label, theme.SECONDARY if one.muted else theme.INK)
        for index, one in enumerate(rungs)
    ]


def _notes(rungs: Sequence[Rung]) -> list[dict[str, Any]]:
    """What is said in rows that have nothing on the way."""
    return [remark(index, one.note) for index, one in enumerate(rungs) if one.note]


def _uprights() -> list[dict[str, Any]]:
    line = {"color": theme.HAIRLINE, "width": 1}
    shared = {"type": "line", "layer": "below", "yref": "paper", "y0": 0, "y1": 1, "line": line}
    return [shared | {"x0": way, "x1": way} for way in (0, 100)]
