"""Laws that hold for every series and every target, not only for the ones that come to mind."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.assessment import LIKELY, UNLIKELY
from indicators.gaps import after, pace
from indicators.model import Direction, Level, MeanGrowth, Verdict
from tests.indicators.worked import AMOUNT, RATIO, SHARE, growth, judged, levels, track

UP, DOWN = Direction.UP, Direction.DOWN
INDICATORS = st.sampled_from([AMOUNT, SHARE, RATIO])
NEAR = 1e-6
"""A chance this close to a threshold may fall on either side after the arithmetic of a mirror."""


@st.composite
def histories(draw, low: float, high: float, *lasts: int):
    """Levels of two to ten years with gaps between, the latest one of `lasts` or else 2024; two digits."""
    sizes = st.integers(round(low * 100), round(high * 100)).map(lambda hundredths: hundredths / 100)
    last = draw(st.sampled_from(lasts or (2024,)))
    return draw(st.dictionaries(st.integers(last - 9, last - 1), sizes, min_size=1)) | {last: draw(sizes)}


def same_verdict(one, other):
    """The same verdict and the same chance; nothing is asked of a chance on a threshold."""
    assert (one.chance is None) is (other.chance is None)
    if one.chance is not None:
        assert other.chance == pytest.approx(one.chance, abs=NEAR)
        assume(min(abs(one.chance - LIKELY), abs(one.chance - UNLIKELY)) > NEAR)
    assert (one.verdict, one.reasons) == (other.verdict, other.reasons)


def level(value, tolerance=0.0, digits=12):
    """Digits so fine that rounding decides nothing: half a digit is a favour to higher values only."""
    return Level(value, digits, tolerance)


@given(history=histories(-50, 50, 2022, 2024, 2025), goal=st.floats(-60, 60), tolerance=st.floats(1e-3, 5))
def test_flipping_direction_and_sign_keeps_the_verdict(history, goal, tolerance):
    """For series on both sides of zero, whose steps are plain differences whichever way they are read."""
    assume(min(history.values()) < 0 < max(history.values()))
    flipped = {year: -value for year, value in history.items()}
    same_verdict(
        judged(levels(history), level(goal, tolerance), UP, RATIO),
        judged(levels(flipped), level(-goal, tolerance), DOWN, RATIO),
    )


@given(history=histories(0.5, 99.5), goal=st.floats(1, 99), tolerance=st.floats(1e-3, 5))
def test_a_share_and_the_share_of_the_rest_have_the_same_verdict(history, goal, tolerance):
    rest = {year: 100 - value for year, value in history.items()}
    same_verdict(
        judged(levels(history), level(goal, tolerance), UP, SHARE),
        judged(levels(rest), level(100 - goal, tolerance), DOWN, SHARE),
    )


@given(
    history=histories(0.1, 1000, 2024, 2025),
    goal=st.integers(1, 9999),
    tolerance=st.floats(0, 10),
    power=st.integers(-4, 4),
    indicator=st.sampled_from([AMOUNT, RATIO]),
)
def test_rescaling_the_unit_keeps_the_verdict(history, goal, tolerance, power, indicator):
    """万元 or 元: the target, its tolerance and its last digit are rescaled with the figures."""
    size = 10.0**power
    rescaled = {year: value * size for year, value in history.items()}
    one = judged(levels(history), Level(goal / 10, 1, tolerance), UP, indicator)
    other = judged(levels(rescaled), Level(goal / 10 * size, 1 - power, tolerance * size), UP, indicator)
    same_verdict(one, other)
    assert other.strict_verdict == one.strict_verdict
    assert set(other.flags) == set(one.flags)


@given(history=histories(1, 99), low=st.floats(1, 98), rise=st.floats(0, 50), indicator=INDICATORS)
def test_raising_a_target_never_raises_its_chance(history, low, rise, indicator):
    def chance(goal, direction):
        return judged(levels(history), level(goal), direction, indicator).chance

    assert chance(low + rise, UP) <= chance(low, UP)
    assert chance(low, DOWN) <= chance(low + rise, DOWN)


@given(
    rates=st.lists(st.floats(-20, 30), min_size=1, max_size=4), low=st.floats(-5, 20), rise=st.floats(0, 10)
)
def test_raising_a_mean_growth_never_raises_its_chance(rates, low, rise):
    figures = growth({2021 + place: rate for place, rate in enumerate(rates)})
    asked = (MeanGrowth(rate, 1, 0.5, 2021, 2025) for rate in (low, low + rise))
    easy, hard = (judged(figures, basis).chance for basis in asked)
    assert hard <= easy


@given(history=histories(1, 99), goal=st.floats(1, 99), tolerance=st.floats(0, 5), indicator=INDICATORS)
def test_a_tolerance_never_makes_a_verdict_worse(history, goal, tolerance, indicator):
    order = list(Verdict)
    for direction in Direction:
        one = judged(levels(history), Level(goal, 0, tolerance), direction, indicator)
        assert order.index(one.verdict) <= order.index(one.strict_verdict)


@given(history=histories(-50, 1000, *range(2020, 2025)), indicator=INDICATORS)
def test_low_to_high_the_bands_are_in_order_for_every_year_ahead(history, indicator):
    bands = judged(levels(history), level(50.0), UP, indicator).projection.bands
    assert [band.year for band in bands] == list(range(max(history) + 1, 2026))
    for band in bands:
        assert band.p10 <= band.p25 <= band.median <= band.p75 <= band.p90


@given(history=histories(0, 100, *range(2020, 2025)))
def test_a_share_stays_within_0_and_100(history):
    bands = judged(levels(history), level(50.0), UP, SHARE).projection.bands
    assert all(band.p10 >= 0 and band.p90 <= 100 for band in bands)


@given(history=histories(0.1, 1000, *range(2020, 2025)))
def test_an_amount_stays_above_zero(history):
    assert all(band.p10 > 0 for band in judged(levels(history), level(50.0)).projection.bands)


@given(history=histories(0.1, 1000), goal=st.floats(0.1, 1000), indicator=INDICATORS, up=st.booleans())
def test_the_required_pace_held_for_the_years_left_closes_the_gap(history, goal, indicator, up):
    one = judged(levels(history), level(goal), UP if up else DOWN, indicator)
    latest = history[2024]
    assert (one.gap.required_pace is not None) is (goal > latest if up else goal < latest)
    if one.gap.required_pace is not None:
        closed = after(one.track, 2024, latest, one.gap.required_pace, 2025)
        assert closed == pytest.approx(goal)


@given(value=st.floats(0.1, 1000), then=st.floats(0.1, 1000), years=st.integers(1, 10), indicator=INDICATORS)
def test_pace_and_after_undo_each_other(value, then, years, indicator):
    laid = track(levels({2020: 1.0}), level(1.0), indicator=indicator)
    yearly = pace(laid, 2020, value, 2020 + years, then)
    assert after(laid, 2020, value, yearly, 2020 + years) == pytest.approx(then)


@given(rates=st.lists(st.floats(-20, 30), min_size=1, max_size=4), wanted=st.floats(1, 20))
def test_the_required_growth_held_for_the_years_left_averages_the_target(rates, wanted):
    basis = MeanGrowth(wanted, 1, 0.0, 2021, 2025)
    now = judged(growth({2021 + place: rate for place, rate in enumerate(rates)}), basis)
    assume(now.gap.required_pace is not None)
    rest = [now.gap.required_pace] * (5 - len(rates))
    then = judged(growth({2021 + place: rate for place, rate in enumerate([*rates, *rest])}), basis)
    assert then.gap.latest == pytest.approx(wanted)
    assert then.verdict is Verdict.ACHIEVED


@given(history=histories(1, 99), goal=st.floats(1, 99), indicator=INDICATORS)
def test_figures_of_other_areas_change_nothing_while_the_area_has_its_own(history, goal, indicator):
    own, others = levels(history), levels({2023: 1.0, 2024: 99.0, 2025: 99.0}, area="city")
    alone = judged(own, level(goal), UP, indicator)
    assert judged([*own, *others], level(goal), UP, indicator) == alone
