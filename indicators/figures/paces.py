"""What each year must bring from now on, against what years have brought; one panel a unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from indicators.figures import theme
from indicators.figures.frame import Figure, blank, key_lines, layout
from indicators.figures.lanes import Lane, lane_axis, marks, separators, upright, written
from indicators.figures.lettering import broken, hover
from indicators.rows.lanes import pace_labels, pace_reach, panels, place
from indicators.rows.shapes import Pace, Paces

ROW = 54
"""px of a row's height."""
BETWEEN = 46
"""px between panels, for the ticks and unit of the upper one."""
SMALL_PRINT = {"size": theme.SMALL, "color": theme.SECONDARY}

Trace = dict[str, Any]


def figure(rows: Paces) -> Figure:
    """Rows of paces, a panel a unit."""
    shown = panels(rows.paces)
    plot = len(rows.paces) * ROW + max(len(shown) - 1, 0) * BETWEEN or ROW
    key = _key(rows)
    framed = layout(plot, key=key, bottom=46, right=24)
    if not shown:
        return blank(framed)
    drawn: dict[str, Any] = {"shapes": []}
    data: list[Trace] = []
    top = 1.0
    for number, (unit, paces) in enumerate(shown, start=1):
        bottom = max(top - len(paces) * ROW / plot, 0.0)
        drawn |= _axes(number, unit, paces, (bottom, top))
        drawn["shapes"] += _lines(number, len(paces))
        data += [trace | _onto(number) for trace in traces(rows, paces)]
        top = bottom - BETWEEN / plot
    return {"data": data, "layout": framed | drawn}


def traces(rows: Paces, paces: Sequence[Pace]) -> list[Trace]:
    """From the achieved to the required pace in the verdict's colour, and the best on record."""
    ends = pace_reach(paces)
    colours = [theme.verdict_style(one.verdict).fill for one in paces]
    square = {"symbol": "diamond", "size": 12, "color": colours}
    return [
        *[_bridge(index, one, ends) for index, one in enumerate(paces) if one.actual is not None],
        _dots(rows, paces, rows.best_word, lambda one: one.best, upright(16, theme.SECONDARY, 2)),
        _dots(rows, paces, rows.actual_word, lambda one: one.actual, {"size": 10, "color": theme.INK}),
        _dots(rows, paces, rows.required_word, lambda one: one.required, square),
        *_labels(paces, ends),
    ]


def _bridge(index: int, one: Pace, ends: tuple[float, float]) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [place(one.actual or 0.0, ends), place(one.required, ends)],
        "y": [-index, -index],
        "line": {"color": theme.verdict_style(one.verdict).fill, "width": 2},
        "opacity": 0.5,
        "hoverinfo": "skip",
    }


def _dots(
    rows: Paces, paces: Sequence[Pace], name: str, value: Callable[[Pace], float | None], marker: Trace
) -> Trace:
    ends = pace_reach(paces)
    shown = [(index, one, pace) for index, one in enumerate(paces) if (pace := value(one)) is not None]
    points = [(place(pace, ends), -index) for index, _, pace in shown]
    return marks(name, points, marker, [_hover(rows, one) for _, one, _ in shown])


def _labels(paces: Sequence[Pace], ends: tuple[float, float]) -> list[Trace]:
    above, below = [], []
    for index, one in enumerate(paces):
        up, down = pace_labels(one, ends)
        above += [(value, -index, label) for value, label in up]
        below += [(value, -index, label) for value, label in down]
    return [written(above, ends, theme.INK, "top"), written(below, ends, theme.SECONDARY, "bottom")]


def _hover(rows: Paces, one: Pace) -> str:
    said = [
        f"{one.number} {one.name}",
        f"{rows.required_word} {one.required_label}",
        f"{rows.actual_word} {one.actual_label}",
        f"{rows.best_word} {one.best_label}",
    ]
    return hover("<br>".join(said))


def _axes(number: int, unit: str, paces: Sequence[Pace], domain: tuple[float, float]) -> dict[str, Any]:
    low, high = pace_reach(paces)
    pad = 0.08 * (high - low)
    suffix = "" if number == 1 else str(number)
    across = {
        "range": [low - pad, high + pad],
        "anchor": f"y{suffix}",
        "zeroline": True,
        "zerolinecolor": theme.SECONDARY,
        "zerolinewidth": 1,
        "nticks": 5,
        "title": {"text": broken(unit, 20), "font": SMALL_PRINT, "standoff": 4},
    }
    down = lane_axis([_lane(index, one) for index, one in enumerate(paces)])
    down |= {"domain": list(domain), "anchor": f"x{suffix}"}
    return {f"xaxis{suffix}": across, f"yaxis{suffix}": down}


def _lane(index: int, one: Pace) -> Lane:
    style = theme.verdict_style(one.verdict)
    return Lane(index, f"{one.number} {one.name}", theme.INK, style.mark, style.text)


def _onto(number: int) -> dict[str, str]:
    suffix = "" if number == 1 else str(number)
    return {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}


def _lines(number: int, rows: int) -> list[dict[str, Any]]:
    return separators(rows, ("paper", "y" if number == 1 else f"y{number}"))


def _key(rows: Paces) -> list[str]:
    entries = [
        ("◆", theme.SECONDARY, rows.required_word),
        ("●", theme.INK, rows.actual_word),
        ("|", theme.SECONDARY, rows.best_word),
    ]
    return key_lines(entries)
