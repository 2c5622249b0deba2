"""How far the axes of a trajectory reach."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.rows.shapes import Trajectory

PAD = 0.08
"""Room above and below the values, as a share of their range."""
FAN_REACH = 1.0
"""The fan may widen the range on each side by at most this share of it; a wider one runs off the chart,
since a drawing that shows all of a very wide fan shows nothing else."""


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
