"""What each target still lacks, who owes it and by when."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.model import Assessment, Reason
from indicators.rows.reading import Reading
from indicators.rows.record import column
from indicators.targets import uses_index
from indicators.units import MISSING


def owed(read: Reading, led: Sequence[Assessment]) -> list[dict[str, str]]:
    """What each led target still lacks: years without a figure for the area asked for, target values."""
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
    """Years up to the judging year without a figure for the area asked for, whosever figures were used.

    Levels count from the base year, growth and cuts from the year after it. A growth or cut that cannot be
    tied to the others has been reported all the same.
    """
    years = {point.year for point in one.own}
    if one.area_used == one.area:
        years |= {link.year for link in one.series.links}
    first = read.plan.base_year + 1 if uses_index(one.target.basis) else read.plan.base_year
    return [year for year in range(first, one.judging_year + 1) if year not in years]


def due(read: Reading, key: str) -> str:
    """The sentence `key` with month and day by which departments report; `—` where the plan sets no day."""
    if not read.plan.report_due:
        return MISSING
    month, day = (int(part) for part in read.plan.report_due.split("-"))
    return read.say(key, month=read.say(f"month.{month}"), day=day)


def _owed(read: Reading, one: Assessment, lacks: str) -> dict[str, str]:
    words = {
        "number": str(one.target.number),
        "name": read.name(one.target),
        "lead": read.department(one.target.lead),
        "area": read.area(one.area),
        "missing": lacks,
        "due": due(read, "department.owed_by"),
    }
    return {column(read, key): text for key, text in words.items()}


def _spoken(read: Reading, years: Sequence[int]) -> str:
    first, last = years[0], years[-1]
    if len(years) > 1 and years == list(range(first, last + 1)):
        return read.say("missing.all_years", first=first, last=last)
    return read.say("missing.years", years=read.listed([str(year) for year in years]))
