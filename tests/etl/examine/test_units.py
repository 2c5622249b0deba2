from __future__ import annotations

import pytest

from etl.examine.units import allowed, confusable, known, size, spelled
from indicators.units import convert, known_units


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("（亿元）", "亿元"),
        ("单位：万元", "万元"),
        ("亿 元", "亿元"),
        ("％", "%"),
        ("㎢", "km2"),
        ("：1", "∶1"),
        ("百分比", "%"),
        ("—", ""),
    ],
)
def test_a_unit_is_read_however_it_is_written(label, unit):
    assert spelled(label) == unit


@pytest.mark.parametrize(
    ("label", "wanted", "factor"),
    [
        ("亿元", "亿元", 1),
        ("万元", "亿元", 1e-4),
        ("元", "万元", 1e-4),
        ("人", "万人", 1e-4),
        ("万人次", "亿人次", 1e-4),
        ("‰", "%", 0.1),
    ],
)
def test_units_of_one_kind_are_converted(label, wanted, factor):
    called, own, other = size(label, wanted)
    assert (called, own / other) == (label, pytest.approx(factor))


def test_a_multiple_alone_stands_for_that_of_what_is_counted():
    assert size("亿", "亿元")[0] == "亿元"
    assert size("万", "亿元")[0] == "万元"
    assert size("亿", "万人")[0] == "亿人"
    assert size("亿", "万人次")[0] == "亿人次"
    assert size("亿", "%") is None


@pytest.mark.parametrize(
    ("label", "wanted"), [("万人", "亿元"), ("吨", "亿元"), ("%", "亿元"), ("亿元", "%"), ("个百分点", "%")]
)
def test_units_of_different_kinds_are_not(label, wanted):
    assert size(label, wanted) is None


def test_conversion_is_that_of_the_base_files():
    for unit in sorted(known_units()):
        for wanted in ("亿元", "万人", "%", "平方公里"):
            if found := size(unit, wanted):
                assert 7.3 * found[1] / found[2] == convert(7.3, found[0], wanted)


def test_only_units_of_several_sizes_can_be_confused():
    assert [unit for unit in ("亿元", "万人", "%", "年", "") if confusable(unit)] == ["亿元", "万人"]


def test_allowed_are_the_units_that_can_be_converted():
    assert allowed("亿元") == ("元", "万元", "亿元", "yuan")
    assert allowed("万人") == ("人", "万人", "亿人")


def test_what_is_no_unit_is_not_known():
    assert known("亿元") and known("亿") and not known("年底")
