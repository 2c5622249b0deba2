"""Figures that must add up: members to their whole, parts to what they are parts of, shares to 100 %.

The file's figures count where it has them, else the stored ones; nothing is said of stored figures alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from etl.examine.context import Context, shown
from etl.examine.findings import on_values
from etl.examine.merged import NOBODY, Merged, step_of
from etl.examine.packing import EPOCH, YEARS, Mask, Numbers, Whole
from etl.examine.places import Said
from indicators.areas import counted_members
from indicators.model import Aggregation, Remark, Severity

PARTS: Mapping[str, tuple[str, ...]] = {"gdp": ("gdp_primary", "gdp_secondary", "gdp_tertiary")}
"""Indicators that others add up to by definition, which the catalogue does not say. Where the shares of all
parts are indicators too (ratio of part and whole, in percent), these add up to 100 %."""
MEMBERS_SLACK = 0.02
"""Share by which members may miss the whole: counties' product was compiled apart from the city's until
2019, and printed sums still differ by one or two percent."""
PARTS_SLACK = 0.002
"""The same for parts of a whole, which come from one table: late corrections of one of them."""
SHARES_SLACK = 0.3
"""Points by which shares may miss 100 %: three figures rounded to a tenth, and a late correction."""
NOISE = 1e-6
HALF = 0.5
Failures = Iterator[tuple[int, Said]]


def members_differ(context: Context, merged: Merged) -> list[Remark]:
    """A total that its members' figures do not add up to; looked at where all of them have one."""
    said: dict[int, Said] = {}
    for plan in context.desk.plans:
        for area in plan.areas.values():
            if area.members:
                members = [context.desk.area_places[one.code] for one in counted_members(plan, area.code)]
                said |= dict(_members(context, merged, context.desk.area_places[area.code], members))
    return _told(context, "members_differ", said)


def parts_differ(context: Context, merged: Merged) -> list[Remark]:
    """Parts that do not add up to their whole, shares that do not add up to 100 %."""
    said: dict[int, Said] = {}
    for whole, parts in PARTS.items():
        if {whole, *parts} <= context.desk.indicator_places.keys():
            said |= dict(_parts(context, merged, parts, whole))
        shares = _shares(context, whole, parts)
        if len(shares) == len(parts):
            said |= dict(_parts(context, merged, shares))
    return _told(context, "parts_differ", said)


def _told(context: Context, check: str, said: Mapping[int, Said]) -> list[Remark]:
    rows = np.asarray(sorted(said), np.int64)
    return on_values(context.places, check, Severity.WARNING, rows, lambda row: said[row])


def _members(context: Context, merged: Merged, whole: int, members: list[int]) -> Failures:
    inside = np.zeros(len(context.desk.areas), bool)
    inside[members] = True
    for place, one in enumerate(context.desk.indicators):
        own = merged.levels(place)
        if one.aggregation is Aggregation.SUM and merged.filed[own].any():
            yield from _sums(context, merged, own, whole, inside)


def _sums(context: Context, merged: Merged, own: slice, whole: int, inside: Mask) -> Failures:
    """The years in which the levels of one indicator do not add up."""
    packing, key, value = merged.packing, merged.key[own], merged.value[own]
    area, year = packing.area(key), packing.year(key) - EPOCH
    part = inside[area]
    count = np.bincount(year[part], minlength=YEARS)
    total = np.bincount(year[part], value[part], minlength=YEARS)
    filed = np.bincount(year[part], merged.filed[own][part], minlength=YEARS) > 0
    total_at = (area == whole) & (count[year] == inside.sum()) & (filed[year] | merged.filed[own])
    for spot in np.flatnonzero(total_at & (np.abs(value - total[year]) > MEMBERS_SLACK * np.abs(value))):
        there = np.flatnonzero(part & (year == year[spot])) + own.start
        position, added = own.start + int(spot), float(total[year[spot]])
        if abs(added - value[spot]) > _rounding(context, merged, there):
            row = merged.told_at([position, *there.tolist()])
            yield row, _about_members(context, merged, row, position, added, len(there))


def _about_members(
    context: Context, merged: Merged, row: int, position: int, added: float, members: int
) -> Said:
    digits, area = context.indicator(row).decimals, int(merged.packing.area(merged.key[position]))
    return context.about(
        row,
        area_whole=context.desk.areas[area].code,
        stated=shown(float(merged.value[position]), digits),
        computed=shown(added, digits),
        members=str(members),
    )


def _parts(context: Context, merged: Merged, parts: tuple[str, ...], whole: str = "") -> Failures:
    """Where parts and their whole differ, or shares and 100 % where no whole is named."""
    sides = _sides(context, merged, (*parts, whole) if whole else parts)
    filed: Mask = np.logical_or.reduce([merged.filed[side] for side in sides])
    added: Numbers = np.add.reduce([merged.value[side] for side in sides[: len(parts)]])
    stated = merged.value[sides[-1]] if whole else np.full(len(added), 100.0)
    slack = PARTS_SLACK * np.abs(stated) if whole else np.full(len(added), SHARES_SLACK)
    for place in np.flatnonzero(filed & (np.abs(added - stated) > slack + NOISE)):
        each = np.array([side[place] for side in sides])
        difference = abs(float(added[place] - stated[place]))
        if not whole or difference > _rounding(context, merged, each) + NOISE:
            row = merged.told_at(each[::-1].tolist())
            sums = {"stated": shown(float(stated[place]), 1), "computed": shown(float(added[place]), 1)}
            yield row, context.about(row, indicator_parts=";".join(parts), **sums)


def _sides(context: Context, merged: Merged, codes: tuple[str, ...]) -> list[Whole]:
    """Positions of the levels of several indicators, for each area and year that has all of them."""
    places = context.desk.indicator_places
    first = merged.levels(places[codes[0]])
    sides = [np.arange(first.start, first.stop)]
    sides += [merged.beside(first, places[code]) for code in codes[1:]]
    there = np.logical_and.reduce([side != NOBODY for side in sides])
    return [side[there] for side in sides]


def _rounding(context: Context, merged: Merged, positions: Whole) -> float:
    """What rounding of all these figures together can do."""
    return HALF * float(step_of(merged, context.batch, context.desk, positions).sum())


def _shares(context: Context, whole: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """The indicators that are a part's share in the whole, in percent."""
    wanted = {(part, whole, 100.0) for part in parts}
    ones = context.desk.indicators
    return tuple(one.code for one in ones if (one.numerator, one.denominator, one.factor) in wanted)
