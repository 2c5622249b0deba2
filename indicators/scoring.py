"""A forecast against what happened: one scoring for the backtest and the record.

The Brier score is (chance − outcome)², outcome 1 where the target was met and 0 where it was missed: 0 is
perfect, 0.25 is what "half and half" always gets, lower is better (Brier, Monthly Weather Review 1950).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean

from indicators.forecasts import Forecast, distinct
from indicators.model import Plan, Point, Series, Target, Track
from indicators.scope import Scope, scope
from indicators.series import Book
from indicators.targets import Requirement, uses_index

ENOUGH = 30
"""With fewer outcomes a score is no evidence: a share near 0.8 of 30 is known to ± 14 points (95 %)."""


@dataclass(frozen=True)
class Score:
    """A forecast and what has come of it by now.

    `actual` are the figures since then, on the forecast's scale, by year; `inside` says of each whether it
    lies within the 80 % band, ends included. `met` and `brier` are None until the target year's figure is in.
    `track` is what the figures come from; None where the plan no longer asks for the same. `times` is how
    often the forecast was stated.
    """

    forecast: Forecast
    track: Track | None = None
    actual: Mapping[int, float] = field(default_factory=dict)
    inside: Mapping[int, bool] = field(default_factory=dict)
    met: bool | None = None
    brier: float | None = None
    times: int = 1


@dataclass(frozen=True)
class Summary:
    """How forecasts fared together. `base` is the Brier score of always stating `rate`, the share of targets
    met among those due; `targets` counts the different targets among them. None: nothing to score yet."""

    forecasts: int
    due: int
    targets: int
    brier: float | None
    rate: float | None
    base: float | None
    years: int
    inside: int


def scores(plan: Plan, book: Book, forecasts: Iterable[Forecast]) -> tuple[Score, ...]:
    """Each different forecast of a plan, once, against the figures of `book`."""
    targets = {one.code: one for one in plan.targets}
    return tuple(
        replace(score(plan, book, one, targets.get(one.target)), times=times)
        for one, times in distinct(forecasts).items()
    )


def score(plan: Plan, book: Book, forecast: Forecast, target: Target | None) -> Score:
    """One forecast against the figures of `book`, by its own threshold and direction."""
    if target is None or not _asks_the_same(plan, target, forecast):
        return Score(forecast)
    _, series, track, *_ = _laid(plan, book, forecast, target)
    joined = uses_index(target.basis)
    points = _joined(track, series, forecast) if joined else _unbroken(track, series, forecast)
    since = {one.year: one.value for one in points if one.year > forecast.latest_year}
    inside = {one.year: one.p10 <= since[one.year] <= one.p90 for one in forecast.bands if one.year in since}
    met = _met(forecast, since)
    return Score(forecast, track, since, inside, met, None if met is None else (forecast.chance - met) ** 2)


def summary(scored: Sequence[Score]) -> Summary:
    """All scores in one line."""
    due = [one for one in scored if one.met is not None]
    hits = [hit for one in scored for hit in one.inside.values()]
    rate = _mean(due, lambda one: float(bool(one.met)))
    return Summary(
        forecasts=len(scored),
        due=len(due),
        targets=len({(one.forecast.plan, one.forecast.target) for one in due}),
        brier=_mean(due, lambda one: one.brier or 0.0),
        rate=rate,
        base=None if rate is None else rate * (1 - rate),
        years=len(hits),
        inside=sum(hits),
    )


def _asks_the_same(plan: Plan, target: Target, forecast: Forecast) -> bool:
    return (
        forecast.area_used in plan.areas
        and target.indicator == forecast.indicator
        and type(target.basis).__name__ == forecast.basis
        and plan.indicators[target.indicator].unit == forecast.unit
    )


def _laid(plan: Plan, book: Book, forecast: Forecast, target: Target) -> Scope:
    """The forecast's area and years, whatever area the plan would use by now."""
    then = replace(plan, base_year=forecast.base_year, target_year=forecast.target_year, stand_in=None)
    return scope(book, then, replace(target, area=forecast.area_used), forecast.area_used)


def _unbroken(track: Track, series: Series, forecast: Forecast) -> list[Point]:
    """Levels with no break between them and the forecast's latest figure: beyond one, another thing is
    measured than was forecast."""
    cuts = [one.year for one in series.breaks if one.year > forecast.latest_year]
    return [one for one in (*track.earlier, *track.points) if not cuts or one.year < min(cuts)]


def _joined(track: Track, series: Series, forecast: Forecast) -> tuple[Point, ...]:
    """Points of an index that hangs together with the forecast's latest figure; beyond a break another thing
    is measured, though both indices begin in the same base year."""
    years = [one.year for one in track.points]
    if forecast.latest_year not in years:
        return ()
    cut = any(forecast.latest_year < one.year <= years[-1] for one in series.breaks)
    return () if cut else track.points


def _met(forecast: Forecast, since: Mapping[int, float]) -> bool | None:
    if forecast.target_year not in since:
        return None
    required = Requirement(forecast.goal, forecast.threshold, forecast.strict, forecast.beyond)
    return required.met(since[forecast.target_year], forecast.direction)


def _mean(due: Sequence[Score], of: Callable[[Score], float]) -> float | None:
    return fmean(map(of, due)) if due else None
