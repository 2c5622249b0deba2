"""Files as offices send them: what must be said of each, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from etl.examine import Submission, examine
from indicators.rows.remarks import column_name
from tests.etl.examine.uploads import ROOT, TODAY, desk, values

CASES = sorted(path.parent for path in (ROOT / "tests" / "faults" / "cells").glob("*/expect.yml"))


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_file_gives_its_findings_and_no_others(folder):
    expect, done = checked(folder)
    told = [[one.check, one.row, column_name(one.column, one.heading)] for one in done.remarks]
    assert sorted(told, key=str) == sorted(expect["findings"], key=str)
    assert done.rows_ready == expect["ready"]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_its_figures_count_as_they_should(folder):
    expect, done = checked(folder)
    found = {row[:4]: row[4] for row in values(done)}
    for *about, value in expect.get("values", []):
        assert found[tuple(about)] == pytest.approx(value)


def test_there_are_enough_cases_and_each_says_why():
    known = [yaml.safe_load((folder / "expect.yml").read_text(encoding="utf-8")) for folder in CASES]
    assert len(known) >= 25
    assert [one for one in known if not one["why"]] == []
    assert sum(not one["findings"] for one in known) >= 4


def checked(folder: Path) -> tuple[dict, Submission]:
    expect = yaml.safe_load((folder / "expect.yml").read_text(encoding="utf-8"))
    (path,) = folder.glob("*.csv")
    columns = "indicator area year measure value"
    stored = "\n".join([columns, *(" ".join(map(str, row)) for row in expect.get("stored", []))])
    day = expect.get("today", TODAY)
    assert isinstance(day, date)
    return expect, examine(
        path.read_bytes(),
        path.name,
        desk(stored),
        department=expect["department"],
        year=expect.get("year"),
        today=day,
    )
