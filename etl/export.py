"""Figures of a snapshot → a CSV in the form of the files in data/raw, so that it could be one of them."""

from __future__ import annotations

from datetime import date

from etl.harmonise import COLUMNS
from indicators.model import Observation
from indicators.rows.export import as_csv
from indicators.rows.practice import column
from indicators.store.reader import Store


def export(store: Store, as_of: date, lang: str = "zh") -> bytes:
    """Every figure known on a day, as printed, in a fixed order; invented ones say so in a column more."""
    rows = [row(one) for one in store.observations(as_of)] or [dict.fromkeys(COLUMNS.split(), "")]
    return as_csv(rows, column(lang) if store.practice else {})


def row(one: Observation) -> dict[str, str]:
    """One figure; the day it was known from is stated, for it may be later than the one published."""
    value, _, unit = one.found.partition(" ")
    cells = {
        "indicator": one.indicator,
        "area": one.area,
        "year": str(one.year),
        "measure": one.measure.value,
        "period_start": str(one.period_start or ""),
        "value": value,
        "unit": unit,
        "status": one.status.value,
        "published": one.published,
        "known_from": one.known_from.isoformat(),
        "source": one.source,
        "grade": one.grade,
        "note": one.note,
        "flags": ";".join(sorted(one.flags)),
    }
    return {name: cells[name] for name in COLUMNS.split()}
