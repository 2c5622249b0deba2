"""Names → codes: what is only spelling does not count."""

from __future__ import annotations

import pytest

from etl.lexicon import lexicon, normalise


@pytest.mark.parametrize(
    "label",
    ["地区生产总值", " 地区 生产总值 ", "ＧＤＰ", "gdp", "地区生产总值(GDP)", "地区生产总值（ＧＤＰ）"],
)
def test_an_indicator_answers_to_all_its_spellings(content, label):
    assert lexicon(content.plans).indicators[normalise(label)] == "gdp"


def test_areas_and_departments_answer_to_names_and_aliases(content):
    known = lexicon(content.plans)
    assert known.areas[normalise("遵义市")] == "520300"
    assert known.departments[normalise("市发改委")] == "fagai"


def test_every_code_and_name_of_the_catalogue_names_itself(content):
    known = lexicon(content.plans)
    for one in content.plans[0].indicators.values():
        assert known.indicators[normalise(one.code)] == one.code
        assert known.indicators[normalise(one.name)] == one.code
