from __future__ import annotations

import pytest

from tests.etl.examine.uploads import found, told, upload

RATES = "indicator year value\n" + "\n".join(
    f"urbanization_rate {year} {year - 1964}" for year in range(2015, 2024)
)
GROWTH = "measure year value\n" + "\n".join(
    f"growth {year} {value}"
    for year, value in zip(range(2015, 2024), (9, 8, 9, 8, 7, 4, 8, 3, 5), strict=True)
)


@pytest.mark.parametrize(("value", "warned"), [("0.60", 1), ("0.99", 1), ("1.01", 0), ("60", 0), ("0.1", 0)])
def test_a_fraction_where_percentages_are_usual_is_suspected(value, warned):
    done = upload(f"indicator unit value\n城镇化率 % {value}", RATES)
    assert found(done, "fraction") == ["fraction 2"] * warned


def test_the_suspicion_says_what_may_be_meant_and_outranks_a_jump():
    done = upload("indicator unit value\n城镇化率 % 0.605", RATES)
    (remark,) = [one for one in done.remarks if one.check in ("fraction", "jump", "unit_slip")]
    assert (remark.check, told(remark)["meant"], told(remark)["usual"]) == ("fraction", "60.50", "55.00")


def test_without_figures_the_plan_s_target_tells_what_is_usual():
    assert found(upload("indicator unit value\n城镇化率 % 0.605"), "fraction") == ["fraction 2"]


def test_a_share_that_is_small_by_nature_is_none():
    stored = "indicator value\nrd_intensity 0.8"
    assert found(upload("indicator unit value\n研发经费投入强度 % 0.91", stored), "fraction") == []


@pytest.mark.parametrize(
    ("value", "warned"), [("0.063", 1), ("0.06", 0), ("0.1", 0), ("6.3", 0), ("0.301", 0)]
)
def test_growth_printed_to_a_thousandth_may_be_a_fraction(value, warned):
    done = upload(f"measure unit value\n增速 % {value}", GROWTH)
    assert found(done, "fraction") == ["fraction 2"] * warned


@pytest.mark.parametrize(("value", "warned"), [("8", 0), ("22.9", 0), ("23.1", 1), ("-6.9", 0), ("-7.1", 1)])
def test_growth_far_from_the_usual_is_unusual(value, warned):
    done = upload(f"measure unit value\n增速 % {value}", GROWTH)
    assert found(done, "unusual_growth") == ["unusual_growth 2"] * warned


@pytest.mark.parametrize(("value", "warned"), [("56", 0), ("56.1", 1), ("-44", 0), ("-44.1", 1)])
def test_growth_without_a_history_may_be_wilder(value, warned):
    assert (
        found(upload(f"measure unit value\n增速 % {value}"), "unusual_growth")
        == ["unusual_growth 2"] * warned
    )
