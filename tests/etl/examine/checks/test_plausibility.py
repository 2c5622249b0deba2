from __future__ import annotations

import pytest

from indicators.model import Break
from tests.etl.examine.uploads import found, told, upload

GDP = "year value\n" + "\n".join(f"{year} {4000 * 1.06 ** (year - 2017):.0f}" for year in range(2017, 2024))
"""Seven years at 6 %: 5674 in 2023, so that 6015 would be usual in 2024."""


def suspected(done):
    return [
        (one.check, one.row, told(one).get("times"))
        for one in done.remarks
        if one.check in ("jump", "unit_slip")
    ]


@pytest.mark.parametrize(("value", "jumps"), [(6015, 0), (8110, 0), (8130, 1), (4470, 0), (4440, 1)])
def test_a_change_beyond_the_history_is_a_jump(value, jumps):
    assert found(upload(f"value\n{value}", GDP), "jump") == ["jump 2"] * jumps


@pytest.mark.parametrize(
    ("value", "times"),
    [("60150", "10"), ("601.5", "10"), ("60.15", "100"), ("6.015", "1000"), ("0.6015", "10000")],
)
def test_a_power_of_ten_from_its_neighbour_is_a_slipped_unit(value, times):
    assert suspected(upload(f"value\n{value}", GDP)) == [("unit_slip", 2, times)]


@pytest.mark.parametrize(
    ("value", "check"), [("84000", "unit_slip"), ("86000", "jump"), ("43000", "unit_slip"), ("42000", "jump")]
)
def test_a_slip_lies_near_a_power_of_ten(value, check):
    assert [one[0] for one in suspected(upload(f"value\n{value}", GDP))] == [check]


def test_a_slip_says_which_way_and_beside_which_year():
    done = upload("value\n60150", GDP)
    (remark,) = [one for one in done.remarks if one.check == "unit_slip"]
    assert (told(remark)["way"], told(remark)["other_year"], told(remark)["other"]) == ("×", "2023", "5674")


def test_one_wrong_year_among_right_ones_is_blamed_alone():
    table = "year value\n2020 4700\n2021 50000\n2022 5300\n2023 5600"
    assert suspected(upload(table)) == [("unit_slip", 3, "10")]


def test_a_wrong_first_year_is_blamed_itself():
    assert suspected(upload("year value\n2020 47000\n2021 5000\n2022 5300\n2023 5600")) == [
        ("unit_slip", 2, "10")
    ]


def test_a_lasting_shift_is_blamed_on_the_later_year():
    assert suspected(upload("year value\n2020 2000\n2021 2100\n2022 5300\n2023 5600")) == [("jump", 4, "1")]


def test_a_figure_before_stored_ones_is_measured_by_them():
    assert suspected(upload("year value\n2016 37700", GDP)) == [("unit_slip", 2, "10")]


def test_a_wrong_stored_figure_between_is_told_at_the_file_s():
    done = upload("year value\n2022 5300\n2024 6000", "year value\n2023 56000")
    assert [one[0] for one in suspected(done)] == ["unit_slip", "unit_slip"]


def test_figures_across_a_break_are_not_compared():
    broken = (Break("gdp", "*", 2024, "definition", "", ""),)
    assert suspected(upload("value\n60150", GDP, breaks=broken)) == []
    elsewhere = (Break("gdp", "520302", 2024, "definition", "", ""),)
    assert suspected(upload("value\n60150", GDP, breaks=elsewhere)) != []


def test_shares_jump_by_points():
    stored = "indicator year value\nforest_cover 2023 60"
    table = "indicator unit value\n森林覆盖率 % {}"
    assert found(upload(table.format("65"), stored), "jump") == []
    assert found(upload(table.format("65.1"), stored), "jump") == ["jump 2"]


def test_several_years_between_two_figures_leave_room_for_more():
    stored = "indicator year value\nforest_cover 2020 60"
    assert found(upload("indicator unit value\n森林覆盖率 % 70", stored), "jump") == []
    assert found(upload("indicator unit value\n森林覆盖率 % 70.1", stored), "jump") == ["jump 2"]


@pytest.mark.parametrize(
    ("indicator", "code", "jumps"),
    [("铁路年旅客发送量", "rail_passengers", 0), ("建成区面积", "built_up_area", 1)],
)
def test_the_pandemic_shook_what_travels(indicator, code, jumps):
    unit = "万人次" if code == "rail_passengers" else "平方公里"
    stored = f"indicator year value\n{code} 2021 1000"
    done = upload(f"indicator unit year value\n{indicator} {unit} 2022 500", stored)
    assert found(done, "jump", "unit_slip") == ["jump 2"] * jumps


def test_a_bound_is_no_neighbour():
    assert suspected(upload("value\n60150以上", GDP)) == []
