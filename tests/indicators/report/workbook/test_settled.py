"""A workbook without the time of its making."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from openpyxl import Workbook

from indicators.report.workbook.settled import settled


def test_when_it_was_made_leaves_no_trace():
    books = [Workbook() for _ in range(2)]
    books[1].properties.created = datetime(2001, 2, 3)
    first, second = (settled(book) for book in books)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert parts.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2
