"""Ladder and paces on lanes: places from 0 to 1, signs, bands, labels."""

from __future__ import annotations

from dataclasses import replace

from indicators.palette import ACCENT, INK, MUTED
from indicators.report.lanes import ladder, paces
from tests.indicators.figures import invented
from tests.indicators.figures.invented import BARE, PACE, RUNG
from tests.indicators.rows.invented import reading

READ = reading()


def lane(rung):
    return ladder(READ, invented.ladder(rung)).lanes[0]


def test_marks_stand_where_they_are_on_the_way():
    rung = replace(RUNG, latest=20.0, expected=80.0, projected=60.0)
    assert [(one.shape, one.at) for one in lane(rung).signs] == [
        ("base", 0.0),
        ("target", 1.0),
        ("expected", 0.8),
        ("projected", 0.6),
        ("latest", 0.2),
    ]


def test_a_value_beyond_the_axis_stands_at_its_end_with_an_arrow():
    beyond = lane(replace(RUNG, latest=230.0))
    assert next(one.at for one in beyond.signs if one.shape == "latest") == 1.0
    assert beyond.above[0].text == "58.0% →"


def test_the_band_is_that_of_the_projection():
    assert lane(replace(RUNG, projected_low=40.0, projected_high=75.0)).band == (0.4, 0.75)
    assert lane(BARE).band is None


def test_a_target_without_data_has_no_signs_but_its_note():
    bare = lane(replace(BARE, note="没有可用数据"))
    assert (bare.signs, bare.note) == ((), "没有可用数据")


def test_others_targets_are_grey():
    colours = {one.shape: one.colour for one in lane(RUNG).signs}
    assert (colours["latest"], colours["projected"]) == (INK, ACCENT)
    assert {one.colour for one in lane(replace(RUNG, muted=True)).signs} == {MUTED}


def test_the_key_names_every_shape_of_the_lanes():
    made = ladder(READ, invented.ladder(RUNG))
    assert {shape for shape, _ in made.key} == {one.shape for one in made.lanes[0].signs}


def test_paces_have_lanes_of_their_own_for_each_unit():
    growth = replace(PACE, unit="%/年")
    made = paces(READ, invented.paces(PACE, growth, PACE))
    assert [len(one.lanes) for one in made] == [2, 1]


def test_a_pace_leads_from_achieved_to_required():
    (made,) = paces(READ, invented.paces(replace(PACE, required=10.0, actual=2.5, best=5.0)))
    (one,) = made.lanes
    assert {sign.shape: sign.at for sign in one.signs} == {"best": 0.5, "latest": 0.25, "required": 1.0}
    assert one.bridge == (0.25, 1.0)
    assert one.right == PACE.best_label
