"""Words of kinds of figures and states: what our own forms and findings say can be read back."""

from __future__ import annotations

import re

import pytest

from etl.examine.names import read_measure
from etl.examine.states import read_state
from etl.vocabulary import MEASURE_WORDS, STATE_WORDS
from indicators.model import Measure
from indicators.words import LANGUAGES, say


def test_no_word_means_two_things():
    for table in (MEASURE_WORDS, STATE_WORDS):
        words = [word for line in table.values() for word in line.split()]
        assert len(words) == len(set(words))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("measure", Measure)
def test_a_kind_of_figure_is_read_as_the_pages_call_it(lang, measure):
    assert read_measure(say(lang, f"measure.{measure}")) is measure


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("measure", [Measure.LEVEL, Measure.GROWTH, Measure.CUT])
def test_a_kind_of_figure_is_read_as_the_form_calls_it(lang, measure):
    assert read_measure(say(lang, f"upload.form_measure.{measure}")) is measure


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_finding_says_is_allowed_is_understood(lang):
    kinds = re.split("[、，,] ?", say(lang, "cell_finding.unknown_measure.allowed"))
    states = re.split("[、，,] ?", say(lang, "cell_finding.unknown_status.allowed").partition("（")[0])
    assert [word for word in kinds if read_measure(word) is None] == []
    assert [word for word in states if read_state(word) is None] == []
    assert len(kinds) == len(Measure) and len(states) == 5


@pytest.mark.parametrize("label", ["增减", "±", "比上年增减", "同比±", "比上年±", "Growth on a year earlier"])
def test_growth_goes_by_many_words(label):
    assert read_measure(label) is Measure.GROWTH
