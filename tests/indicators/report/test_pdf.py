"""The PDF itself: archivable, tagged, searchable, the same bytes, and closed to what stands in the data."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from indicators.errors import GlyphMissing
from indicators.report.blocks import Column, Facts, Heading, Prose, Table, Tags
from indicators.report.document import Document
from indicators.report.outline import gap_report
from indicators.report.pdf import compiled, pictures
from indicators.rows.facts import Fact
from tests.indicators.report.made import folded, read_back, real, said

PLAIN = Document(
    lang="zh",
    title="缺口报告",
    about=("规划",),
    running="缺口报告",
    mark="",
    trace="数据版本 abc",
    of_pages="第{page}页，共{pages}页",
    as_of=date(2026, 6, 30),
    blocks=(Heading(1, "结论"), Prose(("城镇化率难以实现。",))),
)
HOSTILE = (
    '#panic("x")',
    '#read("/etc/passwd")',
    "$x^2$",
    "*strong* _emph_ `raw`",
    "</script><script>alert(1)</script>",
    "= heading",
    "] } ) \\ \\u{41}",
    "{{ 7 * 7 }} {page} {pages}",
    "@label <label>",
    "// comment /* comment */",
)


def root(document):
    return read_back(document).trailer["/Root"]


def test_it_is_pdf_a_2b_and_pdf_ua_1():
    described = root(PLAIN)["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in described
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in described
    assert "<pdfuaid:part>1</pdfuaid:part>" in described


@pytest.mark.parametrize(("lang", "told"), [("zh", "zh-CN"), ("en", "en-GB")])
def test_it_is_tagged_and_says_its_language_and_title(lang, told):
    document = replace(PLAIN, lang=lang)
    assert root(document)["/MarkInfo"]["/Marked"] is not None
    assert "/StructTreeRoot" in root(document)
    assert root(document)["/Lang"] == told
    assert read_back(document).metadata.title == "缺口报告"


def test_headings_are_bookmarks():
    assert [one.title for one in read_back(PLAIN).outline] == ["结论"]


def test_every_font_is_a_bundled_one_embedded_as_a_subset(warehouse):
    document = gap_report(real(warehouse), ("fagai",))
    fonts = {}
    for page in read_back(document).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[below["/BaseFont"]] = "/FontFile2" in below["/FontDescriptor"].get_object()
    names = {name.partition("+")[2] for name in fonts}
    assert names == {"NotoSansSC-Regular", "NotoSansSC-Bold"}
    assert all(fonts.values())
    assert len(compiled(document)) < 1_000_000


def test_the_same_document_gives_the_same_bytes(warehouse):
    document = gap_report(real(warehouse), ("renshe",))
    assert compiled(document) == compiled(document)


def test_twenty_at_once_give_what_one_gives(warehouse):
    document = gap_report(real(warehouse), ("jiaotong",))
    alone = compiled(document)
    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(lambda _: compiled(document), range(20))) == {alone}


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_text_is_markup_or_code(text):
    document = replace(
        PLAIN,
        title=text,
        about=(text,),
        running=text,
        trace=text,
        blocks=(
            Heading(1, text, text),
            Prose((text,)),
            Facts((Fact(text, text, text),)),
            Tags(((text, text),)),
            Table((Column(text),), ((text,),)),
        ),
    )
    assert said(document).count(folded(text)) == 13


def test_rare_characters_of_names_are_drawn():
    assert "镕堃璟" in said(replace(PLAIN, blocks=(Prose(("镕堃璟",)),)))


@pytest.mark.parametrize("place", ["title", "trace"])
def test_a_character_without_a_glyph_is_an_error_and_no_white_box(place):
    with pytest.raises(GlyphMissing, match="U\\+1F600") as problem:
        compiled(replace(PLAIN, **{place: "统计表😀.xlsx"}))
    assert (problem.value.sign, problem.value.text) == ("😀", "统计表😀.xlsx")


def test_invented_figures_are_marked_on_every_page():
    document = replace(PLAIN, mark="演练数据", blocks=tuple(Prose(("字" * 900,)) for _ in range(4)))
    pages = read_back(document).pages
    assert len(pages) > 1
    assert all("演练数据" in page.extract_text() for page in pages)


def test_every_page_has_its_number_the_data_version_and_the_fingerprint():
    document = replace(PLAIN, blocks=tuple(Prose(("字" * 900,)) for _ in range(4)))
    pages = read_back(document).pages
    for number, page in enumerate(pages, start=1):
        text = folded(page.extract_text())
        assert f"第{number}页，共{len(pages)}页" in text
        assert "数据版本abc" in text
        assert read_back(document).metadata["/Keywords"] in text


def test_heads_of_tables_are_repeated():
    table = Table((Column("列名"), Column("值", 0.0, number=True)), tuple(("行", "1") for _ in range(120)))
    pages = read_back(replace(PLAIN, blocks=(table,))).pages
    assert len(pages) > 1
    assert all("列名" in page.extract_text() for page in pages)


def test_a_long_cell_goes_on_over_the_page():
    text = "很长的说明" * 1500
    document = replace(PLAIN, blocks=(Table((Column("列名"),), ((text,),)),))
    assert said(document).count("很长的说明") > 1490
    assert len(read_back(document).pages) > 1


def test_what_is_to_fit_fits_one_page():
    table = Table((Column("列名"),), tuple((f"行{at}",) for at in range(62)))
    assert len(read_back(replace(PLAIN, blocks=(table,), fit=True)).pages) == 1
    assert len(read_back(replace(PLAIN, blocks=(table,))).pages) == 2


def test_pages_are_pictures_too():
    (page,) = pictures(PLAIN, dots=72)
    assert Image.open(io.BytesIO(page)).size == (595, 842)
