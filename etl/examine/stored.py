"""The figures in use, and the years across which they may not be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from etl.examine.labels import Labels
from etl.examine.packing import Mask, Numbers, Packing, Whole, group
from indicators.model import Break, Measure

EVERYWHERE = -1


@dataclass(frozen=True)
class Stored:
    """The figures in use, ascending by key: one for each."""

    packing: Packing
    key: Whole
    value: Numbers
    found: pa.Array
    preliminary: Mask

    def span(self, indicator: int, measure: int) -> slice:
        """Where an indicator's observations of one kind lie, of single years."""
        return self.packing.span(self.key, int(self.packing.prefix(indicator, 2 * measure)))


class Cut(NamedTuple):
    """A break by the places of its indicator and area (EVERYWHERE for all areas)."""

    indicator: int
    area: int
    year: int


def stored(figures: pa.Table, indicators: Sequence[str], areas: Sequence[str], packing: Packing) -> Stored:
    """`Store.figures_in_use` packed. Figures of codes that no plan knows any more are left out: no file can
    speak of them."""
    indicator, area = _places(figures, "indicator", indicators), _places(figures, "area", areas)
    measure = _places(figures, "measure", [one.value for one in Measure])
    start = figures["period_start"].fill_null(0).to_numpy().astype(np.int64)
    aside = 1 - figures["usable"].to_numpy().astype(np.int64)
    year = figures["year"].to_numpy().astype(np.int64)
    known = np.flatnonzero((indicator >= 0) & (area >= 0) & (measure >= 0))
    key = packing.key(indicator, group(measure, aside), start, area, year)[known]
    sorting = packing.sorted(key)
    order = known[sorting]
    return Stored(
        packing=packing,
        key=key[sorting],
        value=figures["value"].to_numpy()[order],
        found=figures["found"].combine_chunks().take(pa.array(order)),
        preliminary=figures["preliminary"].to_numpy()[order],
    )


def cuts(breaks: Iterable[Break], indicators: Mapping[str, int], areas: Mapping[str, int]) -> tuple[Cut, ...]:
    """The breaks of known indicators and areas."""
    areas = {**areas, "*": EVERYWHERE}
    return tuple(
        Cut(indicators[one.indicator], areas[one.area], one.year)
        for one in breaks
        if one.indicator in indicators and one.area in areas
    )


def crossing(cuts: Iterable[Cut], packing: Packing, key: Whole, before: Whole) -> Mask:
    """Where a break lies between a figure and the year `before` it: the two are not comparable."""
    found = np.zeros(len(key), bool)
    indicator, area, year = packing.indicator(key), packing.area(key), packing.year(key)
    for one in cuts:
        here = (indicator == one.indicator) & ((area == one.area) | (one.area == EVERYWHERE))
        found |= here & (before < one.year) & (year >= one.year)
    return found


def _places(figures: pa.Table, name: str, codes: Sequence[str]) -> Whole:
    known = {code: place for place, code in enumerate(codes)}
    column = figures[name]
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    return Labels.of(pa.table({name: coded}), name).mapped(lambda word: known.get(word, -1))
