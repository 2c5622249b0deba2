"""What a file is, whatever it is called."""

from __future__ import annotations

import pytest

from etl.readers.kinds import kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \r\n,,;\t", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"a", "csv"),
        ("指标,数值".encode("utf-16"), "csv"),
        ("指标,数值".encode("gbk"), "csv"),
        (b"PK\x03\x04....", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_excel"),
        (b"  <!DOCTYPE HTML><p>", "markup"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "XML"),
        (b"<5,\xb5\xc4", "csv"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "7Z"),
        (b"Rar!\x1a\x07\x01\0", "RAR"),
        (b"BM\x36\0\0\0", "BMP"),
        (b"BMI,1\n", "csv"),
        (b"MZ\x90\0", "EXE"),
        (b"a,b\0c", "BINARY"),
        (b"SQLite format 3\0", "SQLite"),
    ],
)
def test_a_file_is_known_by_its_content(data, what):
    assert kind(data) == what
