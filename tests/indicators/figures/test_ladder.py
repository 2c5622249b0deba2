"""A department's ladder: a row a target, all on the way from base to target."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from indicators.figures import theme
from indicators.figures.ladder import ROW, figure
from indicators.model import Verdict
from tests.indicators.figures.invented import BARE, NASTY, RUNG, drawn, ladder, named, texts


def words(shown):
    return {text for trace in shown["data"] if trace["mode"] == "text" for text in trace["text"]}


def test_every_mark_is_at_its_place_of_its_row():
    shown = drawn(figure(ladder(RUNG, replace(RUNG, latest=50.0))))
    places = {name: named(shown, name)[0]["x"] for name in ("基期", "最新", "应达", "预计", "目标")}
    assert places == {
        "基期": [0.0, 0.0],
        "最新": [20.0, 50.0],
        "应达": [80.0, 80.0],
        "预计": [60.0, 60.0],
        "目标": [100.0, 100.0],
    }
    assert named(shown, "最新")[0]["y"] == [0, -1]


def test_the_projection_has_its_interval():
    (bar,) = named(figure(ladder(RUNG)), "预计 80%")
    assert (bar["x"], bar["y"]) == ([40.0, 75.0, None], [0, 0, None])


def test_values_are_written_in_the_indicators_unit():
    shown = figure(ladder(RUNG))
    assert words(shown) == {"55.0%", "58.0%", "64.0%"}
    assert "70%" in texts(shown)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_row_says_its_verdict_by_mark_word_and_colour(verdict):
    shown = figure(ladder(replace(RUNG, verdict=verdict, verdict_label="词")))
    style = theme.verdict_style(verdict)
    (text,) = shown["layout"]["yaxis"]["ticktext"]
    assert f"{style.mark} 词" in text
    assert f"color:{style.text}" in text
    assert "6 城镇化率" in text


def test_measured_is_ink_and_projected_the_accent():
    shown = figure(ladder(RUNG))
    assert named(shown, "最新")[0]["marker"]["color"] == theme.INK
    assert named(shown, "预计")[0]["marker"]["line"]["color"] == theme.ACCENT


def test_others_targets_are_grey():
    shown = drawn(figure(ladder(RUNG, replace(RUNG, muted=True))))
    own, others = named(shown, "最新")
    assert (own["y"], own["marker"]["color"]) == ([0], theme.INK)
    assert (others["y"], others["marker"]["color"]) == ([-1], theme.MUTED)


def test_a_target_without_data_has_a_row_and_no_marks():
    shown = drawn(figure(ladder(BARE)))
    assert all(trace["x"] == [] for trace in shown["data"])
    assert "– 无法评估" in shown["layout"]["yaxis"]["ticktext"][0]


def test_a_value_far_beyond_stands_at_the_edge_with_an_arrow():
    shown = figure(ladder(replace(RUNG, latest=230.0)))
    assert named(shown, "最新")[0]["x"] == [150.0]
    assert "58.0% →" in words(shown)


def test_every_row_has_the_same_height():
    one, three = figure(ladder(RUNG)), figure(ladder(RUNG, RUNG, RUNG))
    assert three["layout"]["height"] - one["layout"]["height"] == 2 * ROW


def test_the_axis_is_named_and_base_and_target_stand_on_it():
    layout = figure(ladder(RUNG))["layout"]
    assert dict(zip(layout["xaxis"]["tickvals"], layout["xaxis"]["ticktext"], strict=True)) == {
        0: "基期",
        50: "50%",
        100: "目标",
    }
    assert "路程(%)" in texts(figure(ladder(RUNG)))


def test_texts_are_escaped():
    nasty = replace(
        RUNG, name=NASTY, hover=NASTY, latest_label=NASTY, target_label=NASTY, verdict_label=NASTY
    )
    said = json.dumps(drawn(figure(ladder(nasty))), ensure_ascii=False)
    assert "<script>" not in said


def test_no_targets_no_error():
    empty = drawn(figure(ladder()))
    assert [trace["x"] for trace in empty["data"]] == [[]]
    assert empty["layout"]["height"] > 0
