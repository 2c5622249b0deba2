"""Every assessment as a table: the record that the command line prints, its projections and its evidence."""

from __future__ import annotations

from typing import Any

from indicators.assessment import SHOWN_CHANCES
from indicators.model import Assessment, Flag, Reason, Verdict
from indicators.report.material import Material
from indicators.report.package.shape import Column, Link, Table
from indicators.rows.record import GAP_NUMBERS, record

QUANTILES = ("p10", "p25", "median", "p75", "p90")
RULES = ("probability", "final_value")
"""What can decide; see `record.rule`."""
NUMBER = Column("number", "integer", required=True)


def assessments(material: Material) -> Table:
    """One row a target, in the plan's order."""
    links = (
        Link("number", "targets", "number"),
        Link("area", "areas", "code"),
        Link("area_used", "areas", "code"),
    )
    rows = [_row(material, one) for one in material.assessments]
    return Table("assessments", _columns(tuple(material.read.plan.areas)), rows, ("number",), links)


def projections(material: Material) -> Table:
    """The predictive quantiles of every year up to the target year."""
    columns = (NUMBER, Column("year", "year", required=True), *_numbers(QUANTILES))
    rows = [
        {"number": one.target.number, "year": int(year), **quantiles}
        for one in material.assessments
        for year, quantiles in _record(material, one)["projected"].items()
    ]
    return Table("projections", columns, rows, ("number", "year"), (Link("number", "assessments", "number"),))


def evidence(material: Material) -> Table:
    """Which figures each verdict rests on."""
    columns = (NUMBER, Column("observation", "integer", required=True))
    numbers = {one: number for number, one in enumerate(material.observations, start=1)}
    rows = [
        {"number": one.target.number, "observation": numbers[figure]}
        for one in material.assessments
        for figure in dict.fromkeys(one.evidence)
    ]
    links = (Link("number", "assessments", "number"), Link("observation", "observations", "observation"))
    return Table("evidence", columns, rows, ("number", "observation"), links)


def _columns(areas: tuple[str, ...]) -> tuple[Column, ...]:
    return (
        NUMBER,
        Column("verdict", required=True, allowed=tuple(Verdict)),
        Column("chance", "number", bounds=SHOWN_CHANCES),
        Column("strict_verdict", required=True, allowed=tuple(Verdict)),
        Column("chance_without_pandemic", "number", bounds=SHOWN_CHANCES),
        Column("rule", allowed=RULES),
        Column("reasons", several=tuple(Reason)),
        Column("flags", several=tuple(Flag)),
        *(Column(name, required=True) for name in ("area", "area_used")),
        Column("as_of", "date", required=True),
        Column("judging_year", "year", required=True),
        Column("latest_year", "year"),
        Column("latest_value", "number"),
        Column("n", "integer", required=True),
        Column("target_year", "year", required=True),
        *_numbers(("target_value", "target_tolerance", *QUANTILES)),
        Column("method"),
        Column("unit"),
        *_numbers(GAP_NUMBERS),
        Column("partial_year", "year"),
        Column("partial_value", "number"),
        Column("partial_present", several=areas),
        Column("partial_lacking", several=areas),
        Column("headline"),
        Column("snapshot", required=True),
    )


def _numbers(names: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(name, "number") for name in names)


def _row(material: Material, one: Assessment) -> dict[str, object]:
    """The record with codes for names, and its nested parts laid flat."""
    found, partial = _record(material, one), one.partial
    unknown = dict.fromkeys(QUANTILES)
    return {
        **found,
        **found["projected"].get(str(found["target_year"]), unknown),
        "area": one.area,
        "area_used": one.area_used,
        "partial_year": partial.year if partial else None,
        "partial_value": found["partial_sum"]["value"] if partial else None,
        "partial_present": partial.present if partial else None,
        "partial_lacking": partial.lacking if partial else None,
    }


def _record(material: Material, one: Assessment) -> dict[str, Any]:
    return record(material.read, one, material.snapshot)
