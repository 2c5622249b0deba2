"""Packages are looked through before anything opens them."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from etl.readers import archive as module
from etl.readers import limits
from etl.readers.archive import looked_through
from etl.readers.document import FileRefused
from tests.etl.readers.books import SHEET, archive, book, changed, packed, replaced

BOOK = packed(book())
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(FileRefused) as refused:
        looked_through(data, "x.xlsx")
    return refused.value.remark.check, refused.value.remark.found


def test_a_workbook_is_scanned_and_repacked_without_what_holds_no_cells():
    extra = {
        "xl/media/image1.png": b"\x89PNG",
        "xl/embeddings/oleObject1.bin": b"PK",
        "xl/drawings/drawing1.xml": b"<a/>",
    }
    found = looked_through(changed(BOOK, extra), "x.xlsx")
    assert (found.scans[SHEET].rows, found.scans[SHEET].columns) == (3, 5)
    kept = zipfile.ZipFile(io.BytesIO(found.data)).namelist()
    assert SHEET in kept and not set(extra) & set(kept) and set(extra) < set(found.names)


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"上报.csv": b"a,b"}, "ZIP"),
        ({"上报.xlsx": BOOK}, "ZIP"),
        ({"word/document.xml": b"<a/>"}, "DOCX"),
        ({"ppt/presentation.xml": b"<a/>"}, "PPTX"),
        ({"content.xml": b"<a/>", "META-INF/manifest.xml": b"<a/>"}, "ODS"),
        ({"xl/workbook.bin": b"x"}, "XLSB"),
    ],
)
def test_other_packages_are_named(parts, what):
    assert refusal(archive(parts)) == ("not_a_table", what)


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml"])
def test_macros_are_refused(part):
    assert refusal(changed(BOOK, {part: b"x"}))[0] == "macro_file"


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/styles.xml", "[Content_Types].xml"])
def test_a_document_type_is_refused_in_every_part(part):
    assert refusal(changed(BOOK, {part: lambda old: LAUGHS.encode() + old}))[0] == "hostile_xml"


def test_a_document_type_in_utf16_is_refused_too():
    hidden = f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}<x>&b;</x>'.encode("utf-16")
    assert refusal(changed(BOOK, {SHEET: hidden}))[0] == "hostile_xml"


@pytest.mark.parametrize(
    "data",
    [
        BOOK[: len(BOOK) // 2],
        BOOK[:-30],
        b"PK\x03\x04" + b"\0" * 100,
        changed(BOOK, {SHEET: b"<worksheet"}),
        changed(BOOK, {SHEET: replaced('r="A1"', 'r="A9999999"')}),
        changed(BOOK, {SHEET: replaced('r="A1"', 'r="ZZZZ1"')}),
    ],
    ids=["half", "no end", "no directory", "no XML", "row beyond", "column beyond"],
)
def test_what_does_not_hold_together_is_refused(data):
    assert refusal(data)[0] == "broken_workbook"


def test_two_parts_of_one_name_are_refused():
    stream = io.BytesIO(BOOK)
    with zipfile.ZipFile(stream, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr(SHEET, "<worksheet/>")
    assert refusal(stream.getvalue())[0] == "broken_workbook"


def test_a_package_with_a_password_is_refused():
    data = bytearray(BOOK)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        data[place + offset] |= 1
    assert refusal(bytes(data))[0] == "broken_workbook"


@pytest.mark.parametrize(
    ("limit", "value"), [("XLSX_UNPACKED", 1000), ("XLSX_ELEMENTS", 20), ("XLSX_PARTS", 3), ("XLSX_RATIO", 0)]
)
def test_beyond_a_limit_it_is_refused(monkeypatch, limit, value):
    monkeypatch.setattr(limits, "RATIO_FREE", 100)
    monkeypatch.setattr(limits, limit, value)
    assert refusal(BOOK)[0] == "too_large_unpacked"


def test_within_the_limits_it_is_read(monkeypatch):
    sizes = [part.file_size for part in zipfile.ZipFile(io.BytesIO(BOOK)).infolist()]
    elements = sum(scan.elements for scan in looked_through(BOOK, "x").scans.values())
    monkeypatch.setattr(limits, "XLSX_UNPACKED", sum(sizes))
    monkeypatch.setattr(limits, "XLSX_ELEMENTS", elements)
    monkeypatch.setattr(limits, "XLSX_PARTS", len(sizes))
    assert looked_through(BOOK, "x")
    monkeypatch.setattr(limits, "XLSX_ELEMENTS", elements - 1)
    assert refusal(BOOK)[0] == "too_large_unpacked"


def test_a_zip_bomb_is_refused_by_what_its_list_says():
    bomb = changed(BOOK, {"xl/sharedStrings.xml": b"<sst>" + b" " * 30_000_000 + b"</sst>"})
    assert len(bomb) < 100_000
    assert refusal(bomb)[0] == "too_large_unpacked"


def test_a_list_that_lies_about_sizes_is_refused():
    bomb = bytearray(changed(BOOK, {SHEET: b"<worksheet>" + b" " * 5_000_000 + b"</worksheet>"}))
    place = bomb.find(SHEET.encode(), bomb.find(b"PK\x01\x02")) - 46
    bomb[place + 24 : place + 28] = struct.pack("<I", 1000)
    assert refusal(bytes(bomb))[0] == "broken_workbook"


def test_a_list_longer_than_any_workbooks_is_not_read(monkeypatch):
    monkeypatch.setattr(module, "DIRECTORY_BYTES", 100)
    assert refusal(BOOK)[0] == "too_large_unpacked"
