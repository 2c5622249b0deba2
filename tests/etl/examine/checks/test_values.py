from __future__ import annotations

import pytest

from tests.etl.examine.uploads import found, told, upload, values


@pytest.mark.parametrize("cell", ["abc", "5200?", "1,23", "≤5.5", "inf", "1e999"])
def test_what_is_no_number_blocks(cell):
    done = upload(f"value\n{cell}")
    assert found(done) == ["not_a_number 2"]
    assert (done.remarks[0].found, done.blocked, done.rows_ready) == (cell, True, 0)


def test_a_missing_figure_is_noted_once_a_sheet_and_blocks_nothing():
    done = upload("year value\n2022 —\n2023 …\n2024 5000")
    assert [(one.row, told(one)["count"]) for one in done.remarks if one.check == "missing_value"] == [
        (2, "2")
    ]
    assert (done.blocked, done.rows_read, done.rows_ready) == (False, 3, 1)


def test_a_missing_figure_of_a_faulty_label_is_nobody_s_fault():
    assert found(upload("indicator value\n地区生产总直 —")) == ["missing_value 2"]


def test_an_approximate_figure_is_noted_and_marked():
    done = upload("value\n约5,027")
    assert found(done) == ["approximate 2"]
    assert (done.ready["found"].to_pylist(), done.ready["flags"].to_pylist()) == (
        ["5027 亿元"],
        ["approximate"],
    )


@pytest.mark.parametrize(("value", "errors"), [("-0.01", 1), ("0", 0), ("100", 0), ("100.01", 1)])
def test_a_share_lies_between_nought_and_a_hundred(value, errors):
    done = upload(f"indicator unit value\n森林覆盖率 % {value}")
    assert found(done, "out_of_bounds") == ["out_of_bounds 2"] * errors


def test_bounds_are_those_after_conversion():
    done = upload("unit value\n万元 1000000001\n万元 1000000000")
    assert found(done, "out_of_bounds") == ["out_of_bounds 2"]
    assert told(done.remarks[0])["high"] == "100000"


@pytest.mark.parametrize(
    ("measure", "value", "errors"),
    [
        ("增速", "-99.9", 0),
        ("增速", "-100", 1),
        ("增速", "250", 0),
        ("降低率", "99.9", 0),
        ("降低率", "100", 1),
    ],
)
def test_nothing_falls_by_all_of_it(measure, value, errors):
    done = upload(f"indicator measure unit value\n单位地区生产总值能耗 {measure} % {value}")
    assert found(done, "out_of_bounds") == ["out_of_bounds 2"] * errors


def test_words_tell_the_sign_of_a_change():
    done = upload("measure unit value\n增速 % 下降3.2%\n增速 % 增长8.5%", stored="")
    assert found(done, "not_a_number") == []
    turned = upload("indicator measure unit value\n单位地区生产总值能耗 降低率 % 下降3.2%")
    assert [row[-1] for row in values(turned)] == [3.2]
    (fall,) = values(upload("measure unit value\n增速 % 下降3.2%"))
    assert fall[-1] == -3.2


def test_a_level_that_grows_is_no_number():
    assert found(upload("measure value\n总量 增长8.5亿元")) == ["not_a_number 2"]
