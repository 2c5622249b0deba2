"""What a drawn picture says and where, read from its parts; for the tests of pictures."""

from __future__ import annotations

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex

from indicators.report.captions import blank


def sheet(height=900, margin=56):
    """Nothing drawn yet."""
    return blank(1600, height, margin)


def square(page):
    """Axes of 0…1 from 100 to 500 px."""
    across, up = 1 / page.width, 1 / page.height
    axes = page.figure.add_axes((100 * across, 100 * up, 400 * across, 400 * up))
    axes.set(xlim=(0, 1), ylim=(0, 1))
    return axes


def centres(page):
    """px of a sheet's texts from the lower left corner."""
    places = [text.get_position() for text in texts(page.figure)]
    return [(x * page.width, y * page.height) for x, y in places]


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
    return [(text.get_text(), text.get_window_extent()) for text in texts(figure)]
