"""What every figure has around its drawing."""

from __future__ import annotations

import pytest

from indicators.figures import theme
from indicators.figures.frame import key_lines, layout
from indicators.typesetting import width
from tests.indicators.figures.invented import NASTY, SAFE

FINDING = "城镇化率:按当前态势,2025年预计约58.9%,距70%的目标差11.1个百分点;几乎没有把握。"


def test_the_title_is_the_finding_broken_into_lines_that_fit_a_phone():
    lines = layout(FINDING, "单位:%", 300)["title"]["text"].split("<br>")
    bold = [line.removeprefix("<b>").removesuffix("</b>") for line in lines if line.startswith("<b>")]
    assert "".join(bold) == FINDING
    assert len(bold) == 2
    assert all(width(line) * theme.TITLE <= 390 - 32 for line in bold)


def test_a_wide_page_may_ask_for_longer_lines():
    assert layout(FINDING, "", 300, columns=42)["title"]["text"].count("<br>") == 0


def test_the_page_may_write_the_title_itself():
    framed = layout(FINDING, "单位:%", 300, columns=0)
    assert framed["title"]["text"] == ""
    assert framed["margin"]["t"] < 20


def test_the_subtitle_is_secondary():
    assert f'<span style="color:{theme.SECONDARY}' in layout("", "单位:%", 300)["title"]["text"]


def test_no_line_of_the_subtitle_ends_with_a_separator():
    title = layout("", "单位:% · 地区:遵义市 · 数据截至 2025-10-01 · 口径替代:遵义市代遵义都市圈", 300)[
        "title"
    ]["text"]
    assert "2025-10-01</span>" in title


def test_names_are_escaped():
    assert NASTY not in layout(NASTY, NASTY, 300, columns=42)["title"]["text"]
    assert layout(NASTY, NASTY, 300, columns=42)["title"]["text"].count(SAFE) == 2


def test_a_longer_title_moves_the_drawing_down_and_leaves_its_height():
    short, long = layout("短", "", 300), layout(FINDING, "", 300)
    heights = [one["height"] - one["margin"]["t"] - one["margin"]["b"] for one in (short, long)]
    assert heights == pytest.approx([300, 300], abs=1)
    assert long["margin"]["t"] - short["margin"]["t"] == pytest.approx(15 * 1.3, abs=1)


def test_a_key_takes_another_line_where_one_is_full():
    entries = [("●", theme.INK, "最新最新最新"), ("○", theme.INK, "基期基期基期")]
    assert len(key_lines(entries, 20)) == 1
    assert len(key_lines(entries, 10)) == 2
