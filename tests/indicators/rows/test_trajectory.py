"""One target's chart and its table by years."""

from __future__ import annotations

import pytest

from indicators.model import AssignedLater, Direction, Level, MeanGrowth
from indicators.rows.headline import headline
from indicators.rows.record import column
from indicators.rows.shapes import Cut, Span
from indicators.rows.trajectory import source_line, subtitle, trajectory, years
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import RATIO, SHARE, breaks, cuts, growth, judged, levels, mean_growth

SEVENTY = Level(70.0, 0, 0.0)
CLIMB = judged(levels({2020: 50.0, 2022: 54.0, 2023: 56.0}), SEVENTY, indicator=SHARE)
READ = reading("zh", SHARE)


def pairs(marks):
    return [(mark.year, mark.value) for mark in marks]


def test_the_chart_of_a_share():
    chart = trajectory(READ, CLIMB)
    assert pairs(chart.history) == [(2020, 50.0), (2022, 54.0), (2023, 56.0)]
    assert chart.earlier == () and chart.cuts == () and chart.spans == ()
    assert chart.required == tuple((2020 + step, pytest.approx(50 + 4 * step)) for step in range(6))
    assert chart.required_from_now == ((2023, 56.0), (2024, pytest.approx(63.0)), (2025, pytest.approx(70.0)))
    assert (chart.target_year, chart.target, chart.target_label) == (2025, 70.0, "目标 70万人次")
    assert chart.title == headline(READ, CLIMB)


def test_the_required_path_of_an_amount_is_geometric():
    chart = trajectory(reading(), judged(levels({2020: 50.0, 2021: 51.0}), SEVENTY))
    steps = [b / a for (_, a), (_, b) in zip(chart.required, chart.required[1:], strict=False)]
    assert steps == pytest.approx([(70 / 50) ** 0.2] * 5)
    later = [
        b / a for (_, a), (_, b) in zip(chart.required_from_now, chart.required_from_now[1:], strict=False)
    ]
    assert later == pytest.approx([(70 / 51) ** 0.25] * 4)


def test_the_fan_opens_at_the_latest_figure():
    fan = trajectory(READ, CLIMB).fan
    assert [one.year for one in fan] == [2023, 2024, 2025]
    assert (fan[0].p10, fan[0].median, fan[0].p90) == (56.0, 56.0, 56.0)
    assert fan[1].p90 - fan[1].p10 < fan[2].p90 - fan[2].p10
    assert [one.hover == "" for one in fan] == [True, False, False]


def test_hover_says_the_figure_its_source_and_its_grade():
    (mark, *_) = trajectory(READ, CLIMB).history
    assert mark.hover.startswith("2020年 50.00万人次<br>统计年鉴 · 2021-03-01 · A")


def test_a_figure_without_a_day_of_publication_says_so():
    one = judged(levels({2022: 54.0, 2023: 56.0}, published=""), SEVENTY)
    assert " · — · " in trajectory(reading(), one).history[0].hover


def test_an_index_hovers_over_what_ties_it_to_the_base_year():
    one = judged([mean_growth(2021, 2024, 8.0)], MeanGrowth(10.0, 0, 0.5, 2021, 2025))
    base, latest = trajectory(reading(), one).history
    assert base.hover == "2020年 100.0"
    assert latest.hover.startswith("2024年 136.0<br>统计年鉴")


def test_what_lies_before_a_break_is_drawn_apart():
    one = judged(levels({2018: 40.0, 2019: 41.0, 2020: 50.0, 2023: 56.0}), SEVENTY, broken=breaks(2020))
    chart = trajectory(reading(), one)
    assert pairs(chart.earlier) == [(2018, 40.0), (2019, 41.0)]
    assert pairs(chart.history) == [(2020, 50.0), (2023, 56.0)]
    assert chart.cuts == (Cut(2020, "口径调整"),)


def test_a_break_is_explained_in_the_readers_language():
    one = judged(levels({2019: 41.0, 2020: 50.0, 2023: 56.0}), SEVENTY, broken=breaks(2020))
    assert trajectory(reading("en"), one).cuts == (Cut(2020, "New definition"),)


def test_a_break_with_nothing_before_it_is_no_cut():
    one = judged(levels({2020: 50.0, 2023: 56.0}), SEVENTY, broken=breaks(2020))
    assert trajectory(reading(), one).cuts == ()


def test_without_figures_there_is_no_chart_and_no_table():
    nothing = judged([], SEVENTY)
    assert trajectory(READ, nothing) is None
    assert years(READ, nothing) == []


def test_a_single_figure_has_a_way_to_go_but_no_fan():
    chart = trajectory(READ, judged(levels({2023: 56.0}), SEVENTY, indicator=SHARE))
    assert (chart.fan, chart.required, chart.target) == ((), (), 70.0)
    assert chart.required_from_now[-1] == (2025, pytest.approx(70.0))


def test_a_final_figure_needs_nothing_from_now():
    chart = trajectory(READ, judged(levels({2020: 50.0, 2025: 60.0}), SEVENTY, indicator=SHARE))
    assert (chart.fan, chart.required_from_now) == ((), ())


@pytest.mark.parametrize(
    "one",
    [
        judged(levels({2020: 50.0, 2024: 58.0}, area="city"), SEVENTY),
        judged(cuts({2021: 2.0, 2022: 2.0}), AssignedLater(2021, 2025), Direction.DOWN, RATIO),
    ],
    ids=["another area's total", "no target value"],
)
def test_what_cannot_stand_against_the_target_is_drawn_without_it(one):
    chart = trajectory(reading(), one)
    assert len(chart.history) > 1
    assert (chart.target, chart.required, chart.required_from_now, chart.fan) == (None, (), (), ())


def test_pandemic_years_are_shaded_where_they_matter(zh, by_number):
    assert trajectory(zh, by_number[4]).spans == (Span(2020, 2022, "疫情"),)
    assert trajectory(zh, by_number[6]).spans == ()


def test_the_subtitle_says_unit_area_day_and_stand_in(zh, by_number):
    said = subtitle(zh, by_number[27])
    assert [part in said for part in ("2020年=100", "遵义市", "2026-06-30", "遵义都市圈")] == [True] * 4
    assert "代" not in subtitle(zh, by_number[5])


def test_the_foot_names_each_source_once():
    assert source_line(READ, CLIMB).count("统计年鉴") == 1


@pytest.mark.parametrize("number", [2, 3, 4, 6, 8, 13, 27, 28, 29])
def test_a_required_path_leads_from_the_base_to_the_target(zh, by_number, number):
    one = by_number[number]
    chart = trajectory(zh, one)
    assert chart.target == pytest.approx(one.track.goal)
    if chart.required:
        assert chart.required[0] == (2020, pytest.approx(one.track.base))
        assert chart.required[-1] == (2025, pytest.approx(one.track.goal))
    if chart.required_from_now:
        assert chart.required_from_now[0] == (one.gap.latest_year, pytest.approx(one.track.points[-1].value))
        assert chart.required_from_now[-1] == (2025, pytest.approx(one.track.goal))


def row(read, one, year):
    """The row of a year, by the keys of its columns."""
    (found,) = [each for each in years(read, one) if each[column(read, "year")] == str(year)]
    keys = ("value", "path", "median", "low80", "high80", "low50", "high50")
    return {key: found[column(read, key)] for key in keys if column(read, key) in found}


def test_a_row_a_year_from_the_first_figure_to_the_target_year():
    assert [each[column(READ, "year")] for each in years(READ, CLIMB)] == [
        "2020",
        "2022",
        "2023",
        "2024",
        "2025",
    ]


def test_years_before_a_break_have_their_row_too():
    one = judged(levels({2018: 40.0, 2020: 50.0, 2023: 56.0}), SEVENTY, indicator=SHARE, broken=breaks(2020))
    assert row(READ, one, 2018)["value"] == "40.00万人次"


def test_a_year_with_a_figure_and_a_year_ahead():
    past, ahead = row(READ, CLIMB, 2022), row(READ, CLIMB, 2025)
    assert (past["value"], past["path"], past["median"]) == ("54.00万人次", "58.00万人次", "—")
    assert (ahead["value"], ahead["path"]) == ("—", "70.00万人次")
    order = [
        float(ahead[key].removesuffix("万人次")) for key in ("low80", "low50", "median", "high50", "high80")
    ]
    assert order == sorted(order)


def test_years_before_the_base_year_have_no_path():
    one = judged(levels({2018: 48.0, 2020: 50.0, 2023: 56.0}), SEVENTY, indicator=SHARE)
    assert row(READ, one, 2018)["path"] == "—"


def test_columns_without_any_value_are_left_out():
    single = judged(levels({2023: 56.0}), SEVENTY, indicator=SHARE)
    assert set(row(READ, single, 2023)) == {"value"}


def test_an_index_has_one_digit_and_no_unit():
    one = judged(growth({2021: 9.0, 2022: 8.0}), MeanGrowth(10.0, 0, 0.5, 2021, 2025))
    assert row(reading(), one, 2022)["value"] == "117.7"


def test_values_below_zero_have_a_minus_sign():
    one = judged(levels({2022: -3.0, 2023: -2.0}), Level(1.0, 0, 0.0), indicator=RATIO)
    assert row(reading("zh", RATIO), one, 2022)["value"] == "−3.00万人次"


def test_charts_and_tables_are_finished_text(read, everything):
    for one in everything:
        chart = trajectory(read, one)
        assert unfinished([chart, years(read, one)]) == [], one.target.number
        assert chart is None or unfinished(source_line(read, one)) == []


def test_english_charts_hold_no_chinese_but_that_of_sources(en, everything):
    """Titles of sources and their own words for a date stay as published; they stand in the hovers."""
    for one in everything:
        chart = trajectory(en, one)
        if chart is not None:
            rows = [chart.title, chart.subtitle, chart.cuts, chart.spans, chart.fan, years(en, one)]
            assert in_chinese([*rows, chart.target_label, chart.latest_label]) == []
