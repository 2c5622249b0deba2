"""Axes of a picture: whole years, a few round levels, shaded years, breaks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.palette import SPAN
from indicators.report.charts import slide
from indicators.report.ground import levels, names, years
from indicators.rows.drawing import Scale, scale_of
from indicators.rows.shapes import Cut, Span
from tests.indicators.figures.invented import EMPTY, URBAN, marks
from tests.indicators.report.reading import boxes, colour, said

ROOM = 1488
"""px that a reason may be wide."""


def axes(rows=URBAN):
    return slide(rows, "").axes[0]


def below(rows=URBAN):
    """Middle of each year below the drawing, in px."""
    placed = {text: (box.x0 + box.x1) / 2 for text, box in boxes(slide(rows, "")) if text.isdecimal()}
    return {text: middle for text, middle in placed.items() if int(text) > 1999}


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (49.5, 71.5, ["50", "55", "60", "65", "70"]),
        (2.11, 2.65, ["2.2", "2.3", "2.4", "2.5", "2.6"]),
        (-3.9, 2.4, ["−2", "0", "2"]),
        (0.0, 6000.0, ["0", "1000", "2000", "3000", "4000", "5000", "6000"]),
        (0.0, 1.1e10, ["0", "2000000000", "4000000000", "6000000000", "8000000000", "10000000000"]),
    ],
)
def test_levels_are_few_and_round_without_separators(low, high, texts):
    assert list(levels(low, high).values()) == texts


def test_levels_are_written_with_the_same_decimals():
    assert list(levels(0.0, 1.3).values()) == ["0.00", "0.25", "0.50", "0.75", "1.00", "1.25"]


def test_years_are_whole_numbers_and_the_target_year_is_one():
    assert list(below()) == [str(year) for year in range(2018, 2026)]
    assert axes().get_xlim() == (2017.5, 2025.5)


def test_a_year_stands_below_its_place():
    drawn, found = axes(), below()
    wanted = {year: drawn.transData.transform((int(year), 0))[0] for year in found}
    assert found == {year: pytest.approx(middle, abs=1) for year, middle in wanted.items()}


def test_a_level_stands_left_of_its_hairline():
    figure = slide(URBAN, "")
    (hairline, *_), placed = figure.axes[0].lines, dict(boxes(figure))
    y = figure.axes[0].transData.transform((0, hairline.get_ydata()[0]))[1]
    assert hairline.get_ydata()[0] == 50
    assert (placed["50"].y0 + placed["50"].y1) / 2 == pytest.approx(y, abs=2)
    assert placed["50"].x1 < figure.axes[0].bbox.x0


def test_long_series_skip_years_but_neither_the_first_nor_the_last():
    long = replace(EMPTY, history=marks(y2008=1.0, y2024=2.0))
    assert list(below(long)) == [str(year) for year in (2008, *range(2011, 2026, 2))]


@pytest.mark.parametrize(
    ("first", "shown"),
    [
        (2025, [2025]),
        (2014, [*range(2014, 2026)]),
        (2013, [*range(2013, 2026, 2)]),
        (2003, [*range(2003, 2026, 2)]),
        (2002, [2002, 2010, 2015, 2020, 2025]),
    ],
    ids=["one year", "all", "every second in step", "the most of them", "every fifth"],
)
def test_few_years_are_written_and_always_the_first(first, shown):
    assert years(Scale(0.0, 1.0, first, 2025)) == shown


@given(first=st.integers(1900, 2024))
def test_years_leave_each_other_room(first):
    """The drawing is 890 px wide at least, a year 51 px."""
    shown = years(Scale(0.0, 1.0, first, 2025))
    assert (shown[0], shown[-1]) == (first, 2025)
    assert len(shown) <= 12
    nearest = min(after - before for before, after in pairwise(shown))
    assert nearest * 890 / (2026 - first) > 60


def test_shaded_years_are_behind_everything():
    (shade,) = axes().patches
    assert (shade.get_x(), shade.get_x() + shade.get_width()) == (2019.5, 2022.5)
    assert colour(shade) == SPAN
    assert shade.zorder < min(line.zorder for line in axes().lines)


def test_only_what_is_drawn_of_shaded_years_is_shaded():
    clipped = axes(replace(URBAN, spans=(Span(2015, 2018, "早年"), Span(2030, 2031, "以后"))))
    assert [(one.get_x(), one.get_x() + one.get_width()) for one in clipped.patches] == [(2017.5, 2018.5)]


def test_a_break_is_marked_in_the_gap_it_leaves():
    (sign,) = axes().texts
    assert (sign.get_text(), sign.get_position()) == ("⫽", (2019.5, 54.0))


def test_a_break_without_a_value_on_one_side_stands_at_the_other():
    (sign,) = axes(replace(URBAN, earlier=(), cuts=(Cut(2024, "改口径"),), history=marks(y2020=55.0))).texts
    assert sign.get_position() == (2023.5, 55.0)


@pytest.mark.parametrize(("year", "count"), [(2018, 0), (2019, 1), (2025, 1), (2026, 0)])
def test_a_break_outside_the_drawn_years_is_not_shown(year, count):
    rows = replace(URBAN, cuts=(Cut(year, "改口径"),), spans=())
    assert len(axes(rows).texts) == len(names(rows, scale_of(rows), ROOM)) == count


def test_shaded_years_share_a_row_of_names_and_every_break_has_its_own():
    spans, cuts = (Span(2020, 2022, "疫情"), Span(2024, 2024, "普查")), (Cut(2019, "甲"), Cut(2020, "乙"))
    assert names(replace(URBAN, spans=spans, cuts=cuts), Scale(0, 1, 2018, 2025), ROOM) == [
        [(2021, "2020–2022 疫情"), (2024, "2024 普查")],
        [(2018.5, "⫽ 甲")],
        [(2019.5, "⫽ 乙")],
    ]


def test_nothing_to_name_no_row():
    assert names(EMPTY, Scale(0, 1, 2018, 2025), ROOM) == []


def test_a_long_reason_has_two_lines_with_the_first_on_top():
    rows = replace(URBAN, spans=(), cuts=(Cut(2020, "口径改变,与此前不可比"),))
    (low,), (high,) = names(rows, Scale(0, 1, 2018, 2025), 150)
    assert (high[1], low[1]) == ("⫽ 口径改变,", "与此前不可比")


def test_a_name_is_set_on_one_line():
    rows = replace(URBAN, spans=(Span(2020, 2020, "疫\n情"),), cuts=())
    assert names(rows, Scale(0, 1, 2018, 2025), ROOM) == [[(2020, "2020 疫 情")]]
    assert "2020 疫 情" in said(slide(rows, ""))
