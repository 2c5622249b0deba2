"""Where figures come from, where sources disagree, and what nobody has published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.model import Break, Level, Source, Status
from indicators.rows.origins import (
    FIRST_YEAR,
    areas_with_figures,
    breaks,
    by_area,
    conflicts,
    coverage,
    extent,
    figures,
    indicators_with_figures,
    newest,
    origins,
)
from indicators.rows.record import column
from indicators.series import build
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import figure, growth, judged, levels

READ = reading()


def cells(rows, *keys, read=READ):
    """Some columns of rows, by their keys."""
    return [tuple(row[column(read, key)] for key in keys) for row in rows]


def test_every_figure_is_a_row(zh, shown):
    assert len(figures(zh, shown.book, shown.observations)) == len(shown.observations)


def test_a_row_says_what_became_of_a_figure():
    printed = [
        figure(2023, 56.0, found="56 万人次", source="a", grade="C"),
        figure(2023, 56.2, found="56.2 万人次", source="b"),
        figure(2023, 60.0, found="60 万人次", source="c", grade="B"),
        figure(2024, 58.0, found="58 万人次", status=Status.LOWER_BOUND),
    ]
    later = replace(printed[2], known_from=printed[2].known_from.replace(year=2025))
    known = [printed[0], printed[1], later, printed[3]]
    rows = figures(READ, build(known, []), known)
    assert cells(rows, "found", "use") == [
        ("56 万人次", "被后来的版本替代"),
        ("56.2 万人次", "被后来的版本替代"),
        ("60 万人次", "采用"),
        ("58 万人次", "不作为观测值"),
    ]


def test_figures_that_disagree_beyond_rounding_are_pairs():
    known = [
        figure(2023, 56.0, found="56 万人次", source="a", grade="C"),
        figure(2023, 56.4, found="56.4 万人次", source="yearbook"),
        figure(2022, 54.0, found="54 万人次", source="a", grade="C"),
        figure(2022, 60.0, found="60.0 万人次", source="yearbook"),
    ]
    (row,) = conflicts(READ, build(known, []))
    told = cells([row], "indicator", "area", "year", "difference")
    assert told == [("旅客量", "都市圈", "2022", "−10.00%")]
    ((used, other),) = cells([row], "found", "other")
    assert used.startswith("60.0 万人次") and "统计年鉴" in used and "A" in used
    assert other.startswith("54 万人次") and "C" in other


def test_nothing_is_no_share_of_nothing():
    known = [figure(2022, 5.0, grade="C", found="5.0"), figure(2022, 0.0, found="0.0")]
    (row,) = conflicts(READ, build(known, []))
    assert "None" not in row[column(READ, "difference")]
    assert row[column(READ, "difference")].startswith("—")


def test_conflicts_of_the_real_data_are_those_of_the_series(zh, shown):
    rivals = sum(len(series.rivals) for series in shown.book.series.values())
    assert len(conflicts(zh, shown.book)) == rivals > 0


def test_a_break_names_indicator_area_year_and_why():
    known = [
        Break("measured", "*", 2020, "census", "人口普查后口径", "After the census"),
        Break("measured", "region", 2022, "boundary", "区划调整", "New boundary"),
    ]
    rows = breaks(READ, build([], known))
    assert cells(rows, "indicator", "area", "break_year", "note") == [
        ("旅客量", "全部", "2020", "人口普查后口径"),
        ("旅客量", "都市圈", "2022", "区划调整"),
    ]


def test_the_real_breaks_are_all_explained(read, shown):
    rows = breaks(read, shown.book)
    assert len(rows) == len(shown.book.breaks)
    assert all(note for (note,) in cells(rows, "note", read=read))


def test_sources_come_with_grades_and_counts_the_largest_first():
    known = [
        figure(2022, 1.0),
        figure(2023, 1.0, grade="B"),
        figure(2023, 1.0, source="unheard-of", grade="C"),
    ]
    assert cells(origins(READ, known), "title", "grade", "figures", "url") == [
        ("统计年鉴", "AB", "2", "https://example.org/yearbook"),
        ("unheard-of", "C", "1", ""),
    ]


def test_the_sources_account_for_every_figure(zh, shown):
    rows = origins(zh, shown.observations)
    found = [int(count) for (count,) in cells(rows, "figures", read=zh)]
    assert sum(found) == len(shown.observations)
    assert found == sorted(found, reverse=True)
    assert len(rows) == len({one.source for one in shown.observations})


def said(coverage, year):
    """What hovers over a year of the only indicator, without its sources."""
    return coverage.hover[0][coverage.years.index(year)].split("<br>")[0]


def test_coverage_has_a_cell_for_every_indicator_and_year():
    known = [
        *levels({2009: 1.0, 2020: 50.0, 2022: 54.0}),
        *growth({2022: 8.0}, grade="B"),
        figure(2023, 55.0, grade="C"),
        figure(2024, 58.0, status=Status.EXPECTED),
        figure(2024, 58.0, area="city"),
    ]
    found = coverage(READ, build(known, []), "region", 2024, "2026-06-30")
    assert found.years == tuple(range(FIRST_YEAR, 2025))
    assert found.indicators == ("旅客量",)
    cells = zip(found.years, found.grade[0], strict=True)
    assert {year: (grade, said(found, year)) for year, grade in cells if grade} == {
        2020: ("A", "旅客量 2020年：1个数据"),
        2022: ("A", "旅客量 2022年：2个数据"),
        2023: ("C", "旅客量 2023年：1个数据"),
    }


def test_coverage_names_the_sources_of_each_cell():
    found = coverage(READ, build([figure(2020, 1.0)], []), "region", 2021, "2026-06-30")
    assert found.hover[0][-2].endswith("<br>统计年鉴") and "2020" in found.hover[0][-2]
    assert "<br>" not in found.hover[0][-1]
    assert [grade for grade, _ in found.grade_words] == ["A", "B", "C"]


def test_coverage_counts_what_is_filled_and_what_is_empty(zh, shown):
    found = coverage(zh, shown.book, shown.plan.stand_in, 2025, "2026-06-30")
    with_data = sum(1 for row in found.grade if any(row))
    assert str(with_data) in found.title and str(len(found.indicators) - with_data) in found.title
    assert len(found.indicators) == len({target.indicator for target in shown.plan.targets}) == 30


def test_how_far_the_data_reach():
    ones = [judged(levels({2024: 58.0}), Level(70.0, 0, 0.0)), judged([], Level(70.0, 0, 0.0))]
    said = extent(READ, "2026-06-30", ones, "2025-03-01")
    assert [part in said for part in ("2026-06-30", "1/2", "2025-03-01")] == [True] * 3


def test_the_newest_day():
    assert newest([figure(2024, 1.0), figure(2022, 1.0)]) == "2025-03-01"
    assert newest([]) == "—"


def test_only_areas_and_indicators_with_figures_can_be_asked_for(zh, shown):
    areas, indicators = areas_with_figures(zh, shown.book), indicators_with_figures(zh, shown.book)
    assert {one.area for one in shown.observations} >= set(areas) and "520300" in areas
    assert set(indicators) == {one.indicator for one in shown.observations}
    assert list(areas) == [code for code in shown.plan.areas if code in areas]


def test_the_areas_a_plan_is_judged_on_can_be_asked_for_even_without_a_figure():
    nothing = build([], [])
    assert areas_with_figures(READ, nothing) == ("region", "city")
    assert indicators_with_figures(READ, nothing) == ()


def test_one_indicator_by_areas_and_years():
    known = [*levels({2008: 1.0, 2022: 54.0, 2024: 58.0}), figure(2023, 7.0, area="north")]
    rows = by_area(READ, build(known, []), "measured")
    years = [key for key in rows[0] if key.isdigit()]
    assert years == ["2024", "2023", "2022"]
    assert {row[column(READ, "area")]: [row[year] for year in years] for row in rows} == {
        "都市圈": ["58.00", "—", "54.00"],
        "north": ["—", "7.00", "—"],
    }
    assert by_area(READ, build([], []), "measured") == []


def test_growth_rates_alone_are_coverage_too():
    found = coverage(READ, build(growth({2022: 8.0}), []), "region", 2022, "2026-06-30")
    assert (found.grade[0][-1], said(found, 2022)) == ("A", "旅客量 2022年：1个数据")


def everything_said(read, shown):
    return [
        figures(read, shown.book, shown.observations),
        conflicts(read, shown.book),
        breaks(read, shown.book),
        coverage(read, shown.book, "520300", 2025, "2026-06-30"),
        [by_area(read, shown.book, code) for code in indicators_with_figures(read, shown.book)],
    ]


def test_origins_are_finished_text(read, shown):
    assert unfinished(everything_said(read, shown)) == []


def test_english_headings_hold_no_chinese(en, shown):
    rows = [row for rows in everything_said(en, shown)[:3] for row in rows]
    assert in_chinese([list(row) for row in rows]) == []
    found = coverage(en, shown.book, "520300", 2025, "2026-06-30")
    assert in_chinese([found.title, found.subtitle, found.indicators, found.grade_words]) == []
    breaks_said = breaks(en, shown.book)
    assert in_chinese(breaks_said) == []


def test_a_source_without_a_title_is_called_by_its_code():
    read = replace(READ, sources={"a": Source("a", "甲", "")})
    assert cells(origins(read, [figure(2022, 1.0)]), "title") == [("yearbook",)]


@pytest.mark.parametrize("area", ["520302", "520000"])
def test_coverage_of_any_area(zh, shown, area):
    assert any(any(row) for row in coverage(zh, shown.book, area, 2025, "2026-06-30").grade)
