"""What the reliability diagram draws."""

from __future__ import annotations

import pytest

from indicators.rows import reliability
from indicators.rows.reliability import DRAWN, Dot, diagram
from tests.indicators.rows.measured import measured


@pytest.fixture(autouse=True)
def written(monkeypatch):
    monkeypatch.setattr(reliability, "result", measured)


def test_ours_comes_first_with_a_dot_for_each_bin():
    name, dots = diagram("zh").lines[0]
    assert (name, [(dot.stated, dot.observed, dot.count) for dot in dots]) == (
        "本系统",
        [(5.0, 4.0, 200), (96.0, 95.0, 50)],
    )


def test_the_peers_drawn_are_few():
    names = [name for name, _ in diagram("en").lines]
    assert names == ["Ours", "Mean change", "Mean growth, residual interval", "AutoETS"]
    assert len(DRAWN) == 4


def test_hover_says_stated_observed_and_how_many():
    assert diagram("en").lines[1][1] == (
        Dot(3.0, 30.0, 2000, "Mean change<br>Stated 3%<br>Came true 30%<br>2,000 times"),
    )


def test_percents_are_rounded_as_everywhere():
    (dot,) = diagram("zh").lines[3][1]
    assert "所说概率 6%" in dot.hover
