"""Cells of the data package: what a machine reads back, and what nothing can run."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.report.package.shape import Column, Table, cell, listing, rows_of
from tests.indicators.rows.invented import reading


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (0.1, "0.1"),
        (-0.0, "0"),
        (1e-7, "0.0000001"),
        (1e21, "1000000000000000000000"),
        (2020, "2020"),
        (date(2026, 6, 30), "2026-06-30"),
        (("a", "b"), "a;b"),
        ("甲", "甲"),
    ],
)
def test_values_are_written_plainly(value, written):
    assert cell(value) == written


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_numbers_come_back_as_they_were(value):
    assert float(cell(value)) == value


def test_a_text_that_would_run_is_guarded():
    content = Table("t", (Column("note"),), [{"note": "=1+1"}]).content(reading()).decode("utf-8-sig")
    assert content.splitlines()[1] == "'=1+1"


def test_a_list_may_hold_known_codes_only():
    pattern = listing(("a", "b.c"))
    assert re.fullmatch(pattern, "a;b.c")
    assert not re.fullmatch(pattern, "a;bxc")


def test_things_become_rows_by_their_attributes():
    assert rows_of((Column("year"),), [date(2026, 6, 30)]) == [{"year": 2026}]
