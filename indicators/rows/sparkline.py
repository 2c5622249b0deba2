"""A target's track in one small line, for a cell of the board: inline SVG of numbers and escaped text."""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import pairwise
from math import isfinite

from indicators.palette import INK, PAGE, VERDICTS
from indicators.rows.shapes import Cell

EDGE = 4.0
"""px kept free on every side, so that dot and lines are not cut off."""
TICK = 9.0
"""px of the target's line."""

Point = tuple[float, float]


def svg(cell: Cell, width: int, height: int) -> str:
    """The track in ink, years without data dotted, the latest value a dot, the target a short line."""
    said = html.escape(f"{cell.number} {cell.name}: {cell.latest} → {cell.target}", quote=True)
    values = [(year, value) for year, value in cell.spark if isfinite(value)]
    goal = cell.spark_target if cell.spark_target and isfinite(cell.spark_target[1]) else None
    inner = _drawing(values, goal, cell, width, height) if values else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{said}" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}"><title>{said}</title>{inner}</svg>'
    )


def places(
    values: Sequence[tuple[int, float]], goal: tuple[int, float] | None, width: int, height: int
) -> list[Point]:
    """px from the top left corner, of each value and then of the target."""
    points = [*values, *([goal] if goal else [])]
    years, levels = [year for year, _ in points], [value for _, value in points]
    across, down = width - 2 * EDGE - TICK / 2, height - 2 * EDGE
    return [
        (EDGE + across * _share(year, years), EDGE + down * (1 - _share(value, levels)))
        for year, value in points
    ]


def _drawing(
    values: Sequence[tuple[int, float]], goal: tuple[int, float] | None, cell: Cell, width: int, height: int
) -> str:
    points = places(values, goal, width, height)
    pairs = zip(pairwise(values), pairwise(points), strict=False)
    joins = [_join(a, b, dotted=after[0] - before[0] > 1) for (before, after), (a, b) in pairs]
    x, y = points[len(values) - 1]
    fill = VERDICTS[cell.verdict].fill
    dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.8" fill="{fill}" stroke="{PAGE}" stroke-width="1"/>'
    return "".join(joins) + (_tick(points[-1]) if goal else "") + dot


def _join(start: Point, end: Point, *, dotted: bool) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (start, end))
    dash = ' stroke-dasharray="1 3"' if dotted else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{INK}" stroke-width="1.6" '
        f'stroke-linecap="round"{dash}/>'
    )


def _tick(at: Point) -> str:
    x, y = at
    left, right = x - TICK / 2, x + TICK / 2
    return (
        f'<line x1="{left:.1f}" y1="{y:.1f}" x2="{right:.1f}" y2="{y:.1f}" stroke="{INK}" stroke-width="3"/>'
    )


def _share(value: float, among: Sequence[float]) -> float:
    low, high = min(among), max(among)
    return (value - low) / (high - low) if high > low else 0.5
