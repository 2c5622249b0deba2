"""What a snapshot says of the future, as the next file of the record; written once, never again."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from etl.gather import Content
from indicators.forecasts import Forecast, as_cells, forecasts_of
from indicators.lookback import look_back
from indicators.projection import METHOD
from indicators.store.ledger import FOLDER, digest, file_name, files, number_of, read_ledger


def implied(content: Content, snapshot: str, today: date) -> tuple[Forecast, ...]:
    """Every plan's forecasts for its own area, from the figures known today."""
    return tuple(
        one
        for plan in content.plans
        for judged in look_back(plan, content.observations, content.breaks, [today])
        for one in forecasts_of(plan, judged, snapshot)
    )


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
    content = {
        "number": number,
        "previous": "".join(digest(path.read_bytes()) for path in earlier),
        "snapshot": snapshot,
        "as_of": today.isoformat(),
        "method": METHOD,
        "forecasts": [as_cells(one) for one in forecasts],
    }
    written = (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
    return warehouse / FOLDER / file_name(number, snapshot, written), written
