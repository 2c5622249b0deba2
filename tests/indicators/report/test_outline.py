"""The gap report: what stands in it, for one department, several, the whole plan; in full and on one page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.assessment import assess_all
from indicators.errors import UnknownName
from indicators.report.blocks import Badge, Heading, Lanes, Picture, Table, Together
from indicators.report.document import texts
from indicators.report.outline import BRIEF_ROWS, gap_report
from indicators.rows.departments import leads, led_by
from indicators.rows.facts import facts
from indicators.rows.findings import findings
from indicators.rows.headline import headline
from indicators.rows.record import flat
from tests.indicators.report.made import folded, read_back, real, said
from tests.indicators.report.package.packages import many, material, practised

LANGUAGES = ("zh", "en")


def headings(document, level):
    nested = [inner for one in document.blocks if isinstance(one, Together) for inner in one.blocks]
    return [
        one.text for one in (*document.blocks, *nested) if isinstance(one, Heading) and one.level == level
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("plan", ["zunyi-metro-2025", "china-14fyp"])
def test_every_target_has_its_block_with_finding_and_numbers(warehouse, lang, plan):
    known = real(warehouse, lang, plan)
    text = said(gap_report(known))
    for one in known.assessments:
        assert folded(headline(known.read, one)) in text
        for fact in facts(known.read, one):
            assert folded(fact.value) in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_the_table_is_that_of_the_screen(warehouse, lang):
    """The same rows as on screen and on the command line, read back from the PDF of the brief."""
    known = real(warehouse, lang)
    text = said(gap_report(known, brief=True))
    columns = ["verdict", "chance", "latest", "year", "target", "projected", "shortfall"]
    for one in known.assessments:
        row = flat(known.read, one, "")
        shown = [row[known.read.say(f"column.{key}", year=2025)] for key in columns]
        mark = "*" if "stand_in" in one.flags else ""
        first = f"{one.target.number}{known.read.short(one.target)}"
        assert folded(f"{first}{Badge.of(one.verdict, '').mark}{shown[0]}{mark}{''.join(shown[1:])}") in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_head_says_plan_scope_day_and_data_version(warehouse, lang):
    known = real(warehouse, lang)
    document = gap_report(known, ("fagai",))
    head = " ".join(document.about)
    plan = known.read.plan
    for text in (known.read.pick(plan.name, plan.name_en), known.read.area(plan.area), "2026-06-30"):
        assert text in head
    assert known.snapshot in head
    assert known.read.department("fagai") in document.title


def test_a_department_has_its_own_targets_worst_first_and_its_shared_ones(warehouse):
    known = real(warehouse)
    document = gap_report(known, ("fagai",))
    led = led_by(known.assessments, "fagai")
    assert [int(text.split(" ")[0]) for text in headings(document, 2)] == [one.target.number for one in led]
    assert "作为责任单位的目标" in headings(document, 1)
    assert "城镇调查失业率" in said(document)


def test_the_finding_has_three_sentences(warehouse):
    known = real(warehouse)
    told = findings(known.read, led_by(known.assessments, "fagai"))
    assert len(told) == 3
    assert all(folded(sentence) in said(gap_report(known, ("fagai",))) for sentence in told)


def test_data_owed_are_listed_with_the_day_they_are_due(warehouse):
    assert "每年1月20日前报送上一年度数据" in said(gap_report(real(warehouse), ("fagai",)))


def test_a_department_that_only_shares_targets_has_no_empty_part(warehouse):
    document = gap_report(real(warehouse), ("gongneng",))
    assert "各项目标" not in headings(document, 1)
    assert "作为责任单位的目标" in headings(document, 1)


def test_several_departments_are_in_one_report(warehouse):
    document = gap_report(real(warehouse), ("fagai", "renshe"))
    assert document.title == "市发展改革委、市人力资源和社会保障局规划目标缺口报告"
    assert {"市发展改革委", "市人力资源和社会保障局"} <= set(headings(document, 1))
    assert len(headings(document, 2)) == 12


def test_more_than_three_departments_are_counted(warehouse):
    document = gap_report(real(warehouse), ("fagai", "renshe", "jiaotong", "linye"))
    assert "等4个单位" in document.title


def test_departments_may_be_named(warehouse):
    assert gap_report(real(warehouse), ("市发展改革委",)) == gap_report(real(warehouse), ("fagai",))


def test_an_unknown_department_is_told_with_the_near_ones(warehouse):
    with pytest.raises(UnknownName, match="department"):
        gap_report(real(warehouse), ("nobody",))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("plan", ["zunyi-metro-2025", "china-14fyp"])
def test_every_brief_has_one_page(warehouse, lang, plan):
    known = real(warehouse, lang, plan)
    for codes in [(), *((code,) for code in leads(known.read, known.assessments))]:
        assert len(read_back(gap_report(known, codes, brief=True)).pages) == 1


def test_a_brief_says_how_many_targets_it_leaves_out():
    known = material(known=many(BRIEF_ROWS + 1))
    document = gap_report(known, brief=True)
    (table,) = (one for one in document.blocks if isinstance(one, Table))
    assert len(table.rows) == BRIEF_ROWS
    assert "另有1项未列出" in said(document)
    assert len(read_back(document).pages) == 1


def test_a_brief_that_holds_all_leaves_out_nothing():
    assert "未列出" not in said(gap_report(material(known=many(BRIEF_ROWS)), brief=True))


def test_two_hundred_targets_come_out_whole():
    document = gap_report(material(known=many(200)))
    (ladder,) = [one for one in document.blocks if isinstance(one, Lanes)][:1]
    assert len(ladder.lanes) == 200
    assert len(headings(document, 2)) == 200
    assert len(read_back(document).pages) > 60


def test_without_a_single_figure_the_report_says_so():
    document = gap_report(material([]))
    assert "没有可用于评判的年度数据" in said(document)
    assert not [one for one in document.blocks if isinstance(one, Picture)]


def test_invented_figures_are_marked():
    assert gap_report(practised()).mark == "演练数据"


def test_how_forecasts_fared_is_told_where_it_is_known(warehouse):
    known = replace(real(warehouse), fared=("共存证3次。",))
    assert "共存证3次。" in said(gap_report(known, ("fagai",)))
    assert "没有可供核对的预测" in said(gap_report(real(warehouse), ("fagai",)))


def test_another_area_is_named(warehouse):
    known = real(warehouse)
    found = assess_all(known.read.plan, known.book, known.as_of, area="520382")
    assert "评判地区：仁怀市" in " ".join(gap_report(replace(known, assessments=found)).about)
    assert "评判地区" not in " ".join(gap_report(known).about)


def test_chinese_reports_hold_no_unfinished_text(warehouse):
    assert not [text for text in texts(gap_report(real(warehouse))) if "None" in text or "nan" in text]
