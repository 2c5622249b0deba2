"""The bundled fonts can write everything the product says."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from indicators.report.fonts.make_fonts import DRAWN, HERE, SUBSCRIPTS, gbk, kept

ROOT = Path(__file__).parents[4]
FILES = sorted(path.name for path in HERE.glob("NotoSansSC-*"))
MARKS = "✔▲◆▼✖–○●▷⫽│½≥≤×÷−·…“”‘’′″—→←↑↓℃²³《》、。,:;"


@pytest.fixture(scope="module", params=FILES)
def written(request: pytest.FixtureRequest) -> set[int]:
    return set(TTFont(HERE / request.param).getBestCmap())


def test_two_weights_in_two_formats() -> None:
    weights, kinds = ("Bold", "Regular"), ("ttf", "woff2")
    assert [f"NotoSansSC-{weight}.{kind}" for weight in weights for kind in kinds] == FILES


def test_weights_are_what_they_say() -> None:
    weights = {name: TTFont(HERE / name)["OS/2"].usWeightClass for name in FILES}
    assert {name.split("-")[1].split(".")[0]: weight for name, weight in weights.items()} == {
        "Bold": 700,
        "Regular": 400,
    }


def test_marks_and_rare_characters_of_names(written: set[int]) -> None:
    assert missing(MARKS + "镕堃璟", written) == ""


def test_all_of_gbk_but_one_sign(written: set[int]) -> None:
    """The published font has no ≒."""
    assert missing("".join(gbk()), written) == "≒"


@pytest.mark.parametrize("place", ["indicators/words/*.yml", "data/**/*.csv"])
def test_everything_the_product_says(written: set[int], place: str) -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob(place))
    assert missing(said, written) == ""


def test_drawn_marks_have_outlines() -> None:
    font = TTFont(HERE / "NotoSansSC-Regular.ttf")
    glyphs = {code: font["glyf"][font.getBestCmap()[code]] for code in DRAWN}
    assert {code: glyph.numberOfContours for code, glyph in glyphs.items()} == {
        ord("✔"): 1,
        ord("✖"): 1,
        ord("⫽"): 2,
    }


def test_subscripts_are_small_digits() -> None:
    font = TTFont(HERE / "NotoSansSC-Regular.ttf")
    advance = {sign: font["hmtx"][font.getBestCmap()[ord(sign)]][0] for sign in "2₂"}
    assert advance["₂"] == round(0.6 * advance["2"])
    assert {chr(code) for code in SUBSCRIPTS} == set("₀₁₂₃₄₅₆₇₈₉")


def test_licence_lies_beside() -> None:
    assert "SIL Open Font License, Version 1.1" in (HERE / "OFL.txt").read_text(encoding="utf-8")


def test_kept_characters_include_gbk_and_latin() -> None:
    assert {ord("A"), ord("é"), ord("镕"), ord("2")} <= kept()
    assert 0xE000 not in kept()


def missing(text: str, written: set[int]) -> str:
    return "".join(sorted({sign for sign in text if sign not in "\n\r\t\ufeff" and ord(sign) not in written}))
