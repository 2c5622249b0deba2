"""Who reports what: the targets a department leads or shares, and the parts of their ratios."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.model import CumulativeCut, Direction, Level, MeanGrowth, Measure, Qualitative, RelativeGrowth
from indicators.reporting import Needed, measures, needed, reportable, resting_on
from tests.indicators.worked import AMOUNT, OF_PARTS, PART, WHOLE, plan, target

OTHER = replace(AMOUNT, code="other")


def asking(*targets):
    return plan(OTHER, targets=targets)


def test_a_department_reports_what_it_leads_and_what_it_shares():
    led = target(Level(70.0, 0, 0.0), lead="office")
    shared = replace(led, number=2, indicator="other", lead="board", joint=("office", "bureau"))
    known = asking(led, shared)
    assert reportable(known, "office") == ("measured", "other")
    assert reportable(known, "bureau") == reportable(known, "board") == ("other",)
    assert reportable(known, "stranger") == ()


def test_the_parts_of_a_ratio_come_with_it():
    known = plan(OF_PARTS, PART, WHOLE, targets=(target(Level(70.0, 0, 0.0)),))
    assert reportable(known, "office") == ("measured", "part", "whole")


def test_the_parts_of_a_part_come_too():
    nested = replace(OF_PARTS, code="whole", numerator="other", denominator="part")
    known = plan(OF_PARTS, PART, nested, OTHER, targets=(target(Level(70.0, 0, 0.0)),))
    assert reportable(known, "office") == ("measured", "part", "whole", "other")


def test_without_a_department_everything_may_be_reported():
    known = asking(target(Level(70.0, 0, 0.0)))
    assert set(reportable(known, "")) == set(known.indicators)


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (Level(70.0, 0, 0.0), ["level"]),
        (Qualitative(growth=False), ["level"]),
        (Qualitative(growth=True), ["level", "growth"]),
        (MeanGrowth(9.0, 0, 0.0, 2021, 2025), ["level", "growth"]),
        (CumulativeCut(18.0, 0, 2021, 2025), ["cut"]),
    ],
)
def test_what_is_reported_is_what_the_target_is_judged_on(basis, expected):
    assert [*measures(target(basis), AMOUNT)] == expected


def test_where_growth_outranks_levels_only_growth_is_asked_for():
    assert measures(target(MeanGrowth(9.0, 0, 0.0, 2021, 2025)), replace(AMOUNT, growth_first=True)) == (
        Measure.GROWTH,
    )


def test_the_stand_in_reports_where_the_plans_own_area_is_judged():
    known = asking(target(Level(70.0, 0, 0.0)))
    assert needed(known, "office") == (
        Needed("measured", "region", Measure.LEVEL),
        Needed("measured", "city", Measure.LEVEL),
    )


def test_another_area_has_no_stand_in():
    known = asking(target(Level(70.0, 0, 0.0), area="park"))
    assert needed(known, "office") == (Needed("measured", "park", Measure.LEVEL),)


def test_a_relative_growth_needs_the_growth_it_is_compared_with():
    basis = RelativeGrowth("other", 0.0, False, 2021, 2025)
    known = replace(asking(target(basis, Direction.UP)), stand_in=None)
    assert needed(known, "office") == (
        Needed("measured", "region", Measure.LEVEL),
        Needed("measured", "region", Measure.GROWTH),
        Needed("other", "region", Measure.GROWTH),
    )


def test_two_targets_on_the_same_figure_ask_for_it_once():
    one = target(Level(70.0, 0, 0.0))
    known = replace(asking(one, replace(one, number=2)), stand_in=None)
    assert needed(known, "") == (Needed("measured", "region", Measure.LEVEL),)


def test_what_never_changes_is_not_asked_for_every_year():
    fixed = replace(WHOLE, constant=True)
    known = plan(OF_PARTS, PART, fixed, targets=(target(Level(70.0, 0, 0.0)),), stand_in=None)
    assert [one.indicator for one in needed(known, "office")] == ["measured", "part"]
    assert "whole" in reportable(known, "office"), "but may be corrected"


def test_a_verdict_hangs_on_the_parts_of_a_ratio_and_on_the_growth_compared_with():
    known = plan(OF_PARTS, PART, WHOLE, OTHER)
    assert resting_on(known, target(Level(70.0, 0, 0.0))) == {"measured", "part", "whole"}
    relative = target(RelativeGrowth("other", 0.0, False, 2021, 2025), indicator="part")
    assert resting_on(known, relative) == {"part", "other"}
