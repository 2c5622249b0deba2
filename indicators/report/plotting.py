"""How matplotlib draws and saves here: one drawing at a time, and nothing of when or by what in the file."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SLIDE_DOTS = 120
"""Dots an inch that a PNG claims: 1600 px are then the 13.33 inches of a slide."""
MAKER = ("Creator", "Date", "Format", "Type")

_ONE_AT_A_TIME = Lock()
"""Readers come in threads, and matplotlib promises nothing about its caches and settings in threads."""


def png(draw: Callable[[], Figure]) -> bytes:
    """What `draw` draws, as a PNG; the same drawing gives the same bytes."""
    with _ONE_AT_A_TIME, BytesIO() as file:
        dots = {"dpi": (SLIDE_DOTS, SLIDE_DOTS)}
        draw().savefig(file, metadata={"Software": None}, pil_kwargs=dots)
        return file.getvalue()


def svg(draw: Callable[[], Figure]) -> str:
    """What `draw` draws, as SVG whose text can be searched, without a head of its own: to be set in a page.

    The same drawing gives the same SVG: names inside it are not drawn by lot.
    """
    from matplotlib import rc_context

    settings = rc_context({"svg.fonttype": "none", "svg.hashsalt": "indicators"})
    with _ONE_AT_A_TIME, settings, BytesIO() as file:
        draw().savefig(file, format="svg", metadata=dict.fromkeys(MAKER))
        written = file.getvalue().decode()
    return " ".join(written[written.index("<svg") :].split())
