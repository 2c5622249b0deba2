"""Targets on one scale: how far it reaches, where marks and labels stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.rows.lanes import (
    arrowed,
    ladder_labels,
    ladder_reach,
    ladder_ticks,
    pace_labels,
    pace_reach,
    panels,
    place,
    tier,
    way_begins,
)
from tests.indicators.figures.invented import BARE, PACE, RUNG

ENDS = (0.0, 100.0)
GROWTH = replace(PACE, number=27, name="城镇收入", required=28.5, actual=5.8, best=9.2, unit="%/年")


@pytest.mark.parametrize(
    ("value", "drawn", "label"),
    [(-0.1, 0.0, "← 5"), (0.0, 0.0, "5"), (100.0, 100.0, "5"), (100.1, 100.0, "5 →")],
)
def test_what_lies_beyond_the_axis_stands_at_its_edge_with_an_arrow(value, drawn, label):
    assert (place(value, ENDS), arrowed(value, "5", ENDS)) == (drawn, label)


@pytest.mark.parametrize(
    ("first", "second", "lands"),
    [
        ([(36.0, "x")], [], 1),
        ([(35.9, "x")], [], 2),
        ([(10.0, "x")], [(10.0, "y")], 0),
        ([(500.0, "x")], [], 1),
    ],
)
def test_a_label_takes_the_first_free_tier_or_none(first, second, lands):
    tier((0.0, "基期"), first, second, ENDS)
    assert [(0.0, "基期") in first, (0.0, "基期") in second] == [lands == 1, lands == 2]


@pytest.mark.parametrize(
    ("latest", "ends"),
    [
        (100.0, (0.0, 100.0)),
        (149.0, (0.0, 149.0)),
        (151.0, (0.0, 150.0)),
        (-49.0, (-49.0, 100.0)),
        (-51.0, (-50.0, 100.0)),
    ],
)
def test_the_axis_holds_the_way_and_a_bit_more(latest, ends):
    assert ladder_reach([replace(RUNG, latest=latest)]) == ends


@pytest.mark.parametrize(
    ("ends", "named"),
    [
        ((0.0, 100.0), [0.0, 50.0, 100.0]),
        ((0.0, 150.0), [0.0, 50.0, 100.0, 150.0]),
        ((-50.0, 100.0), [-50.0, 0.0, 50.0, 100.0]),
        ((-0.1, 150.0), [0.0, 100.0, 150.0]),
    ],
)
def test_a_long_axis_has_no_tick_in_the_middle(ends, named):
    assert [way for way, _ in ladder_ticks(ends, "基期", "目标")] == named


def test_the_ends_of_the_way_have_their_words():
    assert dict(ladder_ticks(ENDS, "基期", "目标")) == {0.0: "基期", 50.0: "50%", 100.0: "目标"}


def test_latest_is_above_projected_below_and_the_base_where_there_is_room():
    assert ladder_labels(replace(RUNG, latest=50.0, projected=70.0), ENDS) == (
        [(50.0, "58.0%")],
        [(70.0, "64.0%"), (0.0, "55.0%")],
    )


def test_a_target_without_data_has_no_labels_and_no_way():
    assert ladder_labels(BARE, ENDS) == ([], [])
    assert way_begins(BARE) is None
    assert way_begins(replace(BARE, latest=3.0)) == 0.0


def test_one_panel_a_unit():
    assert [(unit, len(ones)) for unit, ones in panels([PACE, GROWTH, PACE])] == [
        ("个百分点/年", 2),
        ("%/年", 1),
    ]


def test_the_axis_holds_zero():
    assert pace_reach([replace(PACE, required=2.0, actual=1.0, best=1.5)]) == (0.0, 2.0)
    assert pace_reach([replace(PACE, required=-2.0, actual=-1.0, best=None)]) == (-2.0, 0.0)


def test_an_extreme_pace_does_not_stretch_the_axis():
    assert pace_reach([replace(PACE, required=80.0, actual=1.0, best=2.0)]) == (0.0, 8.0)


def test_paces_of_zero_still_have_an_axis():
    assert pace_reach([replace(PACE, required=0.0, actual=0.0, best=None)]) == (0.0, 1.0)


def test_required_is_above_achieved_below_and_the_best_where_there_is_room():
    one = replace(PACE, required=10.0, actual=1.0, best=5.0)
    above, below = pace_labels(one, (0.0, 10.0))
    assert (above, below) == (
        [(10.0, PACE.required_label)],
        [(1.0, PACE.actual_label), (5.0, PACE.best_label)],
    )
