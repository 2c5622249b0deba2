"""What a plan asks as a table, one row a target."""

from __future__ import annotations

from indicators.catalogue.goals import BasisWord
from indicators.model import (
    AssignedLater,
    Basis,
    CumulativeCut,
    Direction,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
)
from indicators.report.package.plan import CODE
from indicators.report.package.shape import Column, Link, Table, rows_of
from indicators.rows.reading import Reading
from indicators.targets import stated, than, tolerance

COUNTED = (
    Column("basis", required=True, allowed=tuple(BasisWord)),
    Column("target_value", "number"),
    Column("target_tolerance", "number", required=True),
    Column("strictly", "boolean"),
    Column("first_year", "year"),
    Column("last_year", "year"),
    Column("than"),
    Column("unit"),
)
"""How a target counts: what its basis says."""
LINKS = (
    Link("dimension", "dimensions", "code"),
    Link("indicator", "indicators", "code"),
    Link("area", "areas", "code"),
    Link("lead", "departments", "code"),
    Link("than", "indicators", "code"),
)


def targets(read: Reading) -> Table:
    """The plan's targets, each with its basis."""
    about = _about(tuple(read.plan.departments))
    plain = rows_of(about, read.plan.targets)
    rows = [
        row | _counted(one.basis) | {"unit": read.unit(one)}
        for row, one in zip(plain, read.plan.targets, strict=True)
    ]
    return Table("targets", about + COUNTED, rows, ("number",), LINKS)


def basis_word(basis: Basis) -> BasisWord:
    """How a plan's table names a basis; a cut still to be assigned is one without a value."""
    match basis:
        case Level():
            return BasisWord.LEVEL
        case MeanGrowth():
            return BasisWord.MEAN_GROWTH
        case CumulativeCut() | AssignedLater():
            return BasisWord.CUMULATIVE_CUT
        case RelativeGrowth():
            return BasisWord.RELATIVE_GROWTH
        case Qualitative():
            return BasisWord.QUALITATIVE


def _about(departments: tuple[str, ...]) -> tuple[Column, ...]:
    """Columns that a target says itself."""
    return (
        Column("number", "integer", required=True),
        *CODE,
        Column("short"),
        Column("short_en"),
        *(Column(name, required=True) for name in ("dimension", "indicator", "area", "lead")),
        Column("joint", several=departments),
        Column("direction", required=True, allowed=tuple(Direction)),
        Column("approximate", "boolean", required=True),
        Column("wording"),
    )


def _counted(basis: Basis) -> dict[str, object]:
    return {
        "basis": basis_word(basis),
        "target_value": stated(basis),
        "target_tolerance": tolerance(basis),
        "strictly": getattr(basis, "strictly", None),
        "first_year": getattr(basis, "first", None),
        "last_year": getattr(basis, "last", None),
        "than": than(basis),
    }
