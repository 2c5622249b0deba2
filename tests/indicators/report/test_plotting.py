"""Files of a drawing: no trace of when, where or by what they were made."""

from __future__ import annotations

from io import BytesIO
from threading import Event, Thread

import matplotlib
import pytest
from matplotlib.figure import Figure
from PIL import Image

from indicators.report.plotting import png, svg


def one_line():
    figure = Figure(figsize=(2, 1), dpi=72)
    figure.text(0.5, 0.5, "A  b")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.plot([0, 1], [0, 1], marker="o")
    return figure


@pytest.mark.parametrize("save", [png, svg])
def test_the_same_drawing_gives_the_same_file(save):
    assert save(one_line) == save(one_line)


def test_a_png_does_not_name_its_maker():
    with Image.open(BytesIO(png(one_line))) as image:
        assert image.size == (144, 72)
        assert set(image.info) == {"dpi"}


def test_an_svg_is_its_drawing_on_one_line_with_its_text_as_text():
    written = svg(one_line)
    assert written.startswith("<svg ") and written.endswith("</svg>")
    assert [part for part in ("\n", "matplotlib.org", "metadata", "DOCTYPE") if part in written] == []
    assert ">A b</text>" in written


def test_settings_are_as_before():
    before = dict(matplotlib.rcParams)
    svg(one_line)
    assert dict(matplotlib.rcParams) == before


def test_one_drawing_waits_for_the_other():
    inside, go_on, order = Event(), Event(), []

    def slow():
        inside.set()
        assert go_on.wait(60)
        order.append("first")
        return one_line()

    def quick():
        order.append("second")
        return one_line()

    first, second = Thread(target=svg, args=(slow,)), Thread(target=png, args=(quick,))
    first.start()
    assert inside.wait(60)
    second.start()
    go_on.set()
    first.join()
    second.join()
    assert order == ["first", "second"]


def test_a_drawing_that_fails_leaves_the_way_free():
    with pytest.raises(ZeroDivisionError):
        svg(lambda: 1 / 0)
    assert svg(one_line)
