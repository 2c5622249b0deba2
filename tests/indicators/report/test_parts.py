"""Blocks that reports and views share."""

from __future__ import annotations

import pytest

from indicators.report.parts import (
    GAP_TABLE,
    NARROW,
    REMAINDER,
    counts,
    gap_table,
    method,
    picked,
    remainder,
    remarks,
    table,
    target_block,
)
from indicators.rows.about import evidence
from indicators.rows.record import column
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import material


def test_numbers_stand_right_and_texts_left():
    made = table([{"目标": "城镇化率", "值": "60.4%"}, {"目标": "人口", "值": "—"}])
    assert [(one.heading, one.number) for one in made.columns] == [("目标", False), ("值", True)]
    assert made.rows == (("城镇化率", "60.4%"), ("人口", "—"))


@pytest.mark.parametrize(("length", "share"), [(7, 0.0), (8, 0.8), (40, 4.0), (41, 4.0)])
def test_a_column_is_as_wide_as_its_cells_until_that_is_too_wide(length, share):
    assert 7 < NARROW < 8
    (one,) = table([{"列": "字" * length}]).columns
    assert one.share == share


def test_no_rows_make_an_empty_table():
    assert (table([]).columns, table([]).rows) == ((), ())


def test_columns_are_picked_by_their_keys():
    read = material().read
    rows = [{column(read, "number"): "1", column(read, "name"): "甲", "别的": "乙"}]
    assert picked(read, rows, ["name", "number"]) == [{"目标": "甲", "序号": "1"}]


def test_the_two_tables_of_a_department_hold_every_column_of_the_screen(warehouse):
    """But lead, area and data version, which the head or the target's block says."""
    from indicators.rows.record import flat

    known = real(warehouse)
    shown = set(flat(known.read, known.assessments[0], ""))
    left_out = {column(known.read, key) for key in ("lead", "area_used", "snapshot")}
    assert {column(known.read, key) for key in (*GAP_TABLE, *REMAINDER)} == shown - left_out
    assert len(remainder(known.read, known.assessments).rows) == 30


def test_a_stand_in_has_a_star(warehouse):
    known = real(warehouse)
    starred = [one.word.endswith("*") for one in gap_table(known.read, known.assessments).badges]
    assert starred == ["stand_in" in one.flags for one in known.assessments]


def test_only_verdicts_that_occur_are_counted(warehouse):
    known = real(warehouse)
    found = counts(known.read, known.assessments).counts
    assert [(badge.word, number) for badge, number in found] == [
        ("存在风险", 2),
        ("难以实现", 6),
        ("未实现", 1),
        ("无法评估", 21),
    ]


def test_a_target_says_its_wording_flags_and_sources(warehouse):
    known = real(warehouse)
    one = known.assessments[5]
    told = dict(remarks(known.read, one))
    assert told["规划原文"] == one.target.wording
    assert "口径替代" in told
    assert told["所用数据"] == evidence(known.read, one)


def test_a_target_is_not_torn_apart(warehouse):
    known = real(warehouse)
    assert [type(one).__name__ for one in target_block(known.read, known.assessments[5])] == ["Together"]


def test_the_method_says_all_six_verdicts(warehouse):
    known = real(warehouse)
    (table_of,) = (one for one in method(known.read) if type(one).__name__ == "Table")
    assert len(table_of.rows) == 6
