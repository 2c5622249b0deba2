"""How firm a figure is: words of a status column and marks in cells → status and flags."""

from __future__ import annotations

import re
import unicodedata

from etl.vocabulary import STATES, State
from indicators.model import Measure, Status
from indicators.series import USABLE

STATUSES = tuple(Status)
FLAG_WORDS = ["", "preliminary", "approximate", "approximate;preliminary"]
"""The flags of a figure by the sum of its marks."""
ASIDE = tuple(int(status not in USABLE) for status in STATUSES)
"""Whether a status makes a figure stand aside, in the order of STATUSES."""


BRACKETS = re.compile(r"[()\[\]【】\s]")


def read_state(label: str) -> State | None:
    """A status column's word; published where blank, None where it is not known."""
    word = BRACKETS.sub("", unicodedata.normalize("NFKC", label)).casefold()
    return _KNOWN.get(word)


def in_future(measure: Measure, status: Status) -> bool:
    """Whether such a figure may speak of a year that is not over."""
    return measure is Measure.WORK_TARGET or status is Status.EXPECTED


_KNOWN = STATES | {"": State(Status.PUBLISHED)}
