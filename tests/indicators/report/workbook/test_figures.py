"""Observations and sources of a workbook."""

from __future__ import annotations

import pytest

from indicators.report.workbook import sheets, workbook
from indicators.reporting import resting_on
from indicators.rows.origins import figures, origins
from indicators.rows.record import column, figure
from indicators.rows.vintages import unit
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import material
from tests.indicators.report.workbook.reading import opened, rows, texts


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_reads_like_the_screen_with_its_value_as_a_number(warehouse, lang):
    known = real(warehouse, lang)
    read = known.read
    sheet = opened(workbook(known))[read.say("workbook.observations")]
    found = rows(sheet, column(read, "found"))
    wanted = figures(read, known.book, known.observations)
    assert len(found) == len(wanted) > 600
    for row, told in zip(found, wanted, strict=True):
        assert {name: row[name] for name in told} == told
    at = [one.value for one in sheet[1]].index(column(read, "value")) + 1
    values = [sheet.cell(row, at).value for row in range(2, 2 + len(wanted))]
    assert values == [figure(read, one)["value"] for one in known.observations]
    assert [row[column(read, "unit")] for row in found] == [unit(read, one) for one in known.observations]


def test_years_are_numbers_and_periods_are_texts(warehouse):
    sheet = opened(workbook(real(warehouse)))["观测值"]
    kinds = {type(row[0].value) for row in sheet.iter_rows(min_row=2)}
    periods = [row[0].value for row in sheet.iter_rows(min_row=2) if isinstance(row[0].value, str)]
    assert kinds == {int, str}
    assert all("—" in one for one in periods)


def test_sources_have_their_address_as_text_and_their_count(warehouse):
    known = real(warehouse)
    sheet = opened(workbook(known))["来源"]
    assert rows(sheet, "网址") == origins(known.read, known.observations)
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert all(isinstance(row[2].value, int | float) for row in sheet.iter_rows(min_row=2))


def test_a_department_has_the_figures_that_its_verdicts_rest_on(warehouse):
    known = real(warehouse)
    book = opened(workbook(known, ("jiaotong",)))
    led = [one for one in known.assessments if one.target.lead == "jiaotong"]
    codes = {code for one in led for code in resting_on(known.read.plan, one.target)}
    found = rows(book["观测值"], "原始数值")
    assert {row["指标"] for row in found} == {known.read.indicator(code) for code in codes}
    assert len(found) == sum(1 for one in known.observations if one.indicator in codes)
    assert sum(int(row["数据条数"]) for row in rows(book["来源"], "网址")) == len(found)


@pytest.mark.parametrize(("most", "left"), [(4, 1), (5, 0), (6, 0)])
def test_figures_beyond_a_sheet_are_counted(monkeypatch, most, left):
    monkeypatch.setattr(sheets, "MOST_ROWS", most)
    sheet = opened(workbook(material()))["观测值"]
    said = [one for one in texts(sheet) if one.startswith("另有")]
    assert said == ([f"另有{left}条超出表格容量，见数据包。"] if left else [])


def test_without_figures_it_says_so():
    book = opened(workbook(material([])))
    assert [book[name]["A1"].value for name in ("观测值", "来源")] == ["没有符合条件的数据。"] * 2
