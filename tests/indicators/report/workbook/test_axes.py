"""Axes of native charts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.report.workbook.axes import levels, signed, ways, years
from indicators.rows.drawing import Scale
from tests.indicators.report.workbook.reading import formatted


@pytest.mark.parametrize(
    ("first", "last", "axis"),
    [
        (2018, 2025, (2018, 2026, 1)),
        (2008, 2025, (2007, 2026, 2)),
        (2009, 2025, (2009, 2026, 2)),
        (2025, 2025, (2025, 2026, 1)),
    ],
)
def test_years_are_whole_and_the_last_one_is_written(first, last, axis):
    found = years(Scale(0, 1, first, last))
    assert (found.low, found.high, found.step) == axis
    assert (last - found.low) % found.step == 0
    assert found.pattern == "0"


@pytest.mark.parametrize(
    ("low", "high", "axis", "written"),
    [
        (49.5, 71.5, (45.0, 75.0, 5.0), "45"),
        (2.11, 2.65, (2.0, 2.8, 0.2), "2.0"),
        (-3.9, 2.4, (-4.0, 4.0, 2.0), "−4"),
        (0.0, 6000.0, (0.0, 6000.0, 2000.0), "0"),
        (0.0, 12.0, (0.0, 12.5, 2.5), "0.0"),
    ],
)
def test_levels_are_round_and_written_alike(low, high, axis, written):
    found = levels(Scale(low, high, 2018, 2025))
    assert (found.low, found.high, found.step) == pytest.approx(axis)
    assert formatted(found.low, found.pattern) == written


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_levels_hold_the_whole_scale_in_a_few_steps(low, span):
    found = levels(Scale(low, low + span, 2018, 2025))
    slack = 1e-6 * found.step + 1e-9 * abs(low)
    assert found.low <= low + slack and low + span <= found.high + slack
    assert 2 <= round((found.high - found.low) / found.step) <= 7


@pytest.mark.parametrize(
    ("reach", "ends"),
    [
        ((0, 100), (0, 100)),
        ((-16.7, 100), (-25, 100)),
        ((-50, 150), (-50, 150)),
        ((0, 101), (0, 125)),
    ],
)
def test_a_ladder_reaches_as_far_as_its_marks(reach, ends):
    found = ways(*reach)
    assert (found.low, found.high) == ends
    assert formatted(-25, found.pattern) == "−25%"


def test_the_minus_is_that_of_the_screen():
    assert formatted(-2.5, signed("0.0")) == "−2.5"
