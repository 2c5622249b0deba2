"""The sheets of targets and of gaps by department."""

from __future__ import annotations

import pytest

from indicators.palette import SECONDARY
from indicators.report.workbook import workbook
from indicators.rows.board import standings
from indicators.rows.departments import led_by, shared_by
from indicators.rows.owed import owed
from indicators.rows.record import column, flat, record
from tests.indicators.report.made import real
from tests.indicators.report.workbook.reading import opened, rows


@pytest.fixture(scope="module")
def book(warehouse):
    return opened(workbook(real(warehouse)))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("plan", "count"), [(None, 30), ("china-14fyp", 20)])
def test_all_targets_read_like_the_screen(warehouse, lang, plan, count):
    known = real(warehouse, lang, plan)
    read = known.read
    found = rows(opened(workbook(known))[read.say("workbook.targets")], column(read, "number"))
    assert len(found) == count
    for row, one in zip(found, known.assessments, strict=True):
        wanted = flat(read, one, known.snapshot)
        verdict = column(read, "verdict")
        assert row.pop(verdict).endswith(wanted.pop(verdict))
        assert {name: text or "" for name, text in row.items()} == wanted


def test_the_numbers_are_those_of_the_command_line(warehouse, book):
    known, sheet = real(warehouse), book["目标"]
    at = {cell.value: cell.column - 1 for cell in sheet[1]}
    fields = {
        "最新值": "latest_value",
        "2025年目标": "target_value",
        "实现概率": "chance",
        "后续所需年均": "required_pace",
        "历史最好": "best_pace",
    }
    compared = 0
    for cells, one in zip(sheet.iter_rows(min_row=2), known.assessments, strict=True):
        wanted = record(known.read, one, known.snapshot)
        for heading, field in fields.items():
            value = cells[at[heading]].value
            if not isinstance(value, str):
                assert value == wanted[field]
                compared += 1
    assert compared > 60


def test_what_no_number_says_is_text(book):
    found = {row["序号"]: row for row in rows(book["目标"], "序号")}
    assert (found["27"]["实现概率"], found["10"]["2025年目标"], found["8"]["缺口"]) == ("<2%", "—", "无")


def test_the_head_and_the_names_stay_in_sight_and_rows_can_be_filtered(book):
    sheet = book["目标"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:R31"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.print_area == "'目标'!$A$1:$Q$31"


def test_departments_stand_by_stake_with_what_they_lead_worst_first_and_then_share(warehouse, book):
    known = real(warehouse)
    found = [(row["单位"], row["序号"]) for row in rows(book["部门差距"], "责任")]
    wanted = [
        (one.name, str(each.target.number))
        for one in standings(known.read, known.assessments)
        for each in (*led_by(known.assessments, one.code), *shared_by(known.assessments, one.code))
    ]
    assert found == wanted


def test_shared_targets_are_grey_and_say_who_leads(book):
    sheet, grey = book["部门差距"], f"FF{SECONDARY[1:]}"
    shared = [row for row in sheet.iter_rows(min_row=2) if row[1].value.startswith("共同")]
    assert shared
    for row in shared:
        assert row[3].font.color.rgb == grey
        assert row[1].value.endswith("牵头") and row[-1].value is None
    led = [row for row in sheet.iter_rows(min_row=2) if row[1].value == "牵头"]
    assert not [row for row in led if row[3].font.color.rgb == grey]


def test_what_is_owed_stands_beside_the_target_with_its_day(warehouse, book):
    known = real(warehouse)
    told = {row["序号"]: row for row in rows(book["部门差距"], "责任") if row["责任"] == "牵头"}
    lacking = owed(known.read, known.assessments)
    assert lacking
    for row in lacking:
        assert (told[row["序号"]]["缺少"], told[row["序号"]]["报送期限"]) == (row["缺少"], row["报送期限"])


def test_departments_choose_their_targets(warehouse):
    book = opened(workbook(real(warehouse), ("fagai", "市交通运输局")))
    assert {row["牵头单位"] for row in rows(book["目标"], "序号")} == {"市发展改革委", "市交通运输局"}
    assert {row["单位"] for row in rows(book["部门差距"], "责任")} == {"市发展改革委", "市交通运输局"}
