"""The colours of every picture, on screen and on paper, and how a verdict looks."""

from __future__ import annotations

from dataclasses import dataclass

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
    Verdict.UNKNOWN: VerdictStyle("–", SECONDARY, MUTED, MUTED_BAND),
}
