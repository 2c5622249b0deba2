"""What is said where the lines of a trajectory end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.figures import trajectory as screen
from indicators.report import charts as paper
from indicators.rows.endings import Ending, Line, endings
from tests.indicators.figures.invented import EMPTY, URBAN, marks

MEASURED = Ending(Line.MEASURED, 58.0, "2024年 58.0%", "实际", strong=True)
MEDIAN = Ending(Line.MEDIAN, 59.0, "2025年 58.9%", strong=True)
FAN = Ending(Line.FAN, 61.0, "推算区间")
FROM_NOW = Ending(Line.FROM_NOW, 70.0, "后续所需")
REQUIRED = Ending(Line.REQUIRED, 70.0, "时序路径")
TARGET = Ending(Line.TARGET, 70.0, "目标 70%", strong=True)


def test_every_line_is_named_at_its_end_the_target_on_top():
    assert endings(URBAN) == [MEASURED, MEDIAN, FAN, FROM_NOW, REQUIRED, TARGET]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (EMPTY, []),
        (replace(EMPTY, history=marks(y2024=58.0)), [MEASURED]),
        (replace(URBAN, history=()), [MEDIAN, FAN, FROM_NOW, REQUIRED, TARGET]),
        (replace(URBAN, fan=()), [MEASURED, FROM_NOW, REQUIRED, TARGET]),
        (replace(URBAN, fan=URBAN.fan[:1]), [MEASURED, FROM_NOW, REQUIRED, TARGET]),
        (replace(URBAN, required_from_now=()), [MEASURED, MEDIAN, FAN, REQUIRED, TARGET]),
        (replace(URBAN, required=()), [MEASURED, MEDIAN, FAN, FROM_NOW, TARGET]),
        (replace(URBAN, target=None), [MEASURED, MEDIAN, FAN, FROM_NOW, REQUIRED]),
        (replace(URBAN, target=0.0), [*endings(URBAN)[:-1], replace(TARGET, value=0.0)]),
    ],
)
def test_nothing_is_named_that_is_not_drawn(rows, expected):
    assert endings(rows) == expected


def test_screen_and_paper_say_the_same():
    on_screen = [(one.value, one.heading, one.text, one.colour, one.bold) for one in screen.endings(URBAN)]
    on_paper = [
        (one.value, one.texts[0] if one.texts[1:] else "", one.texts[-1], one.colour, one.style.bold)
        for one in paper.endings(URBAN)
    ]
    assert on_screen == on_paper
    assert set(screen.SWATCHES) == set(paper.LINES) == set(Line)
