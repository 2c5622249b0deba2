"""Axes of native charts: whole years, a few round levels, % of the way."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from indicators.report.workbook.formats import quoted
from indicators.rows.drawing import Scale, year_ticks
from indicators.units import MINUS

MOST_YEARS = 10
"""Years that stand beside each other below a chart."""
LEVELS = 5
"""About as many levels as a chart shows."""
ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
"""First digits of the steps between levels."""
STEP = 25.0
"""% of the way from line to line of a ladder."""


@dataclass(frozen=True)
class Axis:
    """Ends of an axis, the step from line to line and how numbers are written; without ends one of names."""

    low: float = 0.0
    high: float = 0.0
    step: float = 0.0
    pattern: str = "General"


def years(scale: Scale) -> Axis:
    """Whole years with room after the last; every line is a year that is written."""
    ticks = year_ticks(scale.first, scale.last, MOST_YEARS)
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1
    first = ticks[0] - step if ticks[0] > scale.first else ticks[0]
    return Axis(first, scale.last + 1, step, "0")


def levels(scale: Scale) -> Axis:
    """Round levels that hold the whole scale."""
    raw = (scale.high - scale.low) / LEVELS
    power = 10.0 ** floor(log10(raw))
    step = next(power * one for one in ROUND if power * one >= raw * (1 - 1e-9))
    decimals = max(0, -floor(log10(power)) + (1 if step == power * ROUND[2] else 0))
    low, high = floor(scale.low / step + 1e-9) * step, ceil(scale.high / step - 1e-9) * step
    pattern = signed("0." + "0" * decimals if decimals else "0")
    return Axis(round(low, 12), round(high, 12), round(step, 12), pattern)


def ways(low: float, high: float) -> Axis:
    """% of the way, between the ends of a ladder."""
    return Axis(floor(low / STEP) * STEP, ceil(high / STEP) * STEP, STEP, signed(f"0{quoted('%')}"))


def signed(plain: str) -> str:
    """A format whose minus is that of the screen."""
    return f"{plain};{quoted(MINUS)}{plain}"
