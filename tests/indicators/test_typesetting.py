"""Text in pictures: measured, broken, pushed apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from indicators.typesetting import apart, width, wrapped


def test_a_chinese_character_is_as_wide_as_almost_two_letters():
    assert width("城镇") == 2
    assert width("GDP") == pytest.approx(3 * 0.56)


def test_a_line_that_just_fits_is_not_broken():
    assert wrapped("一二三四五", 5) == ["一二三四五"]
    assert wrapped("一二三四五六", 5) == ["一二三四五", "六"]


def test_who_knows_the_font_measures_in_px():
    assert wrapped("一二三四五六", 50, lambda text: 10 * len(text)) == ["一二三四五", "六"]
    assert wrapped("一二三,四五六", 50, lambda text: 10 * len(text)) == ["一二三,", "四五六"]


def test_lines_break_after_a_clause_that_fills_half_the_line():
    assert wrapped("一二三四,五六七八", 8) == ["一二三四,", "五六七八"]
    assert wrapped("一,二三四五六七八九", 8) == ["一,二三四五六七", "八九"]
    assert wrapped("Up by 2.5. No more, so far.", 8) == ["Up by 2.5.", "No more,", "so far."]


def test_no_line_begins_with_a_comma():
    assert wrapped("一二三四五,六", 5) == ["一二三四", "五,六"]


def test_words_numbers_and_dates_stay_whole():
    assert wrapped("数据截至 2025-10-01", 8) == ["数据截至", "2025-10-01"]
    assert wrapped("Surveyed urban unemployment", 9) == ["Surveyed urban", "unemployment"]
    assert wrapped("乡镇5G网络", 3) == ["乡镇", "5G网", "络"]


@given(some.text("城镇,。 ab12<%", max_size=60), some.integers(4, 42))
def test_wrapping_loses_nothing_and_keeps_the_measure(text, columns):
    lines = wrapped(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    breakable = [line for line in lines if width(line) > columns]
    assert all(len(line) > 2 for line in breakable)


def test_labels_that_are_far_apart_stay():
    assert apart([10, 100], [16, 16], 0, 200) == [10, 100]


def test_labels_at_the_same_place_share_the_shift():
    assert apart([50, 50], [16, 16], 0, 200) == [42, 58]


def test_labels_stay_inside():
    assert apart([199, 198], [16, 16], 0, 200) == [192, 176]
    assert apart([-5], [16], 0, 200) == [8]


@given(some.lists(some.floats(0, 300), max_size=8))
def test_labels_never_overlap(wanted):
    placed = sorted(apart(wanted, [16] * len(wanted), 0, 300))
    assert all(after - before >= 16 - 1e-6 for before, after in pairwise(placed))
