"""Assessment rules that institutions publish, as pure functions over a series and a target.

Ours decides by a probability; these say what another institution's rule would say of the same figures, so
that a reader can compare and so that each can be checked against the verdicts published with it.

| rule | whose | statuses, best first |
|---|---|---|
| open_sdg | Open SDG, Statistics Canada | achieved, on_track, moderate, limited, deterioration |
| german | German sustainability strategy | sun, sun_cloud, cloud, storm |
| un | UN progress chart | met, on_track, fair, stagnation |
| schedule | 时序进度, China's usual wording | green, pale_green, yellow, red |

Every rule says not_available where it gives no verdict. Each module documents its statuses and cuts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import isfinite

from indicators.errors import UnknownName
from indicators.model import Direction
from indicators.rules import german, open_sdg, schedule, un
from indicators.rules.case import NOT_AVAILABLE, Case, Judgement, ordered

__all__ = ["NOT_AVAILABLE", "STATUSES", "Judgement", "judge"]

RULES: Mapping[str, Callable[[Case], Judgement]] = {
    "open_sdg": open_sdg.judge,
    "german": german.judge,
    "un": un.judge,
    "schedule": schedule.judge,
}
STATUSES: Mapping[str, tuple[str, ...]] = {
    "open_sdg": open_sdg.STATUSES,
    "german": german.STATUSES,
    "un": un.STATUSES,
    "schedule": schedule.STATUSES,
}
"""What each rule can say besides not_available, best first; the order in which rules are shown."""


def judge(
    rule: str,
    years: Sequence[int],
    values: Sequence[float],
    *,
    target: float | None = None,
    target_year: int | None = None,
    base_year: int | None = None,
    direction: str = "up",
    limit: float | None = None,
    hold: bool = False,
) -> Judgement:
    """What `rule` says of a series (years in any order, NaN for a year without a value).

    The base is the first value at or after `base_year` (the first of all without one). `direction` is the
    better way, "up" or "down". `limit` is a natural limit (open_sdg without a target); `hold` marks a
    target to be kept every year (german). Numbers are in the series' own unit. Raises UnknownName for a
    rule or direction nobody knows, ValueError where years and values differ in number.
    """
    if rule not in RULES:
        raise UnknownName("rule", rule, RULES)
    if direction not in tuple(Direction):
        raise UnknownName("direction", direction, Direction)
    sign = Direction(direction).sign
    case = Case(ordered(years, values), target, target_year, base_year, sign, limit, hold)
    if not case.points or not all(isfinite(one) for one in (target, limit) if one is not None):
        return NOT_AVAILABLE
    return _sound(RULES[rule], case)


def _sound(rule: Callable[[Case], Judgement], case: Case) -> Judgement:
    """The rule's answer; growth beyond what a floating-point number holds has none."""
    try:
        found = rule(case)
    except OverflowError:
        return NOT_AVAILABLE
    return found if found.value is None or isfinite(found.value) else NOT_AVAILABLE
