"""A target's trajectory as a picture for a slide, drawn from the rows that the screen draws."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from indicators.palette import ACCENT, EARLIER, FAN_50, FAN_80, INK, PAGE, SECONDARY
from indicators.report.captions import (
    HEIGHT,
    STRONG,
    TICK,
    WIDTH,
    Ending,
    Look,
    footing,
    heading,
    label,
    room,
    write,
)
from indicators.report.ground import ground
from indicators.rows.drawing import HALF_TARGET, runs, scale_of
from indicators.rows.shapes import FanYear, Mark, Trajectory

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SLIDE_DOTS = 120
"""Dots an inch that the file claims: 1600 px are then the 13.33 inches of a slide."""
SHORT = 0.04
"""Half the target's line is no longer than this share of the drawing's width."""

DOTS: Look = {"linestyle": (0, (0.1, 2)), "dash_capstyle": "round"}
HISTORY: Look = {"color": INK, "linewidth": 4.5, "marker": "o", "markersize": 12}
BEFORE: Look = HISTORY | {"color": EARLIER}
NO_DATA: Look = DOTS | {"linewidth": 3.5, "marker": ""}
"""What changes where years without data are crossed."""
REQUIRED: Look = {"color": SECONDARY, "linewidth": 3, "linestyle": (0, (4, 2.5))}
NOW: Look = DOTS | {"color": SECONDARY, "linewidth": 3}
MEDIAN: Look = {"color": ACCENT, "linewidth": 4, "marker": "o", "markersize": 10}
TARGET: Look = {"color": INK, "linewidth": 8, "solid_capstyle": "butt"}
FAN: tuple[Look, ...] = (
    TARGET | {"color": FAN_80, "linewidth": 24},
    TARGET | {"color": FAN_50, "linewidth": 11},
)

_ONE_AT_A_TIME = Lock()
"""Readers come in threads, and matplotlib promises nothing about its caches in threads."""


def picture(rows: Trajectory, source_line: str) -> bytes:
    """The chart as a PNG of WIDTH × HEIGHT px; the same rows give the same bytes."""
    with _ONE_AT_A_TIME, BytesIO() as file:
        drawn = draw(rows, source_line)
        drawn.savefig(file, metadata={"Software": None}, pil_kwargs={"dpi": (SLIDE_DOTS, SLIDE_DOTS)})
        return file.getvalue()


def draw(rows: Trajectory, source_line: str) -> Figure:
    """The chart of a target; without any value, a dash between its words."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72, facecolor=PAGE)
    top, bottom = heading(figure, rows.title, rows.subtitle, rows.mark), footing(figure, source_line)
    scale = scale_of(rows)
    if scale is None:
        write(figure, (WIDTH / 2, (top + bottom) / 2), "—", TICK, ha="center")
        return figure
    ends = endings(rows)
    axes = ground(figure, rows, scale, bottom, top, room(ends))
    _fan(axes, rows.fan, rows.fan_label)
    _lines(axes, rows)
    label(figure, axes, ends)
    return figure


def endings(rows: Trajectory) -> list[Ending]:
    """Labels right of the drawing, one for every line that is drawn; at one height, the first is lowest."""
    ends = []
    if rows.history:
        texts = (rows.history_label, rows.latest_label)
        ends.append(Ending(rows.history[-1].value, texts, INK, (HISTORY,), style=STRONG))
    if rows.fan[1:]:
        last = rows.fan[-1]
        ends.append(Ending(last.median, (rows.projected_label,), ACCENT, (MEDIAN,), style=STRONG))
        ends.append(Ending(last.p90, (rows.fan_label,), ACCENT, FAN))
    if rows.required_from_now:
        ends.append(Ending(rows.required_from_now[-1][1], (rows.now_label,), SECONDARY, (NOW,)))
    if rows.required:
        ends.append(Ending(rows.required[-1][1], (rows.required_label,), SECONDARY, (REQUIRED,)))
    if rows.target is not None:
        ends.append(Ending(rows.target, (rows.target_label,), INK, (TARGET,), style=STRONG))
    return ends


def _lines(axes: Axes, rows: Trajectory) -> None:
    """What matters most last, so that it lies on top."""
    _line(axes, rows.required, rows.required_label, REQUIRED)
    _line(axes, rows.required_from_now, rows.now_label, NOW)
    if rows.fan[1:]:
        medians = [(one.year, one.median) for one in rows.fan]
        _line(axes, medians, rows.projected_label, MEDIAN | {"markevery": slice(1, None)})
    _measured(axes, rows, rows.earlier, BEFORE)
    _measured(axes, rows, rows.history, HISTORY)
    if rows.target is not None:
        first, last = axes.get_xlim()
        half = min(HALF_TARGET, SHORT * (last - first))
        ends = [(rows.target_year - half, rows.target), (rows.target_year + half, rows.target)]
        _line(axes, ends, rows.target_label, TARGET)


def _measured(axes: Axes, rows: Trajectory, marks: Sequence[Mark], look: Look) -> None:
    solid, gaps = runs(marks, rows.cuts)
    for pair in gaps:
        _line(axes, [(one.year, one.value) for one in pair], rows.history_label, look | NO_DATA)
    for run in solid:
        _line(axes, [(one.year, one.value) for one in run], rows.history_label, look)


def _line(axes: Axes, points: Sequence[tuple[float, float]], name: str, look: Look) -> None:
    if points:
        axes.plot([x for x, _ in points], [y for _, y in points], label=name, **look)


def _fan(axes: Axes, fan: Sequence[FanYear], name: str) -> None:
    if not fan[1:]:
        return
    years = [one.year for one in fan]
    look: Look = {"linewidth": 0, "label": name, "zorder": 1}
    axes.fill_between(years, [one.p10 for one in fan], [one.p90 for one in fan], color=FAN_80, **look)
    axes.fill_between(years, [one.p25 for one in fan], [one.p75 for one in fan], color=FAN_50, **look)
