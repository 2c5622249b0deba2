"""What a reader must know beside a verdict: stand-ins, old data, breaks, conflicts (assessment rules §6)."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.model import Assessment, Flag, Gap, Indicator, Measure, Reason, Track
from indicators.targets import uses_index

STALE_AFTER = 2
"""Years before the judging year beyond which the latest observation is flagged as old."""
FEW_POINTS = 2
"""With no more points than this the spread is wholly pooled from other series: low confidence."""
PANDEMIC = (2020, 2022)
"""Years marked in travel, tourism and retail."""


def in_pandemic(year: int) -> bool:
    """Whether a year is one of the pandemic's."""
    return PANDEMIC[0] <= year <= PANDEMIC[1]


def flags(one: Assessment, indicator: Indicator) -> Iterable[Flag]:
    """The flags of an assessment, in the order in which they are shown."""
    if one.area_used != one.area and Reason.SCOPE_DIFFERS not in one.reasons:
        yield Flag.STAND_IN
    if one.partial:
        yield Flag.PARTIAL_SUM
    if one.track:
        yield from _of_data(one, one.track, indicator)
    if one.gap and one.track:
        yield from _of_gap(one.gap, one.track)
    if one.strict_verdict is not one.verdict:
        yield Flag.STRICT_DIFFERS


def _of_data(one: Assessment, track: Track, indicator: Indicator) -> Iterable[Flag]:
    years = {point.year for point in track.points}
    latest = track.points[-1]
    if latest.year < min(one.judging_year - STALE_AFTER, track.target_year):
        yield Flag.STALE
    if any(figure.known_from.year <= figure.year == latest.year for figure in latest.evidence):
        yield Flag.BEFORE_YEAR_END
    if one.projection and len(track.points) <= FEW_POINTS:
        yield Flag.LOW_CONFIDENCE
    if track.earlier:
        yield Flag.AFTER_BREAK
    index = uses_index(one.target.basis)
    if len(latest.evidence) > 1 and not index:
        yield Flag.DERIVED
    if any(rival.year in years and (index or rival.measure is Measure.LEVEL) for rival in one.series.rivals):
        yield Flag.CONFLICT
    if indicator.pandemic and any(map(in_pandemic, years)):
        yield Flag.PANDEMIC_YEARS


def _of_gap(gap: Gap, track: Track) -> Iterable[Flag]:
    beyond = track.direction.sign * (track.points[-1].value - track.goal) >= 0
    if beyond and gap.latest is not None and gap.latest_year < track.target_year:
        yield Flag.REACHED_EARLY
    never_improved = gap.best_pace is not None and track.direction.sign * gap.best_pace <= 0
    if (gap.feasibility or 0) > 1 or (gap.required_pace is not None and never_improved):
        yield Flag.ABOVE_BEST
