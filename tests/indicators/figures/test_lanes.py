"""Rows, labels and edges of figures with a row a target."""

from __future__ import annotations

import pytest

from indicators.figures.lanes import (
    LIFT,
    Lane,
    arrowed,
    at_right,
    brief,
    lane_axis,
    place,
    separators,
    tier,
    written,
)

ENDS = (0.0, 100.0)


@pytest.mark.parametrize(
    ("value", "drawn", "label"),
    [(-0.1, 0.0, "← 5"), (0.0, 0.0, "5"), (100.0, 100.0, "5"), (100.1, 100.0, "5 →")],
)
def test_what_lies_beyond_the_axis_stands_at_its_edge_with_an_arrow(value, drawn, label):
    assert (place(value, ENDS), arrowed(value, "5", ENDS)) == (drawn, label)


def test_a_label_too_long_for_a_row_is_the_number_alone():
    assert brief("6.4公里/百平方公里") == "6.4"
    assert brief("4630亿元") == "4630亿元"
    assert brief("无法评估的目标") == "无法评估的目标"


def test_labels_stand_off_their_row_and_turn_inwards_at_the_edges():
    labels = written([(0.0, -1, "a"), (50.0, -1, "<b>"), (100.0, -1, "c")], ENDS, "#000000", "top")
    assert labels["textposition"] == ["top right", "top center", "top left"]
    assert labels["y"] == [LIFT - 1] * 3
    assert labels["text"][1] == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("first", "second", "lands"),
    [
        ([(36.0, "x")], [], 1),
        ([(35.9, "x")], [], 2),
        ([(10.0, "x")], [(10.0, "y")], 0),
        ([(500.0, "x")], [], 1),
    ],
)
def test_a_label_takes_the_first_free_tier_or_none(first, second, lands):
    tier((0.0, "基期"), first, second, ENDS)
    assert [(0.0, "基期") in first, (0.0, "基期") in second] == [lands == 1, lands == 2]


def test_names_are_escaped_and_at_most_two_lines():
    lane = Lane(0, "30 <b>乡镇及重点村网络覆盖率全部目标名称", "#000000", "▼ 难以实现", "#B3261E")
    assert "&lt;b&gt;" in lane.text
    assert lane.text.count("<br>") == 2
    assert "…" in lane.text


def test_rows_go_down():
    axis = lane_axis([Lane(index, "", "", "", "") for index in range(3)])
    assert axis["tickvals"] == [0, -1, -2]
    assert axis["range"] == [-2.5, 0.5]
    assert [line["y0"] for line in separators(3)] == [-0.5, -1.5]


def test_a_target_stands_right_of_its_row():
    note = at_right(2, "6.5公里/百平方公里", "#000000")
    assert (note["y"], note["x"], note["text"].count("<br>")) == (-2, 1, 1)
