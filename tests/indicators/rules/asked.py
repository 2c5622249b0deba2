"""How the tests of rules ask: values from a year on, a target for 2025 from 2020."""

from __future__ import annotations

from typing import Any

from indicators.rules import Judgement, judge


def ask(rule: str, values: list[float], *, since: int = 2020, **options: Any) -> Judgement:
    """One value a year from `since`; base 2020 and target year 2025 unless a test says otherwise."""
    years = range(since, since + len(values))
    return judge(rule, years, values, **{"base_year": 2020, "target_year": 2025} | options)


def status(rule: str, values: list[float], **options: Any) -> str:
    return ask(rule, values, **options).status
