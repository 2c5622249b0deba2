"""Indicator × year: a fill and a letter a grade."""

from __future__ import annotations

import json

from indicators.figures import theme
from indicators.figures.coverage import EMPTY, figure
from tests.indicators.figures.invented import NASTY, drawn, matrix, named


def test_every_grade_is_a_layer_with_its_letter_and_fill():
    shown = drawn(figure(matrix()))
    (best,) = named(shown, "A")
    assert best["z"] == [[1, None, None], [None, 1, None]]
    assert best["text"] == [["A", "", ""], ["", "A", ""]]
    assert best["colorscale"][0][1] == theme.grade_style("A").fill
    assert best["textfont"]["color"] == theme.grade_style("A").text


def test_cells_without_figures_are_marked_too():
    (none,) = named(figure(matrix()), EMPTY)
    assert none["z"] == [[None, None, 1], [1, None, None]]


def test_every_cell_is_in_exactly_one_layer():
    layers = [trace["z"] for trace in figure(matrix())["data"]]
    counts = [[sum(layer[row][at] or 0 for layer in layers) for at in range(3)] for row in range(2)]
    assert counts == [[1, 1, 1], [1, 1, 1]]


def test_years_run_across_and_indicators_down():
    shown = figure(matrix())
    assert (shown["data"][0]["x"], shown["data"][0]["y"]) == ([2020, 2021, 2022], [0, -1])
    assert shown["layout"]["yaxis"]["ticktext"] == ["地区生产总值", "城镇化率"]
    assert shown["layout"]["xaxis"]["ticktext"] == ["2020", "2021", "2022"]


def test_the_key_says_what_a_grade_means():
    title = figure(matrix())["layout"]["title"]["text"]
    assert all(words in title for words in ("A 政府", "B 官方媒体", "C 转载"))


def test_hover_says_who():
    assert figure(matrix())["data"][0]["hovertext"] == [["a", "b", "c"], ["d", "e", "f"]]


def test_it_grows_with_its_rows():
    more = matrix(indicators=("一", "二", "三"), grade=(("A",) * 3,) * 3, hover=(("",) * 3,) * 3)
    assert figure(more)["layout"]["height"] - figure(matrix())["layout"]["height"] == 22


def test_texts_are_escaped():
    nasty = matrix(indicators=(NASTY, NASTY), hover=((NASTY,) * 3,) * 2, grade_words=(("A", NASTY),))
    assert "<script>" not in json.dumps(drawn(figure(nasty)), ensure_ascii=False)


def test_nothing_to_cover_no_error():
    for nothing in (
        matrix(indicators=(), grade=(), hover=()),
        matrix(years=(), grade=((), ()), hover=((), ())),
    ):
        assert [trace["x"] for trace in drawn(figure(nothing))["data"]] == [[]]
