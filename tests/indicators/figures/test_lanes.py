"""Rows, labels and edges of figures with a row a target."""

from __future__ import annotations

from indicators.figures.lanes import (
    LIFT,
    Lane,
    at_right,
    brief,
    lane_axis,
    separators,
    written,
)

ENDS = (0.0, 100.0)


def test_a_label_too_long_for_a_row_is_the_number_alone():
    assert brief("6.4公里/百平方公里") == "6.4"
    assert brief("4630亿元") == "4630亿元"
    assert brief("无法评估的目标") == "无法评估的目标"


def test_labels_stand_off_their_row_and_turn_inwards_at_the_edges():
    labels = written([(0.0, -1, "a"), (50.0, -1, "<b>"), (100.0, -1, "c")], ENDS, "#000000", "top")
    assert labels["textposition"] == ["top right", "top center", "top left"]
    assert labels["y"] == [LIFT - 1] * 3
    assert labels["text"][1] == "&lt;b&gt;"


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
