"""How figures on screen look: palette (re-exported), sizes, grades, the plotly template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from indicators.model import Verdict
from indicators.palette import ACCENT as ACCENT
from indicators.palette import EARLIER as EARLIER
from indicators.palette import FAN_50 as FAN_50
from indicators.palette import FAN_80 as FAN_80
from indicators.palette import HAIRLINE as HAIRLINE
from indicators.palette import INK as INK
from indicators.palette import MUTED as MUTED
from indicators.palette import MUTED_BAND as MUTED_BAND
from indicators.palette import PAGE as PAGE
from indicators.palette import PANEL as PANEL
from indicators.palette import SECONDARY as SECONDARY
from indicators.palette import SPAN as SPAN
from indicators.palette import VERDICTS as VERDICTS
from indicators.palette import VerdictStyle as VerdictStyle

FONT = "Noto Sans SC, sans-serif"
TITLE = 15
TEXT = 13
SMALL = 12
TINY = 11
LINE = 1.3
"""Plotly's line height in em."""
COLUMNS = 23
"""Full-width characters a line above the drawing holds: 345 px at TITLE, so it also fits a phone."""


@dataclass(frozen=True)
class GradeStyle:
    """A cell of the coverage matrix: its fill and the letter's colour on it."""

    fill: str
    text: str


GRADES = {
    "A": GradeStyle(ACCENT, PAGE),
    "B": GradeStyle("#8DB4DD", INK),
    "C": GradeStyle("#D3E3F4", INK),
    "": GradeStyle(PANEL, SECONDARY),
}
"""One hue, darker where the source is better."""

AXIS: dict[str, Any] = {
    "showgrid": False,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "gridcolor": HAIRLINE,
    "linecolor": HAIRLINE,
    "tickfont": {"size": SMALL, "color": SECONDARY},
    "exponentformat": "none",
    "fixedrange": True,
}
"""Fixed ranges: a finger on a phone scrolls the page, not the chart."""

TEMPLATE: dict[str, Any] = {
    "layout": {
        "font": {"family": FONT, "size": TEXT, "color": INK},
        "title": {"font": {"family": FONT, "size": TITLE, "color": INK}},
        "paper_bgcolor": PAGE,
        "plot_bgcolor": PAGE,
        "colorway": [INK, ACCENT, SECONDARY],
        "separators": ".",
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": PAGE,
            "bordercolor": SECONDARY,
            "align": "left",
            "font": {"family": FONT, "size": SMALL, "color": INK},
        },
        "xaxis": AXIS,
        "yaxis": AXIS,
        "annotationdefaults": {"showarrow": False, "font": {"family": FONT, "size": SMALL, "color": INK}},
    }
}


def verdict_style(verdict: Verdict) -> VerdictStyle:
    """Mark and colours of a verdict; the word always stands beside them."""
    return VERDICTS[verdict]


def grade_style(grade: str) -> GradeStyle:
    """Colours of a grade; a grade nobody named looks like none."""
    return GRADES.get(grade, GRADES[""])
