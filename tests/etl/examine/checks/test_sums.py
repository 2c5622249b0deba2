from __future__ import annotations

import pytest

from indicators.areas import counted_members
from tests.etl.examine.uploads import found, plans, told, upload

MEMBERS = [one.code for one in counted_members(plans()[0], "zunyi-metro")]


def whole(value, members=MEMBERS, each="500"):
    lines = [f"zunyi-metro {value}", *(f"{code} {each}" for code in members)]
    return upload("area value\n" + "\n".join(lines))


@pytest.mark.parametrize(
    ("value", "wrong"), [("4000", 0), ("4078", 0), ("4086", 1), ("3925", 0), ("3915", 1)]
)
def test_members_add_up_to_the_whole_within_two_percent(value, wrong):
    assert len(MEMBERS) == 8
    assert found(whole(value), "members_differ") == ["members_differ 2"] * wrong


def test_the_finding_names_both_sides_with_numbers():
    said = told(next(one for one in whole("5000").remarks if one.check == "members_differ"))
    assert (said["stated"], said["computed"], said["members"], said["area_whole"]) == (
        "5000",
        "4000",
        "8",
        "zunyi-metro",
    )


def test_a_sum_of_some_members_says_nothing():
    assert found(whole("5000", MEMBERS[1:]), "members_differ") == []


def test_stored_members_count_beside_the_file_s_total():
    stored = "area year value\n" + "\n".join(f"{code} 2024 500" for code in MEMBERS)
    assert found(upload("area value\n遵义都市圈 5000", stored), "members_differ") == ["members_differ 2"]
    assert found(upload("area value\n遵义都市圈 4000", stored), "members_differ") == []


def test_a_member_of_the_file_beside_a_stored_total_is_told_at_the_member():
    stored = "area year value\nzunyi-metro 2024 4000\n" + "\n".join(
        f"{code} 2024 500" for code in MEMBERS[1:]
    )
    assert found(upload(f"area value\n{MEMBERS[0]} 900", stored), "members_differ") == ["members_differ 2"]


def test_small_counts_may_miss_the_whole_by_their_rounding():
    lines = ["zunyi-metro 12", *(f"{code} 1" for code in MEMBERS)]
    done = upload(
        "indicator unit area value\n" + "\n".join(f"高速公路通车里程 公里 {line}" for line in lines)
    )
    assert found(done, "members_differ") == []


def test_ratios_are_not_added():
    lines = ["zunyi-metro 60", *(f"{code} 50" for code in MEMBERS)]
    done = upload("indicator unit area value\n" + "\n".join(f"城镇化率 % {line}" for line in lines))
    assert found(done, "members_differ") == []


@pytest.mark.parametrize(("third", "wrong"), [("50.0", 0), ("50.3", 0), ("50.4", 1), ("49.6", 1)])
def test_shares_add_up_to_a_hundred(third, wrong):
    table = f"indicator unit value\n第一产业占比 % 12.5\n第二产业占比 % 37.5\n第三产业占比 % {third}"
    assert found(upload(table), "parts_differ") == ["parts_differ 4"] * wrong


@pytest.mark.parametrize(("third", "wrong"), [("2500", 0), ("2510", 0), ("2520", 1)])
def test_industries_add_up_to_the_product(third, wrong):
    table = (
        f"indicator value\n第一产业增加值 600\n第二产业增加值 1900\n第三产业增加值 {third}\n地区生产总值 5000"
    )
    done = upload(table)
    assert found(done, "parts_differ") == ["parts_differ 5"] * wrong
    assert [told(one)["computed"] for one in done.remarks if one.check == "parts_differ"] == [
        "5020.0"
    ] * wrong


def test_parts_without_one_of_them_say_nothing():
    assert (
        found(upload("indicator unit value\n第一产业占比 % 12.5\n第二产业占比 % 37.5"), "parts_differ") == []
    )
