"""What each target still lacks, who owes it and by when."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.model import Assessment, Reason
from indicators.rows.reading import Reading
from indicators.rows.record import column


def owed(read: Reading, led: Sequence[Assessment]) -> list[dict[str, str]]:
    """What each led target still lacks: years without a figure for the plan's own area, target values."""
    rows = []
    for one in sorted(led, key=lambda each: each.target.number):
        missing = missing_years(read, one)
        lacks = [_spoken(read, missing)] if missing else []
        if Reason.NO_TARGET_VALUE in one.reasons:
            lacks.append(read.say("missing.target_value"))
        if lacks:
            rows.append(_owed(read, one, read.listed(lacks)))
    return rows


def missing_years(read: Reading, one: Assessment) -> list[int]:
    """Years from the base year to the judging year without a figure for the target's own area."""
    own = one.track if one.track and one.area_used == one.area else None
    years = {point.year for point in own.points} if own else set()
    return [year for year in range(read.plan.base_year, one.judging_year + 1) if year not in years]


def _owed(read: Reading, one: Assessment, lacks: str) -> dict[str, str]:
    month, day = (int(part) for part in read.plan.report_due.split("-"))
    words = {
        "number": str(one.target.number),
        "name": read.name(one.target),
        "lead": read.department(one.target.lead),
        "area": read.area(one.area),
        "missing": lacks,
        "due": read.say("department.owed_by", month=read.say(f"month.{month}"), day=day),
    }
    return {column(read, key): text for key, text in words.items()}


def _spoken(read: Reading, years: Sequence[int]) -> str:
    first, last = years[0], years[-1]
    if len(years) > 1 and years == list(range(first, last + 1)):
        return read.say("missing.all_years", first=first, last=last)
    return read.say("missing.years", years=read.listed([str(year) for year in years]))
