from __future__ import annotations

import math

import numpy as np
import pytest

from etl.examine.history import FEW, FLOORS, GROWTH_FLOOR, GROWTH_UNKNOWN, USUAL, USUAL_GROWTH, change, shaken
from indicators.model import Break, Kind
from tests.etl.examine.uploads import desk


def levels(*values, code="gdp", first=2015):
    return "\n".join(
        ["indicator year value", *(f"{code} {first + place} {value}" for place, value in enumerate(values))]
    )


def usual(stored, code="gdp", breaks=()):
    known = desk(stored, breaks)
    place = known.indicator_places[code]
    return {
        name: float(getattr(known.usual, name)[place])
        for name in ("centre", "width", "growth", "growth_width", "level")
    }


def test_too_short_a_history_leaves_the_floors():
    few = levels(*[100 * 1.5**year for year in range(FEW)])
    assert usual(few)["centre"] == USUAL[Kind.AMOUNT]
    assert usual(few)["width"] == FLOORS[Kind.AMOUNT]


def test_a_history_tells_the_usual_change():
    assert usual(levels(*[100 * 1.5**year for year in range(FEW + 1)]))["centre"] == pytest.approx(
        math.log(1.5)
    )


def test_a_wild_history_widens_what_is_plausible_and_one_wild_year_does_not():
    wild = levels(100, 200, 90, 210, 80, 220, 100)
    calm = levels(100, 106, 112, 119, 126, 400, 424)
    assert usual(wild)["width"] > 2
    assert usual(calm)["width"] == FLOORS[Kind.AMOUNT]


def test_changes_across_a_break_are_no_history():
    broken = levels(*[100 * 1.5**year for year in range(FEW + 1)])
    assert usual(broken, breaks=[Break("gdp", "*", 2017, "", "", "")])["centre"] == USUAL[Kind.AMOUNT]


def test_shares_change_by_points():
    shares = levels(*range(40, 52, 2), code="forest_cover")
    assert usual(shares, "forest_cover")["centre"] == 2
    assert usual(shares, "forest_cover")["width"] == FLOORS[Kind.SHARE]


def test_growth_has_its_own_history():
    rows = [f"growth {2015 + place} {value}" for place, value in enumerate((9, 8, 7, 8, 9))]
    assert usual("\n".join(["measure year value", *rows]))["growth"] == 8
    assert usual("\n".join(["measure year value", *rows]))["growth_width"] == GROWTH_FLOOR
    assert (usual("")["growth"], usual("")["growth_width"]) == (USUAL_GROWTH, GROWTH_UNKNOWN)


def test_the_usual_level_is_the_median_else_what_the_plan_asks_for():
    assert usual(levels(40, 50, 80, code="urbanization_rate"), "urbanization_rate")["level"] == 50
    assert usual("", "urbanization_rate")["level"] == 70
    assert math.isnan(usual("", "railway_length")["level"])


def test_a_change_is_in_logarithms_or_points_and_unknown_from_nothing():
    before, after, share = (
        np.array([100.0, 50, 0, 100]),
        np.array([110.0, 55, 5, 0]),
        np.array([False, True, False, False]),
    )
    assert change(before, after, share).tolist() == pytest.approx(
        [math.log(1.1), 5, math.nan, math.nan], nan_ok=True
    )


def test_the_pandemic_shakes_its_years_and_the_one_after():
    years = np.arange(2018, 2026)
    assert years[shaken(years)].tolist() == [2020, 2021, 2022, 2023]


def test_what_is_stored_now_is_almost_all_plausible(warehouse):
    """The floors and widths were chosen so; a new publication that strays is worth a look."""
    from etl.examine import Desk
    from indicators.store.reader import Store

    known = Desk.of(Store.open(warehouse))
    key, value, packing = known.stored.key, known.stored.value, known.packing
    chosen = np.flatnonzero(
        (packing.series(key[1:]) == packing.series(key[:-1])) & (packing.group(key[1:]) == 0)
    )
    place, years = (
        packing.indicator(key[1:][chosen]),
        packing.year(key[1:][chosen]) - packing.year(key[:-1][chosen]),
    )
    moved = change(value[:-1][chosen], value[1:][chosen], known.usual.share[place])
    far = np.abs(moved - years * known.usual.centre[place]) > known.usual.width[place] * np.sqrt(years)
    assert len(chosen) > 200
    assert far.sum() <= 0.03 * len(chosen)
