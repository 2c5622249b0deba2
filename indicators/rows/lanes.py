"""What every drawing of targets on one scale agrees on: its reach, and where marks and labels stand."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from indicators.rows.shapes import Pace, Rung

REACH = (-50.0, 150.0)
"""A ladder shows no more of the way, in %, than this; what lies beyond stands at the edge with an arrow."""
WIDE = 150.0
"""A longer axis has no room for a tick in the middle on a phone."""
CROWDED = 4.0
"""A pace beyond this many times the middle one (by size) stands at the edge with an arrow."""
BESIDE = 0.36
"""Labels nearer than this share of the axis overlap on a phone, where it is about 200 px long."""

Ends = tuple[float, float]
Labelled = tuple[float, str]
Panel = tuple[str, tuple[Pace, ...]]


def ladder_reach(rungs: Sequence[Rung]) -> Ends:
    """Ends of a ladder's axis: 0…100 and what lies beyond, within REACH."""
    ways = (way for one in rungs for way in (one.latest, one.expected, one.projected))
    values = [0.0, 100.0, *(way for way in ways if way is not None)]
    return max(min(values), REACH[0]), min(max(values), REACH[1])


def ladder_ticks(ends: Ends, base: str, target: str) -> list[Labelled]:
    """Places of a ladder's axis that are named, in ascending order."""
    named = {0.0: base, 100.0: target, REACH[0]: "−50%", REACH[1]: "150%"}
    named |= {50.0: "50%"} if ends[1] - ends[0] <= WIDE else {}
    return [(way, named[way]) for way in sorted(named) if ends[0] <= way <= ends[1]]


def way_begins(one: Rung) -> float | None:
    """0 where anything of the way from base to target is known."""
    return None if one.latest is None and one.projected is None else 0.0


def panels(paces: Sequence[Pace]) -> list[Panel]:
    """Paces by unit, in the order the units first appear."""
    units = dict.fromkeys(one.unit for one in paces)
    return [(unit, tuple(one for one in paces if one.unit == unit)) for unit in units]


def pace_reach(paces: Sequence[Pace]) -> Ends:
    """Ends of a panel's axis: zero and all paces, but none beyond CROWDED times the middle one."""
    values = [value for one in paces for value in (one.required, one.actual, one.best) if value is not None]
    limit = CROWDED * median(abs(value) for value in values) or max(map(abs, values))
    low, high = max(min(0.0, *values), -limit), min(max(0.0, *values), limit)
    return (low, high) if low < high else (0.0, 1.0)


def ladder_labels(one: Rung, ends: Ends) -> tuple[list[Labelled], list[Labelled]]:
    """Above the marks the latest value, below them the projected one; the base's where there is room."""
    above = [(one.latest, one.latest_label)] if one.latest is not None else []
    below = [(one.projected, one.projected_label)] if one.projected is not None else []
    if way_begins(one) is not None:
        tier((0.0, one.base_label), below, above, ends)
    return above, below


def pace_labels(one: Pace, ends: Ends) -> tuple[list[Labelled], list[Labelled]]:
    """Above the marks the required pace, below them the achieved one; the best where there is room."""
    above = [(one.required, one.required_label)]
    below = [(one.actual, one.actual_label)] if one.actual is not None else []
    if one.best is not None:
        tier((one.best, one.best_label), below, above, ends)
    return above, below


def place(value: float, ends: Ends) -> float:
    """Where a value is drawn: at the edge where it lies beyond the axis."""
    return min(max(value, ends[0]), ends[1])


def arrowed(value: float, label: str, ends: Ends) -> str:
    """A label, with an arrow where its value lies beyond the axis."""
    if value > ends[1]:
        return f"{label} →"
    return f"← {label}" if value < ends[0] else label


def tier(one: Labelled, first: list[Labelled], second: list[Labelled], ends: Ends) -> None:
    """Add a label where it is BESIDE from all others: on the first tier, else the second, else nowhere."""
    distance = BESIDE * (ends[1] - ends[0])
    for labels in (first, second):
        if one[1] and all(abs(place(one[0], ends) - place(other, ends)) >= distance for other, _ in labels):
            labels.append(one)
            return
