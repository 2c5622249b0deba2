"""The plan as tables: what it speaks of and who answers for it; what it asks is in `targets`."""

from __future__ import annotations

from indicators.model import Aggregation, AreaKind, Direction, Kind
from indicators.report.package.shape import Column, Link, Table, rows_of
from indicators.rows.reading import Reading

CODE = (Column("code", required=True), Column("name"), Column("name_en"))
"""What every entry begins with."""


def plan(read: Reading) -> Table:
    """The plan itself, one row."""
    columns = (
        *CODE,
        Column("document"),
        Column("url"),
        Column("base_year", "year", required=True),
        Column("target_year", "year", required=True),
        Column("area", required=True),
        Column("stand_in"),
        Column("report_due"),
    )
    links = (Link("area", "areas", "code"), Link("stand_in", "areas", "code"))
    return Table("plan", columns, rows_of(columns, [read.plan]), ("code",), links)


def dimensions(read: Reading) -> Table:
    """The headings under which targets stand."""
    return Table("dimensions", CODE, rows_of(CODE, [*read.plan.dimensions.values()]), ("code",))


def departments(read: Reading) -> Table:
    """Who leads or shares targets."""
    return Table("departments", CODE, rows_of(CODE, [*read.plan.departments.values()]), ("code",))


def areas(read: Reading) -> Table:
    """Places, and which others make them up."""
    known = tuple(read.plan.areas)
    columns = (
        *CODE,
        Column("kind", required=True, allowed=tuple(AreaKind)),
        Column("gb2260"),
        Column("members", several=known),
        Column("counted_in", several=known),
        Column("note"),
        Column("note_en"),
    )
    return Table("areas", columns, rows_of(columns, [*read.plan.areas.values()]), ("code",))


def indicators(read: Reading) -> Table:
    """What is measured: the definitions of the whole catalogue, which plans share."""
    columns = (
        *CODE,
        Column("unit"),
        Column("unit_en"),
        Column("kind", required=True, allowed=tuple(Kind)),
        Column("direction", required=True, allowed=tuple(Direction)),
        Column("decimals", "integer", required=True),
        Column("lower", "number"),
        Column("upper", "number"),
        Column("aggregation", required=True, allowed=tuple(Aggregation)),
        Column("numerator"),
        Column("denominator"),
        Column("factor", "number", required=True),
        Column("slack", "number", required=True),
        *(Column(name, "boolean", required=True) for name in ("constant", "growth_first", "pandemic")),
        Column("definition"),
        Column("definition_en"),
    )
    links = (Link("numerator", "", "code"), Link("denominator", "", "code"))
    return Table("indicators", columns, rows_of(columns, [*read.plan.indicators.values()]), ("code",), links)
