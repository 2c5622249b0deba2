from __future__ import annotations

from datetime import date

import pytest

from tests.etl.examine.uploads import found, told, upload


@pytest.mark.parametrize(("year", "errors"), [("2004", 1), ("2005", 0), ("2024", 0), ("2025", 0)])
def test_a_year_lies_within_the_plan_s_reach(year, errors):
    assert found(upload(f"year\n{year}"), "year_outside_plan") == ["year_outside_plan 2"] * errors


def test_a_year_after_the_plan_is_outside_it():
    done = upload("year\n2026", today=date(2028, 1, 1))
    assert found(done) == ["year_outside_plan 2"]
    assert (told(done.remarks[0])["first"], told(done.remarks[0])["last"]) == ("2005", "2025")


@pytest.mark.parametrize(("today", "errors"), [(date(2024, 12, 31), 1), (date(2025, 1, 1), 0)])
def test_a_year_has_to_be_over(today, errors):
    assert found(upload("year\n2024", today=today), "year_in_future") == ["year_in_future 2"] * errors


@pytest.mark.parametrize(("column", "cell"), [("status", "预计"), ("measure", "年度目标")])
def test_expectations_and_work_targets_may_speak_of_the_year_to_come(column, cell):
    assert found(upload(f"year {column}\n2025 {cell}", today=date(2025, 3, 1))) == []


@pytest.mark.parametrize("year", ["24", "2024年1-9月", "2024Q3", "~"])
def test_a_part_of_a_year_is_no_year(year):
    assert found(upload(f"year\n{year}")) == ["year_unknown 2"]


def test_a_figure_of_several_years_needs_its_first_and_last():
    table = "measure unit year value\n年均增速 % 2024 7\n年均增速 % 2021-2024 7\n增速 % 2021-2024 7"
    done = upload(table)
    assert found(done) == ["year_unknown 2", "year_unknown 4"]
    assert (done.ready["period_start"].to_pylist(), done.ready["year"].to_pylist()) == ([2021], [2024])


def test_other_years_than_the_chosen_one_are_told_once_and_only_where_they_change_something():
    stored = "year value\n2022 4400\n2023 4700"
    done = upload("year value\n2021 4200\n2022 4400\n2023 4720\n2024 5000", stored, year=2024)
    (remark,) = [one for one in done.remarks if one.check == "another_year"]
    assert (remark.row, told(remark)["years"], told(remark)["count"]) == (2, "2021 / 2023", "2")
    assert found(upload("year value\n2022 4400\n2024 5000", stored, year=2024), "another_year") == []
    assert found(upload("year value\n2021 4200", stored), "another_year") == []
