"""Which characters can be drawn."""

from __future__ import annotations

import pytest

from indicators.errors import GlyphMissing
from indicators.report.glyphs import check, drawable
from indicators.words import LANGUAGES, table


def test_every_character_of_gbk_can_be_drawn():
    gbk = {
        bytes((first, second)).decode("gbk")
        for first in range(0xB0, 0xF8)
        for second in range(0xA1, 0xFF)
        if (first, second) < (0xD7, 0xFA) or first > 0xD7
    }
    assert len(gbk) > 6000
    assert gbk <= drawable()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_can_be_drawn(lang):
    check(text.replace("\n", " ") for text in table(lang).values())


def test_the_first_missing_character_is_named_with_its_text():
    with pytest.raises(GlyphMissing) as problem:
        check(["甲", "乙𠮷丙"])
    assert (problem.value.sign, problem.value.text) == ("𠮷", "乙𠮷丙")
