from __future__ import annotations

import pytest

from indicators.model import Break
from tests.etl.examine.uploads import found, told, upload

LEVELS = "year value\n2023 5000\n2024 5300"


def growth(value, stored=LEVELS, **more):
    return upload(f"measure unit value\n增速 % {value}", stored, **more)


@pytest.mark.parametrize(("value", "wrong"), [("6", 0), ("18", 0), ("18.1", 1), ("-6", 0), ("-6.1", 1)])
def test_growth_follows_from_the_levels_within_twelve_points(value, wrong):
    assert found(growth(value), "growth_contradicts") == ["growth_contradicts 2"] * wrong


def test_the_finding_names_both():
    said = told(next(one for one in growth("-8").remarks if one.check == "growth_contradicts"))
    assert (said["stated"], said["computed"]) == ("-8", "6.0")


def test_a_level_that_contradicts_stored_growth_is_told_at_the_level():
    done = upload("value\n6000", "measure year value\ngrowth 2024 -2\nlevel 2023 5000")
    assert found(done, "growth_contradicts") == ["growth_contradicts 2"]


def test_without_the_year_before_nothing_is_said():
    assert found(growth("30", "year value\n2022 5000\n2024 5300"), "growth_contradicts") == []


def test_across_a_break_nothing_is_said():
    broken = (Break("gdp", "520300", 2024, "definition", "", ""),)
    assert found(growth("30", breaks=broken), "growth_contradicts") == []


def test_growth_in_the_file_is_compared_with_levels_in_the_file():
    table = "year measure unit value\n2023 ~ 亿元 5000\n2024 ~ 亿元 5300\n2024 增速 % 30"
    assert found(upload(table), "growth_contradicts") == ["growth_contradicts 4"]
