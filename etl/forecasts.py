"""What a snapshot says of the future, as the next file of the record; written once, never again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from indicators.forecasts import Forecast, as_cells, forecasts_of
from indicators.lookback import look_back
from indicators.model import Observation, Plan
from indicators.projection import METHOD
from indicators.reporting import resting_on
from indicators.store.ledger import FOLDER, files, read_ledger
from indicators.store.links import as_bytes, digest, file_name, number_of
from indicators.store.reader import Store


def implied(store: Store, plans: Iterable[Plan], today: date) -> tuple[Forecast, ...]:
    """The forecasts of a snapshot's plans for their own areas, from its figures known today."""
    breaks = store.breaks()
    return tuple(
        one
        for plan in plans
        for judged in look_back(plan, _figures(store, plan, today), breaks, [today])
        for one in forecasts_of(plan, judged, store.snapshot)
    )


def _figures(store: Store, plan: Plan, today: date) -> tuple[Observation, ...]:
    """What the targets may rest on: a million rows of other areas or indicators cost nothing."""
    indicators = {code for target in plan.targets for code in resting_on(plan, target)}
    own = {plan.area, *(target.area for target in plan.targets), *([plan.stand_in] if plan.stand_in else ())}
    areas = own | {member for area in own for member in plan.areas[area].members}
    return store.observations(today, areas, indicators)


def next_file(
    warehouse: Path, snapshot: str, today: date, forecasts: tuple[Forecast, ...]
) -> tuple[Path, bytes] | None:
    """The file to add; None where this snapshot has stated its forecasts by this method: the first counts.

    Call it under the writer's lock. Raises OSError where the record cannot be read.
    """
    stated = {(one.snapshot, one.method) for one in read_ledger(warehouse).entries}
    if (snapshot, METHOD) in stated:
        return None
    earlier = files(warehouse)[-1:]
    number = 1 + sum(map(number_of, earlier))
    written = as_bytes(
        {
            "number": number,
            "previous": "".join(digest(path.read_bytes()) for path in earlier),
            "snapshot": snapshot,
            "as_of": today.isoformat(),
            "method": METHOD,
            "forecasts": [as_cells(one) for one in forecasts],
        }
    )
    return warehouse / FOLDER / file_name(number, snapshot, written), written
