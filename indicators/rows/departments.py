"""A lead department's gaps: sentence, ladder, paces, and the data it still owes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from indicators.model import Assessment, Flag, Track, Verdict
from indicators.rows.board import BAD, counts, relative_gap, worst_first
from indicators.rows.headline import median, verdict_gap
from indicators.rows.reading import Reading
from indicators.rows.shapes import Ladder, Pace, Paces, Rung
from indicators.targets import uses_index
from indicators.tracks import path, way
from indicators.units import MISSING


def led_by(assessments: Sequence[Assessment], department: str | None) -> list[Assessment]:
    """Targets a department leads (all targets where None), worst first."""
    return worst_first([one for one in assessments if department in (None, one.target.lead)])


def shared_by(assessments: Sequence[Assessment], department: str | None) -> list[Assessment]:
    """Targets a department is jointly responsible for, worst first."""
    return worst_first([one for one in assessments if department in one.target.joint])


def leads(read: Reading, assessments: Sequence[Assessment]) -> tuple[str, ...]:
    """Codes of the departments that lead any target, in the plan's order."""
    leading = {one.target.lead for one in assessments}
    return tuple(code for code in read.plan.departments if code in leading)


def chosen(assessments: Sequence[Assessment], departments: Collection[str]) -> list[Assessment]:
    """The targets that some departments lead, of all where none is named, in the plan's order."""
    return [one for one in assessments if not departments or one.target.lead in departments]


def summary(read: Reading, led: Sequence[Assessment], *, everyone: bool = False) -> str:
    """How many of the led targets (of all, with `everyone`) stand how, and which is worst."""
    if not led:
        return read.say("department.nothing")
    words = [
        read.say("department.count", count=count, verdict=read.verdict(verdict))
        for verdict, count in counts(led)
        if count
    ]
    bad = [one for one in led if one.verdict in BAD]
    worst = max(bad, key=relative_gap) if bad else None
    return read.say(
        "department.summary_all" if everyone else "department.summary",
        led=len(led),
        counts=read.listed(words),
        worst=read.say("department.worst", name=read.short(worst.target), gap=verdict_gap(read, worst))
        if worst
        else "",
    ).strip()


def ladder(
    read: Reading, title: str, led: Sequence[Assessment], shared: Sequence[Assessment], as_of: str
) -> Ladder:
    """All targets on one scale in % of the way from base to target; shared ones are muted."""
    rungs = [rung(read, one, muted=False) for one in led] + [rung(read, one, muted=True) for one in shared]
    return Ladder(
        title=title,
        subtitle=read.say("chart.ladder_subtitle", as_of=as_of) + _stand_ins(read, [*led, *shared]),
        rungs=tuple(rungs),
        base_word=read.say("chart.base_word"),
        latest_word=read.say("chart.latest_word"),
        expected_word=read.say("chart.expected_word"),
        projected_word=read.say("chart.projected_word"),
        target_word=read.say("chart.target_word"),
        axis_word=read.say("chart.axis_word"),
    )


def rung(read: Reading, one: Assessment, *, muted: bool) -> Rung:
    """One target on the ladder; a target that cannot be judged is muted too."""
    target, gap, track = one.target, one.gap, one.track
    last = one.projection.bands[-1] if one.projection else None
    return Rung(
        number=target.number,
        name=read.short(target),
        verdict=one.verdict,
        verdict_label=_verdict(read, one),
        latest=_covered(track, track.points[-1].value if track and gap else None),
        latest_label=_latest(read, one),
        expected=_covered(track, path(track, track.points[-1].year) if track and gap else None),
        projected=_covered(track, last.median if last else None),
        projected_low=_covered(track, last.p10 if last else None),
        projected_high=_covered(track, last.p90 if last else None),
        projected_label=median(read, one),
        base_label=_base_label(read, one),
        target_label=read.goal(target),
        muted=muted or one.verdict is Verdict.UNKNOWN,
        hover=_hover(read, one),
        note=_note(read, one),
    )


def paces(read: Reading, led: Sequence[Assessment]) -> Paces:
    """Required pace from now beside what was achieved; only where a pace is still needed."""
    rows = [pace for one in led if (pace := _pace(read, one))]
    return Paces(
        title=read.say("chart.paces_title"),
        subtitle=read.say("chart.paces_subtitle"),
        paces=tuple(rows),
        required_word=read.say("chart.required_pace"),
        actual_word=read.say("chart.actual_pace"),
        best_word=read.say("chart.best_pace"),
    )


def _verdict(read: Reading, one: Assessment) -> str:
    """The verdict's word; none on another area's figures without the mark that the subtitle explains."""
    return read.verdict(one.verdict) + ("*" if Flag.STAND_IN in one.flags else "")


def _stand_ins(read: Reading, shown: Sequence[Assessment]) -> str:
    """Which area stands in, where one does."""
    marked = [one for one in shown if Flag.STAND_IN in one.flags]
    if not marked:
        return ""
    one = marked[0]
    return read.say("chart.ladder_stand_in", area=read.area(one.area), area_used=read.area(one.area_used))


def _latest(read: Reading, one: Assessment) -> str:
    return read.value(one.target, one.gap.latest if one.gap else None)


def _hover(read: Reading, one: Assessment) -> str:
    return read.say(
        "chart.ladder_hover",
        number=one.target.number,
        name=read.name(one.target),
        latest=_latest(read, one),
        expected=read.value(one.target, one.gap.should_be if one.gap else None),
        projected=median(read, one),
        target=read.goal(one.target),
    )


def _note(read: Reading, one: Assessment) -> str:
    """Why a row is empty, or what can be said without a way to measure along; blank where it is not."""
    if one.gap and one.track and way(one.track) is not None:
        return ""
    if one.verdict is Verdict.UNKNOWN:
        return read.listed([read.say(f"reason.{reason}") for reason in one.reasons])
    return read.say("chart.ladder_note", latest=_latest(read, one), projected=median(read, one))


def _base_label(read: Reading, one: Assessment) -> str:
    """The base's value; blank where the base is an index, which is no value worth naming."""
    if one.track is None or one.gap is None or way(one.track) is None or uses_index(one.target.basis):
        return ""
    return "" if one.gap.latest_year == one.track.base_year else read.value(one.target, one.track.base)


def _pace(read: Reading, one: Assessment) -> Pace | None:
    gap, target = one.gap, one.target
    if gap is None or gap.required_pace is None:
        return None
    return Pace(
        number=target.number,
        name=read.short(target),
        verdict=one.verdict,
        required=gap.required_pace,
        actual=gap.actual_pace,
        best=gap.best_pace,
        required_label=read.pace(target, gap.required_pace),
        actual_label=read.pace(target, gap.actual_pace) if gap.actual_pace is not None else MISSING,
        best_label=read.pace(target, gap.best_pace) if gap.best_pace is not None else MISSING,
        unit=read.pace_unit(target),
    )


def _covered(track: Track | None, value: float | None) -> float | None:
    """A value in % of the way from base to target."""
    length = way(track) if track else None
    if track is None or value is None or track.base is None or length is None:
        return None
    return 100 * (value - track.base) / length
