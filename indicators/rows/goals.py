"""What a target asks, in words: a number with its unit, or a comparison, or that there is no number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from indicators.model import (
    AssignedLater,
    CumulativeCut,
    Kind,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
    Target,
    Track,
)
from indicators.targets import digits, stated, than
from indicators.units import MISSING, number, show

if TYPE_CHECKING:
    from indicators.rows.reading import Reading


def goal(read: Reading, target: Target) -> str:
    """The target's value as the plan writes it; `—` while it is still to be assigned."""
    match target.basis:
        case Level() | MeanGrowth() | CumulativeCut() | AssignedLater():
            return show(stated(target.basis), unit(read, target), digits(target.basis))
        case RelativeGrowth(strictly=strictly):
            return read.say("goal.above" if strictly else "goal.in_step", other=compared_with(read, target))
        case Qualitative():
            return read.say("goal.none")


def goal_label(read: Reading, target: Target) -> str:
    """The same beside the target's line in a chart: a relative growth has that of the other for its line."""
    return read.goal(target) if than(target.basis) is None else compared_with(read, target)


def quoted(read: Reading, target: Target) -> str:
    """The same where a number would stand: a goal in words is set off from the sentence by quotes."""
    said = goal(read, target)
    return said if than(target.basis) is None else read.say("goal.quoted", goal=said)


def compared_with(read: Reading, target: Target) -> str:
    """What a relative growth is compared with: the plan's short name for it, else the indicator's name."""
    code = than(target.basis)
    if code is None:
        return MISSING
    named = [read.short(one) for one in read.plan.targets if one.indicator == code]
    return named[0] if named else read.indicator(code)


def unit(read: Reading, target: Target) -> str:
    """The target's unit; a lead over another growth is in points."""
    if than(target.basis) is not None:
        return read.say("unit.points")
    return read.pick(target.unit, target.unit_en)


def value(read: Reading, target: Target, amount: float | None) -> str:
    """A value of the target with its unit; a lead over another growth in words: 年均快0.1个百分点."""
    precision = read.digits(target)
    if amount is None or than(target.basis) is None:
        return show(amount, unit(read, target), precision)
    if float(number(abs(amount), precision)) == 0:
        return read.say("relative.level")
    points = show(abs(amount), unit(read, target), precision)
    return read.say("relative.faster" if amount > 0 else "relative.slower", points=points)


def about(read: Reading, target: Target) -> str:
    """The word by which a target allows a tolerance: 左右, 基本同步."""
    return read.say("about.plain" if than(target.basis) is None else "about.in_step")


def pace_word(target: Target, track: Track) -> Literal["growth", "step", "lead"]:
    """How a yearly pace is spoken of: growth of an amount, a step of a share, a lead over another growth."""
    if than(target.basis) is not None:
        return "lead"
    return "growth" if track.kind is Kind.AMOUNT else "step"
