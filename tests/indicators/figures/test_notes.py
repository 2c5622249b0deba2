"""Breaks and shaded years inside a trajectory."""

from __future__ import annotations

from dataclasses import replace

from indicators.figures.notes import cuts, spans
from indicators.rows.drawing import Scale
from indicators.rows.shapes import Cut, Span
from tests.indicators.figures.invented import NASTY, URBAN

SCALE = Scale(40.0, 80.0, 2018, 2025)


def test_a_break_is_marked_in_the_gap_and_named():
    (seam,), (sign, name) = cuts(URBAN, SCALE)
    assert (seam["x0"], sign["x"], name["x"]) == (2019.5, 2019.5, 2019.5)
    assert "⫽" in sign["text"]
    assert sign["y"] == (53.0 + 55.0) / 2
    assert "人口普查修订" in name["text"]


def test_a_break_outside_the_years_is_not_shown():
    assert cuts(replace(URBAN, cuts=(Cut(2018, "之前"), Cut(2026, "之后"))), SCALE) == ([], [])


def test_names_of_two_breaks_stand_one_above_the_other():
    _, notes = cuts(replace(URBAN, cuts=(Cut(2019, "一"), Cut(2020, "二"))), SCALE)
    assert abs(notes[1]["yshift"]) < abs(notes[3]["yshift"])


def test_a_long_reason_is_cut_and_whole_on_hover():
    label = "第七次全国人口普查修订了历年常住人口和城镇化率,此前数据不可比"
    _, (_, name) = cuts(replace(URBAN, cuts=(Cut(2020, label),)), SCALE)
    assert name["text"].count("<br>") == 2
    assert "…" in name["text"]
    assert name["hovertext"].replace("<br>", "") == label


def test_reasons_are_escaped():
    _, notes = cuts(replace(URBAN, cuts=(Cut(2020, NASTY),)), SCALE)
    assert all("<script>" not in note["text"] + note["hovertext"] for note in notes)


def test_flagged_years_are_shaded_and_named():
    (shade,), (name,) = spans([Span(2020, 2022, "疫情")], SCALE)
    assert (shade["x0"], shade["x1"], shade["layer"]) == (2019.5, 2022.5, "below")
    assert "2020–2022 疫情" in name["text"]


def test_only_the_drawn_years_are_shaded():
    (shade,), _ = spans([Span(2015, 2018, "早")], SCALE)
    assert (shade["x0"], shade["x1"]) == (2017.5, 2018.5)
    assert spans([Span(2010, 2017, "太早")], SCALE) == ([], [])
