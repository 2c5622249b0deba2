"""One row of targets.csv → a target with its basis, tolerance, direction and unit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.catalogue import COLUMNS
from indicators.catalogue.goals import target
from indicators.model import (
    AssignedLater,
    CumulativeCut,
    Direction,
    Fault,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
    Target,
)
from indicators.tables import Cells
from tests.indicators.worked import AMOUNT, RATIO, SHARE

INDICATORS = {
    "passengers": replace(AMOUNT, code="passengers"),
    "share": replace(SHARE, code="share"),
    "years": replace(RATIO, code="years", unit="年", unit_en="years"),
    "intensity": replace(RATIO, code="intensity", direction=Direction.DOWN),
}
YEARS = (2021, 2025)
KNOWN = {
    "indicator": set(INDICATORS),
    "area": {"metro", "airports"},
    "dimension": {"transport"},
    "department": {"fagai", "jiaotong", "keji"},
}
ROW = {
    "number": "12",
    "code": "rail",
    "name": "铁路年旅客发送量",
    "name_en": "Rail passengers sent",
    "short": "铁路旅客",
    "short_en": "Rail passengers",
    "dimension": "transport",
    "indicator": "passengers",
    "area": "metro",
    "basis": "level",
    "comparator": "at_least",
    "value": "2000",
    "tolerance": "",
    "approximate": "yes",
    "first": "",
    "last": "",
    "than": "",
    "lead": "fagai",
    "joint": "jiaotong;keji",
    "wording": "达到2000万人次左右",
}
GROWTH = {"basis": "mean_growth", "value": "9", "first": "2021", "last": "2025"}
CUT = {
    "basis": "cumulative_cut",
    "indicator": "intensity",
    "approximate": "no",
    "first": "2021",
    "last": "2025",
}
RELATIVE = {"basis": "relative_growth", "value": "", "first": "2021", "last": "2025", "than": "share"}
IN_WORDS = {"basis": "qualitative", "comparator": "none", "value": "", "approximate": "no"}


def parse(**changes: str) -> tuple[Target, list[tuple[str, str]]]:
    """The row with some cells changed, and (column, found) of each fault."""
    faults: list[Fault] = []
    one = target(Cells("targets.csv", 2, ROW | changes, faults), KNOWN, INDICATORS, YEARS)
    return one, [(fault.column, fault.found) for fault in faults]


def basis(**changes: str):
    one, faults = parse(**changes)
    assert faults == []
    return one.basis


def test_the_row_here_has_the_columns_of_the_table():
    assert list(ROW) == COLUMNS["targets"].split()


def test_a_target():
    assert parse() == (
        Target(
            number=12,
            code="rail",
            name="铁路年旅客发送量",
            name_en="Rail passengers sent",
            short="铁路旅客",
            short_en="Rail passengers",
            dimension="transport",
            indicator="passengers",
            area="metro",
            basis=Level(2000.0, 0, 40.0),
            direction=Direction.UP,
            approximate=True,
            unit="万人次",
            unit_en="10,000 trips",
            lead="fagai",
            joint=("jiaotong", "keji"),
            wording="达到2000万人次左右",
        ),
        [],
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Level(2000.0, 0, 40.0)),
        ({"approximate": "no"}, Level(2000.0, 0, 0.0)),
        ({"indicator": "share", "value": "70"}, Level(70.0, 0, 1.0)),
        ({"indicator": "share", "value": "98.5", "approximate": "no"}, Level(98.5, 1, 0.0)),
        ({"indicator": "years", "value": "11.90"}, Level(11.9, 2, 1.0)),
        (GROWTH, MeanGrowth(9.0, 0, 0.5, 2021, 2025)),
        (GROWTH | {"approximate": "no"}, MeanGrowth(9.0, 0, 0.0, 2021, 2025)),
        (CUT | {"value": "13.5"}, CumulativeCut(13.5, 1, 2021, 2025)),
        (CUT | {"comparator": "assigned", "value": ""}, AssignedLater(2021, 2025)),
        (RELATIVE, RelativeGrowth("share", 0.5, False, 2021, 2025)),
        (
            RELATIVE | {"comparator": "above", "approximate": "no"},
            RelativeGrowth("share", 0.0, True, 2021, 2025),
        ),
        (RELATIVE | {"tolerance": "0.3"}, RelativeGrowth("share", 0.3, False, 2021, 2025)),
        (IN_WORDS, Qualitative(growth=False)),
        (IN_WORDS | {"first": "2021", "last": "2025"}, Qualitative(growth=True)),
    ],
)
def test_the_basis_with_its_digits_and_the_width_of_about(changes, expected):
    """About: 2 % of an amount, one point of a share, half a point of growth (assessment rules §2)."""
    assert basis(**changes) == expected


@pytest.mark.parametrize("approximate", ["yes", "no"])
def test_a_stated_tolerance_counts_before_the_default(approximate):
    assert basis(tolerance="25", approximate=approximate) == Level(2000.0, 0, 25.0)
    assert basis(tolerance="0", approximate=approximate) == Level(2000.0, 0, 0.0)
    assert basis(**GROWTH, tolerance="0.3", approximate=approximate).tolerance == 0.3


@pytest.mark.parametrize(
    ("changes", "direction"),
    [
        ({"comparator": "at_least"}, Direction.UP),
        ({"comparator": "at_most"}, Direction.DOWN),
        (GROWTH, Direction.UP),
        (CUT | {"value": "13.5"}, Direction.DOWN),
        (CUT | {"value": "13.5", "comparator": "at_most"}, Direction.DOWN),
        (CUT | {"value": "", "comparator": "assigned"}, Direction.DOWN),
        (RELATIVE, Direction.UP),
        (IN_WORDS, Direction.UP),
        (IN_WORDS | {"indicator": "intensity"}, Direction.DOWN),
    ],
)
def test_which_way_is_better(changes, direction):
    """A cut of at least 13.5 % is met by falling."""
    assert parse(**changes)[0].direction is direction


@pytest.mark.parametrize(
    ("changes", "unit"),
    [
        ({}, "万人次"),
        ({"indicator": "share"}, "%"),
        ({"indicator": "years"}, "年"),
        (GROWTH, "%"),
        (CUT | {"value": "13.5"}, "%"),
        (CUT | {"value": "", "comparator": "assigned"}, "%"),
    ],
)
def test_growth_and_cuts_are_in_percent_levels_in_the_indicators_unit(changes, unit):
    assert parse(**changes)[0].unit == unit


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"number": "twelve"}, ("number", "twelve")),
        ({"code": ""}, ("code", "")),
        ({"short": ""}, ("short", "")),
        ({"dimension": "sport"}, ("dimension", "sport")),
        ({"indicator": "pasengers"}, ("indicator", "pasengers")),
        ({"area": "moon"}, ("area", "moon")),
        ({"basis": "sum"}, ("basis", "sum")),
        ({"comparator": "<"}, ("comparator", "<")),
        ({"value": ""}, ("value", "")),
        ({"value": "many"}, ("value", "many")),
        ({"tolerance": "2%"}, ("tolerance", "2%")),
        ({"approximate": "about"}, ("approximate", "about")),
        ({"lead": ""}, ("lead", "")),
        ({"joint": "keji;kji"}, ("joint", "kji")),
        ({"wording": ""}, ("wording", "")),
        (GROWTH | {"first": "21"}, ("first", "21")),
        (GROWTH | {"last": ""}, ("last", "")),
        (GROWTH | {"first": "2022"}, ("first", "2022")),
        (GROWTH | {"last": "2026"}, ("last", "2026")),
        (CUT | {"value": "14", "first": "2020"}, ("first", "2020")),
        (CUT | {"comparator": "assigned", "value": "14"}, ("value", "14")),
        (CUT | {"comparator": "assigned", "value": "", "basis": "level"}, ("comparator", "assigned")),
        ({"comparator": "above"}, ("comparator", "above")),
        ({"comparator": "none", "value": ""}, ("comparator", "none")),
        (RELATIVE | {"comparator": "at_most"}, ("comparator", "at_most")),
        (RELATIVE | {"than": ""}, ("than", "")),
        (RELATIVE | {"than": "gdp"}, ("than", "gdp")),
        (RELATIVE | {"value": "2"}, ("value", "2")),
        (RELATIVE | {"last": ""}, ("last", "")),
        (IN_WORDS | {"comparator": "at_least", "value": "1"}, ("comparator", "at_least")),
        (IN_WORDS | {"value": "5"}, ("value", "5")),
        (IN_WORDS | {"first": "2021"}, ("last", "")),
    ],
)
def test_one_bad_cell_is_one_fault(changes, fault):
    assert parse(**changes)[1] == [fault]


def test_where_the_plans_years_are_not_known_no_period_is_wrong():
    faults = []
    target(Cells("targets.csv", 2, ROW | GROWTH | {"first": "1999"}, faults), KNOWN, INDICATORS, (0, 0))
    assert faults == []
