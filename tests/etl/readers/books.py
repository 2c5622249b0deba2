"""Workbooks as people send them, and as nobody should."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

ROWS = (
    ("指标", "地区", "年份", "数值", "单位"),
    ("地区生产总值", "遵义市", 2024, 5200.1, "亿元"),
    ("常住人口", "遵义市", 2024, 658.2, "万人"),
)
SHEET = "xl/worksheets/sheet1.xml"


def book(
    rows: Iterable[Iterable[object]] = ROWS, name: str = "上报", dress: Callable = lambda page: None
) -> Workbook:
    """One sheet of some rows; `dress` does the rest."""
    made = Workbook()
    page: Worksheet = made.active
    page.title = name
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row, start=1):
            page.cell(number, place, cell)
    dress(page)
    return made


def packed(made: Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """The same package with other or further parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys((*old.namelist(), *parts)):
            now = old.read(name) if name in old.namelist() else b""
            change = parts.get(name, now)
            new.writestr(name, change if isinstance(change, bytes) else change(now))
    return stream.getvalue()


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(part: bytes) -> bytes:
        assert old.encode() in part, part
        return part.replace(old.encode(), new.encode())

    return change


def archive(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()
