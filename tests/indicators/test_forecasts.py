"""What goes on record of a forecast, and when two forecasts are one."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.forecasts import as_cells, distinct, forecasts_of, from_cells
from indicators.model import Direction, Kind, Level, MeanGrowth, Verdict
from tests.indicators.said import SAID, said
from tests.indicators.worked import SHARE, growth, judged, levels, plan

SEEN = levels({2020: 56.0, 2021: 58.0, 2022: 60.0, 2023: 62.0})
KNOWN = plan(SHARE)


def stated(observations, basis, direction=Direction.UP, **options):
    one = judged(observations, basis, direction, SHARE, **options)
    return one, forecasts_of(KNOWN, [one], "snapshot")


def test_a_forecast_states_all_that_it_can_later_be_held_to():
    one, (found,) = stated(SEEN, Level(70.0, 0, 1.0), as_of=date(2024, 12, 31))
    assert (found.plan, found.target, found.number, found.indicator) == ("plan", "measured", 1, "measured")
    assert (found.area, found.area_used, found.unit, found.basis) == ("region", "region", "%", "Level")
    assert (found.base_year, found.latest_year, found.judging_year, found.target_year) == (
        *(2020, 2023),
        *(2023, 2025),
    )
    assert (found.goal, found.threshold, found.strict) == (70.0, 69.0, 69.5)
    assert (found.kind, found.direction, found.as_of) == (Kind.SHARE, Direction.UP, date(2024, 12, 31))
    assert (found.method, found.verdict) == (one.projection.method, one.verdict)
    assert found.chance == pytest.approx(one.chance, rel=1e-8)
    assert [band.year for band in found.bands] == [2024, 2025]
    assert found.bands[1].p90 == pytest.approx(one.projection.bands[1].p90, rel=1e-8)
    assert found.snapshot == "snapshot"


def test_a_forecast_on_an_index_says_so_by_its_basis():
    _, (found,) = stated(growth({2021: 3.0, 2022: 4.0, 2023: 5.0}), MeanGrowth(5.0, 0, 0.5, 2021, 2025))
    assert found.basis == "MeanGrowth"
    assert found.threshold == pytest.approx(100 * 1.045**5)


@pytest.mark.parametrize(
    "seen",
    [{}, {2023: 62.0}, {2010: 50.0, 2011: 51.0}, {2023: 62.0, 2025: 71.0}],
    ids=["no data", "one figure", "too old", "final"],
)
def test_what_is_final_or_cannot_be_judged_states_no_forecast(seen):
    assert stated(levels(seen), Level(70.0, 0, 0.0))[1] == ()


def test_computed_numbers_are_kept_to_nine_digits():
    _, (found,) = stated(SEEN, Level(70.0, 0, 0.0))
    assert [float(f"{value:.9g}") for value in (found.chance, found.bands[0].p10)] == [
        *(found.chance, found.bands[0].p10),
    ]


@pytest.mark.parametrize("one", [SAID, said(direction=Direction.DOWN, verdict=Verdict.AT_RISK, beyond=True)])
def test_a_forecast_comes_back_from_json_as_it_was(one):
    assert from_cells(json.loads(json.dumps(as_cells(one))), "s") == said(
        snapshot="s", direction=one.direction, verdict=one.verdict, beyond=one.beyond
    )


@given(st.floats(0, 1), st.floats(-1e12, 1e12))
def test_numbers_come_back_from_json_exactly(chance, goal):
    one = said(chance=chance, goal=goal)
    assert from_cells(json.loads(json.dumps(as_cells(one))), "") == one


def test_a_later_version_may_write_more():
    cells = as_cells(SAID) | {"mood": "good"}
    cells["bands"] = [band | {"p99": 1.0} for band in cells["bands"]]
    assert from_cells(cells, "") == SAID


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"verdict": "splendid"}, ValueError),
        ({"as_of": "yesterday"}, ValueError),
        ({"bands": [{"year": 2025}]}, KeyError),
        ({"bands": None}, ValueError),
        ({"bands": []}, ValueError),
        ({"chance": "0.7"}, TypeError),
        ({"goal": float("nan")}, ValueError),
        ({"target_year": "x"}, TypeError),
        ({"beyond": 1}, TypeError),
    ],
)
def test_half_a_forecast_is_refused(changes, error):
    with pytest.raises(error):
        from_cells(as_cells(SAID) | changes, "")


@pytest.mark.parametrize("name", ["chance", "threshold", "bands", "plan"])
def test_a_forecast_without_one_of_its_parts_is_refused(name):
    cells = as_cells(SAID)
    del cells[name]
    with pytest.raises(KeyError, match=name):
        from_cells(cells, "")


def test_said_again_from_the_same_figures_it_is_the_same_forecast():
    later = said(as_of=date(2025, 6, 30), judging_year=2024, snapshot="later")
    assert distinct([SAID, later]) == {SAID: 2}


@pytest.mark.parametrize(
    "changes",
    [{"chance": 0.71}, {"method": "method 2"}, {"latest_year": 2024}, {"area_used": "city"}, {"goal": 71.0}],
    ids=lambda changes: next(iter(changes)),
)
def test_what_says_anything_else_is_another_forecast(changes):
    other = said(**changes)
    assert distinct([SAID, other, SAID]) == {SAID: 2, other: 1}
