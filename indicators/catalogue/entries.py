"""One row of a table → one indicator, area, department, dimension or plan head."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

from indicators.model import (
    Aggregation,
    Area,
    AreaKind,
    Claim,
    Department,
    Dimension,
    Direction,
    Indicator,
    Kind,
    OfficialClass,
    OfficialVerdict,
)
from indicators.series import GRADES
from indicators.tables import Cells


def indicator(cells: Cells, codes: AbstractSet[str]) -> Indicator:
    """A row of indicators.csv; `codes` are all indicator codes."""
    aggregation = cells.choice("aggregation", Aggregation)
    ratio = aggregation is Aggregation.RATIO
    return Indicator(
        code=cells.required("code"),
        name=cells.required("name"),
        name_en=cells.required("name_en"),
        unit=cells.text("unit"),
        unit_en=cells.text("unit_en"),
        kind=cells.choice("kind", Kind),
        direction=cells.choice("direction", Direction),
        decimals=cells.whole("decimals", 0),
        lower=cells.number_or_none("lower"),
        upper=cells.number_or_none("upper"),
        aggregation=aggregation,
        numerator=cells.known("numerator", codes, blank=not ratio) or None,
        denominator=cells.known("denominator", codes, blank=not ratio) or None,
        factor=cells.number_or_none("factor") or 1.0,
        slack=cells.number_or_none("slack") or 0.0,
        constant=cells.yes("constant"),
        growth_first=cells.yes("growth_first"),
        pandemic=cells.yes("pandemic"),
        aliases=cells.several("aliases"),
        definition=cells.required("definition"),
        definition_en=cells.required("definition_en"),
    )


def area(cells: Cells, codes: AbstractSet[str]) -> Area:
    """A row of areas.csv; `codes` are all area codes."""
    return Area(
        code=cells.required("code"),
        name=cells.required("name"),
        name_en=cells.required("name_en"),
        kind=cells.choice("kind", AreaKind),
        gb2260=cells.text("gb2260") or None,
        members=cells.all_known("members", codes),
        counted_in=cells.all_known("counted_in", codes),
        aliases=cells.several("aliases"),
        note=cells.text("note"),
        note_en=cells.text("note_en"),
    )


def department(cells: Cells) -> Department:
    """A row of departments.csv."""
    return Department(
        cells.required("code"), cells.required("name"), cells.required("name_en"), cells.several("aliases")
    )


def dimension(cells: Cells) -> Dimension:
    """A row of dimensions.csv."""
    return Dimension(cells.required("code"), cells.required("name"), cells.required("name_en"))


def claim(cells: Cells, targets: AbstractSet[str]) -> Claim:
    """A row of consistency.csv; `targets` are the numbers of all targets."""
    return Claim(
        code=cells.required("code"),
        targets=tuple(int(one) for one in cells.all_known("targets", targets) if one in targets),
        matter=cells.required("matter"),
        matter_en=cells.required("matter_en"),
        stated=cells.required("stated"),
        stated_en=cells.required("stated_en"),
        other=cells.required("other"),
        other_en=cells.required("other_en"),
        agrees=cells.yes("agrees"),
    )


def official_verdict(cells: Cells, targets: AbstractSet[str]) -> OfficialVerdict:
    """A row of verdicts.csv; `targets` are the numbers of all targets. Sources are checked later."""
    number = cells.known("target", targets)
    return OfficialVerdict(
        target=int(number) if number in targets else 0,
        day=_day(cells, "date"),
        verdict=cells.required("verdict"),
        verdict_en=cells.required("verdict_en"),
        outcome=cells.choice("class", OfficialClass),
        source=cells.required("source"),
        grade=cells.known("grade", GRADES),
        quote=cells.required("quote"),
    )


def head(cells: Cells, areas: AbstractSet[str]) -> dict[str, Any]:
    """The row of plan.csv as keyword arguments of Plan; `areas` are all area codes."""
    base, end = cells.year("base_year"), cells.year("target_year")
    if end <= base:
        cells.fault("target_year", f"a year after the base year {base}")
    if cells.text("report_due") and not _in_every_year(cells.text("report_due")):
        cells.fault("report_due", "a day of the year, MM-DD, or blank")
    return {
        "code": cells.required("code"),
        "name": cells.required("name"),
        "name_en": cells.required("name_en"),
        "document": cells.required("document"),
        "url": cells.text("url"),
        "base_year": base,
        "target_year": end,
        "area": cells.known("area", areas),
        "stand_in": cells.known("stand_in", areas, blank=True) or None,
        "report_due": cells.text("report_due"),
        "order": cells.whole("order", 1),
    }


def _day(cells: Cells, column: str) -> date:
    try:
        return date.fromisoformat(cells.text(column))
    except ValueError:
        cells.fault(column, "a date of the calendar, YYYY-MM-DD")
        return date.max


def _in_every_year(day: str) -> bool:
    """Whether MM-DD is a day that every year has."""
    if not re.fullmatch(r"\d\d-\d\d", day):
        return False
    try:
        date(2001, int(day[:2]), int(day[3:]))
    except ValueError:
        return False
    return True
