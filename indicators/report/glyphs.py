"""Whether the bundled fonts can draw a text: typst itself would set a white box and say nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from indicators.errors import GlyphMissing
from indicators.report.captions import FONTS


def check(texts: Iterable[str]) -> None:
    """Raises GlyphMissing with the first character that one of the fonts lacks, and the text it is in."""
    known = drawable()
    for text in texts:
        for sign in text:
            if sign not in known:
                raise GlyphMissing(sign, text)


@cache
def drawable() -> frozenset[str]:
    """Every character that is in all bundled fonts."""
    from matplotlib.font_manager import get_font

    fonts = [get_font(path).get_charmap() for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset(chr(code) for code in set.intersection(*map(set, fonts)))
