"""时序进度: the share of the way covered against the share of the time elapsed.

The value is the difference in percentage points, negative when behind.

| status | lamp |
|---|---|
| green | on the schedule or ahead of it (达到时序进度) |
| pale_green | behind by less than 10 points |
| yellow | behind by 10 to 30 points |
| red | behind by more than 30 points |
"""

from __future__ import annotations

from indicators.rules.case import NOISE, NOT_AVAILABLE, Case, Judgement, way

STATUSES = ("green", "pale_green", "yellow", "red")
SLIGHTLY_BEHIND = -10.0
FAR_BEHIND = -30.0
"""Percentage points; both belong to yellow."""


def judge(case: Case) -> Judgement:
    """The lamp; none where the base leaves no way to the target."""
    ahead = way(case)
    if ahead is None:
        return NOT_AVAILABLE
    points = 100 * (ahead.covered / ahead.length - ahead.elapsed / ahead.years)
    return Judgement(_lamp(round(points, NOISE)), points)


def _lamp(points: float) -> str:
    if points >= 0:
        return "green"
    if points > SLIGHTLY_BEHIND:
        return "pale_green"
    return "yellow" if points >= FAR_BEHIND else "red"
