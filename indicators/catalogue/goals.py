"""One row of targets.csv → a target with its basis."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum

from indicators.model import (
    AssignedLater,
    Basis,
    CumulativeCut,
    Direction,
    Indicator,
    Kind,
    Level,
    MeanGrowth,
    Target,
)
from indicators.tables import Cells
from indicators.targets import default_tolerance

Years = tuple[int, int]
"""First and last year of a plan's period, both included; 0 where it is not known."""


class BasisWord(StrEnum):
    """How targets.csv names a basis."""

    LEVEL = "level"
    MEAN_GROWTH = "mean_growth"
    CUMULATIVE_CUT = "cumulative_cut"


class Comparator(StrEnum):
    """How targets.csv names a comparator; `assigned`: the value is still to come from above."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ASSIGNED = "assigned"


def target(
    cells: Cells, known: Mapping[str, AbstractSet[str]], indicators: Mapping[str, Indicator], years: Years
) -> Target:
    """A row of targets.csv; `known` are the codes each reference may name, `years` those of the plan."""
    indicator = indicators.get(cells.known("indicator", known["indicator"]))
    comparator = cells.choice("comparator", Comparator)
    approximate = cells.yes("approximate")
    basis = _basis(cells, comparator, indicator, years, approximate=approximate)
    rate = not isinstance(basis, Level)
    return Target(
        number=cells.whole("number", 1),
        code=cells.required("code"),
        name=cells.required("name"),
        name_en=cells.required("name_en"),
        short=cells.required("short"),
        short_en=cells.required("short_en"),
        dimension=cells.known("dimension", known["dimension"]),
        indicator=cells.text("indicator"),
        area=cells.known("area", known["area"]),
        basis=basis,
        direction=_direction(comparator, basis, indicator),
        approximate=approximate,
        unit="%" if rate or indicator is None else indicator.unit,
        unit_en="%" if rate or indicator is None else indicator.unit_en,
        lead=cells.known("lead", known["department"]),
        joint=cells.all_known("joint", known["department"]),
        wording=cells.required("wording"),
    )


def _direction(comparator: Comparator, basis: Basis, indicator: Indicator | None) -> Direction:
    """A cut is judged on what is cut: `at_least` is said of the cut, not of the index that has to fall."""
    if isinstance(basis, AssignedLater | CumulativeCut):
        return indicator.direction if indicator else Direction.UP
    return Direction.DOWN if comparator is Comparator.AT_MOST else Direction.UP


def _basis(
    cells: Cells, comparator: Comparator, indicator: Indicator | None, years: Years, *, approximate: bool
) -> Basis:
    word = cells.choice("basis", BasisWord)
    if comparator is Comparator.ASSIGNED:
        if word is not BasisWord.CUMULATIVE_CUT:
            cells.fault("basis", "cumulative_cut, the only basis whose value is assigned later")
        if cells.text("value"):
            cells.fault("value", "blank while the value is still to be assigned")
        return AssignedLater(*_period(cells, years))
    value = cells.number_or_none("value")
    if not cells.text("value"):
        cells.fault("value", "a number (or comparator `assigned`)")
    digits = len(cells.text("value").partition(".")[2])
    if word is BasisWord.CUMULATIVE_CUT:
        return CumulativeCut(value or 0.0, digits, *_period(cells, years))
    stated = cells.number_or_none("tolerance")
    growth = word is BasisWord.MEAN_GROWTH
    kind = indicator.kind if indicator else Kind.RATIO
    tolerance = default_tolerance(kind, value or 0.0, growth=growth) if approximate else 0.0
    tolerance = tolerance if stated is None else stated
    if growth:
        return MeanGrowth(value or 0.0, digits, tolerance, *_period(cells, years))
    return Level(value or 0.0, digits, tolerance)


def _period(cells: Cells, years: Years) -> Years:
    """First and last year over which a growth or a cut counts: an index is laid over the plan's years, so
    no others can be judged."""
    found = cells.year("first"), cells.year("last")
    for column, year, wanted in zip(("first", "last"), found, years, strict=True):
        if 0 < wanted != year > 0:
            cells.fault(column, f"{wanted}, as the plan's years say")
    return found
