"""The small line of a cell: sound SVG of numbers and escaped text."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from indicators import palette
from indicators.model import Verdict
from indicators.rows.shapes import Cell
from indicators.rows.sparkline import EDGE, places, svg

CELL = Cell(
    number=6,
    name="城镇化率",
    verdict=Verdict.OFF_TRACK,
    word="难以实现",
    chance="<2%",
    latest="58.0",
    year="2024",
    target="70%",
    spark=((2020, 55.0), (2021, 56.0), (2024, 58.0)),
    spark_target=(2025, 70.0),
    stand_in="",
    note="",
)


def parts(cell, tag):
    root = ElementTree.fromstring(svg(cell, 120, 36))
    return root.findall(f"{{http://www.w3.org/2000/svg}}{tag}")


def test_years_in_a_row_are_joined_by_ink_and_missing_years_dotted():
    solid, dotted = parts(CELL, "polyline")
    assert solid.get("stroke") == palette.INK
    assert "stroke-dasharray" not in solid.attrib
    assert dotted.get("stroke-dasharray")


def test_the_latest_value_is_a_dot_in_the_verdicts_colour():
    (dot,) = parts(CELL, "circle")
    assert dot.get("fill") == palette.VERDICTS[Verdict.OFF_TRACK].fill
    assert parts(CELL, "polyline")[-1].get("points").endswith(f"{dot.get('cx')},{dot.get('cy')}")


def test_the_target_is_a_short_line_at_right_above_a_lower_value():
    (tick,), (dot,) = parts(CELL, "line"), parts(CELL, "circle")
    assert float(dot.get("cx")) < float(tick.get("x2")) <= 120
    assert tick.get("y1") == tick.get("y2") == f"{EDGE:.1f}"
    assert float(dot.get("cy")) > float(tick.get("y1"))


def test_places_fill_the_box():
    low, high = places([(2020, 0.0), (2024, 10.0)], None, 120, 36)
    assert low == (EDGE, 36 - EDGE)
    assert high[1] == EDGE


def test_years_keep_their_distance():
    first, second, third = places([(2020, 1.0), (2021, 1.0), (2024, 1.0)], None, 120, 36)
    assert third[0] - second[0] == pytest.approx(3 * (second[0] - first[0]))


def test_it_is_read_aloud():
    root = ElementTree.fromstring(svg(CELL, 120, 36))
    assert root.get("role") == "img"
    assert root.get("aria-label") == parts(CELL, "title")[0].text == "6 城镇化率: 58.0 → 70%"


def test_texts_are_escaped():
    nasty = replace(CELL, name='"><script>alert(1)</script>')
    assert "<script>" not in svg(nasty, 120, 36)
    assert 'aria-label="6 &quot;&gt;&lt;script&gt;' in svg(nasty, 120, 36)
    assert parts(nasty, "title")[0].text == '6 "><script>alert(1)</script>: 58.0 → 70%'


def test_one_value_is_a_dot():
    single = replace(CELL, spark=((2024, 58.0),), spark_target=None)
    assert (len(parts(single, "circle")), parts(single, "polyline"), parts(single, "line")) == (1, [], [])


@pytest.mark.parametrize("spark", [(), ((2024, float("nan")),)])
def test_no_value_is_an_empty_picture_with_its_name(spark):
    empty = replace(CELL, spark=spark)
    assert parts(empty, "circle") == parts(empty, "line") == []
    assert parts(empty, "title")


def test_a_value_that_is_no_number_is_a_gap():
    holed = replace(
        CELL, spark=((2020, 1.0), (2021, float("inf")), (2022, 2.0)), spark_target=(2025, float("nan"))
    )
    (join,) = parts(holed, "polyline")
    assert join.get("stroke-dasharray")
    assert "nan" not in svg(holed, 120, 36)
