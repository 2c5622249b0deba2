"""Stated against observed chance."""

from __future__ import annotations

import json

import pytest

from indicators.figures import theme
from indicators.figures.reliability import LARGEST, LOOKS, SMALLEST, across, figure
from indicators.rows.reliability import DRAWN, Dot, Reliability
from tests.indicators.figures.invented import NASTY, drawn, named

SURE = Dot(90.0, 88.0, 400, "本系统<br>90%")
UNSURE = Dot(10.0, 12.0, 100, "本系统<br>10%")


def told(*lines):
    return Reliability(lines, "所说", "实际", "完全可靠")


def test_every_dot_is_at_its_place():
    (ours,) = named(drawn(figure(told(("本系统", (UNSURE, SURE))))), "本系统")
    assert (ours["x"], ours["y"]) == ([10.0, 90.0], [12.0, 88.0])
    assert ours["hovertext"] == ["本系统<br>10%", "本系统<br>90%"]


def test_a_dots_area_grows_with_its_events():
    (ours,) = named(figure(told(("本系统", (UNSURE, SURE)))), "本系统")
    assert ours["marker"]["size"] == [LARGEST / 2, LARGEST]


@pytest.mark.parametrize(("count", "size"), [(1, SMALLEST), (1000, LARGEST)])
def test_the_smallest_dot_can_still_be_hit(count, size):
    assert across(count, 1000) == size


def test_the_diagonal_lies_below_all_and_ours_on_top():
    shown = figure(told(("本系统", (SURE,)), ("Theta", (UNSURE,))))
    assert [trace.get("name") for trace in shown["data"]] == [None, "Theta", "本系统"]
    assert shown["data"][0]["x"] == shown["data"][0]["y"] == [0, 100]
    assert shown["data"][-1]["line"]["color"] == theme.ACCENT


def test_lines_are_told_apart_without_colour():
    assert len({(sign, symbol, dash) for sign, symbol, _, dash, _ in LOOKS}) == len(LOOKS) >= len(DRAWN)
    assert len({symbol for _, symbol, *_ in LOOKS}) == len(LOOKS)


def test_the_key_names_every_line_and_the_diagonal():
    key = drawn(figure(told(("本系统", (SURE,)), ("Theta", (UNSURE,)))))["layout"]["title"]["text"]
    assert [word in key for word in ("●", "本系统", "■", "Theta", "完全可靠")] == [True] * 5


def test_axes_are_named_and_both_from_0_to_100():
    layout = figure(told(("本系统", (SURE,))))["layout"]
    assert [layout[axis]["title"]["text"] for axis in ("xaxis", "yaxis")] == ["所说", "实际"]
    assert layout["xaxis"]["range"] == layout["yaxis"]["range"]
    assert layout["xaxis"]["range"][0] < 0 < 100 < layout["xaxis"]["range"][1]


def test_a_contestant_without_events_is_left_out():
    assert len(drawn(figure(told(("本系统", ()), ("Theta", (SURE,)))))["data"]) == 2
    assert len(drawn(figure(told()))["data"]) == 1


def test_texts_are_escaped():
    nasty = told((NASTY, (Dot(1, 1, 1, NASTY),)))
    assert "<script>" not in json.dumps(drawn(figure(nasty)), ensure_ascii=False)
