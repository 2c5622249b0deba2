from __future__ import annotations

import pytest

from etl.examine.batch import understand
from etl.examine.packing import MEASURES
from etl.examine.states import STATUSES
from indicators.model import Measure
from tests.etl.examine.uploads import desk, figures

DESK = desk()


def batch(table):
    return understand(figures(table), DESK)


def test_rows_are_codes_and_numbers_in_catalogue_units():
    found = batch("indicator area year unit value\nGDP 遵义市 2024年 万元 50270000")
    assert DESK.indicators[found.indicator[0]].code == "gdp"
    assert DESK.areas[found.area[0]].code == "520300"
    assert (found.year[0], found.value[0], MEASURES[found.measure[0]]) == (2024, 5027.0, Measure.LEVEL)


def test_what_is_not_understood_has_no_code():
    found = batch("indicator area year value\n胡说 哪里 何时 几何")
    assert (found.indicator[0], found.area[0], found.year[0]) == (-1, -1, -1)
    assert found.value[0] != found.value[0]
    assert found.counts.tolist() == [True]


def test_missing_figures_count_from_the_start_for_nothing():
    assert batch("value\n—\n5").counts.tolist() == [False, True]


@pytest.mark.parametrize(
    ("year", "status", "value", "expected"),
    [
        ("2024", "~", "5", ("published", 0)),
        ("2024", "初步", "5", ("published", 1)),
        ("2024（初步）", "~", "5", ("published", 1)),
        ("2024", "~", "约5（初步）", ("published", 3)),
        ("2024", "正式", "5以上", ("lower_bound", 0)),
        ("2024（预计）", "~", "5", ("expected", 0)),
        ("2024（预计）", "初步", "5", ("published", 1)),
    ],
)
def test_the_mark_nearest_to_the_figure_counts(year, status, value, expected):
    found = batch(f"year status value\n{year} {status} {value}")
    assert (STATUSES[found.status[0]].value, found.flags[0]) == expected


@pytest.mark.parametrize(
    ("unit", "value", "step"),
    [
        ("亿元", "5027", 1),
        ("亿元", "5027.30", 0.01),
        ("万元", "50270000", 1e-4),
        ("万元", "0", 1),
        ("亿元", "5,027.3", 0.1),
    ],
)
def test_the_last_printed_digit_is_in_catalogue_units(unit, value, step):
    assert batch(f"unit value\n{unit} {value}").step[0] == pytest.approx(step)
