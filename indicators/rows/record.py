"""One assessment as a plain record: what the command line prints as JSON and every table shows."""

from __future__ import annotations

from typing import Any

from indicators.assessment import shown_chance
from indicators.model import Assessment, Band, Observation, Track
from indicators.rows.headline import headline, median, verdict_gap
from indicators.rows.practice import invented
from indicators.rows.reading import Reading
from indicators.targets import stated, tolerance
from indicators.tracks import in_words
from indicators.units import MISSING, show

DIGITS = 6
"""Digits kept in records: enough for any figure, free of floating-point noise."""
GAP_NUMBERS = (
    *("expected_shortfall", "distance", "should_be", "schedule_gap", "behind", "required_pace"),
    *("actual_pace", "best_pace", "pace_ratio", "feasibility"),
)
"""Fields of Gap that a record carries under their own names."""


def record(read: Reading, one: Assessment, snapshot: str) -> dict[str, Any]:
    """Rates, paces and gaps of shares in percent (28.5, not 0.285); chance 0.02–0.98; None: unknown."""
    return {
        **_asked(read, one),
        "verdict": one.verdict.value,
        "verdict_word": read.verdict(one.verdict),
        "chance": _tidy(shown_chance(one.chance)),
        "chance_without_pandemic": _tidy(shown_chance(one.chance_without_pandemic)),
        "strict_verdict": one.strict_verdict.value,
        "rule": rule(one),
        "n": len(one.track.points) if one.gap and one.track else 0,
        **_measured(read, one),
        "projected": _projected(one, one.track),
        "method": one.projection.method if one.projection else None,
        **{name: _tidy(getattr(one.gap, name, None)) for name in GAP_NUMBERS},
        "reasons": [reason.value for reason in one.reasons],
        "flags": [flag.value for flag in one.flags],
        "partial_sum": _partial(read, one),
        "sources": [figure(read, each) for each in one.evidence],
        "headline": headline(read, one),
        "snapshot": snapshot,
        "practice": invented(read),
    }


def rule(one: Assessment) -> str | None:
    """What decided: `probability` before the target year's value is in, then `final_value`."""
    if one.reasons:
        return None
    return "probability" if one.projection else "final_value"


def flat(read: Reading, one: Assessment, snapshot: str) -> dict[str, str]:
    """The same as one row of text for tables and CSV, in the reader's words and rounding."""
    target, gap = one.target, one.gap
    words = {
        "number": str(target.number),
        "name": read.name(target),
        "lead": read.department(target.lead),
        "verdict": read.verdict(one.verdict),
        "chance": read.chance(one.chance),
        "latest": read.value(target, gap.latest if gap else None),
        "year": str(gap.latest_year) if gap else MISSING,
        "target": read.goal(target),
        "projected": median(read, one),
        "shortfall": verdict_gap(read, one),
        "schedule_gap": _points(read, gap.schedule_gap if gap else None),
        "required_pace": read.pace(target, gap.required_pace if gap else None),
        "actual_pace": read.pace(target, gap.actual_pace if gap else None),
        "best_pace": read.pace(target, gap.best_pace if gap else None),
        "area_used": read.area(one.area_used),
        "flags": read.listed([read.say(f"flag.{flag}") for flag in one.flags]),
        "reasons": read.listed([read.say(f"reason.{reason}") for reason in one.reasons]),
    }
    return {column(read, key): text for key, text in words.items()} | {column(read, "snapshot"): snapshot}


def column(read: Reading, key: str) -> str:
    """A column's heading."""
    return read.say(f"column.{key}", year=read.plan.target_year)


def figure(read: Reading, one: Observation) -> dict[str, Any]:
    """One published figure with its origin."""
    return {
        "indicator": one.indicator,
        "area": read.area(one.area),
        "year": one.year,
        "measure": one.measure.value,
        "period_start": one.period_start,
        "value": _tidy(one.value),
        "found": one.found,
        "status": one.status.value,
        "source": read.source(one),
        "url": read.sources[one.source].url if one.source in read.sources else "",
        "published": one.published,
        "known_from": one.known_from.isoformat(),
        "grade": one.grade,
        "note": one.note,
    }


def _asked(read: Reading, one: Assessment) -> dict[str, Any]:
    target = one.target
    return {
        "number": target.number,
        "code": target.code,
        "name": read.name(target),
        "lead": read.department(target.lead),
        "joint": [read.department(code) for code in target.joint],
        "dimension": read.dimension(target.dimension),
        "wording": target.wording,
        "area": read.area(one.area),
        "area_used": read.area(one.area_used),
        "as_of": one.as_of.isoformat(),
        "judging_year": one.judging_year,
    }


def _measured(read: Reading, one: Assessment) -> dict[str, Any]:
    return {
        "latest_year": one.gap.latest_year if one.gap else None,
        "latest_value": _tidy(one.gap.latest if one.gap else None),
        "unit": read.unit(one.target),
        "target_year": read.plan.target_year,
        "target_value": stated(one.target.basis),
        "target_tolerance": _tidy(tolerance(one.target.basis)),
    }


def _projected(one: Assessment, track: Track | None) -> dict[str, dict[str, float | None]]:
    if not one.projection or not track:
        return {}
    return {str(band.year): _band(one, track, band) for band in one.projection.bands}


def _band(one: Assessment, track: Track, band: Band) -> dict[str, float | None]:
    """In ascending order also for a cut, which is the deeper the lower its index."""
    names = ("p10", "p25", "median", "p75", "p90")
    values = sorted(in_words(one.target.basis, track, band.year, getattr(band, name)) for name in names)
    return {name: _tidy(value) for name, value in zip(names, values, strict=True)}


def _partial(read: Reading, one: Assessment) -> dict[str, Any] | None:
    part = one.partial
    if part is None:
        return None
    return {
        "year": part.year,
        "value": _tidy(part.value),
        "present": [read.area(code) for code in part.present],
        "lacking": [read.area(code) for code in part.lacking],
    }


def _points(read: Reading, value: float | None) -> str:
    return show(value, read.say("unit.points"), 1, signed=True)


def _tidy(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
