"""Native charts: their series point at the cells that hold the numbers."""

from __future__ import annotations

import pytest
from openpyxl.utils import range_boundaries

from indicators.report.workbook import workbook
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import practised
from tests.indicators.report.workbook.reading import opened


@pytest.fixture(scope="module")
def book(warehouse):
    return opened(workbook(real(warehouse)))


def numbers(book, reference):
    """The values of the cells that a series refers to."""
    name, _, cells = reference.rpartition("!")
    low, first, high, last = range_boundaries(cells.replace("$", ""))
    sheet = book[name.strip("'")]
    return [sheet.cell(row, at).value for row in range(first, last + 1) for at in range(low, high + 1)]


def title(chart):
    return "".join(run.t for part in chart.title.tx.rich.p for run in part.r or ())


def test_every_target_with_years_has_its_chart(book, warehouse):
    with_years = [one for one in real(warehouse).assessments if one.track]
    assert [int(title(one).split(" ")[0]) for one in book["轨迹图"]._charts] == [
        one.target.number for one in with_years
    ]


def test_the_lines_are_the_numbers_of_the_target(book, warehouse):
    urban = next(one for one in book["轨迹图"]._charts if title(one).startswith("6 "))
    years = numbers(book, urban.series[0].xVal.numRef.f)
    measured = numbers(book, urban.series[0].yVal.numRef.f)
    track = real(warehouse).assessments[5].track
    known = {point.year: point.value for point in (*track.earlier, *track.points)}
    drawn = {year: value for year, value in zip(years, measured, strict=True) if value not in (None, "")}
    assert drawn == {year: pytest.approx(value, abs=0.005) for year, value in known.items()}


def test_charts_of_invented_figures_say_so():
    (chart,) = opened(workbook(practised()))["轨迹图"]._charts
    assert title(chart).startswith("演练数据 1 ")


def test_axes_are_shown_and_gaps_stay_gaps(book):
    for chart in [*book["轨迹图"]._charts, *book["阶梯"]._charts]:
        assert not chart.x_axis.delete
        assert not chart.y_axis.delete
        assert chart.display_blanks == "gap"


def test_the_ladder_has_a_bar_for_latest_expected_and_projected(book):
    (chart,) = book["阶梯"]._charts
    assert chart.type == "bar"
    assert [numbers(book, one.tx.strRef.f) for one in chart.series] == [["最新"], ["应达"], ["预计"]]
    assert len(numbers(book, chart.series[0].cat.numRef.f)) == len(
        numbers(book, chart.series[0].val.numRef.f)
    )
