"""The chance over time for a page: the bands, marks and labels of the screen."""

from __future__ import annotations

from itertools import combinations, pairwise
from xml.etree import ElementTree

import numpy as np
import pytest

from indicators.figures import chances as screen
from indicators.model import Verdict
from indicators.palette import SECONDARY, VERDICTS
from indicators.report.chances import sketch, vector
from indicators.report.glyphs import drawable
from indicators.rows.chances import Chances
from tests.indicators.figures.invented import BANDS, CHANCES, day
from tests.indicators.report.reading import boxes, colour, points, said

pytestmark = pytest.mark.filterwarnings("error")
"""A sign that the font lacks is warned of."""


ONE = Chances((day("2021", 0.5, Verdict.AT_RISK, "50%"),), BANDS)


def middles(rows=CHANCES):
    """Text → the places of its middles, in px."""
    found: dict[str, list[tuple[float, float]]] = {}
    for text, box in boxes(sketch(rows)):
        found.setdefault(text, []).append(((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2))
    return found


def line(rows=CHANCES):
    (found,) = sketch(rows).axes[0].lines
    return found


def test_the_line_joins_chances_and_stays_open_where_there_was_none():
    expected = [(0, np.nan), (1, 90), (2, np.nan), (3, 30), (4, 30), (5, 0)]
    assert points(line()) == [pytest.approx(point, nan_ok=True) for point in expected]
    assert colour(line()) == SECONDARY


def test_bands_and_line_are_those_of_the_screen():
    on_screen = screen.figure(CHANCES)
    bands = [(one["y0"], one["y1"], one["fillcolor"]) for one in on_screen["layout"]["shapes"]]
    drawn = [
        (one.get_y(), one.get_y() + one.get_height(), colour(one)) for one in sketch(CHANCES).axes[0].patches
    ]
    assert drawn == [(pytest.approx(low), pytest.approx(high), tint) for low, high, tint in bands]
    heights = [nan_as_none(y) for _, y in points(line())]
    assert heights == [one if one is None else pytest.approx(one) for one in on_screen["data"][0]["y"]]


def nan_as_none(value):
    return None if np.isnan(value) else value


def test_each_day_has_the_mark_of_its_verdict_at_its_height():
    axes, placed = sketch(CHANCES).axes[0], middles()
    for index, (one, height) in enumerate(zip(CHANCES.days, (0, 90, 0, 30, 30, 0), strict=True)):
        wanted = axes.transData.transform((index, height))
        marks = placed[VERDICTS[one.verdict].mark]
        assert any(mark == pytest.approx(wanted, abs=6) for mark in marks), one.tick


def test_a_label_is_written_where_it_is_news():
    words = said(sketch(CHANCES))
    assert [words.count(label) for label in ("90%", "30%", "未实现", "—")] == [1, 1, 1, 0]


@pytest.mark.parametrize(("chance", "above"), [(0.84, True), (0.85, False), (0.86, False)])
def test_a_label_stands_below_a_mark_that_is_near_the_top(chance, above):
    placed = middles(near(chance))
    ((_, mark),), ((_, label),) = placed["▲"], placed["label"]
    assert bool(label > mark) is above


def near(chance):
    return Chances((day("2021", chance, Verdict.ON_TRACK, "label"),), (BANDS[1],))


def test_the_bands_are_named_at_their_middle():
    axes, placed = sketch(CHANCES).axes[0], middles()
    for text, middle in (("▲ 有望实现", 250 / 3), ("◆ 存在风险", 50), ("▼ 难以实现", 50 / 3)):
        ((x, y),) = placed[text]
        assert x > axes.bbox.x1
        assert y == pytest.approx(axes.transData.transform((0, middle))[1], abs=4)


def test_levels_stand_left_and_days_below_on_as_many_lines_as_they_have():
    axes, placed = sketch(CHANCES).axes[0], middles()
    lefts = [placed[text][0] for text in ("0", "1/3", "2/3", "100%")]
    assert all(x < axes.bbox.x0 for x, _ in lefts)
    assert all(low < high for (_, low), (_, high) in pairwise(lefts))
    days = [placed[text][0] for text in ("2020", "2021", "2022", "2023", "2024", "2026")]
    assert [x for x, _ in days] == pytest.approx(
        [axes.transData.transform((at, 0))[0] for at in range(6)], abs=2
    )
    ((x, y),) = placed["06-30"]
    assert (x, y) == pytest.approx((days[-1][0], days[-1][1] - 30), abs=3)


@pytest.mark.parametrize("rows", [CHANCES, ONE, near(0.01), near(0.99)])
def test_no_text_is_cut_off_or_lies_on_another(rows):
    placed = boxes(sketch(rows))
    assert [text for text, box in placed if box.x0 < 0 or box.x1 > 1600 or box.y0 < 0 or box.y1 > 320] == []
    assert [(one, other) for (one, a), (other, b) in combinations(placed, 2) if a.overlaps(b)] == []


@pytest.mark.parametrize("text", ["<b>重</b> &", "]]>", "$x$", "a\nb\0"])
def test_texts_are_taken_literally(text):
    rows = Chances((day("2021", 0.5, Verdict.AT_RISK, text),), ((Verdict.AT_RISK, text),))
    words = [one.text for one in ElementTree.fromstring(vector(rows)).iter() if one.tag.endswith("text")]
    plain = " ".join(text.replace("\0", " ").split())
    assert plain in words and f"◆ {plain}" in words


def test_it_is_svg_that_the_bundled_fonts_can_draw_and_the_same_for_the_same_rows():
    first = vector(CHANCES)
    vector.cache_clear()
    assert vector(Chances(CHANCES.days, BANDS)) == first
    assert set(first) <= drawable()
    assert 'viewBox="0 0 1600 320"' in first
