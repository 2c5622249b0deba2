"""Words around a drawing: fitted, in the bundled fonts, at their place."""

from __future__ import annotations

import pytest

from indicators.report.captions import (
    NOTE,
    SOURCE,
    STAMP,
    TICK,
    above,
    fitted,
    footing,
    heading,
    plain,
    stamp,
    write,
)
from tests.indicators.report.reading import boxes, centres, said, sheet, square, texts

ROOM = 1488
"""px from margin to margin of a slide."""


def sizes(page):
    return [text.get_fontsize() for text in texts(page.figure)]


def test_a_text_is_measured_in_its_font():
    assert TICK.width("城镇化") == pytest.approx(69, abs=2)
    assert STAMP.width("2025") > TICK.width("2025") > 4 * 12


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
    assert fitted("", NOTE, ROOM) == fitted(" \n", NOTE, ROOM) == []


def test_a_long_finding_is_smaller():
    short, long = sheet(), sheet()
    heading(short, "按当前态势," * 14, "")
    heading(long, "按当前态势," * 15, "")
    assert (sizes(short), sizes(long)) == ([36, 36], [30, 30])


def test_a_heading_leaves_what_it_does_not_need():
    page = sheet()
    one, two = heading(page, "一行", "单位"), heading(page, "两行。" * 20, "单位")
    lowest = min(y for _, y in centres(page))
    assert 900 > one > two
    assert two < lowest


def test_the_source_stands_at_the_bottom_with_its_first_line_on_top():
    page = sheet()
    top = footing(page, "统计公报," * 30)
    (_, first), (_, second) = sorted(centres(page), reverse=True, key=lambda at: at[1])
    assert said(page.figure)[0].endswith("统计公报,")
    assert first - second == pytest.approx(SOURCE.line)
    assert first < top < 120


def test_names_above_the_drawing_do_not_touch_or_leave_the_picture():
    page = sheet()
    above(page, square(page), [(0.0, "第一个名称"), (0.1, "第二个名称"), (-9.0, "最左")], tier=0)
    boxes = [
        (x - NOTE.width(text) / 2, x + NOTE.width(text) / 2)
        for (x, _), text in zip(centres(page), said(page.figure), strict=True)
    ]
    left, first, second = sorted(boxes)
    assert left[0] > 0 and left[1] < first[0] and first[1] < second[0]


def test_tiers_of_names_do_not_touch():
    page = sheet()
    axes = square(page)
    for tier in (0, 1):
        above(page, axes, [(0.5, "疫情")], tier)
    (_, low), (_, high) = centres(page)
    assert low > 500 + NOTE.size / 2
    assert high - low == pytest.approx(NOTE.line)


def test_every_text_stands_in_a_line_of_its_own():
    assert plain(" 城镇\n化\t率\0 ") == "城镇 化 率"


@pytest.mark.parametrize(("style", "weight"), [(TICK, 400), (STAMP, 700)])
def test_a_font_names_the_bundled_family_and_its_weight(style, weight):
    font = style.font()
    assert (font.get_family(), font.get_weight(), font.get_size()) == (["Noto Sans SC"], weight, style.size)
    assert font.get_file().endswith("Bold.ttf" if style.bold else "Regular.ttf")


def test_a_text_stands_at_its_px_on_a_sheet_of_any_height():
    low = sheet(height=500)
    write(low, (400, 250), "中", TICK, ha="center")
    ((_, box),) = boxes(low.figure)
    assert ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2) == pytest.approx((400, 250), abs=1)


def test_a_stamp_takes_room_only_where_there_is_a_mark():
    page = sheet()
    assert stamp(page, "", 800) == 800
    assert texts(page.figure) == []
    assert stamp(page, "演练数据", 800) < 800 - STAMP.size
    assert said(page.figure) == ["演练数据"]


@pytest.mark.parametrize("margin", [2, 56])
def test_words_begin_at_the_margin(margin):
    page = sheet(margin=margin)
    heading(page, "发现", "单位")
    footing(page, "来源")
    assert [x for x, _ in centres(page)] == pytest.approx([margin] * 3)
