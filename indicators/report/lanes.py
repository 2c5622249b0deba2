"""Ladder and paces for paper: the rows that the screen draws, placed on lanes."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.palette import ACCENT, FAN_50, INK, MUTED, MUTED_BAND, SECONDARY, VERDICTS
from indicators.report.blocks import Badge, Lane, Lanes, Sign, Written
from indicators.rows.lanes import (
    Ends,
    Labelled,
    arrowed,
    ladder_labels,
    ladder_reach,
    ladder_ticks,
    pace_labels,
    pace_reach,
    panels,
    place,
    way_begins,
)
from indicators.rows.reading import Reading
from indicators.rows.shapes import Ladder, Pace, Paces, Rung
from indicators.units import number

Place = tuple[str, float | None, str]
"""Shape of a mark, its value on the axis, its colour."""


def ladder(read: Reading, rows: Ladder) -> Lanes:
    """All targets on one scale in % of the way from base to target."""
    ends = ladder_reach(rows.rungs)
    return Lanes(
        left=read.say("column.name"),
        ticks=_written(ladder_ticks(ends, rows.base_word, rows.target_word), ends),
        right=rows.target_word,
        key=(
            ("base", rows.base_word),
            ("latest", rows.latest_word),
            ("expected", rows.expected_word),
            ("projected", read.say("document.with_band", word=rows.projected_word)),
            ("target", rows.target_word),
        ),
        lanes=tuple(_rung(one, ends) for one in rows.rungs),
    )


def paces(read: Reading, rows: Paces) -> tuple[Lanes, ...]:
    """Required beside achieved paces, one set of lanes a unit."""
    key = (("required", rows.required_word), ("latest", rows.actual_word), ("best", rows.best_word))
    return tuple(
        Lanes(
            left=read.say("column.name"),
            ticks=_written(_pace_ticks(ends := pace_reach(ones), unit), ends),
            right=rows.best_word,
            key=key,
            lanes=tuple(_pace(one, ends) for one in ones),
        )
        for unit, ones in panels(rows.paces)
    )


def _rung(one: Rung, ends: Ends) -> Lane:
    muted, line = one.muted, MUTED if one.muted else SECONDARY
    measured, projected = (MUTED, MUTED) if muted else (INK, ACCENT)
    whole = None if way_begins(one) is None else 100.0
    above, below = ladder_labels(one, ends)
    interval = (one.projected_low, one.projected_high)
    return Lane(
        name=f"{one.number} {one.name}",
        badge=Badge.of(one.verdict, one.verdict_label),
        signs=_signs(
            [
                ("base", way_begins(one), line),
                ("target", whole, measured),
                ("expected", one.expected, line),
                ("projected", one.projected, projected),
                ("latest", one.latest, measured),
            ],
            ends,
        ),
        band=_stretch(*interval, ends),
        band_colour=MUTED_BAND if muted else FAN_50,
        bridge=None,
        above=_written(above, ends),
        below=_written(below, ends),
        right=one.target_label,
        note=one.note,
        muted=muted,
    )


def _pace(one: Pace, ends: Ends) -> Lane:
    above, below = pace_labels(one, ends)
    fill = VERDICTS[one.verdict].fill
    places: list[Place] = [("best", one.best, SECONDARY), ("latest", one.actual, INK)]
    return Lane(
        name=f"{one.number} {one.name}",
        badge=Badge.of(one.verdict, ""),
        signs=_signs([*places, ("required", one.required, fill)], ends),
        band=None,
        band_colour=fill,
        bridge=_stretch(one.actual, one.required, ends),
        above=_written(above, ends),
        below=_written(below, ends),
        right=one.best_label,
        note="",
        muted=False,
    )


def _signs(places: Sequence[Place], ends: Ends) -> tuple[Sign, ...]:
    """What matters most last, so that it lies on top."""
    return tuple(
        Sign(shape, _share(value, ends), colour) for shape, value, colour in places if value is not None
    )


def _stretch(low: float | None, high: float | None, ends: Ends) -> tuple[float, float] | None:
    if low is None or high is None:
        return None
    left, right = sorted((_share(low, ends), _share(high, ends)))
    return left, right


def _written(labels: Sequence[Labelled], ends: Ends) -> tuple[Written, ...]:
    return tuple(Written(_share(value, ends), arrowed(value, text, ends)) for value, text in labels if text)


def _pace_ticks(ends: Ends, unit: str) -> list[Labelled]:
    """Zero, and at the far end the unit."""
    far = ends[1] if ends[1] > 0 else ends[0]
    return [(0.0, number(0.0, 0)), (far, unit)]


def _share(value: float, ends: Ends) -> float:
    """Place on the lane, 0–1, with digits enough for a tenth of a millimetre."""
    return round((place(value, ends) - ends[0]) / (ends[1] - ends[0]), 4)
