"""A series laid against a target on one scale, and the way back to the plan's words."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from indicators.model import (
    AssignedLater,
    CumulativeCut,
    Direction,
    Kind,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
)
from indicators.scope import scope
from indicators.series import build
from indicators.tracks import in_words, path, way
from tests.indicators.worked import (
    RATIO,
    SHARE,
    breaks,
    cumulative_cut,
    cuts,
    growth,
    levels,
    mean_growth,
    plan,
    target,
    track,
    values,
    years,
)

DOUBLE = Level(200.0, 0, 0.0)
TEN_A_YEAR = MeanGrowth(10.0, 0, 0.5, 2021, 2025)
CUT = CumulativeCut(13.0, 0, 2021, 2025)
FROM_100 = levels({2020: 100.0, 2023: 130.0})


def test_a_level_is_laid_as_it_is():
    found = track(FROM_100, DOUBLE)
    assert (found.kind, found.base, found.goal) == (Kind.AMOUNT, 100.0, 200.0)
    assert values(found.points) == {2020: 100.0, 2023: 130.0}


def test_without_a_figure_for_the_base_year_there_is_no_base():
    assert track(levels({2019: 90.0, 2021: 110.0}), DOUBLE).base is None


def test_points_before_a_break_are_drawn_never_used():
    found = track(levels({2019: 90.0, 2020: 100.0, 2021: 60.0}), DOUBLE, broken=breaks(2021))
    assert (years(found.earlier), years(found.points), found.base) == ([2019, 2020], [2021], None)


def test_nothing_after_the_target_year_counts():
    found = track(levels({2020: 100.0, 2025: 190.0, 2026: 210.0}), DOUBLE, broken=breaks(2026))
    assert (years(found.points), found.earlier) == ([2020, 2025], ())


def test_mean_growth_is_laid_on_an_index():
    found = track(growth({2021: 10.0, 2022: 5.0}), TEN_A_YEAR)
    assert (found.kind, found.base) == (Kind.AMOUNT, 100.0)
    assert found.goal == pytest.approx(161.051)
    assert values(found.points) == {2020: 100.0, 2021: pytest.approx(110), 2022: pytest.approx(115.5)}


@pytest.mark.parametrize(
    "figures", [growth({2022: 5.0}), levels({2021: 100.0}), [mean_growth(2021, 2026, 9.0)], []]
)
def test_what_never_leaves_the_base_year_by_the_target_year_makes_no_index(figures):
    assert track(figures, TEN_A_YEAR).points == ()


def test_a_cut_is_laid_on_a_falling_index():
    found = track(cuts({2021: 3.0}), CUT, Direction.DOWN)
    assert (found.goal, values(found.points)) == (87.0, {2020: 100.0, 2021: 97.0})


def test_a_target_without_a_value_has_no_goal_and_no_path():
    found = track(cuts({2021: 3.0}), AssignedLater(2021, 2025), Direction.DOWN)
    assert math.isnan(found.goal)
    assert path(found, 2023) is None


def test_the_path_of_an_amount_is_geometric():
    found = track(FROM_100, DOUBLE)
    assert [path(found, year) for year in (2020, 2023, 2025)] == pytest.approx([100.0, 151.5717, 200.0])


@pytest.mark.parametrize("indicator", [SHARE, RATIO])
def test_the_path_of_a_share_or_a_ratio_is_straight(indicator):
    found = track(levels({2020: 50.0, 2023: 55.0}), Level(70.0, 0, 0.0), indicator=indicator)
    assert [path(found, year) for year in (2020, 2023, 2025)] == pytest.approx([50.0, 62.0, 70.0])


def test_an_amount_that_starts_at_zero_has_a_straight_path():
    assert path(track(levels({2020: 0.0, 2023: 1.0}), DOUBLE), 2021) == pytest.approx(40.0)


def test_the_path_of_mean_growth_grows_by_the_required_rate():
    assert path(track(growth({2021: 3.0}), TEN_A_YEAR), 2022) == pytest.approx(121.0)


def test_without_a_base_there_is_no_path():
    assert path(replace(track(FROM_100, DOUBLE), base=None), 2023) is None


@pytest.mark.parametrize(
    ("basis", "year", "value", "said"),
    [
        (DOUBLE, 2023, 130.0, 130.0),
        (TEN_A_YEAR, 2022, 121.0, 10.0),
        (TEN_A_YEAR, 2020, 100.0, 0.0),
        (CUT, 2022, 95.06, 4.94),
        (AssignedLater(2021, 2025), 2022, 95.06, 4.94),
    ],
)
def test_a_value_is_said_as_a_level_a_mean_rate_or_a_cut_so_far(basis, year, value, said):
    assert in_words(basis, track(FROM_100, DOUBLE), year, value) == pytest.approx(said)


@pytest.mark.parametrize(
    ("base", "direction", "length"),
    [
        (199.0, Direction.UP, 1.0),
        (200.0, Direction.UP, None),
        (201.0, Direction.UP, None),
        (201.0, Direction.DOWN, -1.0),
        (200.0, Direction.DOWN, None),
        (199.0, Direction.DOWN, None),
    ],
)
def test_the_way_leads_from_a_base_short_of_the_target(base, direction, length):
    assert way(track(levels({2020: base, 2021: base}), DOUBLE, direction)) == length


def test_without_a_base_or_a_target_value_there_is_no_way():
    assert way(track(levels({2021: 110.0}), DOUBLE)) is None
    assert way(track(cuts({2021: 2.0}), AssignedLater(2021, 2025), Direction.DOWN, RATIO)) is None


ABOVE = RelativeGrowth("whole", 0.0, True, 2021, 2025)


def beside(figures, other):
    """The ratio of two growths, as laid by the scope of a target above the growth of `whole`."""
    both = [*figures, *(replace(one, indicator="whole") for one in other)]
    return scope(build(both, ()), plan(), target(ABOVE), "region").track


def test_a_relative_growth_is_laid_as_one_index_over_the_other():
    found = beside(growth({2021: 10.0, 2022: 5.0}), growth({2021: 10.0, 2022: 10.0}))
    assert values(found.points) == {2020: 100.0, 2021: 100.0, 2022: pytest.approx(95.4545, abs=1e-4)}
    assert (found.kind, found.base, found.goal) == (Kind.AMOUNT, 100.0, 100.0)


def test_a_point_of_it_rests_on_the_figures_of_both():
    own, other = growth({2021: 10.0}), growth({2021: 8.0})
    assert beside(own, other).points[-1].evidence == (own[0], replace(other[0], indicator="whole"))


@pytest.mark.parametrize(
    ("own", "other"),
    [({2021: 5.0}, {}), ({}, {2021: 5.0}), ({2021: 5.0}, {2022: 5.0}), ({2019: 5.0}, {2021: 5.0})],
)
def test_with_no_year_in_common_but_the_base_there_is_nothing_to_lay(own, other):
    assert beside(growth(own), growth(other)).points == ()


def test_a_relative_growth_is_spoken_of_as_points_a_year():
    found = beside(growth({2021: 5.0}), growth({2021: 5.0}))
    assert in_words(ABOVE, found, 2025, 102.5251) == pytest.approx(0.5, abs=1e-4)
    assert in_words(ABOVE, found, 2020, 100.0) == 0.0


def test_words_about_growth_are_laid_on_an_index_words_about_levels_as_they_are():
    found = track(growth({2021: 8.4, 2022: 3.0}), Qualitative(growth=True))
    assert years(found.points) == [2020, 2021, 2022]
    assert math.isnan(found.goal)
    assert in_words(Qualitative(growth=True), found, 2022, found.points[-1].value) == pytest.approx(
        5.67, abs=0.01
    )
    assert values(track(levels({2021: 5.1}), Qualitative(growth=False)).points) == {2021: 5.1}


def test_what_an_index_shows_under_an_older_definition_is_drawn_never_used():
    figures = [*cuts({2021: 3.0, 2022: 2.0}), cumulative_cut(2021, 2023, 7.3)]
    found = track(figures, CUT, Direction.DOWN, RATIO, breaks(2023))
    assert years(found.points) == [2020, 2023]
    assert values(found.earlier) == {2020: 100.0, 2021: 97.0, 2022: pytest.approx(95.06)}
