from __future__ import annotations

import pytest

from etl.examine.periods import Period, read_period
from etl.vocabulary import PRELIMINARY, State
from indicators.model import Status


@pytest.mark.parametrize(
    "label", ["2024", "2024年", "2024年度", " 2024 年 ", "２０２４", "2024.0", "2024-12-31", "2024年末"]
)
def test_a_year_is_read_however_it_is_written(label):
    assert read_period(label) == Period(2024)


@pytest.mark.parametrize("label", ["2021-2024", "2021—2024年", "2021年至2024年", "2021～2024"])
def test_several_years_have_a_first_and_a_last(label):
    assert read_period(label) == Period(2024, 2021)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "24",
        "2024年1-9月",
        "2024年上半年",
        "2024Q3",
        "2024-06-30",
        "1899",
        "2101",
        "2024-2021",
        "2024-2024",
        "十四五",
    ],
)
def test_part_years_and_words_are_no_years(label):
    assert read_period(label) is None


def test_a_mark_beside_the_year_is_kept():
    assert read_period("2024年（初步）") == Period(2024, 0, State(Status.PUBLISHED, PRELIMINARY))
    assert read_period("2025年(预计)") == Period(2025, 0, State(Status.EXPECTED))
