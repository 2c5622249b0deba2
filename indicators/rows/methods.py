"""The page of methods: verdicts, tolerances, flags and the plan's own contradictions as rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count, takewhile

from indicators.model import (
    AssignedLater,
    CumulativeCut,
    Flag,
    MeanGrowth,
    Plan,
    Qualitative,
    RelativeGrowth,
    Verdict,
)
from indicators.rows.about import claim_text
from indicators.rows.facts import Fact
from indicators.rows.owed import due
from indicators.rows.reading import Reading
from indicators.rows.record import column
from indicators.series import GRADES
from indicators.targets import AMOUNT_TOLERANCE, GROWTH_TOLERANCE, SHARE_TOLERANCE
from indicators.units import show
from indicators.words import table

OF_BASES: Mapping[str, type] = {
    "method.basis.4": MeanGrowth,
    "method.basis.5": AssignedLater,
    "method.basis.6": CumulativeCut,
    "method.basis.7": RelativeGrowth,
    "method.basis.8": Qualitative,
}
"""Paragraphs on one basis: told where the plan has such a target."""


@dataclass(frozen=True)
class Meaning:
    """A verdict with its word and its rule."""

    verdict: Verdict
    word: str
    meaning: str


def verdicts(read: Reading) -> tuple[Meaning, ...]:
    """All verdicts, best first."""
    return tuple(
        Meaning(verdict, read.verdict(verdict), read.say(f"verdict_meaning.{verdict}")) for verdict in Verdict
    )


def plan_facts(read: Reading) -> tuple[Fact, ...]:
    """The plan itself: its document, years, area, stand-in where it has one, and when departments report."""
    plan = read.plan
    told = {
        "document": plan.document,
        "base_year": str(plan.base_year),
        "target_year": str(plan.target_year),
        "area": read.area(plan.area),
        "stand_in": read.area(plan.stand_in) if plan.stand_in else "",
        "report_due": due(read, "method.day"),
    }
    return tuple(Fact(read.say(f"method.plan.{key}"), text) for key, text in told.items() if text)


def paragraphs(read: Reading, part: str) -> list[str]:
    """The numbered paragraphs of a part of the page that say something of this plan."""
    sentences = table(read.lang)
    keys = (f"method.{part}.{number}" for number in count(1))
    plan = read.plan
    places = {
        "scope": read.area(plan.area),
        "area": read.area(plan.stand_in or plan.area),
        "first": plan.base_year + 1,
        "last": plan.target_year,
    }
    told = takewhile(lambda key: key in sentences, keys)
    silent = _silent(plan)
    return [read.say(key, **places) for key in told if key not in silent]


def _silent(plan: Plan) -> set[str]:
    """Paragraphs on what this plan does not have: bases, members that make up its area, a stand-in."""
    bases = {type(one.basis) for one in plan.targets}
    silent = {key for key, basis in OF_BASES.items() if basis not in bases}
    members = bool(plan.areas[plan.area].members)
    silent |= {"method.scope.4"} if members else {"method.scope.1", "method.scope.3"}
    return silent if plan.stand_in else silent | {"method.scope.2"}


def tolerances(read: Reading) -> list[dict[str, str]]:
    """How wide 左右 is, by kind of target."""
    widths = {
        "amount": show(100 * AMOUNT_TOLERANCE, "%", 0),
        "share": show(SHARE_TOLERANCE, read.say("unit.points"), 1),
        "growth": show(GROWTH_TOLERANCE, read.say("unit.points"), 1),
    }
    return [
        {column(read, "kind_of_target"): read.say(f"method.kind.{kind}"), column(read, "tolerance"): width}
        for kind, width in widths.items()
    ]


def grades(read: Reading) -> list[dict[str, str]]:
    """What the grade of a source means, the best first."""
    return [
        {column(read, "grade"): grade, column(read, "note"): read.say(f"grade.{grade}")} for grade in GRADES
    ]


def flags(read: Reading) -> list[dict[str, str]]:
    """Every flag with its meaning; those of stand-ins and sums only where the plan's area has them."""
    plan = read.plan
    never = set() if plan.stand_in else {Flag.STAND_IN}
    never |= set() if plan.areas[plan.area].members else {Flag.PARTIAL_SUM}
    return [
        {
            column(read, "flags"): read.say(f"flag.{flag}"),
            column(read, "note"): read.say(f"flag_meaning.{flag}"),
        }
        for flag in Flag
        if flag not in never
    ]


def consistency(read: Reading) -> list[dict[str, str]]:
    """Where the plan repeats or contradicts itself."""
    return [
        {
            column(read, "matter"): read.pick(claim.matter, claim.matter_en),
            column(read, "targets"): read.listed([str(number) for number in claim.targets]),
            column(read, "note"): claim_text(read, claim),
        }
        for claim in read.plan.consistency
    ]
