"""The German weather symbols: what the target is missed by if the last six points' trend goes on."""

from __future__ import annotations

import pytest

from indicators.rules import Judgement
from indicators.rules.case import Case, ordered
from indicators.rules.german import yearly_change
from tests.indicators.rules.asked import ask, status


def line(slope, last=60.0, points=6):
    """`points` values on a straight line that end in 2025 at `last`."""
    return [last - slope * (points - 1 - place) for place in range(points)]


def missed_by(share, sign=1):
    """A trend that in ten years leaves `share` of the 40 between the last value and the target."""
    values = line(sign * 4.0 * (1 - share), last=sign * 60.0)
    direction = "up" if sign > 0 else "down"
    return ask("german", values, target=sign * 100.0, target_year=2035, direction=direction)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(
    ("share", "symbol"),
    [
        (-1.0, "sun"),
        (0.0, "sun"),
        (0.0499, "sun"),
        (0.05, "sun_cloud"),
        (0.0501, "sun_cloud"),
        (0.1999, "sun_cloud"),
        (0.20, "sun_cloud"),
        (0.2001, "cloud"),
        (0.9999, "cloud"),
        (1.0, "storm"),
        (1.5, "storm"),
    ],
)
def test_the_miss_decides_and_where_it_is_large_the_direction(share, symbol, sign):
    found = missed_by(share, sign)
    assert found == Judgement(symbol, pytest.approx(share), None)


@pytest.mark.parametrize(
    ("values", "target", "direction", "symbol"),
    [
        (line(1.0, 70.0), 70.0, "up", "sun"),
        (line(0.0, 70.0), 70.0, "up", "sun"),
        (line(-0.1, 70.0), 70.0, "up", "sun_cloud"),
        (line(-1.0, 69.9), 70.0, "up", "storm"),
        (line(-1.0, 70.0), 70.0, "down", "sun"),
        (line(0.0, 70.0), 70.0, "down", "sun"),
        (line(0.1, 70.0), 70.0, "down", "sun_cloud"),
        (line(1.0, 70.1), 70.0, "down", "storm"),
    ],
)
def test_a_reached_target_clouds_over_while_the_trend_is_adverse(values, target, direction, symbol):
    assert status("german", values, target=target, target_year=2030, direction=direction) == symbol


@pytest.mark.parametrize(
    ("slope", "last", "symbol"),
    [
        (1.0, 70.0, "sun"),
        (-1.0, 70.0, "sun_cloud"),
        (9.0, 69.9, "cloud"),
        (0.0, 69.9, "cloud"),
        (-0.1, 69.9, "storm"),
    ],
)
def test_a_target_to_hold_every_year_needs_no_target_year(slope, last, symbol):
    found = ask("german", line(slope, last), target=70.0, hold=True, target_year=None)
    assert found == Judgement(symbol, None, None)


def test_holding_every_year_is_harder_than_arriving_in_time():
    values = line(4.0)
    assert status("german", values, target=100.0, target_year=2035) == "sun"
    assert status("german", values, target=100.0, target_year=2035, hold=True) == "cloud"


def test_only_the_last_six_points_count_and_not_the_base_year():
    eight = [900.0, 900.0, *line(4.0)]
    assert ask("german", eight, since=2018, target=100.0, target_year=2035, base_year=2023) == ask(
        "german", line(4.0), target=100.0, target_year=2035
    )


def test_the_change_is_averaged_over_years_not_over_points():
    gaps = ordered([2010, 2012, 2018, 2020], [50.0, 90.0, 20.0, 70.0])
    assert yearly_change(Case(gaps)) == 2.0


@pytest.mark.parametrize(("points", "given"), [(3, False), (4, True), (5, True), (6, True)])
def test_fewer_than_four_points_have_no_trend(points, given):
    found = ask("german", line(4.0, points=points), target=100.0)
    assert (found.status != "not_available") is given


@pytest.mark.parametrize("options", [{"target": None}, {"target": 100.0, "target_year": None}])
def test_without_target_or_target_year_there_is_no_symbol(options):
    assert ask("german", line(4.0), **options) == Judgement("not_available")


@pytest.mark.parametrize("target_year", [2025, 2024, 2020])
def test_when_the_target_year_is_over_what_is_missing_stays_missing(target_year):
    rising = ask("german", line(4.0), target=100.0, target_year=target_year)
    falling = ask("german", line(-4.0), target=100.0, target_year=target_year)
    assert (rising, falling) == (Judgement("cloud", 1.0), Judgement("storm", 1.0))
