from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.examine import FIGURES, READY
from indicators.model import Severity
from indicators.rows.remarks import Naming, listed
from indicators.words import LANGUAGES
from tests.etl.examine.uploads import BLANK, file, found, plans, upload

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


CELLS = {
    "indicator": [
        "GDP",
        "地区生产总值（万元）",
        "GDP增速",
        "城镇化率",
        "常住人口",
        "城乡收入比",
        "单位地区生产总值能耗",
        "胡说",
        "",
    ],
    "area": ["遵义市", "520302", "遵义都市圈", "全市", ""],
    "year": ["2023", "2024年", "2021-2024", "2024年上半年", "1890", "2030", "十四五", ""],
    "measure": ["", "总量", "增速", "年均增速", "累计降低", "年度目标", "口味"],
    "unit": ["", "亿元", "万元", "%", "‰", "万人", "人", "：1", "吨", "什么"],
    "status": ["", "初步", "预计", "已审核"],
    "value": [
        "5027",
        "0",
        "-3.2",
        "61.2%",
        "约5,027亿元",
        "—",
        "abc",
        "95以上",
        "下降3%",
        "1e300",
        "-1e300",
        "0.612",
    ],
}
ROWS = st.lists(
    st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()}), max_size=12
)
STORED = """
indicator           year value
gdp                 2022 4400
gdp                 2023 4700
resident_population 2024 659.1
urbanization_rate   2023 59.6
"""


@given(ROWS, st.sampled_from(["", "fagai", "shangwu"]), st.sampled_from([None, 2024]))
def test_whatever_is_uploaded_is_told_in_words_and_only_sound_rows_count(rows, department, year):
    lines = [" ".join(cell or BLANK for cell in row.values()) for row in rows]
    done = upload("\n".join([" ".join(CELLS), *lines]), STORED, department=department, year=year)
    for lang in LANGUAGES:
        assert all(row.help for row in listed(Naming.of(plans(), lang), done.remarks))
    ready = done.ready.to_pylist()
    keys = [
        (row["indicator"], row["area"], row["year"], row["measure"], row["period_start"], row["status"])
        for row in ready
    ]
    assert len({(*key[:5], key[5] in ("published", "computed", "derived")) for key in keys}) == len(keys)
    assert all(math.isfinite(row["value"]) and 2005 <= row["year"] <= 2025 for row in ready)
    assert done.new + done.changed + done.unchanged == done.rows_ready <= done.rows_read == len(rows)
    assert done.blocked == any(one.level is Severity.ERROR for one in done.remarks)
