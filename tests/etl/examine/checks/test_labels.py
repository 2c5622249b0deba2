from __future__ import annotations

import pytest

from etl.examine.checks import labels
from tests.etl.examine.uploads import found, told, upload, values


def test_an_unknown_indicator_comes_with_the_nearest_names():
    done = upload("indicator\n地区生产总直\n地区生产总直\n地区生产总值")
    (remark,) = [one for one in done.remarks if one.check == "unknown_indicator"]
    assert (remark.row, remark.found, told(remark)["count"]) == (2, "地区生产总直", "2")
    assert told(remark)["indicator"].split(";")[0] == "gdp"
    assert done.blocked
    assert len(values(done)) == 1


def test_an_unknown_area_comes_with_the_nearest_names():
    done = upload("area\n红花冈区")
    (remark,) = done.remarks
    assert (remark.check, told(remark)["area"].split(";")[0]) == ("unknown_area", "520302")


def test_every_unknown_name_of_a_row_is_told_at_once():
    done = upload("indicator area unit year value\n地区生产总直 红花冈区 亿元 20244 abc")
    assert found(done) == ["unknown_indicator 2", "unknown_area 2", "not_a_number 2", "year_unknown 2"]


@pytest.mark.parametrize(
    ("unit", "errors"),
    [("亿元", []), ("万元", []), ("~", []), ("万人", ["unknown_unit 2"]), ("吨", ["unknown_unit 2"])],
)
def test_a_unit_of_another_kind_is_an_error(unit, errors):
    assert found(upload(f"unit\n{unit}"), "unknown_unit") == errors


def test_a_unit_is_told_apart_by_the_indicator_it_is_wrong_for():
    done = upload("indicator unit\n地区生产总值 万人\n城镇化率 万人\n常住人口 万人\n城镇化率 万人")
    assert found(done, "unknown_unit") == ["unknown_unit 2", "unknown_unit 3"]
    remarks = [told(one) for one in done.remarks if one.check == "unknown_unit"]
    assert [(one["indicator"], one["units"], one["count"]) for one in remarks] == [
        ("gdp", "元 / 万元 / 亿元 / yuan", "1"),
        ("urbanization_rate", "% / ‰", "2"),
    ]


@pytest.mark.parametrize(
    ("indicator", "unit", "value", "expected"),
    [
        ("地区生产总值", "万元", "50270000", 5027.0),
        ("地区生产总值", "元", "502700000000", 5027.0),
        ("人均GDP", "元", "77000", 7.7),
        ("常住人口", "人", "6609675", 660.9675),
        ("旅游总人数", "万人次", "12345", 1.2345),
        ("城镇化率", "‰", "612", 61.2),
    ],
)
def test_units_are_converted_to_the_catalogue_s(indicator, unit, value, expected):
    (row,) = values(upload(f"indicator unit value\n{indicator} {unit} {value}"))
    assert row[-1] == pytest.approx(expected)


def test_a_status_nobody_knows_is_a_warning_and_counts_as_final():
    done = upload("status\n已审核")
    assert found(done, "unknown_status") == ["unknown_status 2"]
    assert done.ready["status"].to_pylist() == ["published"]


@pytest.mark.parametrize(
    ("indicator", "warned"),
    [("地区生产总值", True), ("常住人口", True), ("城镇化率", False), ("劳动年龄人口平均受教育年限", False)],
)
def test_a_unit_nobody_wrote_is_asked_for_where_it_may_be_another(indicator, warned):
    done = upload(f"indicator unit value\n{indicator} ~ 12")
    assert found(done, "unit_assumed") == ["unit_assumed 2"] * warned
    assert done.ready["found"].to_pylist()[0].split(" ")[0] == "12"


def test_a_cell_that_names_another_unit_than_its_column_counts_by_itself():
    done = upload("unit value\n亿元 50270000万元\n亿元 5027亿元\n% 61.2")
    assert found(done, "unit_conflict") == ["unit_conflict 2"]
    assert [row[-1] for row in values(done)][0] == pytest.approx(5027)


def test_a_percentage_of_an_amount_is_taken_as_growth_and_said_so():
    done = upload("unit value\n% 5.6")
    assert [row[3:] for row in values(done)] == [("growth", 5.6)]
    assert found(done) == ["measure_from_unit 2"]


def test_a_percentage_of_what_is_told_by_its_cut_must_say_which():
    done = upload("indicator unit value\n单位地区生产总值能耗 % 3.2")
    assert found(done) == ["unknown_measure 2"]


def test_a_kind_of_figure_nobody_knows_is_an_error():
    assert found(upload("measure\n口味")) == ["unknown_measure 2"]


def test_a_kind_of_figure_nobody_knows_is_told_once_for_all_indicators():
    done = upload("indicator measure\n地区生产总值 环比\n常住人口 环比")
    assert [(one.row, told(one)["count"]) for one in done.remarks if one.check == "unknown_measure"] == [
        (2, "2")
    ]


def test_only_so_many_unknown_names_are_compared_with_all_known_ones():
    rows = "\n".join(f"生产总值{number}号" for number in range(labels.COMPARED + 1))
    done = upload(f"indicator\n{rows}")
    near = [told(one)["indicator"] for one in done.remarks if one.check == "unknown_indicator"]
    assert [bool(one) for one in near] == [True] * labels.COMPARED + [False]
