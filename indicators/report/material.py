"""What every report is made from: one plan as judged on one day, for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indicators.model import Assessment, Observation
from indicators.rows.reading import Reading
from indicators.series import Book


@dataclass(frozen=True)
class Material:
    """A plan's assessments and the figures behind them; both come from one snapshot.

    `assessments` are all of the plan's, for one area and judging year. `fared` are sentences on how the
    forecasts have done so far, empty where nobody asked.
    """

    read: Reading
    assessments: tuple[Assessment, ...]
    book: Book
    observations: tuple[Observation, ...]
    as_of: date
    snapshot: str
    fared: tuple[str, ...] = ()
