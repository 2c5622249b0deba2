"""One target's chart and tables: history, required path, projection, vintages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicators.flags import PANDEMIC
from indicators.gaps import after
from indicators.model import Assessment, Band, Flag, Point, Series, Track
from indicators.rows import practice
from indicators.rows.goals import goal_label
from indicators.rows.headline import headline, median, track_unit
from indicators.rows.reading import Reading
from indicators.rows.record import column
from indicators.rows.shapes import Cut, FanYear, Mark, Span, Trajectory
from indicators.targets import uses_index
from indicators.tracks import path
from indicators.units import MISSING, number, show


def trajectory(read: Reading, one: Assessment) -> Trajectory | None:
    """The chart of a target; None where there is nothing to draw."""
    track = one.track
    if track is None:
        return None
    judged = one.gap is not None
    latest = track.points[-1]
    return Trajectory(
        title=headline(read, one),
        subtitle=subtitle(read, one),
        history=tuple(_mark(read, one, point) for point in track.points),
        earlier=tuple(_mark(read, one, point) for point in track.earlier),
        required=_required(track) if judged else (),
        required_from_now=_from_now(one, track) if judged else (),
        fan=_fan(read, one, latest) if one.projection else (),
        target_year=track.target_year,
        target=track.goal if judged else None,
        target_label=read.say("chart.target", target=goal_label(read, one.target)),
        spans=tuple(_spans(read, one, track)),
        cuts=tuple(_cuts(read, one.series)) if track.earlier else (),
        history_label=read.say("chart.history"),
        required_label=read.say("chart.required"),
        now_label=read.say("chart.now"),
        fan_label=read.say("chart.fan"),
        latest_label=read.say("chart.latest", year=latest.year, latest=_shown(read, one, latest.value)),
        projected_label=read.say("chart.projected", year=track.target_year, median=median(read, one)),
        mark=practice.mark(read),
    )


def subtitle(read: Reading, one: Assessment) -> str:
    """Unit, area, as-of date and any stand-in."""
    text = read.say(
        "chart.subtitle",
        unit=track_unit(read, one) or read.say("unit.none"),
        area=read.area(one.area_used),
        as_of=one.as_of.isoformat(),
    )
    if Flag.STAND_IN not in one.flags:
        return text
    return text + read.say("chart.stand_in", area=read.area(one.area), area_used=read.area(one.area_used))


def source_line(read: Reading, one: Assessment) -> str:
    """Where the figures in use come from, for the foot of a picture."""
    names = dict.fromkeys(read.source(each) for each in one.evidence)
    return read.say("chart.sources", sources=read.listed(list(names)), as_of=one.as_of.isoformat())


def years(read: Reading, one: Assessment) -> list[dict[str, str]]:
    """A row a year: value in use, required path, projected quantiles; columns without any are left out."""
    track = one.track
    if track is None:
        return []
    values = {point.year: point.value for point in (*track.earlier, *track.points)}
    bands = {band.year: band for band in one.projection.bands} if one.projection else {}
    span = sorted({*values, *bands, track.target_year})
    rows = [_year(read, one, track, year, values, bands) for year in span]
    filled = {name for row in rows for name, text in row.items() if text != MISSING}
    return [{name: text for name, text in row.items() if name in filled} for row in rows]


def _year(
    read: Reading,
    one: Assessment,
    track: Track,
    year: int,
    values: dict[int, float],
    bands: dict[int, Band],
) -> dict[str, str]:
    band = bands.get(year)
    wanted = path(track, year) if one.gap and track.base_year <= year <= track.target_year else None
    numbers = {
        "value": values.get(year),
        "path": wanted,
        "median": band.median if band else None,
        "low80": band.p10 if band else None,
        "high80": band.p90 if band else None,
        "low50": band.p25 if band else None,
        "high50": band.p75 if band else None,
    }
    shown = {column(read, key): _shown(read, one, value) for key, value in numbers.items()}
    return {column(read, "year"): str(year)} | shown


def _shown(read: Reading, one: Assessment, value: float | None) -> str:
    """A value of the track: in the indicator's unit and decimals, or an index with one digit."""
    if value is None:
        return MISSING
    if uses_index(one.target.basis):
        return number(value, 1)
    return show(value, read.unit(one.target), read.plan.indicators[one.target.indicator].decimals)


def _mark(read: Reading, one: Assessment, point: Point) -> Mark:
    said = "<br>".join(
        read.say(
            "chart.hover_source",
            source=read.source(each),
            published=each.published or MISSING,
            grade=each.grade,
        )
        for each in dict.fromkeys(point.evidence)
    )
    shown = _shown(read, one, point.value)
    hover = read.say("chart.hover", year=point.year, value=shown, sources=said)
    return Mark(point.year, point.value, hover.removesuffix("<br>"))  # nobody publishes an index's base


def _required(track: Track) -> tuple[tuple[int, float], ...]:
    values = [(year, path(track, year)) for year in range(track.base_year, track.target_year + 1)]
    return tuple((year, value) for year, value in values if value is not None)


def _from_now(one: Assessment, track: Track) -> tuple[tuple[int, float], ...]:
    if one.gap is None or one.gap.required_pace is None:
        return ()
    latest = track.points[-1]
    span = range(latest.year, track.target_year + 1)
    return tuple(
        (year, after(track, latest.year, latest.value, one.gap.required_pace, year)) for year in span
    )


def _fan(read: Reading, one: Assessment, latest: Point) -> tuple[FanYear, ...]:
    bands: Sequence[Band] = one.projection.bands if one.projection else ()
    start = FanYear(latest.year, *(latest.value,) * 5, "")
    return (start, *(_fan_year(read, one, band) for band in bands))


def _fan_year(read: Reading, one: Assessment, band: Band) -> FanYear:
    names = ("median", "p10", "p25", "p75", "p90")
    texts = {name: _shown(read, one, getattr(band, name)) for name in names}
    hover = read.say("chart.hover_fan", year=band.year, **texts)
    return FanYear(band.year, band.p10, band.p25, band.median, band.p75, band.p90, hover)


def _spans(read: Reading, one: Assessment, track: Track) -> Iterable[Span]:
    indicator = read.plan.indicators[one.target.indicator]
    shown = [point.year for point in (*track.earlier, *track.points)]
    if indicator.pandemic and min(shown) <= PANDEMIC[1]:
        yield Span(*PANDEMIC, read.say("chart.pandemic"))


def _cuts(read: Reading, series: Series) -> Iterable[Cut]:
    for one in series.breaks:
        yield Cut(one.year, read.pick(one.note, one.note_en))
