"""The chance over time: bands of the verdicts behind, marks of the verdicts in front."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from indicators.figures import theme
from indicators.figures.chances import figure
from indicators.model import Verdict
from indicators.rows.chances import Chances
from tests.indicators.figures.invented import BANDS, CHANCES, NASTY, SAFE, day, drawn, texts


def marks(rows=CHANCES):
    return figure(rows)["data"][1]


def test_the_line_joins_chances_and_stays_open_where_there_was_none():
    line = drawn(figure(CHANCES))["data"][0]
    assert line["y"] == [None, 90.0, None, 30.0, 30.0, 0.0]
    assert (line["x"], line["connectgaps"]) == ([0, 1, 2, 3, 4, 5], False)


def test_each_day_has_the_mark_and_the_colour_of_its_verdict():
    styles = [theme.verdict_style(one.verdict) for one in CHANCES.days]
    assert [style.mark in text for style, text in zip(styles, marks()["text"], strict=True)] == [True] * 6
    assert marks()["textfont"]["color"] == [style.text for style in styles]


def test_a_label_is_written_where_it_is_news():
    assert ["90%" in text or "30%" in text or "未实现" in text for text in marks()["text"]] == [
        *(False, True, False, True, False, True),
    ]


@pytest.mark.parametrize(("chance", "above"), [(0.84, True), (0.85, False), (0.86, False)])
def test_a_label_stands_below_a_mark_that_is_near_the_top(chance, above):
    (text,) = marks(replace(CHANCES, days=(day("2021", chance, Verdict.ON_TRACK, "label"),)))["text"]
    assert (text.index("label") < text.index("▲")) is above


def test_the_bands_meet_at_one_and_two_thirds():
    edges = [(round(one["y0"], 1), round(one["y1"], 1)) for one in figure(CHANCES)["layout"]["shapes"]]
    assert edges == [(66.7, 100.0), (33.3, 66.7), (0.0, 33.3)]
    assert [one["fillcolor"] for one in figure(CHANCES)["layout"]["shapes"]] == [
        theme.verdict_style(verdict).tint for verdict, _ in BANDS
    ]
    assert {one["layer"] for one in figure(CHANCES)["layout"]["shapes"]} == {"below"}


def test_the_bands_are_named_beside_the_drawing():
    assert all(word in texts(figure(CHANCES)) for _, word in BANDS)


def test_days_are_evenly_spaced_under_their_ticks():
    axis = figure(CHANCES)["layout"]["xaxis"]
    assert axis["ticktext"] == ["2020", "2021", "2022", "2023", "2024", "2026<br>06-30"]
    assert axis["tickvals"] == [0, 1, 2, 3, 4, 5]


def test_a_mark_at_either_end_is_whole():
    low, high = figure(CHANCES)["layout"]["yaxis"]["range"]
    assert low < 0 and high > 100


def test_hover_belongs_to_its_day():
    assert marks()["hovertext"] == [one.hover for one in CHANCES.days]


def test_texts_are_escaped():
    nasty = day("2021", 0.5, Verdict.AT_RISK, NASTY)
    said = json.dumps(drawn(figure(Chances((nasty,), BANDS))), ensure_ascii=False)
    assert "<script>" not in said
    assert SAFE in said


def test_it_is_made_of_plain_values():
    assert json.loads(json.dumps(figure(CHANCES)))["layout"]["height"] > 200
