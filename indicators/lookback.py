"""What would have been said on earlier days, from no more than was known then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from indicators.assessment import assess_all
from indicators.model import Assessment, Break, Observation, Plan
from indicators.scope import MAX_HORIZON
from indicators.series import build

BEFORE = 10
"""Years before the base year from which a plan's indicators are tried."""


def look_back(
    plan: Plan,
    observations: Sequence[Observation],
    breaks: Iterable[Break],
    days: Iterable[date],
    *,
    area: str | None = None,
) -> tuple[tuple[Assessment, ...], ...]:
    """The whole plan judged on each of `days`, in their order, by today's method.

    A figure counts from its `known_from` on, so a later revision is not used earlier. Breaks apply on every
    day: that a definition changed is known as soon as the first figure after it is.
    """
    joints = tuple(breaks)

    def judged(day: date) -> tuple[Assessment, ...]:
        book = build((one for one in observations if one.known_from <= day), joints)
        return assess_all(plan, book, day, area=area)

    return tuple(map(judged, days))


def year_ends(plan: Plan, as_of: date) -> tuple[date, ...]:
    """31 December of the base year and of every later year before `as_of`, then `as_of` itself."""
    ends = (date(year, 12, 31) for year in range(plan.base_year, as_of.year + 1))
    return (*(day for day in ends if day < as_of), as_of)


def rehearse(
    plan: Plan, observations: Sequence[Observation], breaks: Iterable[Break]
) -> tuple[Assessment, ...]:
    """What the method would have forecast before the plan began, for the bands alone.

    On 31 December of each of the BEFORE years before the base year, the plan's indicators in its stand-in (or
    its own area where it has none) are projected from the figures then known, as far as a projection goes.
    The plan asked nothing then, so verdicts and chances mean nothing.
    """
    joints, found = tuple(breaks), []
    for year in range(plan.base_year - BEFORE, plan.base_year):
        day = date(year, 12, 31)
        (judged,) = look_back(_as_if(plan, year - 1), observations, joints, (day,))
        found += [one for one in judged if one.projection]
    return tuple(found)


def _as_if(plan: Plan, latest: int) -> Plan:
    """The plan as if it had begun in `latest` and asked its stand-in itself; each series once."""
    place = plan.stand_in or plan.area
    targets = {
        (one.indicator, type(one.basis)): replace(one, area=place) if one.area == plan.area else one
        for one in reversed(plan.targets)
    }
    asked = replace(plan, area=place, stand_in=None, targets=tuple(targets.values()))
    return replace(asked, base_year=latest, target_year=latest + MAX_HORIZON)
