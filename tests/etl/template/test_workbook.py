"""The form as a workbook: locked where nothing is to be written, drop-downs where something is."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from etl.template import COLUMNS, FILLED_IN, template
from indicators.store.reader import Store
from indicators.store.view import open_plan


@pytest.fixture(scope="module")
def made(warehouse):
    store = Store.open(warehouse)
    return template(open_plan(store, None), "fagai", 2025, store, "xlsx", "zh", date(2026, 3, 1))


@pytest.fixture(scope="module")
def book(made):
    return load_workbook(io.BytesIO(made))


def column(name):
    return COLUMNS.index(name) + 1


def test_the_headings_stay_in_sight_and_are_locked(book):
    sheet = book["填报表"]
    assert [cell.value for cell in sheet[1]] == [
        *("指标代码", "指标", "地区", "年份", "口径", "数值", "单位", "数据状态", "备注", "上期数值", "定义")
    ]
    assert sheet.freeze_panes == "C2"
    assert all(cell.protection.locked for cell in sheet[1])


def test_only_what_is_to_be_filled_in_can_be_written(book):
    sheet = book["填报表"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    free = {COLUMNS[cell.column - 1] for cell in sheet[2] if not cell.protection.locked}
    assert free == set(FILLED_IN)


def test_rows_below_the_form_can_be_written_whole(book):
    sheet = book["填报表"]
    below = 2 + sum(1 for row in sheet.iter_rows(min_row=2, max_col=1) if row[0].value)
    assert not any(sheet.cell(below, place + 1).protection.locked for place in range(len(COLUMNS)))
    assert all(sheet.cell(below - 1, column(name)).protection.locked for name in ("code", "definition"))


def test_units_and_states_are_picked_from_lists(book):
    sheet = book["填报表"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["H2:H200"].formula1 == '"正式,初步"'
    gdp = next(row[0].row for row in sheet.iter_rows(min_row=2, max_col=1) if row[0].value == "gdp")
    assert rules[f"G{gdp}"].formula1 == '"亿元,元,万元"'
    assert rules["F2:F200"].type == "decimal"


def test_the_year_is_a_number_and_the_value_blank(book):
    sheet = book["填报表"]
    assert sheet.cell(2, column("year")).value == 2025
    assert sheet.cell(2, column("value")).value is None


def test_the_second_sheet_says_how_to_fill_it_in(book):
    told = [row[0].value for row in book["填报说明"].iter_rows()]
    assert told[0] == "2025年度数据报送表（市发展改革委）"
    assert any("留空" in one for one in told)
    assert told[-1] == "每年1月20日前报送上一年度数据"


def test_the_file_says_nothing_about_a_person_or_a_day(made):
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        core = parts.read("docProps/core.xml").decode()
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "<dc:creator></dc:creator>" in core or "<dc:creator />" in core or "creator/>" in core
    assert core.count("1980-01-01T00:00:00Z") == 2


def test_a_name_that_looks_like_a_formula_is_no_formula(warehouse):
    store = Store.open(warehouse)
    known = open_plan(store, None)
    bad = known.indicators | {"retail_sales": replace(known.indicators["retail_sales"], name="=1+1")}
    made = template(replace(known, indicators=bad), "shangwu", 2025, store, "xlsx", "zh")
    cell = load_workbook(io.BytesIO(made))["填报表"].cell(2, column("indicator"))
    assert (cell.value, cell.data_type) == ("=1+1", "s")
