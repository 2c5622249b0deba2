"""What was said of a target on a day, kept so that it can be held against what happened (预测存证)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from math import isfinite
from typing import Any

from indicators.model import Assessment, Band, Direction, Kind, Plan, Verdict
from indicators.targets import requirement

DIGITS = 9
"""Significant digits kept of what was computed: beyond them machines disagree. Thresholds are kept whole."""


@dataclass(frozen=True)
class Forecast:
    """One forecast, readable without the plan it speaks of.

    `bands`, `goal`, `threshold` and `strict` are on the track's scale: the indicator's unit for the basis
    `Level`, an index with base year = 100 for the others. `chance` is 0–1, unclipped; `verdict` follows from
    it. `threshold` is the goal with its tolerance, what decides; `strict` is the goal without. `beyond`: the
    threshold itself is not enough.
    """

    plan: str
    target: str
    number: int
    indicator: str
    unit: str
    area: str
    area_used: str
    basis: str
    kind: Kind
    direction: Direction
    base_year: int
    latest_year: int
    judging_year: int
    target_year: int
    goal: float
    threshold: float
    strict: float
    beyond: bool
    as_of: date
    method: str
    chance: float
    verdict: Verdict
    bands: tuple[Band, ...]
    snapshot: str = ""


def forecasts_of(plan: Plan, assessments: Iterable[Assessment], snapshot: str = "") -> tuple[Forecast, ...]:
    """The forecasts among assessments: what is final or cannot be judged states none."""
    return tuple(one for each in assessments if (one := _forecast(plan, each, snapshot)))


def distinct(forecasts: Iterable[Forecast]) -> dict[Forecast, int]:
    """The first statement of each forecast, and how often it was stated: said again on a later day from the
    same figures, it is no further evidence."""
    first: dict[Forecast, Forecast] = {}
    times: dict[Forecast, int] = {}
    for one in forecasts:
        said = first.setdefault(replace(one, as_of=date.min, judging_year=0, snapshot=""), one)
        times[said] = times.get(said, 0) + 1
    return times


def as_cells(one: Forecast) -> dict[str, Any]:
    """A forecast as JSON holds it; the snapshot is named once for all of its forecasts."""
    cells = asdict(one) | {"as_of": one.as_of.isoformat()}
    del cells["snapshot"]
    return cells


def from_cells(cells: Mapping[str, Any], snapshot: str) -> Forecast:
    """A forecast from JSON. Raises KeyError, TypeError or ValueError where it is not whole."""
    known = {
        field.name: READ[str(field.type)](cells[field.name])
        for field in fields(Forecast)
        if field.name != "snapshot"
    }
    return Forecast(**known, snapshot=snapshot)


def _exactly(kind: type) -> Callable[[Any], Any]:
    """Takes a value of one type, as it is."""

    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return read


def _finite(value: Any) -> float:
    if not isfinite(value):
        raise ValueError(f"{value!r} is no number")
    return float(value)


def _bands(cells: Any) -> tuple[Band, ...]:
    if not cells:
        raise ValueError("no year is forecast")
    names = [field.name for field in fields(Band) if field.name != "year"]
    return tuple(Band(_exactly(int)(one["year"]), *(_finite(one[name]) for name in names)) for one in cells)


READ: Mapping[str, Callable[[Any], Any]] = {
    **{kind.__name__: _exactly(kind) for kind in (str, int, bool)},
    **{kind.__name__: kind for kind in (Kind, Direction, Verdict)},
    "float": _finite,
    "date": date.fromisoformat,
    "tuple[Band, ...]": _bands,
}
"""How each type of field is read from JSON."""


def _forecast(plan: Plan, one: Assessment, snapshot: str) -> Forecast | None:
    required = requirement(one.target.basis, one.target.direction)
    track, projected = one.track, one.projection
    if track is None or projected is None or required is None or one.chance is None:
        return None
    return Forecast(
        plan=plan.code,
        target=one.target.code,
        number=one.target.number,
        indicator=one.target.indicator,
        unit=plan.indicators[one.target.indicator].unit,
        area=one.area,
        area_used=one.area_used,
        basis=type(one.target.basis).__name__,
        kind=track.kind,
        direction=track.direction,
        base_year=track.base_year,
        latest_year=track.points[-1].year,
        judging_year=one.judging_year,
        target_year=track.target_year,
        **asdict(required),
        as_of=one.as_of,
        method=projected.method,
        chance=_kept(one.chance),
        verdict=one.verdict,
        bands=tuple(_rounded(band) for band in projected.bands),
        snapshot=snapshot,
    )


def _rounded(band: Band) -> Band:
    ends = (band.p10, band.p25, band.median, band.p75, band.p90)
    return Band(band.year, *map(_kept, ends))


def _kept(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
