"""What officials said of the targets, beside what would have been said that day and what came true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.model import Assessment, OfficialClass, OfficialVerdict, Verdict
from indicators.rows.headline import so_far
from indicators.rows.reading import Reading
from indicators.rows.record import column
from indicators.rows.rules import GOOD, OUR_GOOD, judged
from indicators.rules import NOT_AVAILABLE
from indicators.units import MISSING

OFFICIAL_GOOD = frozenset({OfficialClass.AHEAD, OfficialClass.AS_EXPECTED, OfficialClass.MET})
"""Classes by which officials say that a target is met or will be; the others say it is not or will not."""


@dataclass(frozen=True)
class Compared:
    """One target: what officials said in their review, what we would have said that day, what came true."""

    said: OfficialVerdict
    ours: Assessment
    now: Assessment
    later: tuple[OfficialVerdict, ...]

    @property
    def judged(self) -> bool:
        """Whether we could have judged the target that day."""
        return self.ours.verdict is not Verdict.UNKNOWN

    @property
    def with_official(self) -> bool | None:
        """Whether our verdict and the official class say the same; None where ours takes no side."""
        good = _good(self.ours.verdict)
        return None if good is None else good is (self.said.outcome in OFFICIAL_GOOD)

    @property
    def came_true(self) -> bool | None:
        """Whether the target was met in the end; None while that is open."""
        return {Verdict.ACHIEVED: True, Verdict.MISSED: False}.get(self.now.verdict)

    @property
    def ours_right(self) -> bool | None:
        """Whether our verdict that day came true; None where it took no side or the outcome is open."""
        good = _good(self.ours.verdict)
        return None if good is None or self.came_true is None else good is self.came_true

    @property
    def official_right(self) -> bool | None:
        """The same of the official class."""
        return None if self.came_true is None else (self.said.outcome in OFFICIAL_GOOD) is self.came_true

    @property
    def redefined(self) -> bool:
        """Whether the definition changed between the figures of that day and those of the outcome."""
        before = self.ours.track.points[-1].year if self.ours.track else 0
        last = self.now.track.points[-1].year if self.now.track else 0
        return any(before < one.year <= last for one in self.now.series.breaks if before)


def officials(read: Reading, number: int, as_of: date) -> list[OfficialVerdict]:
    """What had been said of a target by a day, oldest first."""
    return [one for one in read.plan.verdicts if one.target == number and one.day <= as_of]


def official_text(read: Reading, one: OfficialVerdict) -> str:
    """One such statement with its day and source."""
    source = read.sources[one.source].title if one.source in read.sources else one.source
    said = read.pick(one.verdict, one.verdict_en)
    return read.say("official.said", day=one.day.isoformat(), verdict=said, source=source, grade=one.grade)


def review_day(read: Reading, as_of: date) -> date | None:
    """The day of the fullest official review known by a day, the earliest of equal ones; None without any."""
    days = Counter(one.day for one in read.plan.verdicts if one.day <= as_of)
    return max(sorted(days), key=lambda day: days[day], default=None)


def compared(
    read: Reading, then: Sequence[Assessment], now: Sequence[Assessment], as_of: date
) -> list[Compared]:
    """Every target of the review known by `as_of`, in its order; `then` are the assessments of the review's
    day, `now` those of `as_of`."""
    day = review_day(read, as_of)
    ours, known = ({one.target.number: one for one in judged} for judged in (then, now))
    return [
        Compared(
            said,
            ours[said.target],
            known[said.target],
            tuple(one for one in officials(read, said.target, as_of) if one.day > said.day),
        )
        for said in read.plan.verdicts
        if said.day == day
    ]


def sentence(read: Reading, found: Sequence[Compared]) -> str:
    """How often the two agree, and how often each came true; which of ours did not."""
    known = [one for one in found if one.came_true is not None and one.judged]
    changed = [read.short(one.ours.target) for one in known if one.redefined]
    wrong = [read.short(one.ours.target) for one in known if one.ours_right is False]
    lists = {"official.wrong": wrong, "official.changed": changed}
    parts = [_agreeing(read, found)]
    if known:
        parts.append(_true(read, known))
    parts += [read.say(key, names=read.listed(names)) for key, names in lists.items() if names]
    return read.joined(parts)


def _agreeing(read: Reading, found: Sequence[Compared]) -> str:
    judged = [one for one in found if one.judged]
    sure = [one.with_official for one in judged if one.with_official is not None]
    return read.say(
        "official.agreement",
        total=len(found),
        judged=len(judged),
        sure=len(sure),
        agreed=sum(sure),
        undecided=len(judged) - len(sure),
    )


def _true(read: Reading, known: Sequence[Compared]) -> str:
    right = [one.ours_right for one in known if one.ours_right is not None]
    official = sum(1 for one in known if one.official_right)
    return read.say(
        "official.came_true", known=len(known), sure=len(right), right=sum(right), official=official
    )


def table(read: Reading, found: Sequence[Compared]) -> list[dict[str, str]]:
    """A row a target, in the order of the plan."""
    return [_row(read, one) for one in found]


def _row(read: Reading, one: Compared) -> dict[str, str]:
    target = one.ours.target
    first = {column(read, "number"): str(target.number), column(read, "name"): read.name(target)}
    words = {
        "ours": read.verdict(one.ours.verdict),
        "chance": read.chance(one.ours.chance),
        "rules": _rules(read, one.ours),
        "class": read.say(f"official.class.{one.said.outcome}"),
        "wording": read.pick(one.said.verdict, one.said.verdict_en),
        "with_official": _agreement(read, one, one.with_official),
        "outcome": _outcome(read, one),
        "with_outcome": _agreement(read, one, one.ours_right) if one.came_true is not None else MISSING,
        "later": read.listed([_later(read, later) for later in one.later]) or MISSING,
    }
    return first | {read.say(f"official.column.{key}"): text for key, text in words.items()}


def _rules(read: Reading, one: Assessment) -> str:
    """How many published rules said that day that the target would be met, of those that said anything."""
    said = {rule: found.status for rule, found in judged(one).items() if found != NOT_AVAILABLE}
    if not said:
        return MISSING
    good = sum(1 for rule, status in said.items() if status in GOOD[rule])
    return read.say("official.rules", good=good, total=len(said))


def _outcome(read: Reading, one: Compared) -> str:
    if one.came_true is None:
        return read.say("official.outcome.open")
    last = so_far(one.now)
    latest = read.value(one.now.target, last[1] if last else None)
    return read.say("official.outcome.met" if one.came_true else "official.outcome.missed", latest=latest)


def _later(read: Reading, one: OfficialVerdict) -> str:
    return f"{one.day.isoformat()} {read.pick(one.verdict, one.verdict_en)}"


def _agreement(read: Reading, one: Compared, agreed: bool | None) -> str:
    if agreed is None:
        return read.say("official.undecided") if one.ours.verdict is Verdict.AT_RISK else MISSING
    return read.say("rule.agreement.agrees" if agreed else "rule.agreement.differs")


def _good(verdict: Verdict) -> bool | None:
    """Which side a verdict takes; a risk takes none: it may come out either way."""
    return None if verdict in (Verdict.UNKNOWN, Verdict.AT_RISK) else verdict in OUR_GOOD
