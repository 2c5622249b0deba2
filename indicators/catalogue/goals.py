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
    Qualitative,
    RelativeGrowth,
    Target,
)
from indicators.tables import Cells
from indicators.targets import default_tolerance, uses_index

Years = tuple[int, int]
"""First and last year of a plan's period, both included; 0 where it is not known."""


class BasisWord(StrEnum):
    """How targets.csv names a basis."""

    LEVEL = "level"
    MEAN_GROWTH = "mean_growth"
    CUMULATIVE_CUT = "cumulative_cut"
    RELATIVE_GROWTH = "relative_growth"
    QUALITATIVE = "qualitative"


class Comparator(StrEnum):
    """How targets.csv names a comparator.

    `above`: more than the growth it is compared with; `assigned`: the value is still to come from above;
    `none`: there is no number to compare with.
    """

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOVE = "above"
    ASSIGNED = "assigned"
    NONE = "none"


COMPARATORS: Mapping[BasisWord, tuple[Comparator, ...]] = {
    BasisWord.LEVEL: (Comparator.AT_LEAST, Comparator.AT_MOST),
    BasisWord.MEAN_GROWTH: (Comparator.AT_LEAST, Comparator.AT_MOST),
    BasisWord.CUMULATIVE_CUT: (Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.ASSIGNED),
    BasisWord.RELATIVE_GROWTH: (Comparator.AT_LEAST, Comparator.ABOVE),
    BasisWord.QUALITATIVE: (Comparator.NONE,),
}
"""What can be said of each basis."""
VALUELESS: Mapping[Comparator, str] = {
    Comparator.ASSIGNED: "while the value is still to be assigned",
    Comparator.NONE: "where the plan gives no number",
}


def target(
    cells: Cells, known: Mapping[str, AbstractSet[str]], indicators: Mapping[str, Indicator], years: Years
) -> Target:
    """A row of targets.csv; `known` are the codes each reference may name, `years` those of the plan."""
    indicator = indicators.get(cells.known("indicator", known["indicator"]))
    comparator = cells.choice("comparator", Comparator)
    approximate = cells.yes("approximate")
    kind = indicator.kind if indicator else Kind.RATIO
    basis = _basis(cells, comparator, kind, years, known["indicator"], approximate=approximate)
    rate = uses_index(basis)
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
    match basis:
        case AssignedLater() | CumulativeCut() | Qualitative():
            return indicator.direction if indicator else Direction.UP
        case Level() | MeanGrowth() | RelativeGrowth():
            return Direction.DOWN if comparator is Comparator.AT_MOST else Direction.UP


def _basis(
    cells: Cells,
    comparator: Comparator,
    kind: Kind,
    years: Years,
    codes: AbstractSet[str],
    *,
    approximate: bool,
) -> Basis:
    word = cells.choice("basis", BasisWord)
    if comparator not in COMPARATORS[word]:
        cells.fault("comparator", f"{' | '.join(COMPARATORS[word])} for {word}")
    other = _other(cells, word, codes)
    value, digits = _value(cells, word, comparator)
    tolerance = _tolerance(cells, word, kind, value, approximate=approximate)
    match word:
        case BasisWord.LEVEL:
            return Level(value, digits, tolerance)
        case BasisWord.MEAN_GROWTH:
            return MeanGrowth(value, digits, tolerance, *_period(cells, years))
        case BasisWord.CUMULATIVE_CUT if comparator is Comparator.ASSIGNED:
            return AssignedLater(*_period(cells, years))
        case BasisWord.CUMULATIVE_CUT:
            return CumulativeCut(value, digits, *_period(cells, years))
        case BasisWord.RELATIVE_GROWTH:
            strictly = comparator is Comparator.ABOVE
            return RelativeGrowth(other, tolerance, strictly, *_period(cells, years))
        case BasisWord.QUALITATIVE:
            return _qualitative(cells, years)


def _qualitative(cells: Cells, years: Years) -> Qualitative:
    """Words about growth name its years, words about levels none."""
    growth = bool(cells.text("first") or cells.text("last"))
    if growth:
        _period(cells, years)
    return Qualitative(growth)


def _other(cells: Cells, word: BasisWord, codes: AbstractSet[str]) -> str:
    """The indicator whose growth is the measure of a relative one; no other basis has any."""
    relative = word is BasisWord.RELATIVE_GROWTH
    if cells.text("than") and not relative:
        cells.fault("than", "blank, as nothing is compared")
    elif relative and cells.text("than") == cells.text("indicator"):
        cells.fault("than", "another indicator than the target's own")
    return cells.known("than", codes, blank=not relative)


def _value(cells: Cells, word: BasisWord, comparator: Comparator) -> tuple[float, int]:
    """The number and its digits; 0 where there is none to give."""
    written = cells.text("value")
    if comparator in VALUELESS or word is BasisWord.RELATIVE_GROWTH:
        if written:
            cells.fault("value", f"blank {VALUELESS.get(comparator, 'for a growth compared with another')}")
        return 0.0, 0
    value = cells.number_or_none("value")
    if not written:
        cells.fault("value", "a number (or comparator `assigned`)")
    return value or 0.0, len(written.partition(".")[2])


def _tolerance(cells: Cells, word: BasisWord, kind: Kind, value: float, *, approximate: bool) -> float:
    stated = cells.number_or_none("tolerance")
    if stated is not None or not approximate:
        return stated or 0.0
    growth = word in (BasisWord.MEAN_GROWTH, BasisWord.RELATIVE_GROWTH)
    return default_tolerance(kind, value, growth=growth)


def _period(cells: Cells, years: Years) -> Years:
    """First and last year over which a growth or a cut counts: an index is laid over the plan's years, so
    no others can be judged."""
    found = cells.year("first"), cells.year("last")
    for column, year, wanted in zip(("first", "last"), found, years, strict=True):
        if 0 < wanted != year > 0:
            cells.fault(column, f"{wanted}, as the plan's years say")
    return found
