"""Publishers' labels and units → catalogue codes and units; whatever is left over is a finding."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from etl.dates import known_from
from etl.readers import RawRow
from indicators.errors import UnknownName
from indicators.model import Area, Fault, Indicator, Measure, Observation, Status
from indicators.tables import Cells
from indicators.units import convert

COLUMNS = (
    "indicator area year measure period_start value unit status published known_from source grade note flags"
)
GRADES = ("A", "B", "C")
FLAGS = {
    "part_year": "covers only part of the year",
    "part_scope": "covers only part of the scope",
    "doubtful": "its year or definition is in doubt; used only where nothing else is there",
    "year_inferred": "the source does not state the year beside the figure",
    "qualitative": "a statement in words recorded as a number",
    "preliminary": "reported, not yet final",
}
RATES = {Measure.GROWTH, Measure.MEAN_GROWTH, Measure.CUT}


class Harmoniser:
    """Knows every indicator, area and source; collects the faults of all rows it is given."""

    def __init__(
        self, indicators: Mapping[str, Indicator], areas: Mapping[str, Area], sources: Collection[str]
    ) -> None:
        self.indicators, self.sources = indicators, set(sources)
        self.codes = {one.code for one in areas.values()}
        self.areas = {name: one.code for one in areas.values() for name in (*one.aliases, one.name, one.code)}
        self.faults: list[Fault] = []

    def observation(self, raw: RawRow, load: str) -> Observation | None:
        """The row as an observation; None (and a fault) where something in it is not understood."""
        before = len(self.faults)
        cells = Cells(raw.file, raw.number, raw.cells, self.faults)
        indicator = self.indicators.get(cells.known("indicator", self.indicators))
        area = self.areas.get(cells.known("area", self.areas), "")
        measure = cells.choice("measure", Measure)
        year = cells.year("year")
        if len(self.faults) > before or indicator is None:
            return None
        value = self._value(cells, indicator, measure)
        found = Observation(
            indicator=indicator.code,
            area=area,
            year=year,
            measure=measure,
            period_start=self._period(cells, measure, year),
            value=value,
            found=f"{cells.text('value')} {cells.text('unit')}".strip(),
            status=cells.choice("status", Status),
            source=cells.known("source", self.sources),
            grade=cells.known("grade", GRADES),
            published=cells.text("published"),
            known_from=self._known_from(cells, year),
            note=cells.text("note"),
            flags=frozenset(cells.all_known("flags", FLAGS)),
            load=load,
        )
        return found if len(self.faults) == before else None

    def _value(self, cells: Cells, indicator: Indicator, measure: Measure) -> float:
        value = cells.number_or_none("value")
        if value is None:
            if not cells.text("value"):
                cells.fault("value", "a number")
            return 0.0
        unit = cells.text("unit")
        rate = measure in RATES or (measure is Measure.WORK_TARGET and unit == "%")
        try:
            converted = convert(value, unit, "%" if rate else indicator.unit)
        except UnknownName:
            cells.fault("unit", f"a unit of {indicator.unit or 'a plain number'}")
            return 0.0
        if measure is Measure.LEVEL and not _within(converted, indicator):
            cells.fault("value", f"{indicator.lower} to {indicator.upper} {indicator.unit}".strip())
        return converted

    def _period(self, cells: Cells, measure: Measure, year: int) -> int | None:
        needs = measure in (Measure.MEAN_GROWTH, Measure.CUMULATIVE)
        if not needs and not cells.text("period_start"):
            return None
        start = cells.year("period_start")
        if start > year:
            cells.fault("period_start", f"a year up to {year}")
        return start

    def _known_from(self, cells: Cells, year: int) -> date:
        stated = cells.text("known_from")
        try:
            return date.fromisoformat(stated) if stated else known_from(cells.text("published"), year)
        except ValueError:
            cells.fault("known_from", "a date YYYY-MM-DD or blank")
            return date.max


def _within(value: float, indicator: Indicator) -> bool:
    low = indicator.lower is None or value >= indicator.lower
    return low and (indicator.upper is None or value <= indicator.upper)
