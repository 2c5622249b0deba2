"""Ladder, sources and definitions of a workbook."""

from __future__ import annotations

from indicators.report.workbook import workbook
from tests.indicators.report.made import real
from tests.indicators.report.workbook.reading import opened, rows


def test_the_ladder_holds_the_way_of_every_target_that_has_one(warehouse):
    found = rows(opened(workbook(real(warehouse)))["阶梯"], "应达")
    urban = next(row for row in found if row["目标"] == "6 城镇化率")
    assert (urban["最新"], urban["应达"]) == ("27.6", "80.0")


def test_sources_have_their_address_and_count(warehouse):
    found = rows(opened(workbook(real(warehouse)))["来源"], "网址")
    assert len(found) > 50
    assert all(int(row["数据条数"]) > 0 for row in found)


def test_definitions_cover_the_indicators_asked_for_and_all_six_verdicts(warehouse):
    known = real(warehouse)
    book = opened(workbook(known, ("linye",)))
    names = {row["指标"] for row in rows(book["定义"], "指标定义")}
    assert names == {
        known.read.indicator(one.target.indicator) for one in known.assessments if one.target.lead == "linye"
    }
    assert len(rows(book["定义"], "结论")) == 6
