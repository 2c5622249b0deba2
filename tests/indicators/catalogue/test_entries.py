"""Rows of the smaller tables: indicators, areas, departments, dimensions, claims, the plan's head."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.catalogue import COLUMNS, entries
from indicators.model import (
    Aggregation,
    Area,
    Claim,
    Department,
    Dimension,
    Direction,
    Fault,
    Indicator,
    Kind,
    OfficialClass,
    OfficialVerdict,
)
from indicators.tables import Cells

CODES = {"part", "whole"}
AREAS = {"metro", "city"}
SHARE = {
    "code": "share",
    "name": "占比",
    "name_en": "Share",
    "unit": "%",
    "unit_en": "%",
    "kind": "share",
    "direction": "down",
    "decimals": "2",
    "lower": "0",
    "upper": "100",
    "aggregation": "ratio",
    "numerator": "part",
    "denominator": "whole",
    "factor": "100",
    "slack": "1",
    "constant": "",
    "growth_first": "yes",
    "pandemic": "no",
    "aliases": "比重; 份额",
    "definition": "部分占全部的比重。",
    "definition_en": "Part over whole.",
}
PLAN = {
    "code": "plan",
    "name": "规划",
    "name_en": "Plan",
    "document": "文号",
    "url": "",
    "base_year": "2020",
    "target_year": "2025",
    "area": "metro",
    "stand_in": "city",
    "report_due": "01-20",
    "order": "1",
}


def parse(table: str, row: dict[str, str], *known: set[str]) -> tuple[object, list[tuple[str, str]]]:
    """One row as its type, and (column, found) of each fault."""
    faults: list[Fault] = []
    one = getattr(entries, table)(Cells("t.csv", 2, row, faults), *known)
    return one, [(fault.column, fault.found) for fault in faults]


def test_the_rows_here_have_the_columns_of_their_tables():
    assert list(SHARE) == COLUMNS["indicators"].split()
    assert list(PLAN) == COLUMNS["plan"].split()


def test_an_indicator():
    assert parse("indicator", SHARE, CODES) == (
        Indicator(
            code="share",
            name="占比",
            name_en="Share",
            unit="%",
            unit_en="%",
            kind=Kind.SHARE,
            direction=Direction.DOWN,
            decimals=2,
            lower=0.0,
            upper=100.0,
            aggregation=Aggregation.RATIO,
            numerator="part",
            denominator="whole",
            factor=100.0,
            constant=False,
            slack=1.0,
            growth_first=True,
            pandemic=False,
            aliases=("比重", "份额"),
            definition="部分占全部的比重。",
            definition_en="Part over whole.",
        ),
        [],
    )


def test_what_is_blank_is_unbounded_and_unscaled():
    plain = SHARE | dict.fromkeys(("lower", "upper", "numerator", "denominator", "factor", "unit"), "")
    one, faults = parse("indicator", plain | {"aggregation": "sum"}, CODES)
    assert faults == []
    assert (one.lower, one.upper, one.numerator, one.denominator) == (None, None, None, None)
    assert (one.factor, one.unit) == (1.0, "")


@pytest.mark.parametrize(
    ("column", "found"),
    [
        ("code", ""),
        ("name_en", ""),
        ("kind", "rate"),
        ("direction", "left"),
        ("decimals", "-1"),
        ("upper", "all"),
        ("aggregation", "mean"),
        ("numerator", "parts"),
        ("numerator", ""),
        ("denominator", ""),
        ("factor", "%"),
        ("constant", "1"),
        ("definition_en", " "),
    ],
)
def test_one_bad_cell_of_an_indicator_is_one_fault(column, found):
    assert parse("indicator", SHARE | {column: found}, CODES)[1] == [(column, found)]


def test_an_area():
    row = {"code": "metro", "name": "都市圈", "name_en": "Metro", "kind": "scope", "gb2260": ""}
    row |= {"members": "metro; city", "counted_in": "city", "aliases": "圈", "note": "全域", "note_en": "All"}
    own = ("metro", "都市圈", "Metro", "scope", None)
    expected = Area(*own, ("metro", "city"), ("city",), ("圈",), "全域", "All")
    assert parse("area", row, AREAS) == (expected, [])
    assert parse("area", row | {"members": "metro;town", "kind": ""}, AREAS)[1] == [
        ("kind", ""),
        ("members", "town"),
    ]


def test_a_department_with_the_other_spellings_of_its_name():
    row = {"code": "zhujian", "name": "市住房城乡建设局", "name_en": "Housing", "aliases": "市住建局"}
    assert parse("department", row) == (
        Department("zhujian", "市住房城乡建设局", "Housing", ("市住建局",)),
        [],
    )
    assert parse("department", row | {"name": ""})[1] == [("name", "")]


def test_a_dimension():
    row = {"code": "ecology", "name": "美丽生态圈", "name_en": "Environment"}
    assert parse("dimension", row) == (Dimension("ecology", "美丽生态圈", "Environment"), [])
    assert parse("dimension", row | {"name_en": ""})[1] == [("name_en", "")]


def test_a_claim():
    texts = {"matter": "路网", "matter_en": "Roads", "stated": "6.5", "stated_en": "6.5"}
    texts |= {"other": "8", "other_en": "8"}
    row = {"code": "roads", "targets": "15;1", **texts, "agrees": "no"}
    expected = Claim("roads", (15, 1), *texts.values(), agrees=False)
    assert parse("claim", row, {"1", "15"}) == (expected, [])
    assert parse("claim", row | {"targets": "15;31", "agrees": "?"}, {"1", "15"})[1] == [
        ("targets", "31"),
        ("agrees", "?"),
    ]


def test_the_head_of_a_plan():
    head, faults = parse("head", PLAN, AREAS)
    assert faults == []
    assert (head["base_year"], head["target_year"], head["area"], head["stand_in"]) == (
        2020,
        2025,
        "metro",
        "city",
    )


def test_a_plan_may_have_no_stand_in():
    assert parse("head", PLAN | {"stand_in": ""}, AREAS)[0]["stand_in"] is None


@pytest.mark.parametrize("day", ["01-01", "01-20", "12-31", "02-28"])
def test_a_day_of_the_year(day):
    assert parse("head", PLAN | {"report_due": day}, AREAS)[1] == []


def test_a_plan_may_set_no_day_for_reports():
    head, faults = parse("head", PLAN | {"report_due": ""}, AREAS)
    assert (head["report_due"], faults) == ("", [])


@pytest.mark.parametrize(("order", "faulty"), [("1", 0), ("2", 0), ("0", 1), ("", 1), ("first", 1)])
def test_a_plan_has_its_place_among_the_plans(order, faulty):
    head, faults = parse("head", PLAN | {"order": order}, AREAS)
    assert faults == [("order", order)] * faulty
    assert faulty or head["order"] == int(order)


SAID = {
    "target": "15",
    "date": "2023-12-26",
    "verdict": "滞后",
    "verdict_en": "lagging",
    "class": "behind",
    "source": "review",
    "grade": "C",
    "quote": "落后",
}


def test_an_official_verdict():
    day = date(2023, 12, 26)
    expected = OfficialVerdict(15, day, "滞后", "lagging", OfficialClass.BEHIND, "review", "C", "落后")
    assert list(SAID) == COLUMNS["verdicts"].split()
    assert parse("official_verdict", SAID, {"15"}) == (expected, [])


@pytest.mark.parametrize(
    ("column", "found"),
    [
        ("target", "16"),
        ("date", "2023-12"),
        ("date", "2023-02-30"),
        ("date", ""),
        ("class", "提前实现"),
        ("grade", "D"),
        ("quote", ""),
    ],
)
def test_a_verdict_has_a_target_a_day_a_class_a_grade_and_words(column, found):
    assert parse("official_verdict", SAID | {column: found}, {"15"})[1] == [(column, found)]


@pytest.mark.parametrize("day", ["1-20", "00-20", "13-01", "01-00", "01-32", "02-30", "20 January"])
def test_no_day_of_the_year(day):
    assert parse("head", PLAN | {"report_due": day}, AREAS)[1] == [("report_due", day)]


@pytest.mark.parametrize(
    ("base", "end", "faulty"), [("2024", "2025", 0), ("2025", "2025", 1), ("2026", "2025", 1)]
)
def test_a_plan_ends_after_its_base_year(base, end, faulty):
    faults = parse("head", PLAN | {"base_year": base, "target_year": end}, AREAS)[1]
    assert faults == [("target_year", end)] * faulty
