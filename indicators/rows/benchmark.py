"""The benchmark of the projection as rows: its scores beside those of the methods anyone could pick."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from indicators.units import number, rounded, show
from indicators.words import say

FILE = Path(__file__).parents[1] / "projection" / "benchmark.json"
"""Written by the benchmark; nobody edits it by hand."""
COMMAND = "make bench"
ALL = "all"
PANELS = ("M1", "M3", "Tourism")
"""Forecasting competitions of 1982, 2000 and 2011; none had a part in the fit of the constants."""
OURS = "ours"
PROPER = {
    "theta": "Theta",
    "auto_ets": "AutoETS",
    "auto_theta": "AutoTheta",
    "auto_arima": "AutoARIMA",
}
"""Contestants whose name is the same in every language."""
QUICKEST = 0.001
"""Times below this share of Theta's are not told apart."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Measure:
    """A score: digits, factor and unit on screen; `off`: how far what is shown is from the best possible."""

    name: str
    digits: int
    factor: float
    unit: str
    off: Callable[[float], float]


MEASURES = (
    Measure("mase", 2, 1, "", abs),
    Measure("crps", 1, 1, "%", abs),
    Measure("cover_80", 1, 100, "%", lambda percent: abs(percent - 80)),
    Measure("cover_95", 1, 100, "%", lambda percent: abs(percent - 95)),
    Measure("brier", 3, 1, "", abs),
    Measure("gap", 1, 100, "%", abs),
)


@cache
def result() -> Mapping[str, Any]:
    """The benchmark as written."""
    found: Mapping[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def name(lang: str, contestant: str) -> str:
    """A contestant's name."""
    return PROPER.get(contestant) or say(lang, f"benchmark.method.{contestant}")


def scores(lang: str) -> list[dict[str, str]]:
    """A row a contestant over all series, with its time; the best of each column is marked in words."""
    ratios = {row["method"]: row["ratio"] for row in result()["times"]}
    time = say(lang, "benchmark.column.time")
    return [
        {**line, time: _time(ratios[row["method"]])}
        for row, line in zip(_of(ALL), _lines(lang, ALL), strict=True)
    ]


def by_panel(lang: str) -> list[dict[str, str]]:
    """The same panel by panel, without times."""
    panel = say(lang, "benchmark.column.panel")
    return [{panel: group, **line} for group in PANELS for line in _lines(lang, group)]


def paragraphs(lang: str) -> list[str]:
    """What was tested and when, what the scores mean, where a peer does better, how to repeat it."""
    found = result()
    told = {
        "date": found["date"],
        "method": say(lang, "method.name"),
        "panels": say(lang, "benchmark.comma").join(PANELS),
        "series": f"{found['design']['series']:,}",
        "cases": f"{found['design']['cases'][ALL]:,}",
        "command": COMMAND,
        "ms": number(next(row["ms"] for row in found["times"] if row["method"] == OURS), 0),
        "refused": f"{sum(row['refused'] for row in found['times']):,}",
        "cores": found["machine"]["cores"],
        "python": f"Python {found['machine']['python']}",
        "package": f"statsforecast {found['versions']['statsforecast']}",
        **_by_year(lang),
    }
    parts = [say(lang, f"benchmark.{part}", **told) for part in ("tested", "measures", "years", "repeat")]
    return [*parts[:3], beaten(lang), parts[3]]


def beaten(lang: str) -> str:
    """Where a peer does better than ours, by the figures as shown; or that none does."""
    places = []
    for group in (ALL, *PANELS):
        better = [found for one in MEASURES if (found := _better(lang, group, one))]
        place = say(lang, "benchmark.everywhere") if group == ALL else group
        if better:
            listed = say(lang, "benchmark.comma").join(better)
            places.append(say(lang, "benchmark.place", place=place, better=listed))
    if not places:
        return say(lang, "benchmark.unbeaten")
    return say(lang, "benchmark.beaten", places=say(lang, "benchmark.semicolon").join(places))


def _by_year(lang: str) -> dict[str, str]:
    """What ours covers 1, 2 … years ahead, and how much smaller its Brier score is than the usual rule's."""
    ours = next(row for row in _of(ALL) if row["method"] == OURS)
    comma = say(lang, "benchmark.comma")
    cover = {
        width: comma.join(show(100 * share, "%", 0) for share in ours[f"{width}_by_year"])
        for width in ("cover_80", "cover_95")
    }
    skill = {
        f"over_{rule}": show(100 * ours[f"skill_over_growth_{rule}"], "%", 0)
        for rule in ("residuals", "walk")
    }
    return cover | skill


def _of(group: str) -> list[Row]:
    return [row for row in result()["rows"] if row["group"] == group]


def _lines(lang: str, group: str) -> list[dict[str, str]]:
    rows = _of(group)
    best = {one.name: min(_off(one, row) for row in rows) for one in MEASURES}
    return [
        {say(lang, "benchmark.column.method"): name(lang, row["method"])}
        | {
            say(lang, f"benchmark.column.{one.name}"): _score(lang, one, row, best[one.name])
            for one in MEASURES
        }
        for row in rows
    ]


def _score(lang: str, one: Measure, row: Row, best: float) -> str:
    text = show(row[one.name] * one.factor, one.unit, one.digits)
    return say(lang, "benchmark.best", score=text) if _off(one, row) == best else text


def _off(one: Measure, row: Row) -> float:
    """How far a score as shown is from the best possible, so that what looks equal is equal."""
    return rounded(one.off(rounded(row[one.name] * one.factor, one.digits)), one.digits)


def _better(lang: str, group: str, one: Measure) -> str | None:
    """The measure's column, where a peer is better than ours."""
    rows = _of(group)
    ours = next(_off(one, row) for row in rows if row["method"] == OURS)
    return say(lang, f"benchmark.column.{one.name}") if min(_off(one, row) for row in rows) < ours else None


def _time(ratio: float) -> str:
    if ratio < QUICKEST:
        return f"<{QUICKEST}"
    return number(ratio, 3 if ratio < 0.1 else 1)
