"""Number formats show what the screen shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.report.workbook.formats import LONGEST, MOST, Formats, number_format, quoted
from indicators.rows.quantities import quantity
from indicators.units import show
from tests.indicators.report.workbook.reading import formatted


@pytest.mark.parametrize(
    ("text", "value", "pattern"),
    [
        ("60.4%", 60.37, '0.0"%";"−"0.0"%"'),
        ("5000亿元", 5000.0, '0"亿元";"−"0"亿元"'),
        ("−5.7%", -5.7, '0.0"%";"−"0.0"%"'),
        ("+8.0个百分点", 8.0, '"+"0.0"个百分点";"−"0.0"个百分点"'),
        ("6.19 km per 100 km²", 6.19, '0.00" km per 100 km²";"−"0.00" km per 100 km²"'),
        ("年均慢0.1个百分点", -0.1, '"年均慢"0.0"个百分点";"年均慢"0.0"个百分点"'),
        ("2.32", 2.32, '0.00;"−"0.00'),
        ("0.0", -0.04, "0.0;0.0"),
    ],
)
def test_digits_signs_and_units_are_those_of_the_text(text, value, pattern):
    found = number_format(quantity(text, value))
    assert found == pattern
    assert formatted(value, found) == text


def test_a_share_is_shown_in_percent():
    found = number_format(quantity("59%", 0.585, share=True))
    assert (found, formatted(0.585, found)) == ("0%", "59%")


@given(
    st.floats(-1e6, 1e6).map(lambda value: round(value, 6)),
    st.sampled_from(["%", "亿元", "个百分点", "km", '米"；;', "\\", ""]),
    st.integers(0, 4),
    st.booleans(),
)
def test_a_number_in_its_format_reads_like_the_screen(value, unit, digits, signed):
    text = show(value, unit, digits, signed=signed)
    assert formatted(value, number_format(quantity(text, value))) == text


@pytest.mark.parametrize(
    ("text", "told"), [("", ""), ("%", '"%"'), ('a"b', r'"a"\""b"'), ('"', r"\""), ("\0", '" "')]
)
def test_a_text_stands_as_it_is(text, told):
    assert quoted(text) == told


@pytest.mark.parametrize(("unit", "length", "kept"), [(121, 252, True), (122, 254, True), (123, 256, False)])
def test_a_format_is_no_longer_than_a_spreadsheet_takes(unit, length, kept):
    shown = quantity("1" + "甲" * unit, 1.0)
    assert len(number_format(shown)) == length
    assert (Formats().of(shown) is not None) == kept == (length <= LONGEST)


def test_a_workbook_has_no_more_formats_than_a_spreadsheet_takes():
    formats = Formats()
    units = [f"单位{chr(0x4E00 + at)}" for at in range(MOST + 1)]
    found = [formats.of(quantity(f"1{unit}", 1.0)) for unit in units]
    assert [one is None for one in found] == [False] * MOST + [True]
    assert formats.of(quantity(f"2{units[0]}", 2.0)) == found[0]
