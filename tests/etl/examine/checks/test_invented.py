"""What comes from the practice store stays there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl.examine import examine
from etl.practice.generate import NOTE
from indicators.model import Severity
from tests.etl.examine.uploads import TODAY, desk

TABLE = "指标,地区,年份,口径,数值,单位,备注\n地区生产总值,遵义市,2024,水平,5000,亿元,{note}\n"


def check(note, *, practice):
    data = TABLE.format(note=note).encode()
    known = replace(desk(), practice=practice)
    return examine(data, "上报.csv", known, department="", year=None, today=TODAY)


@pytest.mark.parametrize("note", ["演练数据", "Practice data", NOTE, "演练数据，已核对"])
def test_figures_that_say_they_are_invented_do_not_go_into_the_real_store(note):
    done = check(note, practice=False)
    (one,) = (one for one in done.remarks if one.check == "invented_figures")
    assert (one.level, one.row, one.found, one.said) == (Severity.ERROR, 2, note, (("count", "1"),))
    assert (done.blocked, done.rows_ready) == (True, 0)


@pytest.mark.parametrize(("note", "practice"), [("数据已核对", False), ("", False), ("演练数据", True)])
def test_others_do_and_the_practice_store_takes_all(note, practice):
    done = check(note, practice=practice)
    assert "invented_figures" not in [one.check for one in done.remarks]
    assert (done.blocked, done.rows_ready) == (False, 1)
