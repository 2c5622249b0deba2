from __future__ import annotations

import pytest

from tests.etl.examine.uploads import found, told, upload

INCOMES = "indicator value\nurban_income 45000\nrural_income 20000"


def ratio(value, stored=INCOMES, year="2023"):
    return found(upload(f"indicator unit year value\n城乡收入比 ~ {year} {value}", stored), "ratio_differs")


@pytest.mark.parametrize(
    ("value", "wrong"),
    [("2.25", 0), ("2.2", 0), ("2.3", 0), ("2.2501", 0), ("2.255", 1), ("2.26", 1), ("2.24", 1), ("2.1", 1)],
)
def test_the_income_ratio_is_that_of_the_incomes_within_rounding(value, wrong):
    assert ratio(value) == ["ratio_differs 2"] * wrong


def test_the_finding_names_both_sides_with_numbers():
    done = upload("indicator unit year value\n城乡收入比 ~ 2023 2.6", INCOMES)
    said = told(next(one for one in done.remarks if one.check == "ratio_differs"))
    assert (said["stated"], said["computed"]) == ("2.60", "2.250")
    assert (said["indicator_above"], said["above"], said["indicator_below"], said["below"]) == (
        "urban_income",
        "45000",
        "rural_income",
        "20000",
    )


def test_a_part_that_does_not_fit_the_stored_ratio_is_told_at_the_part():
    stored = "indicator value\nincome_ratio 2.25\nrural_income 20000"
    done = upload("indicator unit year value\n城镇居民人均可支配收入 元 2023 54000", stored)
    assert found(done, "ratio_differs") == ["ratio_differs 2"]


def test_stored_figures_that_do_not_fit_are_not_the_file_s_fault():
    stored = INCOMES + "\nincome_ratio 3.1"
    assert found(upload("year\n2023", stored), "ratio_differs") == []


def test_other_years_and_areas_are_not_compared():
    assert ratio("2.6", year="2022") == []
    elsewhere = "indicator area value\nurban_income 520302 45000\nrural_income 520302 20000"
    assert ratio("2.6", elsewhere) == []


def test_a_ratio_in_percent_counts_in_percent():
    stored = "indicator value\nurban_population 390\nresident_population 650"
    good, bad = (
        upload(f"indicator unit year value\n城镇化率 % 2023 {value}", stored) for value in ("60.0", "61.0")
    )
    assert (found(good, "ratio_differs"), found(bad, "ratio_differs")) == ([], ["ratio_differs 2"])


@pytest.mark.parametrize(("value", "wrong"), [("7.23", 0), ("7.31", 0), ("7.32", 1)])
def test_the_catalogue_may_allow_some_slack(value, wrong):
    stored = "indicator value\ngdp 4700\nresident_population 650.0"
    done = upload(f"indicator unit year value\n人均GDP 万元 2023 {value}", stored)
    assert found(done, "ratio_differs") == ["ratio_differs 2"] * wrong


def test_what_does_not_change_by_the_year_serves_every_year():
    stored = "indicator year value\nland_area 2018 30000"
    table = "indicator unit value\n高速公路通车里程 公里 1500\n高速公路网密度 公里/百平方公里 {}"
    assert found(upload(table.format("5.00"), stored), "ratio_differs") == []
    assert found(upload(table.format("5.50"), stored), "ratio_differs") == ["ratio_differs 3"]
