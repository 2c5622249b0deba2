from __future__ import annotations

from tests.etl.examine.uploads import found, told, upload


def test_a_department_reports_what_it_leads_and_the_parts_of_its_ratios():
    table = "indicator unit value\n地区生产总值 亿元 5000\n城镇常住人口 万人 390\n城镇化率 % 60"
    assert found(upload(table, department="fagai"), "not_this_department", "not_in_plan") == []


def test_another_department_s_indicator_blocks_and_names_who_leads_it():
    done = upload("indicator value\n社会消费品零售总额 1200\n社会消费品零售总额 1200", department="fagai")
    (remark,) = [one for one in done.remarks if one.check == "not_this_department"]
    assert (remark.row, told(remark)["department"], told(remark)["count"]) == (2, "shangwu", "2")
    assert (done.blocked, done.rows_ready) == (True, 0)


def test_an_indicator_that_no_target_uses_is_a_warning():
    done = upload("indicator unit value\n铁路里程 公里 500", department="fagai")
    assert found(done) == ["not_in_plan 2"]
    assert (done.blocked, done.rows_ready) == (False, 1)


def test_an_indicator_of_another_plan_is_not_this_plan_s():
    done = upload("indicator unit value\n粮食综合生产能力 亿吨 6.9", department="fagai")
    assert found(done) == ["not_in_plan 2"]


def test_without_a_department_everything_may_be_reported():
    table = "indicator unit value\n社会消费品零售总额 亿元 1200\n铁路里程 公里 500"
    assert found(upload(table), "not_this_department", "not_in_plan") == []
