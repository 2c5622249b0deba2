from __future__ import annotations

import pytest

from etl.examine.states import FLAG_WORDS, in_future, read_state
from etl.harmonise import FLAGS
from etl.vocabulary import APPROXIMATE, PRELIMINARY, STATE_WORDS, State
from indicators.model import Measure, Status


@pytest.mark.parametrize(
    ("label", "state"),
    [
        ("", State(Status.PUBLISHED)),
        ("正式", State(Status.PUBLISHED)),
        ("（初步数）", State(Status.PUBLISHED, PRELIMINARY)),
        ("快报", State(Status.PUBLISHED, PRELIMINARY)),
        ("Preliminary", State(Status.PUBLISHED, PRELIMINARY)),
        ("预计", State(Status.EXPECTED)),
        ("以上", State(Status.LOWER_BOUND)),
        ("修订数", State(Status.PUBLISHED)),
        ("r", State(Status.PUBLISHED)),
        ("Revised", State(Status.PUBLISHED)),
        ("已审核", None),
    ],
)
def test_a_status_is_read_by_its_word(label, state):
    assert read_state(label) == state


def test_every_status_has_a_word_and_its_own_code_is_one():
    assert {state.status for state in STATE_WORDS} == {*Status}
    assert [
        status for status in Status if getattr(read_state(status.value), "status", None) is not status
    ] == []


def test_flags_are_those_that_the_store_knows():
    assert {flag for words in FLAG_WORDS for flag in words.split(";") if flag} <= {*FLAGS}
    assert FLAG_WORDS[PRELIMINARY] == "preliminary"
    assert FLAG_WORDS[APPROXIMATE] == "approximate"
    assert FLAG_WORDS[PRELIMINARY | APPROXIMATE].split(";") == ["approximate", "preliminary"]


def test_only_expectations_and_work_targets_speak_of_the_future():
    allowed = [(measure, status) for measure in Measure for status in Status if in_future(measure, status)]
    assert (Measure.LEVEL, Status.PUBLISHED) not in allowed
    assert (Measure.WORK_TARGET, Status.PUBLISHED) in allowed
    assert (Measure.LEVEL, Status.EXPECTED) in allowed
