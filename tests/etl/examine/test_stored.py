from __future__ import annotations

import numpy as np

from etl.examine.packing import LEVEL
from etl.examine.stored import crossing
from indicators.model import Break
from tests.etl.examine.uploads import desk

STORED = """
indicator area   year value usable
gdp       520302 2023 700   yes
gdp       520300 2024 5027  yes
gdp       520300 2023 4675  yes
gdp       520300 2023 4500  no
nonsense  520300 2023 1     yes
gdp       nowhere 2023 1    yes
"""


def test_stored_figures_are_ordered_and_those_of_unknown_codes_left_out():
    stored = desk(STORED).stored
    assert stored.key.tolist() == sorted(stored.key.tolist())
    assert sorted(stored.value.tolist()) == [700, 4500, 4675, 5027]


def test_a_span_holds_the_observations_of_one_indicator_area_by_area_and_year_by_year():
    known = desk(STORED)
    own = known.stored.span(known.indicator_places["gdp"], LEVEL)
    packing, keys = known.packing, known.stored.key[own]
    found = [
        (known.areas[area].code, year)
        for area, year in zip(packing.area(keys), packing.year(keys), strict=True)
    ]
    assert sorted(found) == [("520300", 2023), ("520300", 2024), ("520302", 2023)]
    assert 4500 not in known.stored.value[own]


def test_a_break_lies_between_the_year_before_and_its_own():
    known = desk(STORED, [Break("gdp", "520300", 2024, "", "", ""), Break("nonsense", "*", 2024, "", "", "")])
    keys = known.stored.key[known.stored.span(known.indicator_places["gdp"], LEVEL)]
    found = crossing(known.cuts, known.packing, keys, known.packing.year(keys) - 1)
    told = {(known.areas[known.packing.area(key)].code, int(known.packing.year(key))) for key in keys[found]}
    assert told == {("520300", 2024)}
    assert not crossing(known.cuts, known.packing, keys, np.full(len(keys), 2024)).any()
    assert len(known.cuts) == 1
