"""Value and unit → text, with one rounding rule."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from indicators.errors import UnknownName
from indicators.units import FAMILIES, convert, known_units, number, rounded, show, with_unit

sizes = some.floats(-1e12, 1e12)
unit_pairs = some.sampled_from([(a, b) for family in FAMILIES for a in family for b in family])


@pytest.mark.parametrize(
    ("value", "unit_from", "unit_to", "expected"),
    [
        (63170, "元", "万元", 6.317),
        (5027, "亿元", "元", 502_700_000_000),
        (484.19, "万人", "人", 4_841_900),
        (1.1, "亿人次", "万人次", 11_000),
        (2, "万人", "万人次", 2),
        (30, "公顷", "平方公里", 0.3),
        (4.5, "‰", "%", 0.45),
        (2.3, "∶1", "", 2.3),
        (60, "%", "%", 60),
    ],
)
def test_units_of_one_family_convert(value, unit_from, unit_to, expected):
    assert convert(value, unit_from, unit_to) == pytest.approx(expected)


def test_a_unit_is_its_own_even_if_nobody_knows_it():
    assert convert(3.5, "斗", "斗") == 3.5


@pytest.mark.parametrize(("unit_from", "unit_to"), [("元", "人"), ("%", ""), ("斗", "元"), ("年", "%")])
def test_units_of_two_families_do_not_convert(unit_from, unit_to):
    with pytest.raises(UnknownName, match=unit_from):
        convert(1.0, unit_from, unit_to)


@given(sizes, unit_pairs)
def test_there_and_back_is_the_same_value(value, pair):
    assert convert(convert(value, *pair), *reversed(pair)) == pytest.approx(value, rel=1e-12)


@given(sizes, unit_pairs)
def test_conversion_keeps_the_order_of_values(value, pair):
    assert convert(value + abs(value) + 1, *pair) > convert(value, *pair)


def test_known_units_are_those_that_convert():
    assert {"亿元", "万人次", "%", "公里/百平方公里"} <= known_units()
    assert "斗" not in known_units()


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (2.345, 2, 2.35),
        (2.335, 2, 2.34),
        (0.5, 0, 1.0),
        (1.5, 0, 2.0),
        (2.5, 0, 3.0),
        (-2.5, 0, -3.0),
        (69.949, 1, 69.9),
        (69.95, 1, 70.0),
        ((1.2 - 0.54) / 4, 2, 0.17),
        (0.1 + 0.2 - 0.25, 1, 0.1),
        (5027.0, 0, 5027.0),
    ],
)
def test_half_is_rounded_away_from_zero(value, digits, expected):
    assert rounded(value, digits) == expected


def test_a_number_of_numpy_is_rounded_as_a_plain_one():
    assert rounded(np.float64(2.345), 2) == 2.35


@given(sizes, some.integers(0, 4))
def test_rounding_moves_a_value_by_half_a_digit_at_most(value, digits):
    assert abs(rounded(value, digits) - value) <= 0.5 * 10.0**-digits + 1e-12 * abs(value)


@given(sizes, some.integers(0, 4))
def test_rounding_twice_is_rounding_once(value, digits):
    once = rounded(value, digits)
    assert rounded(once, digits) == once
    assert rounded(-value, digits) == -once


@pytest.mark.parametrize(
    ("value", "digits", "signed", "text"),
    [
        (None, 2, False, "—"),
        (None, 2, True, "—"),
        (3.14159, 2, False, "3.14"),
        (-3.14159, 2, False, "−3.14"),
        (3.14159, 2, True, "+3.14"),
        (0.0, 1, True, "0.0"),
        (-0.04, 1, False, "0.0"),
        (-0.04, 1, True, "0.0"),
        (-0.05, 1, True, "−0.1"),
        (70.0, 0, False, "70"),
        (1234567.0, 0, False, "1234567"),
    ],
)
def test_a_number_as_text(value, digits, signed, text):
    assert number(value, digits, signed=signed) == text


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("5000", "亿元", "5000亿元"),
        ("70", "%", "70%"),
        ("2.32", "", "2.32"),
        ("11.9", "years", "11.9 years"),
        ("4.6", "km per 100 km²", "4.6 km per 100 km²"),
        ("—", "亿元", "—"),
    ],
)
def test_a_unit_stands_as_its_script_wants(text, unit, shown):
    assert with_unit(text, unit) == shown


def test_value_and_unit_as_the_plan_writes_them():
    assert show(0.73, "亿人次", 2) == "0.73亿人次"
    assert show(-9.6, "个百分点", 1, signed=True) == "−9.6个百分点"
    assert show(None, "%", 1) == "—"
