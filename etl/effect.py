"""What the figures of an upload would change in what is said of each plan, before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from etl.snapshots import GRADE
from indicators.assessment import assess, assess_all
from indicators.model import UPLOAD, Assessment, Measure, Observation, Plan, Status
from indicators.reporting import resting_on
from indicators.rows.effect import Effect
from indicators.series import build
from indicators.store.reader import Store
from indicators.store.view import plans_of, view


def effect(store: Store, ready: pa.Table, today: date) -> tuple[Effect, ...]:
    """The targets of all plans, in their order, whose verdict, chance, latest value or projection would move.

    `ready` are the rows of an upload as they count (`etl.examine.ready.READY`), `store` the snapshot they
    were checked against. Judged is each target's own area on the figures known today, the new ones among
    them. Only rows that a target rests on become figures, so a million rows of other areas cost nothing.
    """
    plans = plans_of(store).values()
    return tuple(one for plan in plans for one in _moved(plan, store, ready, today))


def between(before: Store, after: Store, today: date) -> tuple[Effect, ...]:
    """The same from two snapshots, for the targets that both know, judged on the figures known on a day.

    Raises StoreDamaged.
    """
    earlier, pairs = plans_of(before), []
    for code, plan in plans_of(after).items():
        if code not in earlier:
            continue
        known = {one.target.number: one for one in _judged(earlier[code], before, today)}
        pairs += [
            Effect(plan, known[one.target.number], one)
            for one in _judged(plan, after, today)
            if one.target.number in known
        ]
    return tuple(one for one in pairs if one.moved)


def _judged(plan: Plan, store: Store, today: date) -> tuple[Assessment, ...]:
    return assess_all(plan, view(store, plan, today).book, today)


def _moved(plan: Plan, store: Store, ready: pa.Table, today: date) -> list[Effect]:
    new = figures(plan, ready, today)
    touched = {one.indicator for one in new}
    targets = [one for one in plan.targets if touched & resting_on(plan, one)]
    if not targets:
        return []
    known = view(store, plan, today)
    after = build((*known.observations, *new), known.book.breaks)
    judged = (
        Effect(plan, *(assess(target, plan, book, today) for book in (known.book, after)))
        for target in targets
    )
    return [one for one in judged if one.moved]


def figures(plan: Plan, ready: pa.Table, today: date) -> tuple[Observation, ...]:
    """The rows that the targets of a plan may rest on, as the store would hold them from today on."""
    needed = set().union(*(resting_on(plan, target) for target in plan.targets))
    seen = pc.and_(_among(ready, "indicator", needed), _among(ready, "area", plan.areas))
    return tuple(_figure(row, today) for row in ready.filter(seen).to_pylist())


def _among(ready: pa.Table, column: str, codes: Collection[str]) -> pa.ChunkedArray:
    return pc.is_in(ready[column].cast(pa.string()), value_set=pa.array(sorted(codes), pa.string()))


def _figure(row: Mapping[str, Any], today: date) -> Observation:
    return Observation(
        indicator=row["indicator"],
        area=row["area"],
        year=row["year"],
        measure=Measure(row["measure"]),
        period_start=row["period_start"],
        value=row["value"],
        found=row["found"],
        status=Status(row["status"]),
        source=UPLOAD,
        grade=GRADE,
        published=today.isoformat(),
        known_from=today,
        note=row["note"] or "",
        flags=frozenset((row["flags"] or "").split(";")) - {""},
    )
