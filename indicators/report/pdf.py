"""Document → PDF and pictures of its pages, by typst: no browser, no fonts but the bundled ones, no markup.

Archivable (PDF/A-2b) and accessible (PDF/UA-1, so tagged). The same document gives the same bytes: nothing
in a file says when or where it was made.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators import palette
from indicators.report.captions import FONTS
from indicators.report.document import Document, as_json, fingerprint, texts
from indicators.report.glyphs import check

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).parent / "template"
STANDARDS = ["a-2b", "ua-1"]
COLOURS = ("INK", "SECONDARY", "EARLIER", "HAIRLINE", "PAGE", "PANEL", "ACCENT", "MUTED", "MUTED_BAND")
PREVIEW_DOTS = 96
"""Dots an inch of a picture of a page: readable on a screen, some 100 KB each."""


def compiled(document: Document) -> bytes:
    """The PDF. Raises GlyphMissing."""
    return bytes(_set(document, format="pdf", pdf_standards=STANDARDS))


def pictures(document: Document, dots: int = PREVIEW_DOTS) -> tuple[bytes, ...]:
    """Every page as PNG. Raises GlyphMissing."""
    pages = _set(document, format="png", ppi=dots)
    return tuple(pages) if isinstance(pages, list) else (pages,)


def _set(document: Document, **options: Any) -> Any:
    """Everything from outside reaches the template as JSON, whose strings it only ever sets as text."""
    from typst import Compiler

    check(texts(document))
    colours = {name.lower(): getattr(palette, name) for name in COLOURS}
    inputs = {
        "document": as_json(document),
        "fingerprint": fingerprint(document),
        "colours": json.dumps(colours),
    }
    made = datetime.combine(document.as_of, time(), UTC)
    compiler = Compiler(TEMPLATE / "report.typ", root=TEMPLATE, font_paths=_fonts(), ignore_system_fonts=True)
    return compiler.compile(sys_inputs=inputs, timestamp=made, **options)


@cache
def _fonts() -> typst.Fonts:
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
