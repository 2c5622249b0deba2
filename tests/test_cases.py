"""Every worked case of cases/*.yml; their shape is told in cases/README.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from indicators.model import (
    Assessment,
    AssignedLater,
    Basis,
    CumulativeCut,
    Direction,
    Indicator,
    Kind,
    Level,
    MeanGrowth,
    Measure,
    Observation,
    Qualitative,
    RelativeGrowth,
    Status,
)
from indicators.targets import default_tolerance
from tests.indicators.worked import AMOUNT, OF_PARTS, RATIO, SHARE, breaks, figure, judged, levels

CASES = Path(__file__).parent / "cases"
KEYS = {"name", "row", "indicator", "observations", "breaks", "target", "as_of", "expect"}
MEASURES = {str(measure) for measure in Measure}
PLURALS = {"levels": "level", "growths": "growth", "cuts": "cut"}
ABOUT = {"about": "at_least", "about_growth": "mean_growth", "in_step_with": "in_step_with"}
NO_NUMBER = ("in_step_with", "above", "in_words")
"""Targets that name an indicator, or say what their words are about."""
ROWS = {
    "level ≥",
    "level ≈",
    "ceiling ≤",
    "mean growth",
    "cumulative cut",
    "value assigned later",
    "relative growth",
    "words only",
    "change of definition",
    "beyond the target",
    "saturated share",
    "1 point",
    "2 points",
    "gaps between years",
    "stale data",
    "series break",
    "published mean growth",
    "never used",
    "derived indicator",
    "stand-in",
    "partial sum",
    "final year",
}
"""The rows of the tables of the assessment rules, and what those rules say of areas and of the final year."""


def read() -> Iterator[tuple[str, dict[str, Any]]]:
    """(file and name, case) of every worked case."""
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield f"{path.stem}: {case['name']}", case


READ = list(read())


@pytest.mark.parametrize("case", [case for _, case in READ], ids=[name for name, _ in READ])
def test_worked_case(case):
    assert set(case) <= KEYS, f"unknown: {set(case) - KEYS}"
    known, expected = said(assessed(case)), case["expect"]
    assert set(expected) <= set(known), f"unknown: {set(expected) - set(known)}"
    assert {key: known[key] for key in expected} == {key: near(key, value) for key, value in expected.items()}


def test_every_row_of_the_rules_has_a_case():
    assert {case["row"] for _, case in READ} == ROWS


def test_no_two_cases_have_the_same_name():
    names = [name for name, _ in READ]
    assert sorted(set(names)) == sorted(names)


def assessed(case: Mapping[str, Any]) -> Assessment:
    indicator = indicator_of(dict(case.get("indicator", {})))
    basis, direction = basis_of(dict(case["target"]), indicator.kind)
    return judged(
        observations_of(case["observations"]),
        basis,
        direction,
        indicator,
        broken=breaks(*case.get("breaks", ())),
        as_of=case["as_of"],
    )


def said(one: Assessment) -> dict[str, Any]:
    """What a case may expect, by name."""
    gap, part = one.gap, one.partial
    return {
        "verdict": str(one.verdict),
        "strict_verdict": str(one.strict_verdict),
        "area_used": one.area_used,
        "chance": one.chance,
        "projected": one.projection.bands[-1].median if one.projection else None,
        "used": [point.year for point in one.track.points] if one.track else [],
        "latest_year": gap.latest_year if gap else None,
        "latest": gap.latest if gap else None,
        "distance": gap.distance if gap else None,
        "schedule_gap": gap.schedule_gap if gap else None,
        "required_pace": gap.required_pace if gap else None,
        "best_pace": gap.best_pace if gap else None,
        "pace_ratio": gap.pace_ratio if gap else None,
        "reasons": [str(reason) for reason in one.reasons],
        "flags": {str(flag) for flag in one.flags},
        "partial_sum": part.value if part else None,
        "lacking": list(part.lacking) if part else [],
    }


def near(key: str, value: Any) -> Any:
    """Numbers hold to the two digits a case is written with; flags come in any order."""
    if key == "flags":
        return set(value)
    if isinstance(value, int | float):
        return pytest.approx(value, abs=0.0051)
    return value


def indicator_of(written: dict[str, Any]) -> Indicator:
    kind = Kind(written.pop("kind", "share"))
    base = {Kind.AMOUNT: AMOUNT, Kind.SHARE: SHARE, Kind.RATIO: RATIO}[kind]
    return replace(OF_PARTS if written.pop("parts", False) else base, **written)


def basis_of(written: dict[str, Any], kind: Kind) -> tuple[Basis, Direction]:
    digits, tolerance = written.pop("digits", 0), written.pop("tolerance", None)
    ((word, value),) = written.items()
    if tolerance is None:
        growth = word in ("about_growth", "in_step_with")
        number = 0.0 if word in NO_NUMBER else value
        tolerance = default_tolerance(kind, number, growth=growth) if word in ABOUT else 0.0
    match ABOUT.get(word, word):
        case "at_least":
            return Level(value, digits, tolerance), Direction.UP
        case "at_most":
            return Level(value, digits, tolerance), Direction.DOWN
        case "mean_growth":
            return MeanGrowth(value, digits, tolerance, 2021, 2025), Direction.UP
        case "cut" if value == "assigned later":
            return AssignedLater(2021, 2025), Direction.DOWN
        case "cut":
            return CumulativeCut(value, digits, 2021, 2025), Direction.DOWN
        case "in_step_with" | "above":
            return RelativeGrowth(value, tolerance, word == "above", 2021, 2025), Direction.UP
        case "in_words":
            return Qualitative(value == "growth"), Direction.UP
        case _:
            raise ValueError(f"no such target: {word}")


def observations_of(written: Any) -> list[Observation]:
    """`2020: 50.1` is a level of the region; a list says more of each figure."""
    if isinstance(written, Mapping):
        return levels(written)
    return [one for row in written for one in row_of(dict(row))]


def row_of(written: dict[str, Any]) -> list[Observation]:
    """One figure, or `area: city, levels: {2020: 50.1, …}`, several of a kind."""
    for plural in PLURALS.keys() & written.keys():
        figures, word = written.pop(plural), PLURALS[plural]
        return [
            one for year, value in figures.items() for one in row_of(written | {"year": year, word: value})
        ]
    (measure,) = MEASURES & set(written)
    year, value = written.pop("year"), written.pop(measure)
    status, flags = Status(written.pop("status", "published")), frozenset(written.pop("flags", ()))
    written |= {"period_start": written.pop("from")} if "from" in written else {}
    return [figure(year, value, measure=Measure(measure), status=status, flags=flags, **written)]
