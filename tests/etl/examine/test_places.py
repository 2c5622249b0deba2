from __future__ import annotations

import pytest

from etl.examine.places import FARTHEST
from tests.etl.examine.uploads import file


def spots(done):
    return [(one.check, one.row, one.column, one.heading, one.found) for one in done.remarks]


def test_a_label_is_found_in_its_row_with_its_own_heading():
    done = file("序号,指标名称,地区,年份,数值,单位\n1,地区生产总直,遵义市,2024,5027,亿元")
    assert ("unknown_indicator", 2, 2, "指标名称", "地区生产总直") in spots(done)


def test_a_heading_of_a_wide_table_is_found_above_the_figure():
    done = file("指标,地区,单位,2023年,2031年\n地区生产总值,遵义市,亿元,4675,9000")
    assert ("year_outside_plan", 1, 5) in [spot[:3] for spot in spots(done)]


def test_a_figure_is_where_it_stands():
    done = file("指标,地区,单位,2023年,2024年\n地区生产总值,遵义市,亿元,4675,abc")
    assert [spot[:3] for spot in spots(done)] == [("not_a_number", 2, 5)]


def test_a_label_that_is_not_there_is_told_of_the_row():
    done = file("指标,地区,年份,数值,单位\n地区生产总值,,2024,5027,亿元")
    assert ("unknown_area", 2, None, "", "") in spots(done)


def test_width_and_blanks_do_not_hide_a_label_or_a_heading():
    done = file("地 区,年份,地区生产总值（亿元）,城镇化率（％）\n合　计,2024,5027,60.4")
    assert ("unknown_area", 2, 1, "地 区") in [spot[:4] for spot in spots(done)]


@pytest.mark.parametrize("rows", [1, FARTHEST - 1, FARTHEST, FARTHEST + 1, 3 * FARTHEST])
def test_a_heading_is_found_from_however_far_below(rows):
    lines = [f"地区生产总值,{one},2024,5027,亿元" for one in ["遵义市"] * rows + ["哪里"]]
    done = file("\n".join(["遵义市统计局报送", "指标,地区,年份,数值,单位", *lines]))
    assert [spot[1:4] for spot in spots(done) if spot[0] == "unknown_area"] == [(rows + 3, 2, "地区")]
