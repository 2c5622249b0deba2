"""The first sheet of a workbook."""

from __future__ import annotations

import pytest

from indicators.report.workbook import workbook
from indicators.rows.board import counts, misses, standings
from indicators.rows.findings import findings
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import material, practised
from tests.indicators.report.workbook.reading import opened, rows, texts


@pytest.fixture(scope="module")
def known(warehouse):
    return real(warehouse)


@pytest.fixture(scope="module")
def sheet(known):
    return opened(workbook(known))["摘要"]


def test_it_says_what_the_report_is_about_and_finds(known, sheet):
    told = texts(sheet)
    assert told[0] == known.read.plan.name
    assert set(findings(known.read, known.assessments, everyone=True)) <= set(told)
    assert any(known.snapshot in one and known.as_of.isoformat() in one for one in told)


def test_every_verdict_is_counted_zeros_included(known, sheet):
    found = [(row["结论"][2:], int(row["项数"])) for row in rows(sheet, "项数")]
    assert found == [(known.read.verdict(one), count) for one, count in counts(known.assessments)]
    assert sum(count for _, count in found) == 30


def test_departments_stand_by_what_is_at_stake(known, sheet):
    found = rows(sheet, "牵头项数")
    wanted = standings(known.read, known.assessments)
    assert [(row["牵头单位"], int(row["牵头项数"])) for row in found] == [
        (one.name, one.led) for one in wanted
    ]
    for row, one in zip(found, wanted, strict=True):
        assert {known.read.verdict(verdict): str(count) for verdict, count in one.counts}.items() <= (
            row.items()
        )


def test_what_will_be_missed_is_named_with_its_gap(known, sheet):
    found = [(row["目标"], row["缺口"]) for row in rows(sheet, "缺口")]
    assert found == [(f"{one.number} {one.name}", one.gap) for one in misses(known.read, known.assessments)]


def test_departments_asked_for_are_named(known):
    told = texts(opened(workbook(known, ("renshe", "jiaotong")))["摘要"])
    assert "牵头单位：市人力资源和社会保障局、市交通运输局" in told
    led = [one for one in known.assessments if one.target.lead in ("renshe", "jiaotong")]
    assert set(findings(known.read, led)) <= set(told)


def test_nothing_to_miss_is_said():
    assert "没有预计达不到的目标。" in texts(opened(workbook(material([])))["摘要"])


def test_invented_figures_are_said_to_be_so_first():
    told = texts(opened(workbook(practised()))["摘要"])
    assert told[:2] == ["演练数据", practised().read.say("practice.banner")]


def test_it_is_one_page(sheet):
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
