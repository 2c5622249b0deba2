"""Names are made plain, sizes looked at, and content decides."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.readers import limits
from etl.readers.files import plain_name, read_document
from tests.etl.readers.books import book, packed
from tests.etl.readers.laid import LONG, refused, said

BOOK = packed(book())


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("2024年统计年报.csv", "2024年统计年报.csv"),
        ("遵义 市（终稿）.xlsx", "遵义 市（终稿）.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\统计\\上报.csv", "上报.csv"),
        ("<img src=x onerror=alert(1)>.csv", "_img src_x onerror_alert_1__.csv"),
        ("[链接](javascript:x).csv", "x_.csv"),
        ("a\u202evsc.exe", "avsc.exe"),
        ("a\0b\nc.csv", "abc.csv"),
        ("...", "file"),
        ("", "file"),
        (".csv", "csv"),
    ],
)
def test_a_name_keeps_its_last_part_in_plain_characters(name, plain):
    assert plain_name(name) == plain


@given(st.text())
def test_no_name_leads_out_of_a_folder(name):
    plain = plain_name(name)
    assert (
        plain and not set(plain) & set("/\\<>\0\n`") and plain.strip(".") and len(plain) <= limits.NAME_LENGTH
    )


def test_a_long_name_keeps_its_extension():
    assert plain_name("年" * 500 + ".csv") == "年" * 116 + ".csv"


def test_a_document_says_what_the_file_was():
    data = LONG.replace(",", ";").encode("gbk")
    found = read_document(data, "上报.csv")
    assert (found.file, found.format, found.encoding, found.separator) == ("上报.csv", "csv", "GB18030", ";")
    assert (found.size, found.sha256) == (len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("name", "remarks"),
    [
        ("上报.xlsx", []),
        ("上报.XLSX", []),
        ("上报.csv", ["note wrong_extension - -"]),
        ("上报.xls", ["note wrong_extension - -"]),
        ("上报", ["note wrong_extension - -"]),
    ],
)
def test_a_workbook_is_one_by_its_content(name, remarks):
    found = read_document(packed(book()), name)
    assert (found.format, said(found.remarks)) == ("xlsx", remarks)


def test_a_text_with_traces_of_a_wrong_encoding_is_read_with_a_warning():
    assert said(read_document("指标,数值\n鍦板尯,1\n".encode(), "a.csv").remarks) == ["warning mojibake - 1"]


@pytest.mark.parametrize(("limit", "data"), [("CSV_BYTES", LONG.encode()), ("XLSX_BYTES", packed(book()))])
def test_a_file_may_be_as_large_as_the_limit(monkeypatch, limit, data):
    monkeypatch.setattr(limits, limit, len(data))
    assert refused(data) == ""
    monkeypatch.setattr(limits, limit, len(data) - 1)
    assert refused(data) == "file_too_large"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    assert refused(data) or read_document(data, "x").sheets


@given(st.data())
def test_a_workbook_damaged_anywhere_is_read_or_refused(data):
    whole = bytearray(BOOK)
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert refused(bytes(whole)) or read_document(bytes(whole), "x").sheets
