"""What every figure has around its drawing."""

from __future__ import annotations

import re

import pytest

from indicators.figures import theme
from indicators.figures.frame import BAND, blank, key_lines, layout, marked
from indicators.typesetting import width
from tests.indicators.figures.invented import NASTY, SAFE

WORDS = ("最新", "基期", "应达", "预计", "目标")


def entries(*words):
    return [("●", theme.INK, word) for word in words]


def test_without_a_key_the_drawing_begins_at_once():
    framed = layout(300)
    assert framed["title"]["text"] == ""
    assert framed["margin"]["t"] < 20


def test_a_longer_key_moves_the_drawing_down_and_leaves_its_height():
    short, long = layout(300, key=["甲"]), layout(300, key=["甲", "乙"])
    heights = [one["height"] - one["margin"]["t"] - one["margin"]["b"] for one in (short, long)]
    assert heights == pytest.approx([300, 300], abs=1)
    assert long["margin"]["t"] - short["margin"]["t"] == pytest.approx(15 * 1.3, abs=1)


def test_the_words_of_a_key_are_secondary():
    assert f'<span style="color:{theme.SECONDARY}' in key_lines(entries("最新"))[0]


def test_a_key_is_escaped():
    (line,) = key_lines(entries(NASTY))
    assert NASTY not in line
    assert SAFE in line


def test_a_key_takes_another_line_where_one_would_not_fit_a_phone():
    assert len(key_lines(entries(*WORDS))) == 1
    lines = [re.sub("<[^>]+>", "", line) for line in key_lines(entries(*WORDS, *WORDS))]
    assert len(lines) == 2
    assert max(map(width, lines)) * theme.SMALL <= 390 - 32


@pytest.mark.parametrize("key", [(), ("甲", "乙")])
def test_a_mark_stands_in_a_band_of_its_own_above_key_and_drawing(key):
    plain = blank(layout(300, key=key) | {"annotations": [{"text": "标注"}]})
    found = marked(plain, "演练数据")["layout"]
    before = plain["layout"]
    assert [one["text"] for one in found["annotations"]] == ["标注", "<b>演练数据</b>"]
    assert found["annotations"][-1]["yshift"] == before["margin"]["t"]
    assert found["title"]["pad"]["t"] - before["title"]["pad"]["t"] == BAND
    heights = [one["height"] - one["margin"]["t"] - one["margin"]["b"] for one in (before, found)]
    assert heights[0] == heights[1]


def test_marking_leaves_the_figure_itself_as_it_is():
    plain = blank(layout(300))
    marked(plain, "演练数据")
    assert plain == blank(layout(300))
