"""When a figure could first have been known, from the source's own wording of its date.

As-of reads must never show a figure before it was published, so every rule errs on the late side:

- a full date is itself (`2025-10-15发布会` → 2025-10-15);
- a month is its last day (`2023-07` → 2023-07-31);
- a bare year, or one later than the year measured, is its last day (`2022` → 2022-12-31);
- whatever has no date (yearbook editions, census moments, year-end counts) is the last day of the year
  after the one measured.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

CENSUS_MOMENT = "普查时点"
"""`2020-11-01普查时点` is the day counted, not the day published."""


def known_from(published: str, year: int) -> date:
    """The first day on which a figure for `year`, dated `published`, was surely known."""
    full = re.search(r"(\d{4})-(\d{2})-(\d{2})", published)
    if full and CENSUS_MOMENT not in published:
        return date(*map(int, full.groups()))
    month = re.match(r"(\d{4})-(\d{2})(?!\d|-)", published)
    if month:
        return _month_end(*map(int, month.groups()))
    stated = re.match(r"(\d{4})", published)
    if stated and (published == stated[0] or int(stated[1]) > year):
        return date(int(stated[1]), 12, 31)
    return date(year + 1, 12, 31)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
