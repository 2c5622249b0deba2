"""Files as rows of cells, the publisher's words kept."""

from __future__ import annotations

import pytest

from etl.readers import read_long
from indicators.errors import InputRefused
from indicators.model import Fault


def read(folder, text, encoding="utf-8"):
    path = folder / "公报.csv"
    path.write_bytes(text.encode(encoding))
    faults: list[Fault] = []
    cells = read_long(path, "area value", faults)
    return [(one.file, one.number, one.row) for one in cells], faults


def test_a_row_keeps_its_words_its_file_and_its_number_in_a_spreadsheet(tmp_path):
    rows, faults = read(tmp_path, "area,value\n遵义市,约 5027\n仁怀市,\n", "utf-8-sig")
    assert rows == [
        ("公报.csv", 2, {"area": "遵义市", "value": "约 5027"}),
        ("公报.csv", 3, {"area": "仁怀市", "value": ""}),
    ]
    assert not faults


def test_a_column_too_many_and_one_too_few_are_both_named(tmp_path):
    _, faults = read(tmp_path, "area,数值\n遵义市,1\n")
    assert faults == [
        Fault("公报.csv", 1, "value", "no such column", "this column"),
        Fault("公报.csv", 1, "数值", "数值", "one of area, value"),
    ]


def test_a_file_without_rows_has_none(tmp_path):
    assert read(tmp_path, "area,value\n") == ([], [])


def test_a_file_in_another_encoding_is_refused_as_a_whole(tmp_path):
    with pytest.raises(InputRefused) as refused:
        read(tmp_path, "area,value\n遵义市,1\n", "gbk")
    (fault,) = refused.value.faults
    assert (fault.file, fault.row, fault.allowed) == ("公报.csv", None, "a CSV table in UTF-8")
