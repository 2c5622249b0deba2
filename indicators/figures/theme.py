"""How everything looks, in one place: palette, verdict colours and marks, sizes, the plotly template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from indicators.model import Verdict

INK = "#1B2430"
"""Text and measured data."""
SECONDARY = "#5B6675"
"""Subtitles, ticks, the required path."""
EARLIER = "#8793A3"
"""Measured data before a break: lighter ink, still 3:1 on white as a line."""
HAIRLINE = "#E3E8EF"
PAGE = "#FFFFFF"
PANEL = "#F7F9FC"
ACCENT = "#1F5FA8"
"""Links, selection, projections."""
FAN_80 = "#DCE8F5"
FAN_50 = "#AECBE8"
SPAN = "#F1F3F6"
"""Shaded years."""
MUTED = "#A9B3C0"
"""Drawing of what is not one's own or cannot be judged; its text is SECONDARY."""
MUTED_BAND = "#EDF0F4"

FONT = "Noto Sans SC, sans-serif"
TITLE = 15
TEXT = 13
SMALL = 12
TINY = 11
LINE = 1.3
"""Plotly's line height in em."""
COLUMNS = 23
"""Full-width characters a title line holds by default: 345 px at TITLE, so it also fits a phone."""


@dataclass(frozen=True)
class VerdictStyle:
    """Mark and colours of a verdict: `text` on white or on `tint`, `fill` for areas and dots."""

    mark: str
    text: str
    fill: str
    tint: str


VERDICTS = {
    Verdict.ACHIEVED: VerdictStyle("✔", "#0B6E4F", "#0B6E4F", "#DDF0E8"),
    Verdict.ON_TRACK: VerdictStyle("▲", "#1E6B43", "#3A9A66", "#E6F3EC"),
    Verdict.AT_RISK: VerdictStyle("◆", "#8A5200", "#E8A13A", "#FCEFDC"),
    Verdict.OFF_TRACK: VerdictStyle("▼", "#B3261E", "#B3261E", "#FBE6E4"),
    Verdict.MISSED: VerdictStyle("✖", "#7F1D1D", "#7F1D1D", "#F3DEDE"),
    Verdict.UNKNOWN: VerdictStyle("–", "#5B6675", "#A9B3C0", "#EDF0F4"),
}


@dataclass(frozen=True)
class GradeStyle:
    """A cell of the coverage matrix: its fill and the letter's colour on it."""

    fill: str
    text: str


GRADES = {
    "A": GradeStyle("#1F5FA8", "#FFFFFF"),
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
