"""Every published figure of a series, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.model import Measure, Observation, Series
from indicators.rows.reading import Reading
from indicators.rows.record import column
from indicators.series import COUNTED, LINKS, Book, agree, in_use, key, usable
from indicators.units import MISSING

STATES = ("in_use", "same", "superseded", "never")
"""What can become of a figure."""


def vintages(read: Reading, series: Series) -> list[dict[str, str]]:
    """Every published figure of a series with what became of it, newest year first."""
    used = in_use(series)
    ordered = sorted(
        (*series.vintages, *series.aside),
        key=lambda one: (-one.year, one.measure, one.known_from.toordinal()),
    )
    of_all = {column(read, "indicator"), column(read, "area")}
    rows = [figure_row(read, one, use(one, used.get(key(one)))) for one in ordered]
    return [{name: text for name, text in row.items() if name not in of_all} for row in rows]


def uses(book: Book, observations: Iterable[Observation]) -> list[str]:
    """What became of each figure, in their order."""
    used = {code: in_use(series) for code, series in book.series.items()}
    return [use(one, used[one.indicator, one.area].get(key(one))) for one in observations]


def use(one: Observation, chosen: Observation | None) -> str:
    """What became of a figure: one of STATES."""
    if not usable(one) or one.measure not in COUNTED:
        return "never"
    if one is chosen or chosen is None:
        return "in_use"
    return "same" if agree(one, chosen) else "superseded"


def unit(read: Reading, one: Observation) -> str:
    """The unit of a figure's value: changes are in %, and so are work targets set as a growth."""
    if one.measure in LINKS or (one.measure is Measure.WORK_TARGET and one.found.endswith("%")):
        return "%"
    about = read.plan.indicators[one.indicator]
    return read.pick(about.unit, about.unit_en)


def figure_row(read: Reading, one: Observation, state: str) -> dict[str, str]:
    """One published figure as a row of text."""
    period = f"{one.period_start}—{one.year}" if one.period_start else str(one.year)
    words = {
        "year": period,
        "indicator": read.indicator(one.indicator),
        "area": read.area(one.area),
        "measure": read.say(f"measure.{one.measure}"),
        "found": one.found,
        "status": read.say(f"status.{one.status}"),
        "use": read.say(f"state.{state}"),
        "source": read.source(one),
        "published": one.published or MISSING,
        "grade": one.grade,
        "note": one.note,
    }
    return {column(read, key): text for key, text in words.items()}
