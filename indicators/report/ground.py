"""What a trajectory is drawn on: whole years, a few levels, shaded years and breaks, with their names."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose
from typing import TYPE_CHECKING

from indicators.palette import HAIRLINE, MUTED, PAGE, SECONDARY, SPAN
from indicators.report.captions import GAP, NOTE, TICK, Look, Sheet, Style, above, fitted, plain, write
from indicators.rows.drawing import Scale, gap_at, shown_cuts, shown_spans, span_name, year_ticks
from indicators.rows.shapes import Trajectory

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIGN = Style(28, bold=True)
"""⫽ where a line is interrupted."""
MOST_YEARS = 12
MOST_LEVELS = 6
ROUND_STEPS = [1, 2, 2.5, 5, 10]
"""First digits of the steps between levels."""
MOST_DECIMALS = 6
Name = tuple[float, str]
"""A year and what is written over it."""


def ground(sheet: Sheet, rows: Trajectory, scale: Scale, bottom: float, top: float, right: float) -> Axes:
    """Empty axes between two heights in px, `right` px kept free for labels."""
    named = names(rows, scale, sheet.room)
    ticks = levels(scale.low, scale.high)
    left = sheet.margin + max(TICK.width(text) for text in ticks.values()) + GAP
    low = bottom + TICK.line + 2 * GAP
    high = top - len(named) * NOTE.line
    size = (sheet.width - sheet.margin - right - left) / sheet.width, (high - low) / sheet.height
    axes = sheet.figure.add_axes((left / sheet.width, low / sheet.height, *size), facecolor=PAGE)
    axes.set(xlim=(scale.first - 0.5, scale.last + 0.5), ylim=(scale.low, scale.high))
    written(sheet, axes, ticks, {year: str(year) for year in years(scale)})
    _rule(sheet, axes, ticks)
    _mark(axes, rows, scale)
    for tier, row in enumerate(named):
        above(sheet, axes, row, tier)
    return axes


def years(scale: Scale) -> list[int]:
    """The years below the drawing: as on screen, but from the very first year instead of the next in step,
    since on paper nobody can point at a mark to learn its year."""
    first, *others = year_ticks(scale.first, scale.last, MOST_YEARS)
    return [min(first, scale.first), *others]


def levels(low: float, high: float) -> dict[float, str]:
    """A few round levels between two values, and how they are written: all with the same decimals."""
    from matplotlib.ticker import MaxNLocator

    found = MaxNLocator(MOST_LEVELS, steps=ROUND_STEPS).tick_values(low, high)
    inside = [float(level) for level in found if low <= level <= high]
    digits = next((at for at in range(MOST_DECIMALS) if _exact(inside, at)), MOST_DECIMALS)
    return {level: f"{level:.{digits}f}".replace("-", "−") for level in inside}


def names(rows: Trajectory, scale: Scale, room: float) -> list[list[Name]]:
    """Rows of names over the drawing, the lowest first: all shaded years in one, then each break's reason on
    lines at most `room` px wide."""
    spans = [
        ((first + last) / 2, plain(span_name(one))) for one, first, last in shown_spans(rows.spans, scale)
    ]
    reasons = [
        [(one.year - 0.5, line)]
        for one in shown_cuts(rows, scale)
        for line in reversed(fitted(f"⫽ {one.label}", NOTE, room))
    ]
    return ([spans] if spans else []) + reasons


def written(sheet: Sheet, axes: Axes, levels: dict[float, str], below: dict[float, str]) -> None:
    """Texts left of and below a drawing, at their levels and years; ticks would take half a chart's time."""
    box, place = axes.bbox, axes.transData.transform
    axes.set_axis_off()
    for level, text in levels.items():
        at = box.x0 - GAP, float(place((0, level))[1])
        write(sheet, at, text, TICK, ha="right", va="center_baseline")
    for year, text in below.items():
        for index, line in enumerate(text.split("<br>")):
            at = float(place((year, 0))[0]), box.y0 - GAP - index * TICK.line
            write(sheet, at, line, TICK, ha="center", va="top")


def _rule(sheet: Sheet, axes: Axes, ticks: dict[float, str]) -> None:
    from matplotlib.lines import Line2D

    for level in ticks:
        axes.axhline(level, color=HAIRLINE, linewidth=1.5, zorder=0.5)
    across = [axes.bbox.x0 / sheet.width, axes.bbox.x1 / sheet.width]
    foot = [axes.bbox.y0 / sheet.height] * 2
    sheet.figure.add_artist(Line2D(across, foot, color=MUTED, linewidth=1.5))


def _mark(axes: Axes, rows: Trajectory, scale: Scale) -> None:
    """Shaded years; where the line is interrupted, a seam and ⫽ in the gap."""
    for _, first, last in shown_spans(rows.spans, scale):
        axes.axvspan(first, last, color=SPAN, linewidth=0, zorder=0)
    sign: Look = {"fontproperties": SIGN.font(), "color": SECONDARY, "parse_math": False}
    for one in shown_cuts(rows, scale):
        axes.axvline(one.year - 0.5, color=MUTED, linewidth=1.5, linestyle=(0, (1, 3)), zorder=0.8)
        axes.text(one.year - 0.5, gap_at(rows, one, scale), "⫽", ha="center", va="center", **sign)


def _exact(values: Sequence[float], digits: int) -> bool:
    return all(isclose(round(value, digits), value, rel_tol=1e-9, abs_tol=1e-12) for value in values)
