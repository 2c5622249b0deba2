"""What a report finds, in three sentences: how it stands, what is out of reach, what is owed."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.model import Assessment, Flag
from indicators.rows.board import finding
from indicators.rows.departments import summary
from indicators.rows.owed import due, missing_years, owed
from indicators.rows.reading import Reading
from indicators.units import MISSING


def findings(
    read: Reading, assessments: Sequence[Assessment], *, everyone: bool = False
) -> tuple[str, str, str]:
    """Of the targets that departments lead, or with `everyone` of the whole plan."""
    standing = finding(read, assessments) if everyone else summary(read, assessments)
    return standing, _reach(read, assessments), _owed(read, assessments)


def _reach(read: Reading, assessments: Sequence[Assessment]) -> str:
    """Whose required pace has never been seen before."""
    asked = [one for one in assessments if one.gap and one.gap.required_pace is not None]
    if not asked:
        return read.say("empty.no_paces")
    above = [one for one in asked if Flag.ABOVE_BEST in one.flags]
    if not above:
        return read.say("findings.within_reach", asked=len(asked))
    return read.say("findings.above_best", asked=len(asked), count=len(above), names=_named(read, above))


def _owed(read: Reading, assessments: Sequence[Assessment]) -> str:
    """How many targets lack figures, how many of them the latest year's, and by when they are due."""
    lacking = owed(read, assessments)
    if not lacking:
        return read.say("department.owed_none")
    latest = sum(1 for one in assessments if one.judging_year in missing_years(read, one))
    told = read.say("findings.owed", count=len(lacking), latest=latest, year=assessments[0].judging_year)
    by = due(read, "findings.due")
    return told if by == MISSING else read.joined([told, by])


def _named(read: Reading, assessments: Sequence[Assessment]) -> str:
    return read.listed([read.short(one.target) for one in assessments])
