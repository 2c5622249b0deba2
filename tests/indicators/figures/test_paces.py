"""Required against achieved pace; units never share an axis."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from indicators.figures import theme
from indicators.figures.paces import figure
from indicators.model import Verdict
from tests.indicators.figures.invented import NASTY, PACE, drawn, named, paces

GROWTH = replace(PACE, number=27, name="城镇收入", required=28.5, actual=5.8, best=9.2, unit="%/年")


def test_two_units_have_two_axes_that_do_not_overlap():
    layout = drawn(figure(paces(PACE, GROWTH)))["layout"]
    assert layout["xaxis"]["title"]["text"] == "个百分点/年"
    assert layout["xaxis2"]["title"]["text"] == "%/年"
    assert layout["yaxis"]["domain"][0] > layout["yaxis2"]["domain"][1]
    assert layout["yaxis2"]["domain"][0] == pytest.approx(0)


def test_one_unit_has_one_axis():
    layout = drawn(figure(paces(PACE, PACE)))["layout"]
    assert "xaxis2" not in layout
    assert layout["yaxis"]["domain"] == [0, 1]


def test_every_pace_is_at_its_value():
    shown = figure(paces(replace(PACE, required=2.0)))
    values = {name: named(shown, name)[0]["x"] for name in ("后续所需", "基期以来", "历史最好")}
    assert values == {"后续所需": [2.0], "基期以来": [0.8], "历史最好": [1.3]}


@pytest.mark.parametrize("verdict", Verdict)
def test_the_required_pace_has_the_verdicts_colour(verdict):
    (required,) = named(figure(paces(replace(PACE, verdict=verdict))), "后续所需")
    assert required["marker"]["color"] == [theme.verdict_style(verdict).fill]


def test_unknown_paces_are_left_out():
    shown = drawn(figure(paces(replace(PACE, actual=None, best=None))))
    assert named(shown, "基期以来")[0]["x"] == []
    assert named(shown, "历史最好")[0]["x"] == []


def test_one_extreme_pace_does_not_press_the_others_together():
    ones = [replace(PACE, required=80.0, actual=1.0, best=2.0)]
    shown = figure(paces(*ones))
    assert named(shown, "后续所需")[0]["x"] == [8.0]
    assert any("12.0 →" in trace.get("text", ()) for trace in shown["data"])


def test_zero_paces_have_an_axis():
    zero = replace(PACE, required=0.0, actual=0.0, best=None)
    drawn(figure(paces(zero)))


def test_hover_says_all_three():
    (required,) = named(figure(paces(PACE)), "后续所需")
    assert required["hovertext"] == ["6 城镇化率<br>后续所需 12.0<br>基期以来 0.8<br>历史最好 1.3"]


def test_texts_are_escaped():
    nasty = replace(PACE, name=NASTY, required_label=NASTY, unit=NASTY)
    assert "<script>" not in json.dumps(drawn(figure(paces(nasty))), ensure_ascii=False)


def test_no_paces_no_error():
    empty = drawn(figure(paces()))
    assert [trace["x"] for trace in empty["data"]] == [[]]
