"""Open SDG's automated progress measure, made by Statistics Canada after Eurostat's.

Source: "Progress Measurement Methodology for the Sustainable Development Goals" in Open SDG's
documentation. Our statuses and the words and codes used there:

| status | Open SDG's word | its code |
|---|---|---|
| achieved | Target achieved | target_achieved |
| on_track | On track | substantial_progress |
| moderate | Progress made but acceleration needed | moderate_progress |
| limited | Limited progress | limited_progress |
| deterioration | Deterioration | deterioration |
| not_available | Unable to assess | not_available |

The value is actual ÷ required yearly growth with a target, the yearly growth itself without one; the score
runs from −5 to 5. As in Open SDG's own program a reached target is achieved whatever the growth, even
where no growth can be computed. Its habit of assuming 2015 as base and 2030 as target year is not taken
over: both are the caller's.
"""

from __future__ import annotations

from indicators.rules.case import NOT_AVAILABLE, Case, Judgement, Value, reaches

STATUSES = ("achieved", "on_track", "moderate", "limited", "deterioration")
STAND_IN_FOR_ZERO = 0.001
"""Growth from or to zero does not exist; the method puts this in its place."""
RATIO_CUTS = (0.95, 0.60, 0.0)
"""On track, moderate and limited from these shares of the required growth."""
GROWTH_CUTS = (0.015, 0.005, 0.0)
"""The same for yearly growth where there is no target."""
NEARNESS = 4.44
"""Exponent by which the growth cuts shrink towards a natural limit."""
BEST, WORST = 5.0, -5.0


def judge(case: Case) -> Judgement:
    """Achieved, or the class of growth since the base year; the target may be missing."""
    base = case.base
    if base is None:
        return NOT_AVAILABLE
    if case.target is None:
        return _without_target(case, base)
    return _with_target(case, base, case.target or STAND_IN_FOR_ZERO)


def nearness(base: float, limit: float | None) -> float:
    """C: the factor on the growth cuts, 0 for a base at its natural limit, 1 far from it or without one."""
    share = base / limit if limit else -1.0
    if limit and 0 <= share <= 1:
        return 1 - float(share**NEARNESS)
    if limit and 1 < share < 2:
        return 1 - float(((2 * limit - base) / limit) ** NEARNESS)
    return 1.0


def _with_target(case: Case, base: Value, target: float) -> Judgement:
    actual = _growth(base, case.latest)
    required = _growth(base, Value(case.target_year, target)) if case.target_year is not None else None
    ratio = _forward(case, base) * actual / abs(required) if actual is not None and required else None
    if reaches(case.latest.value, target, case.sign):
        return Judgement("achieved", ratio, BEST)
    if ratio is None:
        return NOT_AVAILABLE
    return Judgement(_status(ratio, RATIO_CUTS), ratio, _ratio_score(ratio))


def _without_target(case: Case, base: Value) -> Judgement:
    growth = _growth(base, case.latest)
    if growth is None:
        return NOT_AVAILABLE
    forward = _forward(case, base) * growth
    near = nearness(base.value, case.limit)
    high, middle, low = GROWTH_CUTS
    status = _status(forward, (high * near, middle * near, low))
    return Judgement(status, forward, _growth_score(status, forward, near))


def _growth(base: Value, later: Value) -> float | None:
    """Compound yearly growth; None without a year between or where the two have not the same sign."""
    start = base.value or STAND_IN_FOR_ZERO
    if later.year - base.year < 1 or start * later.value <= 0:
        return None
    return float((later.value / start) ** (1 / (later.year - base.year))) - 1


def _forward(case: Case, base: Value) -> int:
    """+1 where growth is progress: among negative values growth leads down."""
    return case.sign * (-1 if base.value < 0 else 1)


def _status(value: float, cuts: tuple[float, float, float]) -> str:
    passed = (status for status, cut in zip(STATUSES[1:], cuts, strict=False) if value >= cut)
    return next(passed, STATUSES[-1])


def _ratio_score(ratio: float) -> float:
    score = 7.1429 * ratio - 4.2857 if ratio >= RATIO_CUTS[1] else 4.1667 * ratio - 2.5
    return max(WORST, min(score, BEST))


def _growth_score(status: str, forward: float, near: float) -> float:
    if status == "deterioration":
        return max(125 * forward - 2.5, WORST)
    if not near:
        return BEST
    if status == "on_track":
        return min(500 * forward / near - 5, BEST)
    return 250 * forward / near - 1.25 if status == "moderate" else 500 * forward / near - 2.5
