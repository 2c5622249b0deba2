"""部门差距 as PDF: what the page shows of one department, or of all."""

from __future__ import annotations

import pytest

from indicators.report.views.departments import department
from indicators.rows.departments import led_by, shared_by, summary
from indicators.rows.owed import owed
from indicators.rows.record import flat
from tests.indicators.report.made import folded, real, said
from tests.indicators.report.package.packages import many, material


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", ["fagai", "renshe", None])
def test_the_page_is_all_there(warehouse, lang, code):
    known = real(warehouse, lang)
    read, text = known.read, said(department(known, code))
    led = led_by(known.assessments, code)
    wanted = [summary(read, led, everyone=code is None)]
    left_out = {read.say("column.snapshot"), read.say("column.lead"), read.say("column.area_used")}
    wanted += [cell for one in led for key, cell in flat(read, one, "").items() if key not in left_out]
    wanted += [read.name(one.target) for one in (shared_by(known.assessments, code) if code else [])]
    wanted += [cell for row in owed(read, led) for cell in row.values()]
    assert [word for word in wanted if folded(word) not in text] == []


def test_all_departments_have_no_shared_targets(warehouse):
    assert "作为责任单位的目标" not in said(department(real(warehouse), None))
    assert "作为责任单位的目标" in said(department(real(warehouse), "fagai"))


def test_two_hundred_targets_and_none_with_figures_come_out():
    assert said(department(material([], known=many(200)), None)).count("无法评估") >= 200
