"""The weather symbols of the German sustainability strategy (Federal Statistical Office).

The mean yearly change over the last six points is carried on to the target year; what the target would
then be missed by, as a share of the way still to go, decides. The value is that miss.

| status | the target is reached | the target is not reached yet |
|---|---|---|
| sun | and the trend is not adverse | missed by less than 5 % |
| sun_cloud | and the trend is adverse | missed by 5–20 % |
| cloud | | missed by more, in the right direction |
| storm | | missed by more, standing still or in the wrong direction |

A target to hold every year that is not reached: cloud where the trend is not adverse, else storm; there,
and where the target is reached, no miss is measured. A target year that is over leaves nothing to carry on.
"""

from __future__ import annotations

from indicators.rules.case import NOISE, NOT_AVAILABLE, Case, Judgement

STATUSES = ("sun", "sun_cloud", "cloud", "storm")
RECENT = 6
"""Points over which the change is averaged: five steps."""
LEAST = 4
"""Fewer points have no trend."""
SMALL_MISS = 0.05
LARGE_MISS = 0.20
"""Shares of the way still to go; both belong to sun_cloud."""


def judge(case: Case) -> Judgement:
    """The symbol; none without a target or with fewer than four points."""
    if case.target is None or len(case.points) < LEAST:
        return NOT_AVAILABLE
    slope = yearly_change(case)
    if case.hold or case.reached:
        return Judgement(_holding(case.reached, case.sign * slope))
    if case.target_year is None:
        return NOT_AVAILABLE
    left = max(case.target_year - case.latest.year, 0)
    expected = case.latest.value + slope * left
    miss = case.sign * (case.target - expected) / abs(case.target - case.latest.value)
    return Judgement(_weather(round(miss, NOISE), case.sign * slope), miss)


def yearly_change(case: Case) -> float:
    """Mean change a year over the last six points."""
    first, latest = case.points[-RECENT:][0], case.latest
    return (latest.value - first.value) / (latest.year - first.year)


def _weather(miss: float, trend: float) -> str:
    if miss < SMALL_MISS:
        return "sun"
    if miss <= LARGE_MISS:
        return "sun_cloud"
    return "cloud" if trend > 0 else "storm"


def _holding(reached: bool, trend: float) -> str:
    if reached:
        return "sun" if trend >= 0 else "sun_cloud"
    return "cloud" if trend >= 0 else "storm"
