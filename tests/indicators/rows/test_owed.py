"""What a department still has to report, and by when."""

from __future__ import annotations

import pytest

from indicators.model import AssignedLater, Department, Direction, Level, MeanGrowth
from indicators.rows.owed import missing_years, owed
from indicators.rows.record import column
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import RATIO, SHARE, cuts, judged, levels, mean_growth

SEVENTY = Level(70.0, 0, 0.0)
NOTHING = judged([], SEVENTY)


@pytest.mark.parametrize(
    ("figures", "missing"),
    [
        ([], [2020, 2021, 2022, 2023, 2024, 2025]),
        (levels({2020: 50.0, 2022: 54.0, 2024: 58.0}), [2021, 2023, 2025]),
        (levels(dict.fromkeys(range(2020, 2026), 60.0)), []),
        (levels(dict.fromkeys(range(2015, 2020), 60.0)), [2020, 2021, 2022, 2023, 2024, 2025]),
        (levels({2024: 58.0}, area="city"), [2020, 2021, 2022, 2023, 2024, 2025]),
    ],
    ids=["none", "gaps", "full", "before the base year", "the stand-in's"],
)
def test_years_without_a_figure_of_the_own_area_are_missing(figures, missing):
    assert missing_years(reading(), judged(figures, SEVENTY, indicator=SHARE)) == missing


def test_years_after_the_judging_year_are_not_missing_yet():
    one = judged(levels({2020: 50.0}), SEVENTY, judging_year=2022)
    assert missing_years(reading(), one) == [2021, 2022]


def test_a_mean_growth_fills_only_the_years_it_ties_together():
    one = judged([mean_growth(2021, 2024, 8.0)], MeanGrowth(10.0, 0, 0.5, 2021, 2025))
    assert missing_years(reading(), one) == [2021, 2022, 2023, 2025]


def lacking(read, one):
    return [row[column(read, "missing")] for row in owed(read, [one])]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([], ["2020—2025年全部"]),
        (levels({2020: 50.0, 2022: 54.0, 2024: 58.0}), ["2021、2023、2025年"]),
        (levels(dict.fromkeys(range(2020, 2025), 60.0)), ["2025年"]),
        (levels(dict.fromkeys(range(2020, 2026), 60.0)), []),
    ],
    ids=["all", "some", "one", "nothing"],
)
def test_what_is_owed(figures, said):
    assert lacking(reading(), judged(figures, SEVENTY)) == said


def test_a_target_value_may_be_owed_too():
    figures = cuts(dict.fromkeys(range(2021, 2026), 2.0))
    later = judged(figures, AssignedLater(2021, 2025), Direction.DOWN, RATIO)
    assert lacking(reading("zh", RATIO), later) == ["上级下达的目标值"]


def test_owed_data_name_the_target_its_lead_the_area_and_the_day(zh, everything):
    rows = owed(zh, everything)
    listed = [int(row[column(zh, "number")]) for row in rows]
    assert listed == sorted(listed)
    row = [rows[listed.index(7)][column(zh, key)] for key in ("lead", "area", "missing")]
    assert row == ["市生态环境局", "遵义都市圈", "2020—2025年全部"]
    assert {row[column(zh, "due")] for row in rows} == {"每年1月20日前报送上一年度数据"}


def test_the_day_is_said_in_english_too(en, everything):
    assert "20 January" in owed(en, everything)[0][column(en, "due")]


def test_a_plan_says_its_own_day():
    read = reading(report_due="11-05", departments={"office": Department("office", "局", "Office", ())})
    (row,) = owed(read, [NOTHING])
    assert "11月5日" in row[column(read, "due")]


def test_what_is_owed_is_finished_text(read, everything):
    assert unfinished(owed(read, everything)) == []


def test_what_is_owed_is_in_english(en, everything):
    assert in_chinese(owed(en, everything)) == []
