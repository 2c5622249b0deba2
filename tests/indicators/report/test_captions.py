"""Words around a drawing: fitted, in the bundled fonts, at their place."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure

from indicators.palette import INK
from indicators.report.captions import (
    HEIGHT,
    LABEL,
    LABEL_ROOM,
    NOTE,
    SOURCE,
    STRONG,
    WIDTH,
    Ending,
    above,
    fitted,
    footing,
    heading,
    label,
    room,
)
from tests.indicators.report.reading import said, texts


def blank():
    return Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72)


def sizes(figure):
    return [text.get_fontsize() for text in texts(figure)]


def centres(figure):
    """px of texts from the lower left corner."""
    return [(text.get_position()[0] * WIDTH, text.get_position()[1] * HEIGHT) for text in texts(figure)]


def square(figure):
    """Axes of 0…1 from 100 to 500 px."""
    axes = figure.add_axes((100 / WIDTH, 100 / HEIGHT, 400 / WIDTH, 400 / HEIGHT))
    axes.set(xlim=(0, 1), ylim=(0, 1))
    return axes


def test_a_text_is_measured_in_its_font():
    assert LABEL.width("城镇化") == pytest.approx(75, abs=2)
    assert STRONG.width("2025") > LABEL.width("2025") > 4 * 12


def test_a_line_that_just_fits_is_not_broken():
    needed = NOTE.width("口径改变")
    assert fitted("口径改变", NOTE, needed) == ["口径改变"]
    assert fitted("口径改变", NOTE, needed - 1) == ["口径改", "变"]


def test_lines_beyond_those_allowed_are_said_to_follow():
    two = NOTE.width("口径")
    assert fitted("口径改变", NOTE, two) == ["口径", "改变"]
    assert fitted("口径改变了", NOTE, two) == ["口径", "改变…"]


def test_no_line_ends_with_a_separator():
    assert fitted("单位:% · 地区:遵义市", NOTE, NOTE.width("单位:% · 地")) == ["单位:%", "地区:遵义市"]


def test_nothing_is_no_line():
    assert fitted("", NOTE) == fitted(" \n", NOTE) == []


def test_a_long_finding_is_smaller():
    short, long = blank(), blank()
    heading(short, "按当前态势," * 14, "")
    heading(long, "按当前态势," * 15, "")
    assert (sizes(short), sizes(long)) == ([36, 36], [30, 30])


def test_a_heading_leaves_what_it_does_not_need():
    figure = blank()
    one, two = heading(figure, "一行", "单位"), heading(figure, "两行。" * 20, "单位")
    lowest = min(y for _, y in centres(figure))
    assert HEIGHT > one > two
    assert two < lowest


def test_the_source_stands_at_the_bottom_with_its_first_line_on_top():
    figure = blank()
    top = footing(figure, "统计公报," * 30)
    (_, first), (_, second) = sorted(centres(figure), reverse=True, key=lambda at: at[1])
    assert said(figure)[0].endswith("统计公报,")
    assert first - second == pytest.approx(SOURCE.line)
    assert first < top < 120


def test_labels_stand_beside_the_end_of_their_line():
    figure = blank()
    label(figure, square(figure), [Ending(0.25, ("低",), INK, ()), Ending(0.75, ("高",), INK, ())])
    assert [y for _, y in centres(figure)] == pytest.approx([200, 400])
    assert all(x > 500 for x, _ in centres(figure))


def test_labels_of_one_value_stand_above_each_other_as_given():
    figure = blank()
    ends = [Ending(0.5 + tiny, (name,), INK, ()) for name, tiny in (("下", 1e-9), ("中", 0), ("上", -1e-9))]
    label(figure, square(figure), ends)
    assert [y for _, y in centres(figure)] == pytest.approx([300 - LABEL.line, 300, 300 + LABEL.line])


def test_a_value_beyond_the_drawing_is_labelled_at_its_edge():
    figure = blank()
    label(figure, square(figure), [Ending(9.0, ("远",), INK, ())])
    assert [y for _, y in centres(figure)] == pytest.approx([500 - LABEL.line / 2])


def test_a_sample_of_every_line_stands_before_its_label():
    figure = blank()
    looks = ({"color": INK, "linewidth": 7, "marker": "o"}, {"color": INK, "linewidth": 3})
    label(figure, square(figure), [Ending(0.5, ("实际", "2024年"), INK, looks)])
    first = centres(figure)[0]
    assert [line.get_linewidth() for line in figure.artists] == [7, 3]
    assert all(line.get_ydata()[0] * HEIGHT == pytest.approx(first[1]) for line in figure.artists)
    assert all(line.get_xdata()[-1] * WIDTH < first[0] for line in figure.artists)


def test_room_is_kept_for_the_widest_label():
    short, long = Ending(0, ("短",), INK, ()), Ending(0, ("一个较长的标签",), INK, ())
    assert room([]) == 0
    assert room([short, long]) == room([long]) > room([short])
    assert room([Ending(0, ("很长" * 40,), INK, ())]) < LABEL_ROOM + 100


def test_names_above_the_drawing_do_not_touch_or_leave_the_picture():
    figure = blank()
    above(figure, square(figure), [(0.0, "第一个名称"), (0.1, "第二个名称"), (-9.0, "最左")], tier=0)
    boxes = [
        (x - NOTE.width(text) / 2, x + NOTE.width(text) / 2)
        for (x, _), text in zip(centres(figure), said(figure), strict=True)
    ]
    left, first, second = sorted(boxes)
    assert left[0] > 0 and left[1] < first[0] and first[1] < second[0]


def test_tiers_of_names_do_not_touch():
    figure = blank()
    axes = square(figure)
    for tier in (0, 1):
        above(figure, axes, [(0.5, "疫情")], tier)
    (_, low), (_, high) = centres(figure)
    assert low > 500 + NOTE.size / 2
    assert high - low == pytest.approx(NOTE.line)
