"""The years of every target, and the sheet of their charts."""

from __future__ import annotations

import pytest

from indicators.report.workbook import workbook
from indicators.rows.record import column
from indicators.rows.trajectory import years
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import material, practised
from tests.indicators.report.workbook.reading import opened, rows, title


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("plan", [None, "china-14fyp"])
def test_every_year_of_the_screen_reads_the_same(warehouse, lang, plan):
    known = real(warehouse, lang, plan)
    read = known.read
    found = rows(opened(workbook(known))[read.say("workbook.trajectories")], column(read, "path"))
    by_year = {(row[column(read, "number")], row[column(read, "year")]): row for row in found}
    for one in known.assessments:
        for row in years(read, one):
            told = by_year[str(one.target.number), row[column(read, "year")]]
            assert {name: told[name] or "—" for name in row} == row


def test_a_year_without_a_figure_is_blank(warehouse):
    found = rows(opened(workbook(real(warehouse)))["轨迹"], "时序路径")
    urban = {row["数据年份"]: row["数值"] for row in found if row["序号"] == "6"}
    assert (urban["2020"], urban["2021"], urban["2024"], urban["2025"]) == ("56.69%", "", "60.37%", "")


def test_the_target_stands_in_the_target_year_alone(warehouse):
    found = [row for row in rows(opened(workbook(real(warehouse)))["轨迹"], "目标值") if row["序号"] == "6"]
    assert {row["数据年份"]: row["目标值"] for row in found if row["目标值"]} == {"2025": "70.00%"}


def test_every_target_with_years_has_its_chart_under_its_short_name(warehouse):
    known = real(warehouse)
    drawn = [one.target for one in known.assessments if one.track]
    assert [title(one) for one in opened(workbook(known))["轨迹图"]._charts] == [
        f"{one.number} {one.short}" for one in drawn
    ]


def test_four_charts_fill_a_page_and_none_is_cut(warehouse):
    sheet = opened(workbook(real(warehouse)))["轨迹图"]
    places = [(one.anchor._from.col, one.anchor._from.row) for one in sheet._charts]
    assert places == [(8 * (at % 2), 1 + 16 * (at // 2)) for at in range(len(places))]
    lines = -(-len(places) // 2)
    assert [one.id for one in sheet.row_breaks.brk] == list(range(32, 16 * lines, 32))
    assert sheet.print_area == f"'轨迹图'!$A$1:$P${16 * lines}"
    points = [one.anchor.ext.height / 12_700 for one in sheet._charts]
    assert max(points) < 15 * 15, "fifteen rows of 15 points are left between two charts' upper edges"


def test_charts_of_invented_figures_say_so():
    (chart,) = opened(workbook(practised()))["轨迹图"]._charts
    assert title(chart).startswith("演练数据 · 1 ")


def test_without_figures_it_says_so_and_there_are_no_charts():
    book = opened(workbook(material([])))
    assert book["轨迹"]["A1"].value == "没有符合条件的数据。"
    assert "轨迹图" not in book.sheetnames
