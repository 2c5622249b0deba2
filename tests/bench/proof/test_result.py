"""What is written down, and how."""

from __future__ import annotations

import json

from bench.proof.result import rounded, write


def test_fractions_are_rounded_to_what_means_something_wherever_they_stand():
    assert rounded({"a": 0.123456, "b": [(1234.56, 3)], "c": "0.123456", "d": 7}) == {
        "a": 0.1235,
        "b": [[1235.0, 3]],
        "c": "0.123456",
        "d": 7,
    }


def test_what_is_written_is_read_back_in_the_same_order(tmp_path):
    found = {
        "method": "x 1",
        "rows": [{"b": 1, "a": 2}, {"b": 3, "a": 4}],
        "reliability": {"ours": [[0.1, 0.2, 3]]},
    }
    write(found, tmp_path / "result.json")
    text = (tmp_path / "result.json").read_text()
    assert json.loads(text) == found
    assert [list(row) for row in json.loads(text)["rows"]] == [["b", "a"]] * 2
    assert '\n {"b": 1, "a": 2},\n' in text, "a line a row, so that a change shows as one"
