"""The chance of meeting a target at each year's end, for a page: as on screen, in a vector drawing."""

from __future__ import annotations

from functools import lru_cache, partial
from math import nan
from typing import TYPE_CHECKING

from indicators.palette import PAGE, SECONDARY, VERDICTS
from indicators.report.captions import GAP, TICK, Look, Sheet, Style, blank, plain, write
from indicators.report.ground import written
from indicators.report.plotting import svg
from indicators.rows.chances import BEYOND, EDGES, HIGH, LEVELS, Chance, Chances, labels, place

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PRINT = (1600, 320, 6)
"""px wide, high, and free left and right: set as wide as a trajectory, three quarters as high."""
KEPT = 256
"""Drawings that are kept, some 6 KB each."""
MARK = Style(30)
LABEL = Style(23, bold=True)
WORD = Style(25)
BESIDE = 34
"""px from the middle of a mark to that of its label."""
DISC: Look = {"marker": "o", "markersize": 36, "markerfacecolor": PAGE, "markeredgewidth": 0}
LINE: Look = DISC | {"color": SECONDARY, "linewidth": 3}
"""A white disc under every mark, so that the line does not cross it."""
VEIL: Look = {"facecolor": PAGE, "alpha": 0.8, "linewidth": 0, "boxstyle": "square,pad=0.05"}
"""Behind a label that may lie on the line."""
PALE = 0.55
"""Opacity of a band, so that marks in the verdict's colour stand out."""


@lru_cache(KEPT)
def vector(rows: Chances) -> str:
    """The drawing as SVG; the same rows, the same SVG."""
    return svg(partial(sketch, rows))


def sketch(rows: Chances) -> Figure:
    """Marks of the verdicts over their bands, joined where a chance follows on a chance."""
    sheet = blank(*PRINT)
    axes = _ground(sheet, rows)
    heights = [place(one) for one in rows.days]
    axes.plot([nan if one is None else one for one in heights], **LINE)
    for index, (one, label) in enumerate(zip(rows.days, labels(rows), strict=True)):
        _mark(sheet, axes, index, one, label)
    return sheet.figure


def _ground(sheet: Sheet, rows: Chances) -> Axes:
    """Bands with their words right, levels left, days below."""
    words = {verdict: f"{VERDICTS[verdict].mark} {plain(word)}" for verdict, word in rows.bands}
    lines = max(one.tick.count("<br>") + 1 for one in rows.days)
    left = sheet.margin + max(TICK.width(text) for text in LEVELS.values()) + GAP
    right = sheet.width - sheet.margin - GAP - max(WORD.width(text) for text in words.values())
    low, high = GAP + lines * TICK.line, sheet.height - GAP
    size = (right - left) / sheet.width, (high - low) / sheet.height
    axes = sheet.figure.add_axes((left / sheet.width, low / sheet.height, *size))
    axes.set(xlim=(-0.5, len(rows.days) - 0.5), ylim=(-BEYOND, 100 + BEYOND))
    written(sheet, axes, LEVELS, {index: one.tick for index, one in enumerate(rows.days)})
    for verdict, text in words.items():
        axes.axhspan(*EDGES[verdict], color=VERDICTS[verdict].tint, alpha=PALE, linewidth=0)
        at = right + GAP, float(axes.transData.transform((0, sum(EDGES[verdict]) / 2))[1])
        write(sheet, at, text, WORD, color=VERDICTS[verdict].text)
    return axes


def _mark(sheet: Sheet, axes: Axes, index: int, one: Chance, label: str) -> None:
    """A mark with its label above or below; – at the foot where nothing could be said."""
    height = place(one) or 0.0
    x, y = map(float, axes.transData.transform((index, height)))
    look = VERDICTS[one.verdict]
    write(sheet, (x, y), look.mark, MARK, ha="center", color=look.text)
    if label:
        away = -BESIDE if height >= HIGH else BESIDE
        write(sheet, (x, y + away), plain(label), LABEL, ha="center", color=look.text, bbox=VEIL)
