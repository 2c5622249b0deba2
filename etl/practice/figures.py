"""Invented figures of a plan: levels for every area, so that sums and ratios agree, then their growth.

A total is invented for the plan's area and shared out among its members; what members publish adds up to
the digit. Ratios are computed from the published parts. What does not add up has a course of its own in
every area, near that of the plan's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from etl.practice.recipe import LATEST, YEARS, Recipe, course
from indicators.areas import counted_members
from indicators.model import Aggregation, AreaKind, Indicator, Plan

Years = dict[int, float]
PART = 0.2
"""Share of its hosts' figures that an area counted in others has."""
DRIFT = 0.04
"""Share of an indicator's spread by which its areas part every year."""
INVENTED_FOR = (AreaKind.SCOPE, AreaKind.CITY, AreaKind.MEMBER, AreaKind.COUNTY)


@dataclass(frozen=True)
class World:
    """A plan, the recipes by indicator, and the source of chance: the same seed gives the same world."""

    plan: Plan
    recipes: Mapping[str, Recipe]
    chance: np.random.Generator
    weights: dict[str, float] = field(default_factory=dict)
    """How large an area is beside others, drawn when it is first asked for."""

    def levels(self) -> dict[tuple[str, str], Years]:
        """(indicator, area) → value by year, rounded as published."""
        found: dict[tuple[str, str], Years] = {}
        for one in self.recipes.values():
            indicator = self.plan.indicators[one.indicator]
            adds_up = indicator.aggregation is Aggregation.SUM
            made = self._summed(one, indicator) if adds_up else self._apart(one, indicator)
            found |= {(one.indicator, area): years for area, years in made.items()}
        return found | dict(self._ratios(found))

    def _summed(self, one: Recipe, indicator: Indicator) -> dict[str, Years]:
        """Parts of the whole, each area as the sum of its members; areas drift apart over the years."""
        home = self._home(one.indicator)
        inner = [area.code for area in counted_members(self.plan, home)]
        outer = [code for code in self._leaves() if code not in inner] if home == self.plan.area else []
        whole = course(one, indicator.kind, self.chance)
        sizes = {code: self._weight(code) * self._near(one.spread) for code in (*inner, *outer)}
        drifts = {code: self._near(0.0 if indicator.constant else DRIFT * one.spread) for code in sizes}
        parts: dict[str, Years] = {code: {} for code in sizes}
        for year in YEARS:
            shares = {code: size * drifts[code] ** (year - LATEST) for code, size in sizes.items()}
            own = sum(shares[code] for code in inner)
            for code, share in shares.items():
                parts[code][year] = round(whole[year] * share / own, one.decimals)
        return parts | self._wholes(parts, home, one.decimals)

    def _wholes(self, parts: Mapping[str, Years], home: str, decimals: int) -> dict[str, Years]:
        """Areas with members, and areas counted in others. Where places of their own make the whole, as
        airports do, the plan's area and the city have all of it."""
        areas = {code: self.plan.areas[code] for code in self._areas()}
        wide = [code for code, one in areas.items() if one.kind in (AreaKind.SCOPE, AreaKind.CITY)]
        if home != self.plan.area:
            return dict.fromkeys((home, *wide), _added(parts, list(parts), 1.0, decimals))
        members = {code: [one.code for one in counted_members(self.plan, code)] for code in wide}
        hosted = {code: one.counted_in for code, one in areas.items() if one.counted_in}
        sums = {code: _added(parts, found, 1.0, decimals) for code, found in members.items()}
        return sums | {code: _added(parts, hosts, PART, decimals) for code, hosts in hosted.items()}

    def _apart(self, one: Recipe, indicator: Indicator) -> dict[str, Years]:
        """A course for every area; the plan's own runs exactly as the recipe says."""
        found = {}
        for area in self._areas():
            offset = 0.0 if area == self.plan.area else one.spread * float(self.chance.standard_normal())
            years = course(one, indicator.kind, self.chance, offset)
            highest = float("inf") if indicator.upper is None else indicator.upper
            found[area] = {year: round(min(value, highest), one.decimals) for year, value in years.items()}
        return found

    def _ratios(self, levels: Mapping[tuple[str, str], Years]) -> Iterator[tuple[tuple[str, str], Years]]:
        """Every ratio whose parts are there, as the catalogue computes it."""
        for one in self.plan.indicators.values():
            parts = one.numerator, one.denominator
            if one.aggregation is not Aggregation.RATIO or not {*parts} <= self.recipes.keys():
                continue
            for area in self._areas():
                above, below = (levels[str(part), area] for part in parts)
                years = {year: one.factor * above[year] / below[year] for year in YEARS}
                yield (one.code, area), {year: round(value, one.decimals) for year, value in years.items()}

    def _home(self, indicator: str) -> str:
        """The area that the target on an indicator speaks of: the plan's own, or airports together."""
        asked = (one.area for one in self.plan.targets if one.indicator == indicator)
        return next(asked, self.plan.area)

    def _areas(self) -> list[str]:
        return [code for code, area in self.plan.areas.items() if area.kind in INVENTED_FOR]

    def _leaves(self) -> list[str]:
        areas = (self.plan.areas[code] for code in self._areas())
        kinds = (AreaKind.MEMBER, AreaKind.COUNTY)
        return [one.code for one in areas if one.kind in kinds and not one.counted_in]

    def _weight(self, code: str) -> float:
        if code not in self.weights:
            self.weights[code] = float(self.chance.uniform(0.6, 1.6))
        return self.weights[code]

    def _near(self, spread: float) -> float:
        return float(np.exp(spread * self.chance.standard_normal()))


def _added(parts: Mapping[str, Years], codes: Sequence[str], factor: float, decimals: int) -> Years:
    return {year: round(factor * sum(parts[code][year] for code in codes), decimals) for year in YEARS}
