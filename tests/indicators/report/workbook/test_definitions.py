"""What the words and indicators of a workbook mean."""

from __future__ import annotations

from indicators.report.workbook import workbook
from indicators.reporting import resting_on
from indicators.rows import methods
from tests.indicators.report.made import real
from tests.indicators.report.workbook.reading import opened, rows, texts


def pairs(sheet, heading):
    """The rows below a part's heading."""
    told = [[cell.value for cell in row[:2]] for row in sheet.iter_rows()]
    start = next(at for at, row in enumerate(told) if row[0] == heading) + 2
    end = next((at for at, row in enumerate(told[start:], start) if row[0] is None), len(told))
    return [tuple(row) for row in told[start:end]]


def test_verdicts_flags_grades_and_tolerances_are_those_of_the_page(warehouse):
    known = real(warehouse)
    read, sheet = known.read, opened(workbook(known))["定义"]
    assert [(word[2:], meaning) for word, meaning in pairs(sheet, "六种结论")] == [
        (one.word, one.meaning) for one in methods.verdicts(read)
    ]
    for heading, told in (
        ("“左右”的容差", methods.tolerances(read)),
        ("提示的含义", methods.flags(read)),
        ("来源等级", methods.grades(read)),
    ):
        assert pairs(sheet, heading) == [tuple(row.values()) for row in told]


def test_the_method_and_the_plan_are_told(warehouse):
    known = real(warehouse)
    sheet = opened(workbook(known))["定义"]
    assert [meaning for _, meaning in pairs(sheet, "怎样推算")] == methods.paragraphs(
        known.read, "projection"
    )
    assert pairs(sheet, "所评规划") == [(one.label, one.value) for one in methods.plan_facts(known.read)]


def test_indicators_are_those_of_the_targets_and_what_these_are_computed_from(warehouse):
    known = real(warehouse)
    for asked in ((), ("jiaotong",)):
        found = rows(opened(workbook(known, asked))["定义"], "指标定义")
        led = [one for one in known.assessments if not asked or one.target.lead in asked]
        codes = {code for one in led for code in resting_on(known.read.plan, one.target)}
        assert {row["指标"] for row in found} == {known.read.indicator(code) for code in codes}
        assert all(row["指标定义"] and row["单位"] for row in found)


def test_it_speaks_the_readers_language(warehouse):
    sheet = opened(workbook(real(warehouse, "en")))["Definitions"]
    assert "The six verdicts" in texts(sheet)
