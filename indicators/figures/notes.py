"""What is written inside a trajectory: breaks and shaded years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indicators.figures import theme
from indicators.figures.lettering import broken, coloured
from indicators.rows.drawing import Scale, beside, gap_at, shown_cuts, shown_spans, span_name
from indicators.rows.shapes import Cut, Span, Trajectory

Note = dict[str, Any]

CUT_COLUMNS = 7
"""Full-width characters a line of a break's name holds."""
CUT_LINES = 3
"""Lines of it that are written; the whole is on hover."""
VEIL = "rgba(255,255,255,0.8)"
"""Behind a label that may lie on a line."""


def cuts(rows: Trajectory, scale: Scale) -> tuple[list[Note], list[Note]]:
    """Seams where the line is interrupted; for each ⫽ in the gap, and its name where the drawing is empty."""
    shown = shown_cuts(rows, scale)
    notes = [
        note
        for level, one in enumerate(shown)
        for note in (_sign(one, gap_at(rows, one, scale)), _name(one, beside(rows, one), scale, level))
    ]
    return [_seam(one) for one in shown], notes


def spans(years: Sequence[Span], scale: Scale) -> tuple[list[Note], list[Note]]:
    """Shaded years behind everything, and their names above the drawing."""
    shown = shown_spans(years, scale)
    shapes = [_shade(first, last) for _, first, last in shown]
    return shapes, [_above((first + last) / 2, span_name(one)) for one, first, last in shown]


def _sign(one: Cut, level: float) -> Note:
    return {
        "text": coloured("⫽", theme.SECONDARY, theme.TITLE, bold=True),
        "hovertext": broken(one.label, theme.COLUMNS),
        "x": one.year - 0.5,
        "y": level,
        "showarrow": False,
    }


def _name(one: Cut, values: Sequence[float], scale: Scale, level: int) -> Note:
    """The break's name beside its seam, towards the middle; above low values and below high ones."""
    left = one.year - 0.5 < (scale.first + scale.last) / 2
    top = not values or values[-1 if left else 0] < (scale.low + scale.high) / 2
    shift = level * CUT_LINES * theme.TINY * theme.LINE + 2
    return {
        "text": f'<span style="color:{theme.SECONDARY}">{broken(one.label, CUT_COLUMNS, CUT_LINES)}</span>',
        "hovertext": broken(one.label, theme.COLUMNS),
        "x": one.year - 0.5,
        "yref": "paper",
        "y": 1 if top else 0,
        "yanchor": "top" if top else "bottom",
        "yshift": -shift if top else shift,
        "xanchor": "left" if left else "right",
        "align": "left" if left else "right",
        "font": {"size": theme.TINY},
        "showarrow": False,
        "bgcolor": VEIL,
    }


def _seam(one: Cut) -> Note:
    line = {"color": theme.MUTED, "width": 1, "dash": "dot"}
    shared = {"type": "line", "layer": "below", "yref": "paper", "y0": 0, "y1": 1, "line": line}
    return shared | {"x0": one.year - 0.5, "x1": one.year - 0.5}


def _shade(first: float, last: float) -> Note:
    return {
        "type": "rect",
        "layer": "below",
        "yref": "paper",
        "x0": first,
        "x1": last,
        "y0": 0,
        "y1": 1,
        "fillcolor": theme.SPAN,
        "line": {"width": 0},
    }


def _above(middle: float, text: str) -> Note:
    return {
        "text": coloured(text, theme.SECONDARY),
        "x": middle,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "font": {"size": theme.TINY},
        "showarrow": False,
    }
