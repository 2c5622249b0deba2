"""What the checks know: the plans, every name, and the figures in use. One desk a snapshot, kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pyarrow as pa

from etl.examine.history import Usual, usual
from etl.examine.packing import Packing
from etl.examine.stored import Cut, Stored, cuts, stored
from etl.lexicon import Lexicon, lexicon
from indicators.model import Area, Break, Indicator, Plan
from indicators.store.reader import Store
from indicators.store.view import plans_of

HISTORY = 15
"""Years before a plan's base year for which figures are still taken: what its series need."""


@dataclass(frozen=True)
class Desk:
    """The knowledge an upload is checked against; all of it from one snapshot."""

    snapshot: str
    plans: tuple[Plan, ...]
    lexicon: Lexicon
    indicators: tuple[Indicator, ...]
    areas: tuple[Area, ...]
    packing: Packing
    stored: Stored
    cuts: tuple[Cut, ...]
    practice: bool = False

    @classmethod
    def of(cls, store: Store) -> Desk:
        """The desk of a snapshot. Raises StoreDamaged."""
        plans = tuple(plans_of(store).values())
        made = cls.made(plans, store.figures_in_use(), store.breaks(), store.snapshot)
        return replace(made, practice=store.practice)

    @classmethod
    def made(
        cls, plans: Sequence[Plan], figures: pa.Table, breaks: Sequence[Break] = (), snapshot: str = ""
    ) -> Desk:
        """A desk from its parts; `figures` as `Store.figures_in_use` gives them."""
        indicators = {one.code: one for plan in plans for one in plan.indicators.values()}
        areas = {one.code: one for plan in plans for one in plan.areas.values()}
        packing = Packing(len(indicators), len(areas))
        return cls(
            snapshot=snapshot,
            plans=tuple(plans),
            lexicon=lexicon(plans),
            indicators=tuple(indicators.values()),
            areas=tuple(areas.values()),
            packing=packing,
            stored=stored(figures, list(indicators), list(areas), packing),
            cuts=cuts(breaks, _numbered(indicators), _numbered(areas)),
        )

    @cached_property
    def indicator_places(self) -> Mapping[str, int]:
        """Position of each indicator by its code."""
        return _numbered([one.code for one in self.indicators])

    @cached_property
    def area_places(self) -> Mapping[str, int]:
        """Position of each area by its code."""
        return _numbered([one.code for one in self.areas])

    @cached_property
    def usual(self) -> Usual:
        """What each indicator's stored history makes plausible."""
        return usual(self.stored, self.indicators, self.plans, self.cuts)

    def plans_for(self, department: str) -> tuple[Plan, ...]:
        """The plans in which a department answers for something; all of them where none is named."""
        own = tuple(plan for plan in self.plans if department in plan.departments)
        return own or self.plans

    def years(self, department: str) -> tuple[int, int]:
        """First and last year a department may report."""
        plans = self.plans_for(department)
        return min(plan.base_year for plan in plans) - HISTORY, max(plan.target_year for plan in plans)


def _numbered(codes: Iterable[str]) -> dict[str, int]:
    return {code: place for place, code in enumerate(codes)}
