"""Which figures a department reports: one rule for the template and for the check of what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from indicators.model import (
    AssignedLater,
    CumulativeCut,
    Indicator,
    Level,
    MeanGrowth,
    Measure,
    Plan,
    Qualitative,
    RelativeGrowth,
    Target,
)
from indicators.targets import than


class Needed(NamedTuple):
    """A figure that a target rests on every year."""

    indicator: str
    area: str
    measure: Measure


def reportable(plan: Plan, department: str) -> tuple[str, ...]:
    """Codes of the indicators that a department may report, in the order of its targets.

    Those of targets it leads or shares, each followed by the parts it is computed from: whoever answers for
    a ratio knows its numerator and denominator. Without a department ("") every indicator of the catalogue.
    """
    if not department:
        return tuple(plan.indicators)
    asked = (plan.indicators[one.indicator] for one in plan.targets if answers(one, department))
    return tuple(dict.fromkeys(code for one in asked for code in _with_parts(plan, one)))


def answers(target: Target, department: str) -> bool:
    """Whether a department leads a target or shares it; every one does where none is named ("")."""
    return not department or department == target.lead or department in target.joint


def needed(plan: Plan, department: str) -> tuple[Needed, ...]:
    """What the targets of a department rest on each year, in their order, nothing twice.

    For a target of the plan's area its stand-in reports as well. What never changes (a land area) is known.
    """
    asked = (one for one in plan.targets if answers(one, department))
    found = (one for target in asked for one in _resting(plan, target))
    return tuple(dict.fromkeys(one for one in found if not plan.indicators[one.indicator].constant))


def resting_on(plan: Plan, target: Target) -> set[str]:
    """Codes of every indicator whose figures can move the verdict of a target."""
    other = than(target.basis)
    own = _with_parts(plan, plan.indicators[target.indicator])
    return {*own, *(_with_parts(plan, plan.indicators[other]) if other else ())}


def _resting(plan: Plan, target: Target) -> Iterator[Needed]:
    indicator = plan.indicators[target.indicator]
    parts = _with_parts(plan, indicator)[1:]
    for area in _areas(plan, target):
        yield from (Needed(indicator.code, area, one) for one in measures(target, indicator))
        if Measure.LEVEL in measures(target, indicator):
            yield from (Needed(code, area, Measure.LEVEL) for code in parts)
        if other := than(target.basis):
            yield Needed(other, area, Measure.GROWTH)


def _areas(plan: Plan, target: Target) -> tuple[str, ...]:
    stand_in = plan.stand_in if target.area == plan.area else None
    return (target.area, stand_in) if stand_in else (target.area,)


def measures(target: Target, indicator: Indicator) -> tuple[Measure, ...]:
    """The kinds of yearly figures on which a target is judged, the preferred first.

    Growth can be had from levels too, save where published growth at comparable prices outranks them.
    """
    match target.basis:
        case CumulativeCut() | AssignedLater():
            return (Measure.CUT,)
        case MeanGrowth() | RelativeGrowth() | Qualitative(growth=True):
            return (Measure.GROWTH,) if indicator.growth_first else (Measure.LEVEL, Measure.GROWTH)
        case Level() | Qualitative():
            return (Measure.LEVEL,)


def _with_parts(plan: Plan, indicator: Indicator) -> list[str]:
    """The indicator, then its numerator and denominator and what these are computed from."""
    parts = [plan.indicators[code] for code in (indicator.numerator, indicator.denominator) if code]
    return [indicator.code, *(code for part in parts for code in _with_parts(plan, part))]
