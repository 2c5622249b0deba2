"""An invented forecast, and a record of such forecasts as files; every test changes only what it is about."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from indicators.forecasts import Forecast, as_cells
from indicators.model import Band, Direction, Kind, Verdict
from indicators.store.ledger import FOLDER
from indicators.store.links import digest, file_name

SAID = Forecast(
    plan="plan",
    target="measured",
    number=1,
    indicator="measured",
    unit="%",
    area="region",
    area_used="region",
    basis="Level",
    kind=Kind.SHARE,
    direction=Direction.UP,
    base_year=2020,
    latest_year=2023,
    judging_year=2023,
    target_year=2025,
    goal=70.0,
    threshold=69.5,
    strict=69.5,
    beyond=False,
    as_of=date(2024, 12, 31),
    method="method 1",
    chance=0.7,
    verdict=Verdict.ON_TRACK,
    bands=(Band(2024, 62.0, 64.0, 66.0, 68.0, 70.0), Band(2025, 64.0, 67.0, 70.0, 73.0, 76.0)),
)
"""70 % said of reaching 70 % in 2025: 62 to 70 expected in 2024 and 64 to 76 in 2025 (80 % bands)."""


def said(**changes: Any) -> Forecast:
    return replace(SAID, **changes)


def entry(number: int, previous: str = "", *forecasts: Forecast, **changes: Any) -> tuple[str, bytes]:
    """Name and content of a file of the record."""
    content = {
        "number": number,
        "previous": previous,
        "snapshot": f"snapshot{number}",
        "as_of": "2024-12-31",
        "method": "method 1",
        "forecasts": [as_cells(one) for one in forecasts],
    } | changes
    written = json.dumps(content).encode()
    return file_name(number, str(content["snapshot"]), written), written


def put_on_record(warehouse: Path, *forecasts: Forecast) -> list[Path]:
    """A record with a file for each of the forecasts, linked as it should be."""
    folder = warehouse / FOLDER
    folder.mkdir(parents=True)
    previous, paths = "", []
    for number, one in enumerate(forecasts, start=1):
        name, content = entry(number, previous, one)
        (folder / name).write_bytes(content)
        previous, paths = digest(content), [*paths, folder / name]
    return paths
