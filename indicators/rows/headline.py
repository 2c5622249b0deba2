"""The finding of one assessment in a sentence; charts, pages and reports all use this one."""

from __future__ import annotations

from indicators.gaps import after
from indicators.model import Assessment, Direction, Flag, Reason, Target, Verdict
from indicators.rows.goals import about, pace_word, quoted
from indicators.rows.reading import Reading, latest_year
from indicators.targets import SAME, Requirement, requirement, than, uses_index
from indicators.tracks import in_words


def headline(read: Reading, one: Assessment) -> str:
    """What will be, what is missing, what pace is needed, how sure that is."""
    gap = one.gap
    name = read.name(one.target)
    if one.verdict is Verdict.UNKNOWN or gap is None:
        return read.say("headline.unknown", name=name, reasons=read.reasons(one))
    words = {
        "name": name,
        "year": gap.latest_year,
        "target_year": one.track.target_year if one.track else "",
        "latest": read.value(one.target, gap.latest),
        "target": quoted(read, one.target),
        "gap": read.difference(one.target, gap.distance),
        "doubt": read.doubt(one.chance),
    }
    if one.projection is None:
        within = one.verdict is Verdict.ACHIEVED and one.strict_verdict is not one.verdict
        words["early"] = read.say("headline.early") if Flag.BEFORE_YEAR_END in one.flags else ""
        allowed = "headline.achieved_within" if than(one.target.basis) is None else "headline.in_step_within"
        return read.say(allowed if within else f"headline.{one.verdict}", **words)
    if Flag.REACHED_EARLY in one.flags:
        return read.say("headline.reached", **words)
    old = read.say("headline.stale", year=gap.latest_year) if Flag.STALE in one.flags else ""
    words |= {"median": median(read, one), "pace": needed(read, one), "stale": old}
    words["gap"] = read.difference(one.target, gap.expected_shortfall)
    short = falls_short(one.target, gap.expected_shortfall)
    return read.say("headline.projected" if short else "headline.projected_met", **words)


def so_far(one: Assessment) -> tuple[int, float] | None:
    """Year and value of the latest figure in use, in the plan's words, whether or not it can be judged; None
    where there is none, or where it does not measure the target (another area's total)."""
    if one.gap and one.gap.latest is not None:
        return one.gap.latest_year, one.gap.latest
    if one.track is None or Reason.NOT_QUANTIFIED not in one.reasons:
        return None
    latest = one.track.points[-1]
    if uses_index(one.target.basis) and latest.year <= one.track.base_year:
        return None
    return latest.year, in_words(one.target.basis, one.track, latest.year, latest.value)


def median(read: Reading, one: Assessment) -> str:
    """The projected value in the target year, as text."""
    if not one.projection or not one.track:
        return read.value(one.target, None)
    last = one.projection.bands[-1]
    return read.value(one.target, in_words(one.target.basis, one.track, last.year, last.median))


def needed(read: Reading, one: Assessment) -> str:
    """The required pace from now as a phrase: 后续需年均增长9.6%."""
    gap, track = one.gap, one.track
    if gap is None or track is None or gap.required_pace is None:
        return read.say("pace.none")
    spoken = pace_word(one.target, track)
    upward = "step_up" if spoken == "step" else spoken
    word = upward if gap.required_pace >= 0 else "step_down"
    last_year = track.target_year - gap.latest_year == 1
    return read.say(
        f"pace.year_{word}" if last_year else f"pace.{word}",
        pace=read.pace(one.target, abs(gap.required_pace)),
        year=track.target_year,
    )


def verdict_gap(read: Reading, one: Assessment) -> str:
    """By how much a target will be (or was) missed; `—` where that cannot be said."""
    if one.verdict is Verdict.UNKNOWN:
        return read.difference(one.target, None)
    return spoken_gap(read, one.target, shortfall(one))


def shortfall(one: Assessment) -> float | None:
    """What is expected to be missing in the target year, in the target's unit; without a projection, what is
    missing now. Negative beyond the target; None where it cannot be said."""
    if one.gap is None:
        return None
    return one.gap.distance if one.projection is None else one.gap.expected_shortfall


def spoken_gap(read: Reading, target: Target, short: float | None) -> str:
    """A gap with its unit; 无 where nothing is missing."""
    if short is not None and not falls_short(target, short):
        return read.say("panel.no_gap")
    return read.difference(target, short)


def falls_short(target: Target, short: float | None) -> bool:
    """Whether a gap is one by the plan's own rule, which compares levels rounded to the target's digits."""
    required = requirement(target.basis, target.direction)
    if short is None or required is None:
        return False
    rounding = 0.0 if uses_index(target.basis) else abs(required.goal - required.strict)
    nothing = SAME * abs(required.goal)
    return short > (-nothing if required.beyond else rounding + nothing)


def what_if(read: Reading, one: Assessment, yearly: float) -> str | None:
    """Where `yearly` (% for amounts, units a year else) would lead by the target year; None without data."""
    track = one.track
    required = requirement(one.target.basis, one.target.direction)
    if track is None or required is None or one.gap is None or latest_year(one) == track.target_year:
        return None
    latest = track.points[-1]
    then = _within(read, one, after(track, latest.year, latest.value, yearly, track.target_year))
    shown = in_words(one.target.basis, track, track.target_year, then)
    goal = in_words(one.target.basis, track, track.target_year, track.goal)
    return read.say(
        f"what_if.answer_{_outcome(required, then, track.direction)}",
        pace=read.say(f"what_if.pace_{pace_word(one.target, track)}", pace=read.pace(one.target, yearly)),
        about=about(read, one.target),
        year=track.target_year,
        value=read.value(one.target, shown),
        target=quoted(read, one.target),
        gap=read.difference(one.target, abs(goal - shown)),
    )


def _outcome(required: Requirement, then: float, direction: Direction) -> str:
    """`met`, `within` the tolerance of 左右 only, or `missed`."""
    if required.met(then, direction, strictly=True):
        return "met"
    return "within" if required.met(then, direction) else "missed"


def _within(read: Reading, one: Assessment, value: float) -> float:
    """A level kept within its indicator's bounds: no share passes 100 %."""
    indicator = read.plan.indicators[one.target.indicator]
    if uses_index(one.target.basis):
        return value
    low = value if indicator.lower is None else max(value, indicator.lower)
    return low if indicator.upper is None else min(low, indicator.upper)


def track_unit(read: Reading, one: Assessment) -> str:
    """The unit of the track's axis: the indicator's, or `2020年=100`."""
    if uses_index(one.target.basis):
        return read.say("unit.index", base=read.plan.base_year)
    return read.unit(one.target)
