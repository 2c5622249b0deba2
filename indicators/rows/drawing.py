"""What every drawing of a trajectory agrees on: how far its axes reach, which years join, what is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indicators.rows.shapes import Cut, Mark, Span, Trajectory

PAD = 0.08
"""Room above and below the values, as a share of their range."""
FAN_REACH = 1.0
"""The fan may widen the range on each side by at most this share of it; a wider one runs off the chart,
since a drawing that shows all of a very wide fan shows nothing else."""
HALF_TARGET = 0.35
"""Half the length of the target's line, in years."""


@dataclass(frozen=True)
class Scale:
    """Values `low`…`high` and years `first`…`last` that are drawn."""

    low: float
    high: float
    first: int
    last: int


def scale_of(rows: Trajectory) -> Scale | None:
    """Axes that hold everything but the far ends of a very wide fan; None without a single value."""
    values = _values(rows)
    if not values:
        return None
    years = [one.year for one in (*rows.history, *rows.earlier)]
    years += [year for year, _ in (*rows.required, *rows.required_from_now)]
    years += [one.year for one in rows.fan]
    low, high = _with_fan(rows, min(values), max(values))
    pad = PAD * (high - low) or abs(high) * PAD or 1.0
    floor = 0.0 if low >= 0 else low - pad
    return Scale(max(low - pad, floor), high + pad, min(years), max(*years, rows.target_year))


def runs(marks: Sequence[Mark], breaks: Sequence[Cut]) -> tuple[list[list[Mark]], list[tuple[Mark, Mark]]]:
    """Measured years in unbroken runs, and the pairs around years without data; none across a break."""
    solid: list[list[Mark]] = [[one] for one in marks[:1]]
    dotted = []
    for before, after in pairwise(marks):
        if after.year - before.year == 1 and not _cut(before, after, breaks):
            solid[-1].append(after)
            continue
        solid.append([after])
        if not _cut(before, after, breaks):
            dotted.append((before, after))
    return solid, dotted


def shown_cuts(rows: Trajectory, scale: Scale) -> list[Cut]:
    """The breaks between years that are drawn."""
    return [one for one in rows.cuts if scale.first < one.year <= scale.last]


def beside(rows: Trajectory, cut: Cut) -> list[float]:
    """The measured values next to a break: the last before it, the first after it."""
    marks = sorted((*rows.earlier, *rows.history), key=lambda mark: mark.year)
    before = [mark.value for mark in marks if mark.year < cut.year][-1:]
    return before + [mark.value for mark in marks if mark.year >= cut.year][:1]


def gap_at(rows: Trajectory, cut: Cut, scale: Scale) -> float:
    """The height of ⫽: the middle of the gap that a break leaves."""
    values = beside(rows, cut)
    return sum(values) / len(values) if values else scale.low


def shown_spans(spans: Sequence[Span], scale: Scale) -> list[tuple[Span, float, float]]:
    """Shaded years with the edges of their part that is drawn."""
    inside = [one for one in spans if one.first <= scale.last and one.last >= scale.first]
    return [(one, max(one.first, scale.first) - 0.5, min(one.last, scale.last) + 0.5) for one in inside]


def span_name(one: Span) -> str:
    """2020–2022 疫情."""
    return f"{one.first}–{one.last} {one.label}" if one.first != one.last else f"{one.first} {one.label}"


def year_ticks(first: int, last: int, most: int = 8) -> list[int]:
    """At most `most` whole years, the last one always among them; eight fit side by side on a phone."""
    step = next((one for one in (1, 2, 5, 10) if (last - first) / one <= most - 1), 20)
    return list(range(last, first - 1, -step))[::-1]


def _values(rows: Trajectory) -> list[float]:
    measured = [one.value for one in (*rows.history, *rows.earlier)]
    paths = [value for _, value in (*rows.required, *rows.required_from_now)]
    medians = [one.median for one in rows.fan]
    drawn = [*measured, *paths, *medians]
    return [*drawn, rows.target] if drawn and rows.target is not None else drawn


def _with_fan(rows: Trajectory, low: float, high: float) -> tuple[float, float]:
    reach = FAN_REACH * (high - low)
    bottom = min((one.p10 for one in rows.fan), default=low)
    top = max((one.p90 for one in rows.fan), default=high)
    return min(low, max(bottom, low - reach)), max(high, min(top, high + reach))


def _cut(before: Mark, after: Mark, breaks: Sequence[Cut]) -> bool:
    return any(before.year < one.year <= after.year for one in breaks)
