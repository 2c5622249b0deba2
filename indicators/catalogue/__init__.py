"""Tables → types: the indicators, and a plan with its targets, departments and areas.

A plan is a folder of CSV tables, so another city's plan is another folder. Whatever is wrong with the
tables is reported at once, each fault with file, row, what was found and what is allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from indicators.catalogue import entries, goals
from indicators.errors import InputRefused, UnknownName
from indicators.model import Area, Department, Dimension, Fault, Indicator, Plan, Target
from indicators.tables import Cells, Row, parse_rows, read_table

Tables = dict[str, list[Row]]
T = TypeVar("T")

COLUMNS: Mapping[str, str] = {
    "indicators": "code name name_en unit unit_en kind direction decimals lower upper aggregation numerator"
    " denominator factor slack constant growth_first pandemic aliases definition definition_en",
    "plan": "code name name_en document url base_year target_year area stand_in report_due order",
    "dimensions": "code name name_en",
    "departments": "code name name_en aliases",
    "areas": "code name name_en kind gb2260 members counted_in aliases note note_en",
    "targets": "number code name name_en short short_en dimension indicator area basis comparator value"
    " tolerance approximate first last than lead joint wording",
    "consistency": "code targets matter matter_en stated stated_en other other_en agrees",
    "verdicts": "target date verdict verdict_en class source grade quote",
}
PLAN_TABLES = ("plan", "dimensions", "departments", "areas", "targets", "consistency")
OPTIONAL_TABLES = ("verdicts",)


def read_folder(folder: Path) -> Tables:
    """A plan's tables by file stem, optional ones where they exist. Raises InputUnreadable."""
    there = [name for name in OPTIONAL_TABLES if (folder / f"{name}.csv").exists()]
    return {name: read_table(folder / f"{name}.csv") for name in (*PLAN_TABLES, *there)}


def parse_indicators(rows: Sequence[Row]) -> dict[str, Indicator]:
    """indicators.csv → indicators by code. Raises InputRefused with every fault."""
    faults: list[Fault] = []
    codes = {row.get("code", "") for row in rows}
    parsed = _rows("indicators", rows, faults, lambda cells: entries.indicator(cells, codes))
    if faults:
        raise InputRefused(faults)
    return {one.code: one for one in parsed}


def parse_plan(tables: Tables, indicators: Mapping[str, Indicator]) -> Plan:
    """A plan's tables → Plan. Raises InputRefused with the faults of all tables together."""
    faults: list[Fault] = []
    area_codes = {row.get("code", "") for row in tables["areas"]}
    areas = _rows("areas", tables["areas"], faults, lambda cells: entries.area(cells, area_codes))
    departments = _rows("departments", tables["departments"], faults, entries.department)
    dimensions = _rows("dimensions", tables["dimensions"], faults, entries.dimension)
    known = {"indicator": set(indicators), "area": area_codes}
    known |= {"dimension": _codes(dimensions), "department": _codes(departments)}
    head, years = _head(tables["plan"], area_codes, faults)
    parse = partial(goals.target, known=known, indicators=indicators, years=years)
    targets = _rows("targets", tables["targets"], faults, parse)
    if not tables["targets"]:
        faults.append(Fault("targets.csv", None, "", "no row", "at least one target"))
    numbers = {str(one.number) for one in targets}
    claims = _rows("consistency", tables["consistency"], faults, lambda cells: entries.claim(cells, numbers))
    said = tables.get("verdicts", [])
    verdicts = _rows("verdicts", said, faults, lambda cells: entries.official_verdict(cells, numbers))
    if faults:
        raise InputRefused(faults)
    return Plan(
        **head,
        targets=tuple(sorted(targets, key=lambda target: target.number)),
        departments={one.code: one for one in departments},
        dimensions={one.code: one for one in dimensions},
        areas={one.code: one for one in areas},
        indicators=indicators,
        consistency=tuple(claims),
        verdicts=tuple(sorted(verdicts, key=lambda one: (one.day, one.target))),
    )


def in_order(plans: Iterable[Plan]) -> list[Plan]:
    """Plans as readers meet them, the default one first."""
    return sorted(plans, key=lambda plan: (plan.order, plan.code))


def find_area(plan: Plan, name: str) -> Area:
    """The area with this code, name or alias. Raises UnknownName with the near ones."""
    areas = plan.areas.values()
    return find(
        "area", name, {word: one for one in areas for word in (*one.aliases, one.name_en, one.name, one.code)}
    )


def find_department(plan: Plan, name: str) -> Department:
    """The department with this code, name or alias. Raises UnknownName with the near ones."""
    departments = plan.departments.values()
    known = {word: one for one in departments for word in (*one.aliases, one.name_en, one.name, one.code)}
    return find("department", name, known)


def find_target(plan: Plan, name: str) -> Target:
    """The target with this number, code or name. Raises UnknownName with the near ones."""
    known: dict[str, Target] = {}
    for one in plan.targets:
        known |= dict.fromkeys(
            (one.short_en, one.name_en, one.short, one.name, one.code, str(one.number)), one
        )
    return find("target", name, known)


def find(what: str, name: str, known: Mapping[str, T]) -> T:
    """The one that `name` names. Raises UnknownName with the near ones."""
    if name not in known:
        raise UnknownName(what, name, known)
    return known[name]


def _head(
    rows: Sequence[Row], areas: set[str], faults: list[Fault]
) -> tuple[dict[str, Any], tuple[int, int]]:
    """plan.csv as keyword arguments of Plan, and the first and last year of its period; 0 where faulty."""
    before = len(faults)
    if len(rows) != 1:
        faults.append(Fault("plan.csv", None, "", f"{len(rows)} rows", "exactly one row"))
    heads = _rows("plan", rows[:1], faults, lambda cells: entries.head(cells, areas))
    if len(faults) > before:
        return {}, (0, 0)
    return heads[0], (heads[0]["base_year"] + 1, heads[0]["target_year"])


def _codes(ones: Iterable[Department | Dimension]) -> set[str]:
    return {one.code for one in ones}


def _rows(table: str, rows: Sequence[Row], faults: list[Fault], parse: Callable[[Cells], T]) -> list[T]:
    return parse_rows(f"{table}.csv", COLUMNS[table], rows, faults, parse)
