"""Labels at the ends of lines."""

from __future__ import annotations

from indicators.figures.endings import LINE_HEIGHT, Ending, labels, room

INK = "#1B2430"


def test_a_label_stands_at_its_value():
    (note,) = labels([Ending(75.0, "目标 70%", INK)], 0.0, 100.0, 200)
    assert (note["xref"], note["x"], note["yshift"]) == ("paper", 1, 150.0)


def test_labels_of_lines_that_end_together_are_pushed_apart():
    notes = labels([Ending(70.0, "目标", INK), Ending(70.0, "时序路径", INK)], 0.0, 100.0, 200)
    assert abs(notes[0]["yshift"] - notes[1]["yshift"]) == LINE_HEIGHT
    assert sum(note["yshift"] for note in notes) / 2 == 140


def test_a_value_beyond_the_axis_has_its_label_at_the_edge():
    (note,) = labels([Ending(900.0, "推算区间", INK)], 0.0, 100.0, 200)
    assert note["yshift"] == 200


def test_number_and_unit_part_where_they_are_too_long_together():
    assert Ending(1.0, "目标 6.5公里/百平方公里", INK).lines == ["目标 6.5", "公里/百平方公里"]
    assert Ending(1.0, "目标 5000亿元", INK).lines == ["目标 5000亿元"]


def test_a_percent_sign_is_never_alone():
    assert Ending(1.0, "projected for 2025: 58.9%", INK).lines == ["projected for 2025: 58.9%"]


def test_a_heading_stands_with_the_swatch():
    assert Ending(1.0, "2024年 58.0%", INK, "●", heading="实际").lines == ["● 实际", "2024年 58.0%"]


def test_names_are_escaped():
    (note,) = labels([Ending(1.0, "<b>", INK)], 0.0, 2.0, 200)
    assert "<b>" not in note["text"]
    assert "&lt;b&gt;" in note["text"]


def test_room_grows_with_the_widest_line():
    assert room([]) < room([Ending(1.0, "目标", INK)]) < room([Ending(1.0, "目标目标", INK)])
