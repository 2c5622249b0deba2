"""An invented plan for the tests of the domain: a region of two districts and a park, and the city that
stands in for it. One indicator, `measured`; `part` and `whole` make it a ratio where a test needs one.
Every test changes only what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from indicators.assessment import assess
from indicators.model import (
    Aggregation,
    Area,
    AreaKind,
    Assessment,
    Basis,
    Break,
    Direction,
    Indicator,
    Kind,
    Level,
    Measure,
    Observation,
    Plan,
    Series,
    Status,
    Target,
    Track,
)
from indicators.series import build
from indicators.targets import requirement
from indicators.tracks import lay

AMOUNT = Indicator(
    code="measured",
    name="旅客量",
    name_en="Passengers",
    unit="万人次",
    unit_en="10,000 trips",
    kind=Kind.AMOUNT,
    direction=Direction.UP,
    decimals=2,
    lower=None,
    upper=None,
    aggregation=Aggregation.SUM,
    numerator=None,
    denominator=None,
    factor=1.0,
    constant=False,
    slack=0.0,
    growth_first=False,
    pandemic=False,
    aliases=(),
    definition="",
    definition_en="",
)
SHARE = replace(AMOUNT, unit="%", unit_en="%", kind=Kind.SHARE, aggregation=Aggregation.NONE)
RATIO = replace(AMOUNT, unit="", unit_en="", kind=Kind.RATIO, aggregation=Aggregation.NONE)
OF_PARTS = replace(SHARE, aggregation=Aggregation.RATIO, numerator="part", denominator="whole", factor=100.0)
"""`measured` = 100 · part / whole."""
PART, WHOLE = replace(AMOUNT, code="part"), replace(AMOUNT, code="whole")

TARGET = Target(
    number=1,
    code="measured",
    name="旅客量",
    name_en="Passengers",
    short="旅客量",
    short_en="Passengers",
    dimension="strength",
    indicator="measured",
    area="region",
    basis=Level(70.0, 0, 0.0),
    direction=Direction.UP,
    approximate=False,
    unit="万人次",
    unit_en="10,000 trips",
    lead="office",
    joint=(),
    wording="达到70万人次",
)
PLAN = Plan(
    code="plan",
    name="规划",
    name_en="Plan",
    document="",
    url="",
    base_year=2020,
    target_year=2025,
    area="region",
    stand_in="city",
    report_due="01-20",
    targets=(TARGET,),
    departments={},
    dimensions={},
    areas={
        code: Area(code, code, code, AreaKind(kind), None, members, counted_in, ())
        for code, kind, members, counted_in in (
            ("region", "scope", ("north", "south", "park"), ()),
            ("north", "member", (), ()),
            ("south", "member", (), ()),
            ("park", "member", (), ("north",)),
            ("city", "city", (), ()),
        )
    },
    indicators={one.code: one for one in (AMOUNT, PART, WHOLE)},
    consistency=(),
)
AS_OF = date(2026, 6, 30)


def plan(*definitions: Indicator, **changes: Any) -> Plan:
    """The plan with other definitions of its indicators."""
    return replace(PLAN, indicators=PLAN.indicators | {one.code: one for one in definitions}, **changes)


def plan_of_three(*definitions: Indicator) -> Plan:
    """The plan with a third district, so that two of them are a partial sum."""
    east = replace(PLAN.areas["north"], code="east")
    region = replace(PLAN.areas["region"], members=("north", "south", "east", "park"))
    return plan(*definitions, areas=PLAN.areas | {"east": east, "region": region})


def target(basis: Basis, direction: Direction = Direction.UP, **changes: Any) -> Target:
    return replace(TARGET, basis=basis, direction=direction, **changes)


def figure(year: int, value: float, **changes: Any) -> Observation:
    """A published level of `measured` in the region, known from March of the next year."""
    one = Observation(
        indicator="measured",
        area="region",
        year=year,
        measure=Measure.LEVEL,
        period_start=None,
        value=value,
        found=str(value),
        status=Status.PUBLISHED,
        source="yearbook",
        grade="A",
        published=f"{year + 1}-03-01",
        known_from=date(year + 1, 3, 1),
    )
    return replace(one, **changes)


def levels(values: Mapping[int, float], **changes: Any) -> list[Observation]:
    return [figure(year, value, **changes) for year, value in values.items()]


def growth(values: Mapping[int, float], **changes: Any) -> list[Observation]:
    """Yearly growth in %."""
    return levels(values, measure=Measure.GROWTH, **changes)


def mean_growth(first: int, last: int, rate: float, **changes: Any) -> Observation:
    """Mean growth in % a year over first…last."""
    return figure(last, rate, measure=Measure.MEAN_GROWTH, period_start=first, **changes)


def cuts(values: Mapping[int, float], **changes: Any) -> list[Observation]:
    """Yearly cuts in %."""
    return levels(values, measure=Measure.CUT, **changes)


def cumulative_cut(first: int, last: int, cut: float, **changes: Any) -> Observation:
    """A cut in % over first…last together."""
    return figure(last, cut, measure=Measure.CUMULATIVE_CUT, period_start=first, **changes)


def breaks(*years: int, area: str = "*", indicator: str = "measured") -> list[Break]:
    return [Break(indicator, area, year, "definition", "口径调整", "New definition") for year in years]


def series(observations: Iterable[Observation], broken: Iterable[Break] = ()) -> Series:
    """The series of `measured` in the region."""
    return build(observations, broken).get("measured", "region")


def track(
    observations: Iterable[Observation],
    basis: Basis,
    direction: Direction = Direction.UP,
    indicator: Indicator = AMOUNT,
    broken: Iterable[Break] = (),
) -> Track:
    """The region's series laid against a target."""
    aim = target(basis, direction)
    return lay(series(observations, broken), aim, plan(indicator), requirement(basis, direction))


def judged(
    observations: Iterable[Observation],
    basis: Basis,
    direction: Direction = Direction.UP,
    indicator: Indicator = AMOUNT,
    *,
    broken: Iterable[Break] = (),
    as_of: date = AS_OF,
    known: Plan | None = None,
    **options: Any,
) -> Assessment:
    """The assessment of a target on these figures, under `known` or the plan; `options` go to `assess`."""
    book = build(observations, broken)
    return assess(target(basis, direction), known or plan(indicator), book, as_of, **options)


def years(points: Iterable[Any]) -> list[int]:
    return [point.year for point in points]


def values(points: Iterable[Any]) -> dict[int, float]:
    return {point.year: point.value for point in points}
