"""What a target asks, in the plan's words, and what its verdict rests on."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.assessment import verdict_of
from indicators.model import Assessment, Claim
from indicators.rows.facts import tolerance
from indicators.rows.official import official_text, officials
from indicators.rows.reading import Reading
from indicators.rows.record import column, rule
from indicators.rows.rules import differs


def about(read: Reading, one: Assessment, snapshot: str) -> list[dict[str, str]]:
    """Pairs of element and content, in a fixed order; what does not apply is left out."""
    return [
        {column(read, "element"): label, column(read, "content"): text}
        for label, text in _elements(read, one, snapshot)
        if text
    ]


def tags(read: Reading, one: Assessment) -> list[tuple[str, str]]:
    """Pairs of a short word and what it means: every flag, and whether published rules say otherwise."""
    told = [(read.say(f"flag.{flag}"), read.flag(one, flag)) for flag in one.flags]
    if differs(one):
        told.append((read.say("rule.differs"), read.say("rule.differs_long")))
    return told


def claims(read: Reading, number: int) -> list[Claim]:
    """Where the plan speaks of a target more than once."""
    return [claim for claim in read.plan.consistency if number in claim.targets]


def claim_text(read: Reading, claim: Claim) -> str:
    """One such place as a sentence."""
    return read.say(
        "method.claim_agrees" if claim.agrees else "method.claim_differs",
        stated=read.pick(claim.stated, claim.stated_en),
        other=read.pick(claim.other, claim.other_en),
    )


def evidence(read: Reading, one: Assessment) -> str:
    """The figures a verdict rests on, as printed, by source and grade."""
    by_source: dict[tuple[str, str], list[str]] = {}
    for each in one.evidence:
        by_source.setdefault((read.source(each), each.grade), []).append(f"{each.year} {each.found}")
    told = [
        read.say("panel.cited", found=read.listed(found), source=source, grade=grade)
        for (source, grade), found in by_source.items()
    ]
    return read.say("panel.semicolon").join(told)


def _elements(read: Reading, one: Assessment, snapshot: str) -> Iterable[tuple[str, str]]:
    target = one.target
    indicator = read.plan.indicators[target.indicator]
    yield read.say("panel.wording"), target.wording
    yield read.say("panel.lead"), read.department(target.lead)
    yield read.say("panel.joint"), read.listed([read.department(code) for code in target.joint])
    yield read.say("section.definition"), read.pick(indicator.definition, indicator.definition_en)
    yield read.say("panel.tolerance_word"), tolerance(read, one)
    yield read.say("panel.area_used"), read.area(one.area_used)
    yield from ((read.say("panel.reasons"), read.reason(one, reason)) for reason in one.reasons)
    yield from ((read.say(f"flag.{flag}"), read.flag(one, flag)) for flag in one.flags)
    yield read.say("panel.without_pandemic"), _apart(read, one)
    for claim in claims(read, target.number):
        yield read.say("section.consistency"), claim_text(read, claim)
    for said in officials(read, target.number, one.as_of):
        yield read.say("panel.official"), official_text(read, said)
    yield read.say("section.evidence"), evidence(read, one)
    decided = rule(one)
    yield read.say("panel.rule"), read.say(f"method.rule.{decided}") if decided else ""
    yield read.say("panel.method"), read.say("method.name") if one.projection else ""
    yield read.say("panel.snapshot"), snapshot


def _apart(read: Reading, one: Assessment) -> str:
    """The chance and verdict without the pandemic years; blank where none are left out."""
    chance = one.chance_without_pandemic
    if chance is None:
        return ""
    return read.listed([read.chance(chance), read.verdict(verdict_of(chance))])
