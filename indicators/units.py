"""Value and unit → text, and one unit → another: one rounding rule for screen, PDF and workbook."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from indicators.errors import UnknownName

MISSING = "—"
MINUS = "−"
SIGNIFICANT = 13
"""Digits of a number that mean anything: (1.2 − 0.54) / 4 is 0.165, not 0.16499999999999998."""
NOISE = 1e-9
"""Share of a number that converting its unit may change."""
FAMILIES: tuple[dict[str, float], ...] = (
    {"元": 1, "万元": 1e4, "亿元": 1e8, "yuan": 1},
    {"人": 1, "万人": 1e4, "亿人": 1e8},
    {"人次": 1, "万人次": 1e4, "亿人次": 1e8, "人": 1, "万人": 1e4, "亿人": 1e8},
    {"公里": 1, "km": 1, "千米": 1, "米": 1e-3},
    {"平方公里": 1, "km2": 1, "km²": 1, "平方千米": 1, "公顷": 1e-2},
    {"公里/百平方公里": 1, "km/100km2": 1},
    {"公里/平方公里": 1, "km/km2": 1},
    {"%": 1, "‰": 0.1},
    {"": 1, "倍": 1, "∶1": 1},
    {"年": 1},
    {"张": 1},
    {"个": 1},
    {"吨标准煤/万元": 1},
    {"吨/万元": 1},
    {"元/人": 1},
    {"岁": 1},
    {"件": 1},
    {"亿吨": 1},
    {"亿吨标准煤": 1},
)
"""Units of one family and the size of each in the family's smallest common unit."""


def known_units() -> set[str]:
    """Every unit that can be read."""
    return {unit for family in FAMILIES for unit in family}


def convert(value: float, unit_from: str, unit_to: str) -> float:
    """`value` in `unit_from` → in `unit_to`. Raises UnknownName where the two do not measure the same."""
    if unit_from == unit_to:
        return value
    for family in FAMILIES:
        if unit_from in family and unit_to in family:
            return value * family[unit_from] / family[unit_to]
    raise UnknownName(f"unit (for {unit_to or 'a plain number'})", unit_from, known_units())


def rounded(value: float, digits: int) -> float:
    """Half away from zero, as statistics offices round (2.345 → 2.35), not half to even."""
    exact = Decimal(f"{value:.{SIGNIFICANT}g}")
    return float(exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP))


def number(value: float | None, digits: int, *, signed: bool = False) -> str:
    """`-3.14159, 2` → `−3.14`; None → `—`; never `−0`."""
    if value is None:
        return MISSING
    exact = rounded(value, digits)
    sign = MINUS if exact < 0 else ("+" if signed and exact > 0 else "")
    return f"{sign}{abs(exact):.{digits}f}"


def with_unit(text: str, unit: str) -> str:
    """A finished number and its unit: a space before Latin units, none before Chinese ones and %."""
    if text == MISSING or not unit:
        return text
    space = " " if unit[0].isascii() and unit[0] != "%" else ""
    return f"{text}{space}{unit}"


def show(value: float | None, unit: str, digits: int, *, signed: bool = False) -> str:
    """Value and unit as the plan writes them: `5000亿元`, `70%`, `0.73亿人次`."""
    return with_unit(number(value, digits, signed=signed), unit)
