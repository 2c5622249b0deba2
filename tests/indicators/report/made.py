"""Reports made from the real plan on a fixed day, and their PDFs read back; for the tests of reports."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path

from pypdf import PdfReader

from indicators.assessment import assess_all
from indicators.report.document import Document
from indicators.report.material import Material
from indicators.report.pdf import compiled
from indicators.store.reader import Store
from indicators.store.view import open_plan, view

AS_OF = date(2026, 6, 30)


@cache
def real(warehouse: Path, lang: str = "zh", plan: str | None = None, as_of: date = AS_OF) -> Material:
    """A plan of a store as judged on a day."""
    store = Store.open(warehouse)
    shown = view(store, open_plan(store, plan), as_of)
    found = assess_all(shown.plan, shown.book, as_of)
    return Material(shown.reading(lang), found, shown.book, shown.observations, as_of, shown.snapshot)


@cache
def read_back(document: Document) -> PdfReader:
    """The PDF of a document, opened."""
    return PdfReader(io.BytesIO(compiled(document)))


def said(document: Document) -> str:
    """All text of the PDF of a document, as a reader would search it: without white space."""
    return folded("".join(page.extract_text() for page in read_back(document).pages))


def folded(text: str) -> str:
    """Without white space, which a line's end may put anywhere."""
    return "".join(text.split())
