"""A report's finding in three sentences."""

from __future__ import annotations

from dataclasses import replace

from indicators.model import Level
from indicators.rows.board import finding
from indicators.rows.departments import led_by, summary
from indicators.rows.findings import findings
from tests.indicators.rows.invented import reading
from tests.indicators.worked import judged, levels


def test_of_a_department_the_first_is_its_summary_of_the_plan_the_overviews(zh, everything):
    led = led_by(everything, "fagai")
    assert findings(zh, led)[0] == summary(zh, led)
    assert findings(zh, everything, everyone=True)[0] == finding(zh, everything)


def test_paces_never_seen_before_are_named(zh, everything):
    assert (
        findings(zh, everything)[1]
        == (
            "10项还须加力，其中4项后续所需速度高于历史最好水平：城镇收入增速、农村收入增速、城镇化率、常住人口。"
        )
        or "4项后续所需速度高于历史最好水平" in findings(zh, everything)[1]
    )


def test_paces_seen_before_are_said_to_be_within_reach():
    read = reading()
    one = judged(levels({2020: 50.0, 2021: 60.0, 2022: 61.0}), Level(70.0, 0, 0.0), known=read.plan)
    assert findings(read, [one])[1] == "1项还须加力，后续所需速度都没有超过历史最好水平。"


def test_what_is_owed_is_counted_with_the_day_it_is_due():
    read = reading()
    one = judged(levels({2020: 50.0, 2021: 60.0}), Level(70.0, 0, 0.0), known=read.plan)
    assert findings(read, [one])[2] == (
        "1项缺年度数据或目标值，其中1项缺2025年数据。请牵头单位在每年1月20日前报送上一年度数据。"
    )


def test_a_plan_without_a_due_day_names_none():
    read = reading()
    known = replace(read, plan=replace(read.plan, report_due=""))
    one = judged(levels({2020: 50.0, 2021: 60.0}), Level(70.0, 0, 0.0), known=known.plan)
    assert findings(known, [one])[2] == "1项缺年度数据或目标值，其中1项缺2025年数据。"


def test_nothing_owed_is_said_too():
    read = reading()
    every = levels({year: 50.0 + year - 2020 for year in range(2020, 2026)})
    one = judged(every, Level(70.0, 0, 0.0), known=read.plan)
    assert findings(read, [one])[1:] == ("没有可计算后续所需速度的目标。", "没有待报送的数据。")
