"""Observations → annual series: one value a year, vintages kept, gaps open, breaks respected."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model import UPLOAD, Measure, Status
from indicators.series import agree, best, build, last_break, step, steps, usable, used
from tests.indicators.worked import breaks, cuts, figure, growth, levels, mean_growth, series, values, years


def test_years_come_in_order_and_gaps_stay_open():
    assert years(series(levels({2024: 58.0, 2020: 55.0, 2021: 56.0})).points) == [2020, 2021, 2024]


def test_the_latest_known_vintage_is_in_use_and_the_other_stays_as_a_rival():
    first, final = figure(2023, 57.0), figure(2023, 57.4, known_from=date(2025, 1, 1))
    found = series([first, final])
    assert values(found.points) == {2023: 57.4}
    assert found.rivals == (first,)
    assert set(found.vintages) == {first, final}


def test_what_is_published_later_does_not_beat_a_figure_while_it_is_doubtful():
    sure = figure(2023, 57.0)
    doubted = figure(2023, 99.0, known_from=date(2026, 1, 1), flags=frozenset({"doubtful"}))
    assert best([doubted, sure]) is sure
    assert values(series([doubted]).points) == {2023: 99.0}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"grade": "A"}, {"grade": "B"}),
        ({"grade": "C"}, {"grade": "unknown"}),
        ({"status": Status.PUBLISHED}, {"status": Status.COMPUTED}),
        ({"grade": "A", "status": Status.COMPUTED}, {"grade": "B", "status": Status.PUBLISHED}),
        ({"grade": "C", "known_from": date(2025, 1, 2)}, {"grade": "A", "known_from": date(2025, 1, 1)}),
    ],
)
def test_on_the_same_day_the_better_grade_then_the_published_figure_wins(better, worse):
    good, bad = figure(2023, 57.0, **better), figure(2023, 58.0, **worse)
    assert best([bad, good]) is best([good, bad]) is good


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("load-0002", "load-0001"),
        ("load-10000", "load-9999"),
        ("load-0001", "bulletin"),
        (UPLOAD, "load-0007"),
    ],
)
def test_on_the_same_day_the_later_load_wins_whatever_its_grade(later, earlier):
    one, other = figure(2020, 1, source=later, grade="B"), figure(2020, 2, source=earlier, grade="A")
    assert best([one, other]) is best([other, one]) is one


@given(st.permutations(range(6)))
def test_the_order_in_which_figures_arrive_does_not_matter(order):
    vintages = [
        figure(2020 + one // 2, 50.0 + one, known_from=date(2024, 1, 1 + one), found=f"{50 + one}.0")
        for one in range(6)
    ]
    found = series([vintages[place] for place in order])
    assert values(found.points) == {2020: 51.0, 2021: 53.0, 2022: 55.0}
    assert {one.value for one in found.rivals} == {50.0, 52.0, 54.0}


@pytest.mark.parametrize(
    ("other", "same"), [("6.349", True), ("6.35", True), ("6.351", False), ("6.25", True), ("6.249", False)]
)
def test_figures_agree_within_half_a_digit_of_the_coarser_one(other, same):
    coarse, fine = figure(2023, 6.3, found="6.3 万元"), figure(2023, float(other), found=f"{other} 万元")
    assert agree(coarse, fine) is agree(fine, coarse) is same


def test_the_same_figure_printed_twice_is_no_rival():
    again = figure(2023, 6.317, found="63170 元", known_from=date(2025, 1, 1))
    assert series([figure(2023, 6.32, found="6.32 万元"), again]).rivals == ()


@pytest.mark.parametrize(
    ("value", "found", "size"),
    [
        (6.317, "63170 元", 0.0001),
        (6.32, "6.32 万元", 0.01),
        (70.0, "70 %", 1.0),
        (0.0, "0.0 %", 0.1),
        (5000.0, "约5000 亿元", 0.0),
    ],
)
def test_the_last_printed_digit_is_measured_in_the_catalogue_unit(value, found, size):
    assert step(figure(2023, value, found=found)) == pytest.approx(size)


@pytest.mark.parametrize(
    "change",
    [
        {"status": Status.LOWER_BOUND},
        {"status": Status.EXPECTED},
        {"measure": Measure.WORK_TARGET},
        {"measure": Measure.CUMULATIVE},
        {"flags": frozenset({"part_year"})},
        {"flags": frozenset({"part_scope"})},
    ],
)
def test_what_is_no_observation_is_kept_aside(change):
    aside = figure(2024, 60.0, **change)
    found = series([figure(2023, 57.0), aside])
    assert found.aside == (aside,)
    assert values(found.points) == {2023: 57.0}
    assert found.links == ()


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.COMPUTED, Status.DERIVED])
def test_published_computed_and_derived_figures_count(status):
    assert usable(figure(2023, 57.0, status=status))


def test_growth_mean_growth_and_cuts_are_links_not_points():
    found = series([*growth({2022: 5.0}), mean_growth(2021, 2024, 5.8), *cuts({2021: 3.0})])
    assert found.points == ()
    assert [(one.year, str(one.measure)) for one in found.links] == [
        (2021, "cut"),
        (2022, "growth"),
        (2024, "mean_growth"),
    ]


def test_of_several_growth_figures_for_one_year_the_best_is_used():
    revised = growth({2022: 5.4}, known_from=date(2025, 1, 1))
    assert series([*growth({2022: 5.0}), *revised]).links == (*revised,)


def test_mean_growth_over_another_period_is_another_figure():
    assert len(series([mean_growth(2021, 2024, 5.8), mean_growth(2016, 2024, 7.0)]).links) == 2


@pytest.mark.parametrize(
    ("broken", "left"),
    [
        (2019, [2020, 2021, 2023, 2024]),
        (2020, [2020, 2021, 2023, 2024]),
        (2021, [2021, 2023, 2024]),
        (2022, [2023, 2024]),
        (2024, [2024]),
        (2025, [2020, 2021, 2023, 2024]),
    ],
)
def test_only_what_follows_the_break_is_used(broken, left):
    found = series(levels({2020: 50.0, 2021: 51.0, 2023: 53.0, 2024: 54.0}), breaks(broken))
    assert years(used(found)) == left
    assert years(found.points) == [2020, 2021, 2023, 2024]


def test_the_last_of_several_breaks_decides():
    found = series(levels({2020: 50.0, 2022: 51.0, 2024: 54.0}), breaks(2024, 2021, 2030))
    assert last_break(found) == breaks(2024)[0]


def test_a_break_at_the_first_point_separates_nothing():
    assert last_break(series(levels({2020: 50.0, 2022: 51.0}), breaks(2020))) is None


def test_a_series_without_points_has_neither_segment_nor_break():
    empty = series([], breaks(2021))
    assert (used(empty), last_break(empty)) == ((), None)


def test_a_break_counts_only_for_its_own_area_and_indicator():
    elsewhere = [*breaks(2021, area="city"), *breaks(2022, indicator="part")]
    assert series(levels({2020: 1.0}), [*elsewhere, *breaks(2023, area="region")]).breaks == (
        *breaks(2023, area="region"),
    )


def test_steps_reach_over_gaps_but_not_over_breaks():
    found = series(levels({2018: 1.0, 2020: 2.0, 2021: 3.0, 2024: 4.0}), breaks(2021))
    assert [(a.year, b.year) for a, b in steps(found)] == [(2018, 2020), (2021, 2024)]


def test_a_series_nobody_published_is_empty_and_knows_its_breaks():
    book = build(levels({2020: 1.0}), breaks(2021))
    assert book.get("measured", "nowhere").points == ()
    assert book.get("measured", "nowhere").breaks == (*breaks(2021),)
