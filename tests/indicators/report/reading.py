"""What a drawn picture says and where, read from its parts; for the tests of pictures."""

from __future__ import annotations

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex


def texts(figure):
    """Everything written, in drawing order: around the drawing, then inside it."""
    inside = [text for axes in figure.axes for text in axes.texts]
    return [text for text in [*figure.texts, *inside] if text.get_text()]


def said(figure):
    return [text.get_text() for text in texts(figure)]


def lines(figure, name):
    """Lines of a name, in drawing order."""
    return [line for axes in figure.axes for line in axes.lines if line.get_label() == name]


def points(line):
    return [tuple(map(float, point)) for point in line.get_xydata()]


def colour(part):
    """As the palette writes it; of a filled area, its fill."""
    ink = part.get_color() if hasattr(part, "get_color") else np.ravel(part.get_facecolor())
    return to_hex(ink).upper()


def boxes(figure):
    """Text → its place in px, the years and levels of the axes included."""
    FigureCanvasAgg(figure).draw()
    ticks = [tick for axes in figure.axes for tick in (*axes.get_xticklabels(), *axes.get_yticklabels())]
    return [(text.get_text(), text.get_window_extent()) for text in [*texts(figure), *ticks]]
