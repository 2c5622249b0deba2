"""What a person who can act on an error gets to read."""

from __future__ import annotations

import inspect

from indicators import errors
from indicators.errors import IndicatorsError, InputRefused, UnknownName, describe
from indicators.model import Fault

LEAD = Fault("targets.csv", 3, "lead", "市商委", "one of fagai, shangwu")
FILE = Fault("areas.csv", None, "", "no such file", "a CSV table in UTF-8")


def test_a_fault_says_where_what_was_found_and_what_is_allowed():
    assert describe(LEAD) == "targets.csv, row 3, lead: found '市商委', allowed: one of fagai, shangwu"


def test_a_fault_of_a_whole_file_names_no_row():
    assert describe(FILE) == "areas.csv: found 'no such file', allowed: a CSV table in UTF-8"


def test_a_refusal_carries_every_fault():
    refusal = InputRefused([LEAD, FILE])
    assert refusal.faults == (LEAD, FILE)
    assert str(refusal).splitlines() == [describe(LEAD), describe(FILE)]


def test_an_unknown_name_comes_with_the_near_ones():
    problem = UnknownName("area", "遵义", ["贵州省", "遵义市", "遵义都市圈"])
    assert problem.near == ["遵义市", "遵义都市圈"]
    assert str(problem) == "area '遵义' is unknown; near: 遵义市, 遵义都市圈"


def test_where_no_name_is_near_some_are_shown():
    assert UnknownName("area", "q", ["b", "a", "d", "c"]).near == ["a", "b", "c"]
    assert UnknownName("area", "q", []).near == []


def test_the_tree_of_exceptions_is_drawn_in_full():
    for name, kind in inspect.getmembers(errors, inspect.isclass):
        if issubclass(kind, Exception):
            assert issubclass(kind, IndicatorsError), name
            assert name in str(errors.__doc__), f"{name} is missing from the docstring"
