from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.examine.cells import LONGEST, MISSING_MARKS, Cell, read_cell
from etl.vocabulary import APPROXIMATE, PRELIMINARY
from indicators.model import Status


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5200", 5200),
        ("５２００．５", 5200.5),
        (" 5 200 ", 5200),
        ("5\u00a0200", 5200),
        ("5,200", 5200),
        ("5，200", 5200),
        ("1,234,567.89", 1234567.89),
        ("'5200", 5200),
        ("-3.2", -3.2),
        ("−3.2", -3.2),
        ("－3.2", -3.2),
        ("+3.2", 3.2),
        ("±0", 0),
        ("±0.0%", 0),
        (".5", 0.5),
        ("5.2E+3", 5200),
        ("2.35:1", 2.35),
    ],
)
def test_a_number_is_read_however_it_is_typed(text, value):
    assert read_cell(text).value == value


@pytest.mark.parametrize(
    "text", ["—", "…", "……", "-", "－", "／", "  ", "", "N/A", "#N/A", "无", "暂缺", "。。。"]
)
def test_marks_for_a_missing_figure_are_no_fault(text):
    assert read_cell(text) == Cell(missing=True)


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "5200?",
        "12abc",
        "1,23",
        "1,2345",
        "1.2.3",
        "≤95",
        "不足95",
        "5200-5300",
        "#DIV/0!",
        "5月",
        "=1+1",
    ],
)
def test_what_is_no_number_is_not_guessed(text):
    assert read_cell(text) == Cell()


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("5200亿元", "亿元", 5200),
        ("5，200 亿元", "亿元", 5200),
        ("61.2%", "%", 61.2),
        ("６１．２％", "%", 61.2),
        ("3.1‰", "‰", 3.1),
        ("5200亿", "亿", 5200),
    ],
)
def test_a_unit_in_the_cell_is_told_from_the_number(text, unit, value):
    cell = read_cell(text)
    assert (cell.unit, cell.value) == (unit, value)


@pytest.mark.parametrize(
    "text", ["8.5（初步）", "8.5(初步数)", "8.5[初步核算]", "8.5初步", "8.5(p)", "8.5（快报）"]
)
def test_a_preliminary_figure_is_marked(text):
    assert (read_cell(text).value, read_cell(text).flags) == (8.5, PRELIMINARY)


@pytest.mark.parametrize("text", ["约5200", "大约5200", "5200左右", "约为5,200", "≈5200", "5200上下"])
def test_an_approximate_figure_is_marked(text):
    assert (read_cell(text).value, read_cell(text).flags) == (5200, APPROXIMATE)


def test_marks_add_up():
    cell = read_cell("约5,200亿元（初步）")
    assert (cell.printed, cell.unit, cell.flags) == ("5200", "亿元", APPROXIMATE | PRELIMINARY)


@pytest.mark.parametrize(
    "text", ["≥95%", ">95%", "95%以上", "超过95%", "95%+", "不低于95%", "95多%", "逾95%"]
)
def test_a_lower_bound_is_no_observation(text):
    assert (read_cell(text).value, read_cell(text).status) == (95, Status.LOWER_BOUND)


@pytest.mark.parametrize("text", ["预计5200", "5200（预计）", "5200(预计数)", "预测5200"])
def test_an_expectation_is_no_observation(text):
    assert (read_cell(text).value, read_cell(text).status) == (5200, Status.EXPECTED)


@pytest.mark.parametrize(
    ("text", "turn"),
    [("增长8.5%", 1), ("同比增长8.5%", 1), ("下降8.5%", -1), ("比上年减少8.5%", -1), ("8.5%", 0)],
)
def test_words_tell_the_direction_of_a_change(text, turn):
    assert (read_cell(text).value, read_cell(text).turn) == (8.5, turn)


def test_a_fall_by_less_than_nothing_is_no_number():
    assert read_cell("下降-3.2%") == Cell()


def test_a_cell_may_be_so_long_and_no_longer():
    assert read_cell("1" * LONGEST).value == float("1" * LONGEST)
    assert read_cell("1" * (LONGEST + 1)) == Cell()


@given(st.decimals(-(10**9), 10**9, places=2))
def test_every_number_is_read_as_it_is_printed(number):
    assert read_cell(str(number)).value == float(number)
    assert read_cell(f"{number:,}").value == float(number)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader_and_none_is_both_missing_and_a_number(text):
    cell = read_cell(text)
    assert not (cell.missing and cell.value is not None)


def test_no_mark_for_a_missing_figure_is_a_number():
    assert [mark for mark in MISSING_MARKS if not read_cell(mark).missing] == []
