"""Every figure known on the day as a table, with its source; and where series may not be joined."""

from __future__ import annotations

from indicators.model import Measure, Source, Status
from indicators.report.material import Material
from indicators.report.package.shape import Column, Link, Table, rows_of
from indicators.rows.record import figure
from indicators.rows.vintages import STATES, unit, uses
from indicators.series import GRADES

EVERYWHERE = "*"
"""Stands for every area where a break applies to all."""
FIGURES = (
    Column("observation", "integer", required=True),
    Column("indicator", required=True),
    Column("area", required=True),
    Column("year", "year", required=True),
    Column("measure", required=True, allowed=tuple(Measure)),
    Column("period_start", "year"),
    Column("value", "number", required=True),
    Column("unit"),
    Column("found"),
    Column("status", required=True, allowed=tuple(Status)),
    Column("use", required=True, allowed=STATES),
    Column("source", required=True),
    Column("grade", required=True, allowed=GRADES),
    Column("published"),
    Column("known_from", "date", required=True),
    Column("note"),
    Column("flags"),
)
LINKS = (
    Link("indicator", "indicators", "code"),
    Link("area", "areas", "code"),
    Link("source", "sources", "code"),
)


def observations(material: Material) -> Table:
    """Every published figure, numbered in the order of the snapshot, with what became of it."""
    read, known = material.read, material.observations
    rows = [
        {
            **figure(read, one),
            "observation": number,
            "area": one.area,
            "unit": unit(read, one),
            "use": state,
            "source": one.source,
            "flags": sorted(one.flags),
        }
        for number, (one, state) in enumerate(zip(known, uses(material.book, known), strict=True), start=1)
    ]
    return Table("observations", FIGURES, rows, ("observation",), LINKS)


def sources(material: Material) -> Table:
    """Where the figures come from; those that gave none are left out."""
    columns = (Column("code", required=True), Column("title"), Column("url"))
    return Table("sources", columns, rows_of(columns, cited(material)), ("code",))


def cited(material: Material) -> list[Source]:
    """The sources of all figures, by code; one that is not described is named by its code."""
    known = material.read.sources
    return [
        known.get(code, Source(code, code, ""))
        for code in sorted({one.source for one in material.observations})
    ]


def breaks(material: Material) -> Table:
    """From which year on figures are not comparable with earlier ones."""
    columns = (
        Column("indicator", required=True),
        Column("area", required=True, allowed=(EVERYWHERE, *material.read.plan.areas)),
        Column("year", "year", required=True),
        Column("reason"),
        Column("note"),
        Column("note_en"),
    )
    rows = rows_of(columns, material.book.breaks)
    return Table("breaks", columns, rows, links=(Link("indicator", "indicators", "code"),))
