from __future__ import annotations

import pytest

from etl.examine import FIGURES, READY
from indicators.model import Severity
from tests.etl.examine.uploads import file, found, upload

CLEAN = "指标,地区,年份,数值,单位\n地区生产总值,遵义市,2024,5027,亿元\n常住人口,遵义市,2024,659.1,万人\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_clean_file_gives_no_finding_in_any_encoding(encoding):
    done = file(CLEAN, department="fagai", year=2024, encoding=encoding)
    assert (done.remarks, done.blocked, done.warnings) == ((), False, ())
    assert (done.rows_read, done.rows_ready, done.new, done.changed, done.unchanged) == (2, 2, 2, 0, 0)
    assert (done.document.file, done.document.format, done.snapshot) == ("上报.csv", "csv", "snapshot")


def test_the_same_file_again_changes_nothing():
    stored = "indicator year value\ngdp 2024 5027\nresident_population 2024 659.1"
    done = file(CLEAN, stored, department="fagai", year=2024)
    assert (done.remarks, done.new, done.changed, done.unchanged) == ((), 0, 0, 2)


def test_a_file_that_is_not_read_says_why_and_holds_nothing():
    done = file(" ")
    assert done.document is None
    assert [one.level for one in done.remarks] == [Severity.ERROR]
    assert (done.blocked, done.rows_read, done.rows_ready) == (True, 0, 0)
    assert (done.figures.schema, done.ready.schema) == (FIGURES, READY)


def test_errors_block_warnings_ask_and_notes_only_tell():
    done = upload("indicator value\n胡说 1\nGDP 5027\nGDP 5027\n常住人口 —")
    assert found(done) == ["unknown_indicator 2", "missing_value 5", "duplicate_same 4"]
    assert [one.check for one in done.warnings] == ["duplicate_same"]
    assert done.blocked


def test_no_figure_is_no_fault_of_the_checks():
    assert upload("").remarks == ()
