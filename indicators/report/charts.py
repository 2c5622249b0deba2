"""A target's trajectory as a picture, drawn from the rows that the screen draws: for a slide, for print."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from indicators.palette import ACCENT, EARLIER, FAN_50, FAN_80, INK, SECONDARY
from indicators.report.captions import TICK, Look, Sheet, blank, footing, heading, stamp, write
from indicators.report.endings import LABEL, STRONG, Ending, label, room
from indicators.report.ground import ground
from indicators.report.plotting import png, svg
from indicators.rows import endings as ends
from indicators.rows.drawing import HALF_TARGET, runs, scale_of
from indicators.rows.endings import Line
from indicators.rows.shapes import FanYear, Mark, Trajectory

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SLIDE = (1600, 900, 56)
"""px wide, high, and free left and right: 16:9."""
PRINT = (1600, 420, 6)
"""The same for a page, which has margins of its own: set 178 mm wide, the smallest text has 6.6 pt."""
AROUND = 130
"""px above and below the labels: years, names, the mark of invented figures. Many labels make it higher."""
KEPT = 256
"""Charts for print that are kept, some 20 KB each: a plan's in both languages, on a few days."""
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

LINES: dict[Line, tuple[str, tuple[Look, ...]]] = {
    Line.MEASURED: (INK, (HISTORY,)),
    Line.MEDIAN: (ACCENT, (MEDIAN,)),
    Line.FAN: (ACCENT, FAN),
    Line.FROM_NOW: (SECONDARY, (NOW,)),
    Line.REQUIRED: (SECONDARY, (REQUIRED,)),
    Line.TARGET: (INK, (TARGET,)),
}
"""Colour of a label, and the sample of its line."""


def picture(rows: Trajectory, source_line: str) -> bytes:
    """The chart as a PNG of a slide's size; the same rows give the same bytes."""
    return png(partial(slide, rows, source_line))


@lru_cache(KEPT)
def vector(rows: Trajectory) -> str:
    """The chart as SVG, for a page that says finding, subtitle and source; the same rows, the same SVG."""
    return svg(partial(sketch, rows))


def slide(rows: Trajectory, source_line: str) -> Figure:
    """The chart with everything there is to say; without any value, a dash between its words."""
    sheet = blank(*SLIDE)
    top = heading(sheet, rows.title, rows.subtitle, rows.mark)
    return _drawn(sheet, rows, footing(sheet, source_line), top)


def sketch(rows: Trajectory) -> Figure:
    """The drawing alone with the names of what is in it; where its figures are invented, the mark above."""
    width, height, margin = PRINT
    lines = sum(len(one.lines) for one in endings(rows))
    sheet = blank(width, max(height, round(lines * LABEL.line) + AROUND), margin)
    return _drawn(sheet, rows, 0, stamp(sheet, rows.mark, sheet.height - TICK.line / 2))


def endings(rows: Trajectory) -> list[Ending]:
    """Labels right of the drawing, one for every line that is drawn; at one height, the first is lowest."""
    return [
        Ending(
            one.value,
            (one.name, one.text) if one.name else (one.text,),
            *LINES[one.line],
            STRONG if one.strong else LABEL,
        )
        for one in ends.endings(rows)
    ]


def _drawn(sheet: Sheet, rows: Trajectory, bottom: float, top: float) -> Figure:
    scale = scale_of(rows)
    if scale is None:
        write(sheet, (sheet.width / 2, (top + bottom) / 2), "—", TICK, ha="center")
        return sheet.figure
    labels = endings(rows)
    axes = ground(sheet, rows, scale, bottom, top, room(labels))
    _fan(axes, rows.fan, rows.fan_label)
    _lines(axes, rows)
    label(sheet, axes, labels)
    return sheet.figure


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
