"""What a department still has to report, and by when."""

from __future__ import annotations

import pytest

from indicators.model import AssignedLater, CumulativeCut, Department, Direction, Level, MeanGrowth
from indicators.rows.owed import missing_years, owed
from indicators.rows.record import column
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import AMOUNT, RATIO, SHARE, cuts, growth, judged, levels, mean_growth

SEVENTY = Level(70.0, 0, 0.0)


def missing(figures, basis=SEVENTY, direction=Direction.UP, indicator=SHARE, **asked):
    """The years that a target on these figures lacks."""
    one = judged(figures, basis, direction, indicator, **asked)
    return missing_years(reading("zh", indicator), one)


@pytest.mark.parametrize(
    ("figures", "years"),
    [
        ([], [2020, 2021, 2022, 2023, 2024, 2025]),
        (levels({2020: 50.0, 2022: 54.0, 2024: 58.0}), [2021, 2023, 2025]),
        (levels(dict.fromkeys(range(2020, 2026), 60.0)), []),
        (levels(dict.fromkeys(range(2015, 2020), 60.0)), [2020, 2021, 2022, 2023, 2024, 2025]),
        (levels({2024: 58.0}, area="city"), [2020, 2021, 2022, 2023, 2024, 2025]),
        (
            [*levels({2020: 60.0}), *levels({2020: 56.0, 2024: 58.0}, area="city")],
            [2021, 2022, 2023, 2024, 2025],
        ),
    ],
    ids=["none", "gaps", "full", "before the base year", "the stand-in's", "own where another stands in"],
)
def test_years_without_a_figure_of_the_own_area_are_missing(figures, years):
    assert missing(figures) == years


def test_years_after_the_judging_year_are_not_missing_yet():
    assert missing(levels({2020: 50.0}), judging_year=2022) == [2021, 2022]
    assert missing([], judging_year=2019) == []


def test_a_mean_growth_fills_only_the_years_it_ties_together():
    mean = [mean_growth(2021, 2024, 8.0)]
    assert missing(mean, MeanGrowth(10.0, 0, 0.5, 2021, 2025)) == [2021, 2022, 2023, 2025]


def test_growth_that_cannot_be_tied_to_the_base_year_has_been_reported_all_the_same():
    broken_off = growth({2021: 5.0, 2023: 6.0, 2025: 7.0})
    assert missing(broken_off, MeanGrowth(10.0, 0, 0.5, 2021, 2025)) == [2022, 2024]


@pytest.mark.parametrize(
    "basis",
    [MeanGrowth(10.0, 0, 0.5, 2021, 2025), CumulativeCut(13.5, 1, 2021, 2025), AssignedLater(2021, 2025)],
)
def test_growth_and_cuts_are_owed_for_the_years_of_their_period_alone(basis):
    assert missing([], basis) == [2021, 2022, 2023, 2024, 2025]


def lacking(figures, basis=SEVENTY, direction=Direction.UP, indicator=AMOUNT):
    one, read = judged(figures, basis, direction, indicator), reading("zh", indicator)
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
    assert lacking(figures) == said


def test_a_target_value_may_be_owed_too():
    figures = cuts(dict.fromkeys(range(2021, 2026), 2.0))
    assert lacking(figures, AssignedLater(2021, 2025), Direction.DOWN, RATIO) == ["上级下达的目标值"]


def test_what_the_plans_own_area_has_is_not_asked_for_again(zh, shown, everything):
    """Urbanisation is judged on the city's figures; the census counted the area itself in 2020."""
    rows = {row[column(zh, "number")]: row[column(zh, "missing")] for row in owed(zh, everything)}
    assert rows["6"] == "2021—2025年全部"


def test_owed_data_name_the_target_its_lead_the_area_and_the_day(zh, shown, everything):
    rows = owed(zh, everything)
    listed = [int(row[column(zh, "number")]) for row in rows]
    assert listed == sorted(listed)
    row = [rows[listed.index(7)][column(zh, key)] for key in ("lead", "area", "missing")]
    assert row == ["市生态环境局", "遵义都市圈", "2020—2025年全部"]
    assert {row[column(zh, "due")] for row in rows} == {"每年1月20日前报送上一年度数据"}


def test_the_day_is_said_in_english_too(en, shown, everything):
    assert "20 January" in owed(en, everything)[0][column(en, "due")]


def test_a_plan_says_its_own_day():
    read = reading(report_due="11-05", departments={"office": Department("office", "局", "Office", ())})
    (row,) = owed(read, [judged([], SEVENTY)])
    assert "11月5日" in row[column(read, "due")]


def test_what_is_owed_is_finished_text(read, shown, everything):
    assert unfinished(owed(read, everything)) == []


def test_what_is_owed_is_in_english(en, shown, everything):
    assert in_chinese(owed(en, everything)) == []


def test_where_the_plan_sets_no_day_nothing_is_due():
    one = judged(levels({2020: 50.0}), SEVENTY, indicator=SHARE)
    (row,) = owed(reading("zh", SHARE, report_due=""), [one])
    assert (row["缺少"], row["报送期限"]) == ("2021—2025年全部", "—")
