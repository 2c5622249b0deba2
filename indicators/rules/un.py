"""The trend of the UN's SDG progress chart.

Growth since the base year, compounded on to the target year, would cover a share of the way from base to
target. The value is that share.

| status | the chart's words |
|---|---|
| met | target met: the last value is at the target or beyond |
| on_track | on track: 95 % of the way or more |
| fair | fair progress, but acceleration needed: 10 % or more |
| stagnation | stagnation or regression: less |
"""

from __future__ import annotations

from indicators.rules.case import NOISE, NOT_AVAILABLE, Case, Judgement, way

STATUSES = ("met", "on_track", "fair", "stagnation")
NEARLY_ALL = 0.95
SOME = 0.10


def judge(case: Case) -> Judgement:
    """Met, or the class of the share; none where no growth leads from base to target."""
    share = covered(case)
    if case.reached:
        return Judgement("met", share)
    if share is None:
        return NOT_AVAILABLE
    return Judgement(_status(round(share, NOISE)), share)


def covered(case: Case) -> float | None:
    """Share of the way that growth since the base would cover by the target year; None where it has none:
    growth needs two values of one sign, and a way ahead of the base."""
    ahead, base = way(case), case.base
    if ahead is None or base is None or base.value * case.latest.value <= 0:
        return None
    growth = float((case.latest.value / base.value) ** (ahead.years / ahead.elapsed))
    return (base.value * growth - base.value) / ahead.length


def _status(share: float) -> str:
    if share >= NEARLY_ALL:
        return "on_track"
    return "fair" if share >= SOME else "stagnation"
