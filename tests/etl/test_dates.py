"""When a figure was surely known, from the source's own wording of its date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.dates import known_from

YEARS = st.integers(1900, 2100)


@pytest.mark.parametrize(
    ("published", "year", "known"),
    [
        ("2025-10-15", 2024, "2025-10-15"),
        ("2025-10-15发布会; 仅作旁证", 2024, "2025-10-15"),
        ("计算值:5027-1298(2025-10-15发布,修订口径)", 2020, "2025-10-15"),
        ("维基百科旧版(2020-03-10)", 2018, "2020-03-10"),
        ("2023-02-28", 2023, "2023-02-28"),
    ],
)
def test_a_full_date_is_itself_wherever_it_stands(published, year, known):
    assert known_from(published, year) == date.fromisoformat(known)


@pytest.mark.parametrize(
    ("published", "known"),
    [
        ("2023-07", "2023-07-31"),
        ("2022-03公报(转载)", "2022-03-31"),
        ("2018-12(预计,下限)", "2018-12-31"),
        ("2023-02末", "2023-02-28"),
        ("2024-02", "2024-02-29"),
    ],
)
def test_a_month_is_its_last_day(published, known):
    assert known_from(published, 2017) == date.fromisoformat(known)


@pytest.mark.parametrize(
    ("published", "year", "known"),
    [
        ("2022", 2021, "2022-12-31"),
        ("2022", 2022, "2022-12-31"),
        ("2020公报(七普前口径)", 2019, "2020-12-31"),
        ("2019全省文旅工作会议", 2018, "2019-12-31"),
    ],
)
def test_a_bare_year_or_one_after_the_year_measured_is_its_last_day(published, year, known):
    assert known_from(published, year) == date.fromisoformat(known)


@pytest.mark.parametrize(
    ("published", "year", "known"),
    [
        ("2021年末", 2021, "2022-12-31"),
        ("2022年1-6月,非全年", 2022, "2023-12-31"),
        ("2010普查(非劳动年龄人口口径)", 2010, "2011-12-31"),
        ("年鉴当年版(未随普查修订)", 2019, "2020-12-31"),
        ("计算值:22.4/4169.90", 2021, "2022-12-31"),
        ("计算值:1403/30762*100", 2020, "2021-12-31"),
        ("百科转载", 2022, "2023-12-31"),
        ("", 2018, "2019-12-31"),
    ],
)
def test_what_has_no_date_was_known_by_the_end_of_the_next_year(published, year, known):
    assert known_from(published, year) == date.fromisoformat(known)


def test_the_day_of_a_census_is_not_the_day_it_was_published():
    assert known_from("2020-11-01", 2020) == date(2020, 11, 1)
    assert known_from("2020-11-01普查时点", 2020) == date(2021, 12, 31)
    assert known_from("2010-11-01普查时点;由城镇/合计计算", 2010) == date(2011, 12, 31)


@pytest.mark.parametrize("published", ["2023-02-29", "2023-13-01", "2023-00-01", "2023-13", "2023-00"])
def test_a_day_that_no_calendar_has_is_refused(published):
    with pytest.raises(ValueError):
        known_from(published, 2022)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), YEARS)
def test_the_less_a_wording_says_the_later_the_figure_counts(day, year):
    by_day, by_month, by_year = (known_from(day.isoformat()[:size], year) for size in (10, 7, 4))
    assert day == by_day <= by_month <= by_year


@given(st.text(alphabet="年月公报计算值;/*.", max_size=12), YEARS)
def test_no_wording_without_a_date_makes_a_figure_known_in_its_own_year(published, year):
    assert known_from(published, year) > date(year, 12, 31)
