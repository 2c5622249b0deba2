"""Publishers' labels and units in the catalogue's terms; whatever is not understood is a fault."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Measure, Observation, Status
from tests.etl.invented import figures, harmonised, rows


@pytest.mark.parametrize(
    ("indicator", "printed", "unit", "value"),
    [
        ("gdp", "3720.05", "亿元", 3720.05),
        ("gdp", "37200500", "万元", 3720.05),
        ("gdp", "372005000000", "元", 3720.05),
        ("gdp_per_capita", "63170", "元", 6.317),
        ("gdp_per_capita", "6.317", "万元", 6.317),
        ("urban_income", "4.5", "万元", 45000.0),
        ("resident_population", "6606675", "人", 660.6675),
        ("resident_population", "660.67", "万人", 660.67),
        ("tourist_arrivals", "1.098", "亿人次", 1.098),
        ("tourist_arrivals", "10980", "万人次", 1.098),
        ("rail_passengers", "6481.11", "万人", 6481.11),
        ("airport_passengers", "2033587", "人次", 203.3587),
        ("expressway_length", "1465", "km", 1465.0),
        ("expressway_density", "4.76", "km/100km2", 4.76),
        ("land_area", "3076200", "公顷", 30762.0),
        ("surveyed_unemployment", "55", "‰", 5.5),
        ("income_ratio", "2.64", "倍", 2.64),
        ("income_ratio", "2.64", "-", 2.64),
    ],
)
def test_a_value_is_in_the_catalogue_unit_and_stays_as_printed_beside_it(
    content, indicator, printed, unit, value
):
    (one,) = figures(content, f"indicator value unit\n{indicator} {printed} {unit}")
    assert one.value == pytest.approx(value, rel=1e-12)
    assert one.found == f"{printed} {unit}".removesuffix(" -")


@given(st.integers(0, 10**9))
def test_the_unit_a_publisher_prefers_does_not_change_the_value(content, yuan):
    table = f"value unit\n{yuan * 10**4} 元\n{yuan} 万元\n{yuan / 10**4} 亿元"
    in_yuan, in_ten_thousands, in_hundred_millions = (one.value for one in figures(content, table))
    assert in_yuan == in_ten_thousands == pytest.approx(in_hundred_millions)


@pytest.mark.parametrize("label", ["gdp", "地区生产总值", "全市生产总值", "GDP"])
def test_an_indicator_is_known_by_code_name_and_other_names(content, label):
    (one,) = figures(content, f"indicator\n{label}")
    assert one.indicator == "gdp"


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("遵义市", "520300"),
        ("520300", "520300"),
        ("遵义都市圈", "zunyi-metro"),
        ("遵义都市圈(8县市区合计)", "zunyi-metro"),
        ("新蒲新区", "zunyi-xinpu"),
        ("黔南州", "522700"),
    ],
)
def test_an_area_is_known_by_code_name_and_other_names(content, label, code):
    (one,) = figures(content, f"area\n{label}")
    assert one.area == code


def test_a_row_keeps_everything_that_is_known_about_the_figure(content):
    (one,) = figures(
        content,
        """
        area    year  measure      period_start  value  unit  status    source    grade  note  flags
        520382  2024  mean_growth  2021          6.4    %     computed  yearbook  B      约数  part_year
        """,
    )
    assert one == Observation(
        indicator="gdp",
        area="520382",
        year=2024,
        measure=Measure.MEAN_GROWTH,
        period_start=2021,
        value=6.4,
        found="6.4 %",
        status=Status.COMPUTED,
        source="yearbook",
        grade="B",
        published="2021-03-01",
        known_from=date(2021, 3, 1),
        note="约数",
        flags=frozenset({"part_year"}),
        load="load",
    )


def test_flags_are_a_list(content):
    (one,) = figures(content, "flags\ndoubtful;part_year")
    assert one.flags == {"doubtful", "part_year"}


def test_a_stated_day_outranks_the_wording_of_the_source(content):
    told, stated = figures(content, "published known_from\n2021 -\n2021 2025-10-15")
    assert (told.known_from, stated.known_from) == (date(2021, 12, 31), date(2025, 10, 15))


@pytest.mark.parametrize("measure", ["growth", "mean_growth", "cut"])
def test_a_rate_is_in_percent_whatever_the_unit_of_its_indicator(content, measure):
    table = f"measure period_start value unit\n{measure} 2020 67 ‰"
    assert figures(content, table)[0].value == pytest.approx(6.7)


def test_a_work_target_is_a_level_or_a_rate_as_its_unit_says(content):
    level, rate = figures(content, "measure value unit\nwork_target 50270000 万元\nwork_target 6.5 %")
    assert (level.value, rate.value) == (5027.0, 6.5)


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("unit\n万人", ("unit", "万人", "亿元, or another unit of the same kind")),
        ("unit\n-", ("unit", "", "亿元, or another unit of the same kind")),
        ("measure unit\ngrowth 亿元", ("unit", "亿元", "%, or another unit of the same kind")),
        ("indicator unit\nincome_ratio %", ("unit", "%", "no unit, or another unit of the same kind")),
        ("value\n-", ("value", "", "a number")),
        ("value\n约5027", ("value", "约5027", "a number or blank")),
        ("value\nnan", ("value", "nan", "a number or blank")),
        ("known_from\n2021-3-1", ("known_from", "2021-3-1", "a date of the calendar, YYYY-MM-DD")),
        ("published\n2021-02-29", ("published", "2021-02-29", "a date of the calendar, YYYY-MM-DD")),
        ("measure unit\nmean_growth %", ("period_start", "", "a year, 1900–2100")),
        ("measure\ncumulative", ("period_start", "", "a year, 1900–2100")),
        ("measure period_start\ncumulative 2021", ("period_start", "2021", "a year up to 2020")),
        ("period_start\n2021", ("period_start", "2021", "a year up to 2020")),
    ],
)
def test_what_cannot_be_understood_is_one_fault_and_no_figure(content, table, fault):
    found, (only,) = harmonised(content, table)
    assert found == []
    assert (only.file, only.row, only.column, only.found, only.allowed) == ("figures.csv", 2, *fault)


@pytest.mark.parametrize(
    ("indicator", "inside", "outside", "unit", "allowed"),
    [
        ("forest_cover", "0", "-0.01", "%", "from 0 to 100 %"),
        ("forest_cover", "100", "100.01", "%", "from 0 to 100 %"),
        ("forest_cover", "1000", "1001", "‰", "from 0 to 100 %"),
        ("retail_sales", "0", "-1", "亿元", "from 0 亿元"),
        ("income_ratio", "20", "20.01", "倍", "from 0 to 20"),
    ],
)
def test_a_level_lies_within_the_bounds_of_its_indicator(content, indicator, inside, outside, unit, allowed):
    row = f"indicator value unit\n{indicator} {{}} {unit}"
    assert harmonised(content, row.format(inside))[1] == []
    found, (fault,) = harmonised(content, row.format(outside))
    assert (found, fault.column, fault.found, fault.allowed) == ([], "value", outside, allowed)


def test_bounds_of_a_level_do_not_bind_its_growth(content):
    table = "indicator measure value unit\nforest_cover growth -3 %\nforest_cover growth 120 %"
    assert [one.value for one in figures(content, table)] == [-3.0, 120.0]


@pytest.mark.parametrize(("measure", "inside", "outside"), [("growth", -99.9, -100), ("cut", 99.9, 100)])
def test_nothing_falls_by_all_there_is(content, measure, inside, outside):
    row = "measure value unit\n{} {} %"
    assert harmonised(content, row.format(measure, inside))[1] == []
    found, (fault,) = harmonised(content, row.format(measure, outside))
    assert (found, fault.column, fault.allowed) == ([], "value", "a fall of less than 100 %")


def test_one_mean_growth_of_one_year_is_allowed(content):
    (one,) = figures(content, "measure period_start value unit\nmean_growth 2020 6.4 %")
    assert one.period_start == 2020


def test_faults_of_all_rows_come_together_and_good_rows_stay(content):
    found, faults = harmonised(
        content,
        """
        indicator  area    year  source
        gpd        遵义    20    -
        gdp        遵义市  2020  bulletin
        gdp        遵义市  2020  gossip
        """,
    )
    assert [one.year for one in found] == [2020]
    assert [(one.row, one.column) for one in faults] == [
        (2, "indicator"),
        (2, "area"),
        (2, "year"),
        (4, "source"),
    ]


def test_the_usual_row_is_good(content):
    """What the cases above change is what they are about."""
    assert len(rows("value\n100")) == len(figures(content, "value\n100")) == 1
