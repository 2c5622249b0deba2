"""Publishers' labels and units → catalogue codes and units; whatever is left over is a fault."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from etl.dates import known_from
from indicators.errors import UnknownName
from indicators.model import Area, Fault, Indicator, Measure, Observation, Status
from indicators.series import CUTS, GRADES, LINKS, PERIODS
from indicators.tables import Cells
from indicators.units import convert

COLUMNS = (
    "indicator area year measure period_start value unit status published known_from source grade note flags"
)
FLAGS = {
    "part_year": "covers only part of the year",
    "part_scope": "covers only part of the scope",
    "doubtful": "its year or definition is in doubt; used only where nothing else is there",
    "year_inferred": "the source does not state the year beside the figure",
    "qualitative": "a statement in words recorded as a number",
    "preliminary": "reported, not yet final",
    "approximate": "said to be about so much (约), not to the last digit printed",
}
WHOLE = 100.0
"""Percent: nothing shrinks by this much or more in a year."""


class Harmoniser:
    """Knows every indicator, area and source by all their names; notes in `faults` what it does not know."""

    def __init__(
        self,
        indicators: Mapping[str, Indicator],
        areas: Mapping[str, Area],
        sources: Collection[str],
        faults: list[Fault],
    ) -> None:
        self.sources, self.faults = set(sources), faults
        self.indicators = {
            name: one for one in indicators.values() for name in (*one.aliases, one.name, one.code)
        }
        self.areas = {name: one.code for one in areas.values() for name in (*one.aliases, one.name, one.code)}

    def observation(self, cells: Cells, load: str) -> Observation | None:
        """The row as an observation; None (and a fault) where something in it is not understood."""
        before = len(self.faults)
        indicator = self.indicators.get(cells.known("indicator", self.indicators))
        area = self.areas.get(cells.known("area", self.areas), "")
        measure = cells.choice("measure", Measure)
        year = cells.year("year")
        if len(self.faults) > before or indicator is None:
            return None
        found = Observation(
            indicator=indicator.code,
            area=area,
            year=year,
            measure=measure,
            period_start=_period(cells, measure, year),
            value=_value(cells, indicator, measure),
            found=f"{cells.text('value')} {cells.text('unit')}".strip(),
            status=cells.choice("status", Status),
            source=cells.known("source", self.sources),
            grade=cells.known("grade", GRADES),
            published=cells.text("published"),
            known_from=_known_from(cells, year),
            note=cells.text("note"),
            flags=frozenset(cells.all_known("flags", FLAGS)),
            load=load,
        )
        return found if len(self.faults) == before else None


def _value(cells: Cells, indicator: Indicator, measure: Measure) -> float:
    if not cells.text("value"):
        cells.fault("value", "a number")
    value, unit = cells.number_or_none("value"), cells.text("unit")
    rate = measure in LINKS or (measure is Measure.WORK_TARGET and unit == "%")
    wanted = "%" if rate else indicator.unit
    try:
        converted = convert(value or 0.0, unit, wanted)
    except UnknownName:
        cells.fault("unit", f"{wanted or 'no unit'}, or another unit of the same kind")
        return 0.0
    if measure is Measure.LEVEL and not _within(converted, indicator):
        cells.fault("value", _bounds(indicator))
    if measure in LINKS and (converted if measure in CUTS else -converted) >= WHOLE:
        cells.fault("value", f"a fall of less than {WHOLE:g} %")
    return converted


def _within(value: float, indicator: Indicator) -> bool:
    low = indicator.lower is None or value >= indicator.lower
    return low and (indicator.upper is None or value <= indicator.upper)


def _bounds(indicator: Indicator) -> str:
    ends = (("from", indicator.lower), ("to", indicator.upper))
    said = [f"{word} {end:g}" for word, end in ends if end is not None]
    return " ".join([*said, indicator.unit]).strip()


def _period(cells: Cells, measure: Measure, year: int) -> int | None:
    needed = measure in PERIODS
    if not needed and not cells.text("period_start"):
        return None
    start = cells.year("period_start")
    if start > year:
        cells.fault("period_start", f"a year up to {year}")
    return start


def _known_from(cells: Cells, year: int) -> date:
    stated, published = cells.text("known_from"), cells.text("published")
    try:
        return date.fromisoformat(stated) if stated else known_from(published, year)
    except ValueError:
        cells.fault("known_from" if stated else "published", "a date of the calendar, YYYY-MM-DD")
        return date.max
