"""Labels right of a drawing, each with a sample of its line."""

from __future__ import annotations

import pytest

from indicators.palette import INK
from indicators.report.endings import LABEL, LABEL_ROOM, Ending, label, room
from tests.indicators.report.reading import centres, sheet, square


def test_labels_stand_beside_the_end_of_their_line():
    page = sheet()
    label(page, square(page), [Ending(0.25, ("低",), INK, ()), Ending(0.75, ("高",), INK, ())])
    assert [y for _, y in centres(page)] == pytest.approx([200, 400])
    assert all(x > 500 for x, _ in centres(page))


def test_labels_of_one_value_stand_above_each_other_as_given():
    page = sheet()
    ends = [Ending(0.5 + tiny, (name,), INK, ()) for name, tiny in (("下", 1e-9), ("中", 0), ("上", -1e-9))]
    label(page, square(page), ends)
    assert [y for _, y in centres(page)] == pytest.approx([300 - LABEL.line, 300, 300 + LABEL.line])


def test_a_value_beyond_the_drawing_is_labelled_at_its_edge():
    page = sheet()
    label(page, square(page), [Ending(9.0, ("远",), INK, ())])
    assert [y for _, y in centres(page)] == pytest.approx([500 - LABEL.line / 2])


def test_a_sample_of_every_line_stands_before_its_label():
    page = sheet()
    looks = ({"color": INK, "linewidth": 7, "marker": "o"}, {"color": INK, "linewidth": 3})
    label(page, square(page), [Ending(0.5, ("实际", "2024年"), INK, looks)])
    first = centres(page)[0]
    assert [line.get_linewidth() for line in page.figure.artists] == [7, 3]
    assert all(line.get_ydata()[0] * 900 == pytest.approx(first[1]) for line in page.figure.artists)
    assert all(line.get_xdata()[-1] * 1600 < first[0] for line in page.figure.artists)


def test_room_is_kept_for_the_widest_label():
    short, long = Ending(0, ("短",), INK, ()), Ending(0, ("一个较长的标签",), INK, ())
    assert room([]) == 0
    assert room([short, long]) == room([long]) > room([short])
    assert room([Ending(0, ("很长" * 40,), INK, ())]) < LABEL_ROOM + 100
