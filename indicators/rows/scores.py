"""Forecasts and what came of them as rows: one table and one set of sentences for backtest and record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indicators.forecasts import as_cells
from indicators.model import Target, Track, Verdict
from indicators.rows.reading import Reading
from indicators.rows.record import column
from indicators.scoring import ENOUGH, Score, Summary, summary
from indicators.tracks import in_words
from indicators.units import MISSING, number, show


def table(read: Reading, scored: Sequence[Score]) -> list[dict[str, str]]:
    """A row a forecast, by target and then by day."""
    targets = {one.code: one for one in read.plan.targets}
    ordered = sorted(scored, key=lambda one: (one.forecast.number, one.forecast.as_of))
    return [_row(read, one, targets.get(one.forecast.target)) for one in ordered]


def sentences(read: Reading, scored: Sequence[Score]) -> list[str]:
    """How the forecasts fared, the score beside that of always stating the base rate, and a warning where
    this is too little to mean anything."""
    found = summary(scored)
    told = [_decided(read, found) if found.due else read.say("scored.none_due"), bands(read, found)]
    return told + ([read.say("scored.few")] if found.targets < ENOUGH else [])


def bands(read: Reading, found: Summary) -> str:
    """How many of the values that have come lay inside the 80 % band."""
    if not found.years:
        return read.say("scored.no_bands")
    return read.say(
        "scored.bands", years=found.years, inside=found.inside, share=share(found.inside / found.years)
    )


def share(part: float) -> str:
    """A share as whole percent."""
    return show(100 * part, "%", 0)


def cells(one: Score) -> dict[str, Any]:
    """A forecast as it was recorded, with its score; `outcome` is met, missed, open or void."""
    return {
        **as_cells(one.forecast),
        "snapshot": one.forecast.snapshot,
        "times": one.times,
        "outcome": outcome(one),
        "brier": one.brier,
        "actual": {str(year): value for year, value in one.actual.items()},
        "inside_80": {str(year): hit for year, hit in one.inside.items()},
    }


def outcome(one: Score) -> str:
    """`open` until the target year's figure is in; `void` where none comparable will come."""
    if one.met is not None:
        return "met" if one.met else "missed"
    past = one.track is None or one.track.points and one.track.points[-1].year >= one.forecast.target_year
    return "void" if past else "open"


def _decided(read: Reading, found: Summary) -> str:
    return read.say(
        "scored.due",
        due=found.due,
        targets=found.targets,
        brier=_scored(found.brier),
        rate=share(found.rate or 0.0),
        base=_scored(found.base),
    )


def _row(read: Reading, one: Score, target: Target | None) -> dict[str, str]:
    forecast = one.forecast
    words = {
        "number": str(forecast.number),
        "name": read.name(target) if target else forecast.target,
        "said": forecast.as_of.isoformat(),
        "times": str(one.times),
        "year": str(forecast.latest_year),
        "chance": read.chance(forecast.chance),
        "verdict": read.verdict(forecast.verdict),
        "range80": _range(read, one, target),
        "actual": _actual(read, one, target),
        "outcome": _outcome(read, one),
        "squared": _scored(one.brier),
        "inside": f"{sum(one.inside.values())}/{len(one.inside)}" if one.inside else MISSING,
        "area_used": read.area(forecast.area_used) if forecast.area_used in read.plan.areas else MISSING,
    }
    return {column(read, key): text for key, text in words.items()}


def _range(read: Reading, one: Score, target: Target | None) -> str:
    last = one.forecast.bands[-1]
    if target is None or one.track is None:
        return MISSING
    ends = sorted(_spoken(target, one.track, last.year, value) for value in (last.p10, last.p90))
    return "—".join(read.value(target, value) for value in ends)


def _actual(read: Reading, one: Score, target: Target | None) -> str:
    year = one.forecast.target_year
    if target is None or one.track is None or year not in one.actual:
        return MISSING
    return read.value(target, _spoken(target, one.track, year, one.actual[year]))


def _spoken(target: Target, track: Track, year: int, value: float) -> float:
    return in_words(target.basis, track, year, value)


def _outcome(read: Reading, one: Score) -> str:
    found = outcome(one)
    if found in ("open", "void"):
        return read.say(f"scored.{found}")
    return read.verdict(Verdict.ACHIEVED if found == "met" else Verdict.MISSED)


def _scored(value: float | None) -> str:
    return MISSING if value is None else number(value, 3)
