"""What is taken for a unit, and that the words of headings do not contradict each other."""

from __future__ import annotations

import pytest

from etl.lexicon import normalise
from etl.readers.vocabulary import BACK, LEVELS, ROLES, STATUSES, is_unit
from etl.vocabulary import RATES
from indicators.units import known_units


@pytest.mark.parametrize(
    "text", [*sorted(known_units() - {""}), "亿美元", "万户", "元/吨", "个百分点", "平方米"]
)
def test_units_and_what_looks_like_one(text):
    assert is_unit(text)


@pytest.mark.parametrize("text", ["", "GDP", "不变价", "初步", "2024年", "亿", "万元产值"])
def test_no_units(text):
    assert not is_unit(text)


def test_every_word_is_normalised_and_means_one_thing():
    groups = (set(ROLES), LEVELS, RATES, STATUSES, set(BACK))
    words = [word for group in groups for word in group]
    assert len(words) == len(set(words))
    assert [word for word in words if normalise(word) != word] == []
