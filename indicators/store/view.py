"""One plan as known on one day: everything a page or the command line reads from a snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from indicators import catalogue
from indicators.errors import InputRefused, StoreDamaged
from indicators.model import Observation, Plan, Source
from indicators.rows.reading import Reading
from indicators.series import Book, build
from indicators.store.reader import Store


@dataclass(frozen=True)
class View:
    """A plan, the figures known on `as_of`, and the snapshot both come from."""

    plan: Plan
    book: Book
    observations: tuple[Observation, ...]
    sources: Mapping[str, Source]
    as_of: date
    snapshot: str

    def reading(self, lang: str) -> Reading:
        """The view as a reader of one language sees it."""
        return Reading(self.plan, lang, self.sources)


def open_plan(store: Store, name: str | None) -> Plan:
    """A plan by code or name, the first in order where None.

    Raises UnknownName with the near ones, StoreDamaged where the snapshot's tables are of another version.
    """
    plans = plans_of(store)
    if name is None:
        return next(iter(plans.values()))
    known = {word: plan for plan in plans.values() for word in (plan.name_en, plan.name, plan.code)}
    return catalogue.find("plan", name, known)


def plans_of(store: Store) -> dict[str, Plan]:
    """Every plan of a snapshot by code, in their order. Raises StoreDamaged."""
    try:
        indicators = catalogue.parse_indicators(store.indicator_rows())
        plans = (catalogue.parse_plan(store.tables(code), indicators) for code in store.plans())
        return {plan.code: plan for plan in catalogue.in_order(plans)}
    except (InputRefused, KeyError) as problem:
        raise StoreDamaged(
            f"snapshot {store.snapshot} was built by another version; run `python -m etl build` ({problem})"
        ) from problem


def view(store: Store, plan: Plan, as_of: date) -> View:
    """The figures known on a day, as series: those of the plan's areas and breaks of what it speaks of, for
    plans share the raw files."""
    observations = store.observations(as_of, plan.areas)
    spoken = {one.indicator for one in plan.targets} | {one.indicator for one in observations}
    breaks = [one for one in store.breaks() if one.indicator in spoken and one.area in ("*", *plan.areas)]
    return View(
        plan=plan,
        book=build(observations, breaks),
        observations=observations,
        sources=store.sources(),
        as_of=as_of,
        snapshot=store.snapshot,
    )
