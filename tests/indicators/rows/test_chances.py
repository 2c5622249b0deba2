"""The chance of a target at each year's end, in words."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.lookback import look_back, year_ends
from indicators.model import Level, Verdict
from indicators.rows.chances import (
    EDGES,
    LEVELS,
    Chance,
    Chances,
    chances,
    labels,
    moved,
    over_time,
    place,
    table,
)
from indicators.rows.record import column
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import SHARE, levels, plan, target

AIM = target(Level(70.0, 0, 0.0))
RISING = levels({2019: 64.0, 2020: 65.0, 2021: 66.2, 2022: 67.1, 2025: 71.0})


def looked(observations=RISING, as_of=date(2026, 6, 30)):
    """The target at each year's end up to a day."""
    known = plan(SHARE, targets=(AIM,))
    return over_time(look_back(known, observations, [], year_ends(known, as_of)), AIM)


def day(tick, chance, verdict=Verdict.UNKNOWN, label="—"):
    return Chance(tick, label, chance, verdict, "")


def column_of(key, judged, lang="zh"):
    read = reading(lang, SHARE)
    return [row[column(read, key)] for row in table(read, judged)]


def test_each_year_end_uses_what_was_known_and_says_why_there_is_no_chance():
    assert column_of("day", looked()) == [
        *("2020年末", "2021年末", "2022年末", "2023年末", "2024年末", "2025年末", "2026-06-30"),
    ]
    assert column_of("year", looked()) == ["2019", "2020", "2021", "2022", "2022", "2022", "2025"]
    assert column_of("note", looked()) == [
        "最新数据过旧",
        "",
        "",
        "",
        "",
        "",
        "目标年数据已公布，结论不再是概率",
    ]


def test_a_chance_stands_beside_its_verdict_and_its_median():
    (day,) = looked(as_of=date(2020, 6, 30))
    later = looked()[1]
    assert (day.chance, column_of("chance", [day]), column_of("projected", [day])) == (None, ["—"], ["—"])
    read = reading("zh", SHARE)
    assert column_of("chance", [later]) == [read.chance(later.chance)] != ["—"]
    assert column_of("verdict", [later]) == [read.verdict(later.verdict)]
    assert column_of("projected", [later])[0].endswith("万人次")


def test_the_last_day_is_final_once_the_target_year_is_in():
    assert column_of("verdict", looked())[-1] == "已实现"


def test_how_the_chance_moved_is_said_from_the_first_to_the_last():
    judged = looked()
    assert (
        moved(reading("zh", SHARE), judged)
        == f"2021年末为{column_of('chance', judged)[1]}，2026-06-30为已实现。"
    )


@pytest.mark.parametrize("years", [{}, {2019: 64.0, 2020: 65.0}], ids=["never", "once"])
def test_without_two_chances_nothing_has_moved(years):
    assert moved(reading("zh", SHARE), looked(levels(years), date(2021, 12, 31))) == ""


def test_the_chart_has_a_day_for_each_and_no_chance_where_there_was_none():
    drawn = chances(reading("zh", SHARE), looked())
    assert [one.tick for one in drawn.days] == [
        "2020",
        "2021",
        "2022",
        "2023",
        "2024",
        "2025",
        "2026<br>06-30",
    ]
    assert [one.chance is None for one in drawn.days] == [True, False, False, False, False, False, True]
    assert [one.verdict for one in drawn.days][::6] == [Verdict.UNKNOWN, Verdict.ACHIEVED]
    assert drawn.days[-1].label == "已实现"


def test_a_chance_in_the_chart_is_kept_from_certainty_as_everywhere():
    sure = levels({2019: 90.0, 2020: 90.1, 2021: 90.2, 2022: 90.3})
    drawn = chances(reading("zh", SHARE), looked(sure, date(2023, 12, 31)))
    assert (drawn.days[-1].chance, drawn.days[-1].label) == (0.98, ">98%")


def test_hover_says_day_chance_verdict_and_the_latest_year():
    judged = looked()
    drawn = chances(reading("zh", SHARE), judged)
    said = column_of("chance", judged)[1], column_of("verdict", judged)[1]
    assert drawn.days[1].hover == f"2021年末：{said[0]}，{said[1]}<br>最新数据：2020年"
    assert drawn.days[0].hover == "2020年末：无法评估<br>最新数据过旧"


def test_the_bands_are_named_best_first():
    drawn = chances(reading("en", SHARE), looked())
    assert [word for _, word in drawn.bands] == ["On track", "At risk", "Off track"]


def test_where_there_never_was_a_chance_there_is_no_chart_but_a_table():
    assert chances(reading("zh", SHARE), looked([])) is None
    assert set(column_of("note", looked([]))) == {"没有可用数据"}


def test_a_target_is_picked_out_of_the_whole_plan():
    two = plan(SHARE, targets=(AIM, target(Level(60.0, 0, 0.0), number=2)))
    whole = look_back(two, RISING, [], year_ends(two, date(2022, 6, 30)))
    assert [one.target.number for one in over_time(whole, two.targets[1])] == [2, 2, 2]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_they_are_finished_text(lang):
    read = reading(lang, SHARE)
    rows = [table(read, looked()), chances(read, looked()), moved(read, looked())]
    assert unfinished(rows) == []
    assert lang == "zh" or in_chinese(rows) == []


@pytest.mark.parametrize(
    ("one", "height"),
    [
        (day("2021", 0.42, Verdict.AT_RISK), 42.0),
        (day("2025", None, Verdict.ACHIEVED), 100.0),
        (day("2025", None, Verdict.MISSED), 0.0),
        (day("2020", None), None),
    ],
    ids=["a chance", "achieved", "missed", "unknown"],
)
def test_a_final_verdict_stands_where_chance_has_become_certainty(one, height):
    assert place(one) == height


def test_bands_follow_on_each_other_at_the_levels_that_are_written():
    edges = sorted(EDGES.values())
    assert [low for low, _ in edges[1:]] == [high for _, high in edges[:-1]]
    assert sorted({edge for band in edges for edge in band}) == list(LEVELS)


@pytest.mark.parametrize(("chance", "verdict"), [(0.33, "off"), (0.34, "risk"), (0.66, "risk"), (0.67, "on")])
def test_a_chance_stands_in_the_band_of_its_verdict(chance, verdict):
    low, high = EDGES[{"off": Verdict.OFF_TRACK, "risk": Verdict.AT_RISK, "on": Verdict.ON_TRACK}[verdict]]
    assert low <= place(day("2021", chance)) < high


def test_a_label_is_written_where_it_is_news():
    days = (
        day("2020", None),
        day("2021", 0.3, Verdict.OFF_TRACK, "30%"),
        day("2022", 0.3, Verdict.OFF_TRACK, "30%"),
        day("2023", 0.4, Verdict.AT_RISK, "40%"),
        day("2024", None),
        day("2025", None, Verdict.MISSED, "未实现"),
    )
    assert labels(Chances(days, ())) == ["", "30%", "", "40%", "", "未实现"]
