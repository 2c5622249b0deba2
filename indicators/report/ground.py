"""What a trajectory is drawn on: whole years, a few levels, shaded years and breaks, with their names."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose
from typing import TYPE_CHECKING

from indicators.palette import HAIRLINE, MUTED, PAGE, SECONDARY, SPAN
from indicators.report.captions import GAP, HEIGHT, MARGIN, NOTE, TICK, WIDTH, Look, Style, above, fitted
from indicators.rows.drawing import Scale, gap_at, shown_cuts, shown_spans, span_name, year_ticks
from indicators.rows.shapes import Trajectory

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SIGN = Style(28, bold=True)
"""⫽ where a line is interrupted."""
MOST_YEARS = 12
MOST_LEVELS = 6
ROUND_STEPS = [1, 2, 2.5, 5, 10]
"""First digits of the steps between levels."""
MOST_DECIMALS = 6
Name = tuple[float, str]
"""A year and what is written over it."""


def ground(figure: Figure, rows: Trajectory, scale: Scale, bottom: float, top: float, right: float) -> Axes:
    """Empty axes between two heights in px, `right` px kept free for labels."""
    named = names(rows, scale)
    ticks = levels(scale.low, scale.high)
    left = MARGIN + max(TICK.width(text) for text in ticks.values()) + GAP
    low = bottom + TICK.line + 2 * GAP
    high = top - len(named) * NOTE.line
    size = (WIDTH - MARGIN - right - left) / WIDTH, (high - low) / HEIGHT
    axes = figure.add_axes((left / WIDTH, low / HEIGHT, *size), facecolor=PAGE)
    axes.set(xlim=(scale.first - 0.5, scale.last + 0.5), ylim=(scale.low, scale.high))
    _rule(axes, ticks, year_ticks(scale.first, scale.last, MOST_YEARS))
    _mark(axes, rows, scale)
    for tier, row in enumerate(named):
        above(figure, axes, row, tier)
    return axes


def levels(low: float, high: float) -> dict[float, str]:
    """A few round levels between two values, and how they are written: all with the same decimals."""
    from matplotlib.ticker import MaxNLocator

    found = MaxNLocator(MOST_LEVELS, steps=ROUND_STEPS).tick_values(low, high)
    inside = [float(level) for level in found if low <= level <= high]
    digits = next((at for at in range(MOST_DECIMALS) if _exact(inside, at)), MOST_DECIMALS)
    return {level: f"{level:.{digits}f}".replace("-", "−") for level in inside}


def names(rows: Trajectory, scale: Scale) -> list[list[Name]]:
    """Rows of names over the drawing, the lowest first: all shaded years in one, then each break's reason."""
    spans = [((first + last) / 2, span_name(one)) for one, first, last in shown_spans(rows.spans, scale)]
    reasons = [
        [(one.year - 0.5, line)]
        for one in shown_cuts(rows, scale)
        for line in reversed(fitted(f"⫽ {one.label}", NOTE))
    ]
    return ([spans] if spans else []) + reasons


def _rule(axes: Axes, ticks: dict[float, str], years: Sequence[int]) -> None:
    look: Look = {"fontproperties": TICK.font(), "color": SECONDARY, "parse_math": False}
    axes.set_yticks(list(ticks), list(ticks.values()), **look)
    axes.set_xticks(years, [str(year) for year in years], **look)
    axes.tick_params(length=0, pad=GAP)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=HAIRLINE, linewidth=1.5)
    axes.spines[["left", "right", "top"]].set_visible(False)
    axes.spines["bottom"].set(color=MUTED, linewidth=1.5)


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
