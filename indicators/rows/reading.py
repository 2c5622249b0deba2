"""Who reads, and in which language: names, units, numbers and sentences of assessments as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.assessment import shown_chance, verdict_of
from indicators.model import Assessment, Flag, Kind, Observation, Plan, Reason, Source, Target, Verdict
from indicators.rows import goals
from indicators.targets import digits, than, uses_index
from indicators.units import MISSING, rounded, show
from indicators.words import say

FEW_CHANCES = 0.1
"""Below one in ten, doubt is said as "hardly any"."""
NEARLY_SURE = 0.95


@dataclass(frozen=True)
class Reading:
    """A plan as one reader sees it: language and the sources that figures name."""

    plan: Plan
    lang: str
    sources: Mapping[str, Source]

    def say(self, key: str, **values: object) -> str:
        """A sentence in the reader's language."""
        return say(self.lang, key, **values)

    def pick(self, chinese: str, english: str) -> str:
        """One of two spellings, by language."""
        return english if self.lang == "en" and english else chinese

    def name(self, target: Target) -> str:
        """The target's full name."""
        return self.pick(target.name, target.name_en)

    def short(self, target: Target) -> str:
        """The target's short name, for boards and axes."""
        return self.pick(target.short, target.short_en)

    def area(self, code: str) -> str:
        """An area's name."""
        return self.pick(self.plan.areas[code].name, self.plan.areas[code].name_en)

    def department(self, code: str) -> str:
        """A department's name."""
        return self.pick(self.plan.departments[code].name, self.plan.departments[code].name_en)

    def dimension(self, code: str) -> str:
        """A dimension's name."""
        return self.pick(self.plan.dimensions[code].name, self.plan.dimensions[code].name_en)

    def indicator(self, code: str) -> str:
        """An indicator's name."""
        return self.pick(self.plan.indicators[code].name, self.plan.indicators[code].name_en)

    def unit(self, target: Target) -> str:
        """The target's unit."""
        return goals.unit(self, target)

    def verdict(self, verdict: Verdict) -> str:
        """A verdict's word."""
        return self.say(f"verdict.{verdict}")

    def value(self, target: Target, value: float | None) -> str:
        """A value of the target with its unit, rounded as the plan writes (see `digits`)."""
        return goals.value(self, target, value)

    def goal(self, target: Target) -> str:
        """What the target asks, as the plan writes it; `—` while it is still to be assigned."""
        return goals.goal(self, target)

    def difference(self, target: Target, value: float | None) -> str:
        """A gap in the target's unit; gaps of shares are in points."""
        share = uses_index(target.basis) or self.plan.indicators[target.indicator].kind is Kind.SHARE
        unit, digits = self.say("unit.points") if share else self.unit(target), self.digits(target)
        if value is not None and 0 < value < 0.5 * 10.0**-digits:
            return self.say("panel.less_than", value=show(10.0**-digits, unit, digits))
        return show(value, unit, digits)

    def pace(self, target: Target, value: float | None) -> str:
        """A yearly pace: % for amounts and growth, points or units for shares and ratios."""
        unit = self.pace_unit(target)
        return show(value, unit, 1 if unit == "%" else max(self.digits(target), 1))

    def pace_unit(self, target: Target) -> str:
        """The unit of a yearly pace."""
        kind = self.plan.indicators[target.indicator].kind
        if than(target.basis) is None and (uses_index(target.basis) or kind is Kind.AMOUNT):
            return "%"
        return self.say("unit.points") if kind is Kind.SHARE else self.unit(target)

    def digits(self, target: Target) -> int:
        """Digits of shown values: those of the plan for amounts, one more for shares and ratios, so that
        a gap smaller than the plan's last digit can be seen."""
        if uses_index(target.basis):
            return 1
        indicator, plain = self.plan.indicators[target.indicator], digits(target.basis)
        return plain if indicator.kind is Kind.AMOUNT else min(plain + 1, indicator.decimals)

    def chance(self, chance: float | None) -> str:
        """A chance as shown: `30%`, `<2%`, `>98%` or `—`."""
        shown = shown_chance(chance)
        if shown is None or chance is None:
            return self.say("chance.none")
        if chance != shown:
            return self.say("chance.below" if chance < shown else "chance.above")
        return self.say("chance.text", percent=f"{rounded(shown * 100, 0):.0f}")

    def doubt(self, chance: float | None) -> str:
        """A chance in words: 约有三成把握."""
        shown = shown_chance(chance) or 0.0
        if chance is not None and chance < shown:
            return self.say("chance.words_almost_none")
        if shown < FEW_CHANCES:
            return self.say("chance.words_below_one")
        if shown >= NEARLY_SURE:
            return self.say("chance.words_above")
        tenths = max(1, min(9, int(rounded(shown * 10, 0))))
        return self.say("chance.words_tenths", tenths=self.say(f"tenths.{tenths}"))

    def source(self, one: Observation) -> str:
        """The title of a figure's source."""
        known = self.sources.get(one.source)
        return known.title if known else one.source

    def cited(self, one: Observation) -> str:
        """A figure as printed, with its source and grade."""
        return self.say("panel.cited", found=one.found, source=self.source(one), grade=one.grade)

    def reasons(self, one: Assessment) -> str:
        """Why a target cannot be judged, as sentences."""
        return self.joined(self.reason(one, reason) for reason in one.reasons)

    def reason(self, one: Assessment, reason: Reason) -> str:
        """One reason as a sentence."""
        latest = one.track.points[-1] if one.track else None
        return self.say(
            f"reason_long.{reason}",
            area=self.area(one.area_used),
            scope=self.area(one.target.area),
            lead=self.department(one.target.lead),
            wording=one.target.wording,
            year=latest.year if latest else MISSING,
            latest=self.value(one.target, one.gap.latest if one.gap else latest.value if latest else None),
        )

    def flag(self, one: Assessment, flag: Flag) -> str:
        """One flag as a sentence; for a stand-in, how it compares with the area's own figure."""
        partial = one.partial
        sentence = self.say(
            f"flag_long.{flag}",
            area=self.area(one.area),
            area_used=self.area(one.area_used),
            scope=self.area(one.area),
            strict=self.verdict(one.strict_verdict),
            about=goals.about(self, one.target),
            apart=self.chance(one.chance_without_pandemic),
            apart_verdict=self.verdict(verdict_of(one.chance_without_pandemic or 0.0)),
            year=partial.year if flag is Flag.PARTIAL_SUM and partial else latest_year(one),
            value=self.value(one.target, partial.value) if partial else MISSING,
            lacking=self.listed([self.area(code) for code in partial.lacking] if partial else []),
        )
        return sentence + (self._compared(one) if flag is Flag.STAND_IN else "")

    def _compared(self, one: Assessment) -> str:
        """Both areas' levels in the latest year that has both; blank where no year has."""
        used = {point.year: point.value for point in one.track.points} if one.track else {}
        both = [point for point in one.own if point.year in used and not uses_index(one.target.basis)]
        if not both:
            return ""
        own = both[-1]
        return self.say(
            "flag_long.stand_in_compared",
            year=own.year,
            area=self.area(one.area),
            area_used=self.area(one.area_used),
            own=self.value(one.target, own.value),
            used=self.value(one.target, used[own.year]),
        )

    def joined(self, sentences: Iterable[str]) -> str:
        """Sentences in a row, as the language joins them."""
        return ("" if self.lang == "zh" else " ").join(sentences)

    def listed(self, words: list[str]) -> str:
        """Words in a row, as the language joins them."""
        return ("、" if self.lang == "zh" else ", ").join(words)


def latest_year(one: Assessment) -> int | str:
    """Year of the latest figure in use, `—` without one."""
    return one.track.points[-1].year if one.track else MISSING
