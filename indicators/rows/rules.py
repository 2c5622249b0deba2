"""What published rules say of an assessment, beside our own verdict."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.model import Assessment, Track, Verdict
from indicators.rows.reading import Reading
from indicators.rules import NOT_AVAILABLE, STATUSES, Judgement, judge
from indicators.units import MISSING, show

GOOD: Mapping[str, frozenset[str]] = {
    "open_sdg": frozenset({"achieved", "on_track"}),
    "german": frozenset({"sun"}),
    "un": frozenset({"met", "on_track"}),
    "schedule": frozenset({"green"}),
}
"""Statuses by which a rule says that the target is met or will be; every other one says it will not."""
OUR_GOOD = frozenset({Verdict.ACHIEVED, Verdict.ON_TRACK})


def published(read: Reading, one: Assessment) -> list[dict[str, str]]:
    """A row for each rule: its name, what it says, its number, and whether it agrees with our verdict."""
    return [_row(read, one, rule, found) for rule, found in judged(one).items()]


def differs(one: Assessment) -> bool:
    """Whether any published rule says the opposite of our verdict; False where either says nothing."""
    return any(agrees(one.verdict, rule, found) is False for rule, found in judged(one).items())


def judged(one: Assessment) -> dict[str, Judgement]:
    """Every rule's answer on the assessment's own track.

    The rules know no tolerance: 左右 is judged by the plan's own number. Where the figures cannot stand
    against the target (another area's total, a value still to be assigned) no rule judges, nor where there is
    only the base year of an index.
    """
    if one.track is None or one.gap is None or one.gap.latest is None:
        return dict.fromkeys(STATUSES, NOT_AVAILABLE)
    return {rule: _judge(rule, one.track) for rule in STATUSES}


def agrees(verdict: Verdict, rule: str, found: Judgement) -> bool | None:
    """Whether a rule's answer and our verdict are both good or both not; None where either says nothing."""
    if verdict is Verdict.UNKNOWN or found.status == NOT_AVAILABLE.status:
        return None
    return (found.status in GOOD[rule]) is (verdict in OUR_GOOD)


def _judge(rule: str, track: Track) -> Judgement:
    return judge(
        rule,
        [point.year for point in track.points],
        [point.value for point in track.points],
        target=track.goal,
        target_year=track.target_year,
        base_year=track.base_year,
        direction=track.direction,
    )


def _row(read: Reading, one: Assessment, rule: str, found: Judgement) -> dict[str, str]:
    silent = found.status == NOT_AVAILABLE.status
    words = {
        "rule": read.say(f"rule.name.{rule}"),
        "says": read.say("rule.says.not_available" if silent else f"rule.says.{rule}.{found.status}"),
        "number": _number(read, rule, found.value),
        "agreement": _agreement(read, agrees(one.verdict, rule, found)),
    }
    return {read.say(f"rule.column.{key}"): text for key, text in words.items()}


def _number(read: Reading, rule: str, value: float | None) -> str:
    """Shares in percent, the schedule's points signed; `—` where the rule measures nothing."""
    if value is None:
        return MISSING
    if rule == "schedule":
        return show(value, read.say("unit.points"), 1, signed=True)
    if rule == "german" and value < 0:
        return read.say("rule.number.german_beyond", share=show(-100 * value, "%", 1))
    return read.say(f"rule.number.{rule}", share=show(100 * value, "%", 1))


def _agreement(read: Reading, agreed: bool | None) -> str:
    if agreed is None:
        return MISSING
    return read.say("rule.agreement.agrees" if agreed else "rule.agreement.differs")
