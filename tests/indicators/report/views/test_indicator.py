"""指标 as PDF: section by section what the page shows."""

from __future__ import annotations

import pytest

from indicators.lookback import look_back, year_ends
from indicators.report.document import texts
from indicators.report.views.indicator import YEARS, indicator, split
from indicators.rows.about import about
from indicators.rows.chances import over_time
from indicators.rows.facts import facts
from indicators.rows.headline import headline, what_if
from indicators.rows.trajectory import source_line, years
from indicators.rows.vintages import vintages
from tests.indicators.report.made import folded, real, said
from tests.indicators.report.package.packages import material


def view(known, number, pace=None):
    plan = known.read.plan
    looked = look_back(plan, known.observations, known.book.breaks, year_ends(plan, known.as_of))
    one = known.assessments[number - 1]
    return indicator(known, one, over_time(looked, one.target), pace)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("number", [1, 6, 10, 13, 27])
def test_the_page_is_all_there(warehouse, lang, number):
    known = real(warehouse, lang)
    one = known.assessments[number - 1]
    read, text = known.read, said(view(known, number))
    wanted = [headline(read, one), *(fact.value for fact in facts(read, one))]
    wanted += [cell for row in about(read, one, known.snapshot) for cell in row.values()]
    wanted += [cell for row in years(read, one) for cell in row.values()]
    wanted += [row[read.say("column.found")] for row in vintages(read, one.series)]
    wanted += [source_line(read, one)] if one.track else []
    assert [word for word in wanted if folded(word) not in text] == []


def test_what_is_supposed_is_said_only_where_something_is(warehouse):
    known = real(warehouse)
    said_so = what_if(known.read, known.assessments[5], 2.0)
    assert said_so in texts(view(known, 6, 2.0))
    assert "情景试算" not in texts(view(known, 6))


def test_years_that_do_not_fit_go_on_below():
    row = {"地区": "甲", "单位": "%"} | {str(year): "1" for year in range(2010, 2010 + YEARS + 1)}
    first, second = split([row])
    assert list(first[0]) == ["地区", "单位", *map(str, range(2010, 2010 + YEARS))]
    assert list(second[0]) == ["地区", "单位", str(2010 + YEARS)]
    assert split([]) == []


def test_without_figures_the_page_says_who_has_to_report():
    known = material([])
    text = said(indicator(known, known.assessments[0], known.assessments))
    assert "没有可用的数据" in text
