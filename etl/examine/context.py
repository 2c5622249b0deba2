"""What every check is given: the batch, the desk, who uploads for which year, and the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from etl.examine.batch import Batch
from etl.examine.desk import Desk
from etl.examine.packing import MEASURES, Mask, Numbers, Whole
from etl.examine.places import Places, Said
from indicators.model import Indicator, Measure
from indicators.series import LINKS
from indicators.units import MISSING, number

SIGNIFICANT = 6
"""Digits of a value that a finding shows at most, beside those of the catalogue."""


@dataclass
class Context:
    """An upload under examination. `year` is the one chosen for it, None where none is; `wrong` are the rows
    with errors, which count no longer once every row has been looked at by itself."""

    batch: Batch
    desk: Desk
    places: Places
    department: str
    year: int | None
    today: date
    wrong: Mask = field(init=False)
    stated: Mask = field(init=False)

    def __post_init__(self) -> None:
        self.wrong = np.zeros(self.batch.rows, bool)
        self.stated = ~self.batch.missing

    def refuse(self, rows: Mask | Whole) -> None:
        """These rows are in error."""
        self.wrong[rows] = True

    def by_indicator(self, values: list[float]) -> Numbers:
        """A number for each row, given those of the desk's indicators; NaN where none is known."""
        return np.asarray([*values, np.nan], float)[self.batch.indicator]

    def indicator(self, row: int) -> Indicator:
        """The indicator of a row."""
        return self.desk.indicators[int(self.batch.indicator[row])]

    def measure(self, row: int) -> Measure:
        """The measure of a row."""
        return MEASURES[int(self.batch.measure[row])]

    def about(self, row: int, **said: str) -> Said:
        """Whose figure a row holds, and what is said besides. Values are in the unit of the measure."""
        area = self.desk.areas[int(self.batch.area[row])].code
        named = {"indicator": self.indicator(row).code, "area": area, "measure": self.measure(row).value}
        return tuple((named | {"year": str(self.batch.year[row])} | said).items())

    def show(self, row: int, value: float) -> str:
        """A value of a row's indicator and measure as text, without its unit."""
        return shown(value, 1 if self.measure(row) in LINKS else self.indicator(row).decimals)


def shown(value: float, digits: int) -> str:
    """A value with these digits, or as many more as it takes to tell it from another."""
    if not np.isfinite(value):
        return MISSING
    fraction = f"{value:.{SIGNIFICANT}g}".partition(".")[2]
    return number(value, max(digits, len(fraction) if "e" not in fraction else 0))
