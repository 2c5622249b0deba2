"""Makes the bundled fonts from the published ones; run by hand, once, see README.md beside it.

    npm pack @expo-google-fonts/noto-sans-sc && tar xzf expo-google-fonts-noto-sans-sc-*.tgz
    python indicators/report/fonts/make_fonts.py package

Kept are GBK (GB 2312 lacks 镕 堃 璟), the Latin letters of Europe and the symbols of the BMP that the font
has. Drawn here are the marks it lacks (a phone would otherwise show its own coloured ✔ and ✖) and, from its
digits, ₀ to ₉ (CO₂).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SOURCES = {"Regular": "400Regular", "Bold": "700Bold"}
BLOCKS = (
    (0x0020, 0x017F),  # Latin
    (0x2000, 0x2BFF),  # punctuation, super- and subscripts, currencies, arrows, mathematics, shapes, marks
    (0x3000, 0x303F),  # Chinese punctuation
    (0xFE30, 0xFE4F),  # the same, upright
    (0xFF00, 0xFFEF),  # full width
)
LIKE = 0x25B2
"""▲, whose vertical metrics the drawn marks share."""
Contour = tuple[tuple[int, int], ...]
CHECK: Contour = ((80, 350), (190, 460), (385, 265), (810, 690), (920, 580), (385, 45))
CROSS: Contour = (
    *((180, 560), (320, 700), (500, 520), (680, 700), (820, 560), (640, 380)),
    *((820, 200), (680, 60), (500, 240), (320, 60), (180, 200), (360, 380)),
)
SLASH: Contour = ((60, -80), (290, 820), (350, 820), (120, -80))
SECOND_SLASH: Contour = tuple((x + 170, y) for x, y in SLASH)
DRAWN: dict[int, tuple[int, tuple[Contour, ...]]] = {
    0x2714: (1000, (CHECK,)),
    0x2716: (1000, (CROSS,)),
    0x2AFD: (580, (SLASH, SECOND_SLASH)),
}
"""Code point → advance and outlines, in thousandths of the type size."""
SUBSCRIPTS = {0x2080 + digit: str(digit) for digit in range(10)}
SUBSCRIPT_SIZE, SUBSCRIPT_DROP = 0.6, 120


def kept() -> set[int]:
    """Every code point to keep."""
    blocks = chain.from_iterable(range(first, last + 1) for first, last in BLOCKS)
    return {*blocks, *map(ord, gbk())}


def gbk() -> Iterator[str]:
    """Every character of GBK, private use left out."""
    for high in range(0x81, 0xFF):
        for low in range(0x40, 0xFF):
            character = bytes((high, low)).decode("gbk", errors="ignore")
            if len(character) == 1 and ord(character) > 0x7F:
                yield character


def subset(font: TTFont) -> None:
    """Drop all glyphs but the kept ones; layout features and names stay."""
    subsetter = Subsetter(Options(layout_features=["*"], name_IDs=["*"]))
    subsetter.populate(unicodes=kept())
    subsetter.subset(font)


def draw(font: TTFont) -> None:
    """Add the drawn marks and the subscripts."""
    for code, (advance, contours) in DRAWN.items():
        pen = TTGlyphPen(None)
        for first, *rest in contours:
            pen.moveTo(first)
            for point in rest:
                pen.lineTo(point)
            pen.closePath()
        add(font, code, pen, advance)
    for code, digit in SUBSCRIPTS.items():
        name, pen = font.getBestCmap()[ord(digit)], TTGlyphPen(font.getGlyphSet())
        pen.addComponent(name, (SUBSCRIPT_SIZE, 0, 0, SUBSCRIPT_SIZE, 0, -SUBSCRIPT_DROP))
        add(font, code, pen, round(font["hmtx"][name][0] * SUBSCRIPT_SIZE))


def add(font: TTFont, code: int, pen: TTGlyphPen, advance: int) -> None:
    """Add one glyph: outline, metrics and code point."""
    name, glyph = f"uni{code:04X}", pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)
    font["vmtx"][name] = font["vmtx"][font.getBestCmap()[LIKE]]
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap[code] = name


def main(package: Path) -> None:
    """Write NotoSansSC-Regular and -Bold, each as .ttf (report) and .woff2 (screen)."""
    for weight, source in SOURCES.items():
        font = TTFont(package / source / f"NotoSansSC_{source}.ttf")
        subset(font)
        draw(font)
        font.save(HERE / f"NotoSansSC-{weight}.ttf")
        font.flavor = "woff2"
        font.save(HERE / f"NotoSansSC-{weight}.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
