"""The tables of a target with the numbers behind their texts, for programs that calculate with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from indicators.model import Assessment
from indicators.rows.headline import shortfall
from indicators.rows.reading import Reading
from indicators.rows.record import DIGITS, column, flat, record
from indicators.rows.shapes import Rung, Trajectory
from indicators.rows.trajectory import trajectory, years
from indicators.units import MINUS, number

NUMERAL = re.compile(r"([−+]?)(\d+(?:\.(\d+))?)")
PERCENT = "%"
OF_RECORD = {
    "number": "number",
    "latest": "latest_value",
    "year": "latest_year",
    "target": "target_value",
    "schedule_gap": "schedule_gap",
    "required_pace": "required_pace",
    "actual_pace": "actual_pace",
    "best_pace": "best_pace",
}
"""Columns of a target's row and the fields of its record that they show."""
COUNTED = (*OF_RECORD, "chance", "projected", "shortfall")
"""Columns of a target's row that show numbers."""
YEARLY = ("value", "path", "median", "low80", "high80", "low50", "high50")
"""Columns of a target's years that hold its values."""


@dataclass(frozen=True)
class Quantity:
    """A text that shows a number: `before`, the sign, the digits and `after` make it up.

    `value` is the number in full, in the unit of the text; of a `share` it is 0–1 and the text in %.
    """

    text: str
    value: float
    before: str
    sign: str
    digits: int
    after: str
    share: bool = False


def quantity(text: str, value: float | None, *, share: bool = False) -> Quantity | None:
    """A text with the number it shows; None where it shows another or none: `—`, `<2%`, `无`, words."""
    found = NUMERAL.search(text)
    if value is None or found is None:
        return None
    sign, plain, decimals = found.groups(default="")
    before, after, digits = text[: found.start()], text[found.end() :], len(decimals)
    if number(abs(100 * value if share else value), digits) != plain:
        return None
    if share and (before or after != PERCENT):
        return None
    return Quantity(text, value, before, sign, digits, after, share)


def of(text: str, value: float | None) -> str | Quantity:
    """The text with its number where it shows that, else the text alone."""
    return quantity(text, value) or text


def measured(read: Reading, one: Assessment, snapshot: str) -> dict[str, str | Quantity]:
    """The row of `record.flat` with the numbers of `record.record` behind it."""
    shown, found = flat(read, one, snapshot), record(read, one, snapshot)
    values = {key: found[field] for key, field in OF_RECORD.items()}
    values |= {"projected": _last_median(found), "shortfall": _tidy(shortfall(one))}
    numbers = {column(read, key): value for key, value in values.items()}
    chance = column(read, "chance")
    return {
        name: (quantity(text, found["chance"], share=True) or text)
        if name == chance
        else of(text, numbers.get(name))
        for name, text in shown.items()
    }


def rung_values(read: Reading, one: Assessment, rung: Rung) -> dict[str, str | Quantity]:
    """What a rung of the ladder writes at its marks, in the target's own unit."""
    found = record(read, one, "")
    told = {
        "latest": of(rung.latest_label, found["latest_value"]),
        "target": of(rung.target_label, found["target_value"]),
        "projected": of(rung.projected_label, _last_median(found)),
    }
    return {column(read, key): entry for key, entry in told.items()}


def yearly(read: Reading, one: Assessment) -> list[dict[str, str | Quantity]]:
    """`trajectory.years` with every year from the first to the last and all columns, the target's value too.

    Blank where there is nothing; empty for a target that has nothing to draw.
    """
    drawn, shown = trajectory(read, one), years(read, one)
    if drawn is None or not shown:
        return []
    year = column(read, "year")
    sample = _sample(shown, year)
    values = {column(read, key): found for key, found in _by_year(drawn).items()}
    values[read.say("workbook.goal")] = {} if drawn.target is None else {drawn.target_year: drawn.target}
    span = range(int(shown[0][year]), int(shown[-1][year]) + 1)
    return [
        {year: of(str(each), each)}
        | {name: _like(sample, found[each]) if each in found else "" for name, found in values.items()}
        for each in span
    ]


def _by_year(drawn: Trajectory) -> dict[str, dict[int, float]]:
    """The values of YEARLY by year; the fan without the latest observation, from which it is drawn."""
    fan = drawn.fan[1:]
    return {
        "value": {one.year: one.value for one in (*drawn.earlier, *drawn.history)},
        "path": dict(drawn.required),
        "median": {one.year: one.median for one in fan},
        "low80": {one.year: one.p10 for one in fan},
        "high80": {one.year: one.p90 for one in fan},
        "low50": {one.year: one.p25 for one in fan},
        "high50": {one.year: one.p75 for one in fan},
    }


def _sample(shown: list[dict[str, str]], year: str) -> Quantity:
    """How the values of a track are written: the first of them, whichever number it shows."""
    for row in shown:
        for name, text in row.items():
            if name != year and (found := NUMERAL.search(text)):
                return Quantity(text, 0.0, "", "", len(found[3] or ""), text[found.end() :])
    return Quantity("", 0.0, "", "", 0, "")


def _like(sample: Quantity, value: float) -> Quantity:
    """Another value written like the sample."""
    kept = round(value, DIGITS)
    plain = number(kept, sample.digits)
    sign = MINUS if plain.startswith(MINUS) else ""
    return replace(sample, text=f"{plain}{sample.after}", value=kept, sign=sign)


def _last_median(found: Mapping[str, Any]) -> float | None:
    bands = [*found["projected"].values()]
    return bands[-1]["median"] if bands else None


def _tidy(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
