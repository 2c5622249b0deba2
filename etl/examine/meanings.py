"""Indicator, measure and unit of each figure. The three are understood together, each combination once:
the label of an indicator may tell the other two, and what a unit means depends on the indicator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from etl.examine import units
from etl.examine.desk import Desk
from etl.examine.labels import Labels, spread
from etl.examine.names import BLANK_MEASURES, Name, read_area, read_indicator, read_measure
from etl.examine.packing import MEASURES, Mask, Numbers, Whole
from indicators.model import Direction, Indicator, Measure
from indicators.series import LINKS

UNKNOWN = -1
DENSE = 1 << 22
"""Combinations that are counted in a table; more are sorted."""


class Meaning(NamedTuple):
    """One combination. `size` and `wanted` are those of its unit and of the catalogue's; `fits` says that
    they measure the same, `assumed` that the file names no unit, `from_unit` that it tells the measure."""

    indicator: int
    measure: int
    unit: str
    size: float = 1.0
    wanted: float = 1.0
    fits: bool = True
    assumed: bool = False
    from_unit: bool = False


@dataclass(frozen=True)
class Meanings:
    """The same for every row; `units` are the units as they are called."""

    indicator: Whole
    measure: Whole
    units: Labels
    size: Numbers
    wanted: Numbers
    fits: Mask
    assumed: Mask
    from_unit: Mask


def read(names: Labels, measures: Labels, unit_labels: Labels, desk: Desk) -> Meanings:
    """The meaning of every row."""
    each, which = _combinations(names, measures, unit_labels)
    known = [read_indicator(word, desk.lexicon.indicators) for word in names.words]
    kinds = [_kind(word) for word in measures.words]
    found = [_meaning(known[i], kinds[m], unit_labels.words[u], desk) for i, m, u in each]
    words = list(dict.fromkeys(one.unit for one in found))
    place = {word: code for code, word in enumerate(words)}

    return Meanings(
        indicator=spread(np.array([one.indicator for one in found], np.int64), which),
        measure=spread(np.array([one.measure for one in found], np.int64), which),
        units=Labels(spread(np.array([place[one.unit] for one in found], np.int32), which), words),
        size=spread(np.array([one.size for one in found], float), which),
        wanted=spread(np.array([one.wanted for one in found], float), which),
        fits=spread(np.array([one.fits for one in found], bool), which),
        assumed=spread(np.array([one.assumed for one in found], bool), which),
        from_unit=spread(np.array([one.from_unit for one in found], bool), which),
    )


def area_place(desk: Desk) -> Callable[[str], int]:
    """The place of the area that a label names."""
    return lambda word: desk.area_places.get(read_area(word, desk.lexicon.areas) or "", UNKNOWN)


def _combinations(*labels: Labels) -> tuple[list[tuple[int, ...]], Whole]:
    """The different combinations of codes, and which of them each row has."""
    sizes = [max(len(one.words), 1) for one in labels]
    packed = labels[0].codes.astype(np.int64)
    for one, count in zip(labels[1:], sizes[1:], strict=True):
        packed = packed * count + one.codes
    total = int(np.prod([float(size) for size in sizes]))
    if total <= DENSE:
        there = np.flatnonzero(np.bincount(packed, minlength=1))
        places = np.zeros(total, np.int64)
        places[there] = np.arange(len(there))
        which = places[packed]
    else:
        there, which = np.unique(packed, return_inverse=True)
    return list(zip(*(part.tolist() for part in np.unravel_index(there, sizes)), strict=True)), which


def _kind(label: str) -> Measure | int | None:
    """None where a label is blank, UNKNOWN where it is not understood."""
    found = read_measure(label)
    return found if found or label.strip() in BLANK_MEASURES else UNKNOWN


def _meaning(name: Name | None, kind: Measure | int | None, unit: str, desk: Desk) -> Meaning:
    if name is None:
        place = MEASURES.index(kind) if isinstance(kind, Measure) else UNKNOWN
        return Meaning(UNKNOWN, place, units.spelled(unit))
    place = desk.indicator_places[name.code]
    indicator, stated = desk.indicators[place], units.spelled(unit) or name.unit
    measure, from_unit = _measure(kind, name, stated, indicator)
    if measure == UNKNOWN:
        return Meaning(place, UNKNOWN, stated)
    wanted = "%" if _rate(measure, stated) else indicator.unit
    sizes = units.size(stated or wanted, wanted)
    called, own, other = sizes or (stated, 1.0, 1.0)
    assumed = not stated and bool(wanted)
    return Meaning(place, measure, called, own, other, sizes is not None, assumed, from_unit)


def _measure(kind: Measure | int | None, name: Name, unit: str, indicator: Indicator) -> tuple[int, bool]:
    """The kind of figure: as the column says, else the label, else a level, unless the unit speaks against.

    A rate of an indicator that is told by its cut may be either, so it stays unknown.
    """
    if kind == UNKNOWN:
        return UNKNOWN, False
    told = kind if isinstance(kind, Measure) and kind is not Measure.LEVEL else name.measure or kind
    if isinstance(told, Measure):
        return MEASURES.index(told), False
    if unit not in ("%", "‰") or indicator.unit == "%":
        return MEASURES.index(Measure.LEVEL), False
    if indicator.direction is Direction.DOWN:
        return UNKNOWN, False
    return MEASURES.index(Measure.GROWTH), True


def _rate(measure: int, unit: str) -> bool:
    kind = MEASURES[measure]
    return kind in LINKS or (kind is Measure.WORK_TARGET and unit == "%")
