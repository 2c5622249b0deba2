"""The picture of one target draws the screen's rows and nothing else."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from warnings import catch_warnings, simplefilter
from xml.etree import ElementTree

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from indicators import palette
from indicators.report.captions import FONTS
from indicators.report.charts import endings, picture, sketch, slide, vector
from indicators.report.glyphs import drawable
from indicators.rows.shapes import Cut, FanYear, Span
from tests.indicators.figures.invented import EMPTY, URBAN, marks
from tests.indicators.report.reading import boxes, colour, lines, points, said, texts

pytestmark = pytest.mark.filterwarnings("error::UserWarning")
"""matplotlib warns of a sign that the font lacks, and draws a box."""

SOURCE = "来源:统计公报"
LONG = "全市城镇常住居民人均可支配收入与农村常住居民人均可支配收入之比,按当前态势预计难以达到目标,"
CROWDED = replace(
    URBAN,
    title=LONG * 9,
    subtitle=LONG * 3,
    latest_label="2024年 58.0公里/百平方公里与一个写得很长的单位",
    spans=(Span(2018, 2018, "一个写得很长的名称"), *URBAN.spans, Span(2023, 2023, "又一个写得很长的名称")),
    cuts=(Cut(2019, "口径改变"), Cut(2020, LONG * 2)),
)
ENGLISH = replace(
    URBAN,
    title="Urbanisation rate: on the current course about 58.9% by 2025, missing the target of 70% by 11.1 "
    "percentage points; a rise of 12 percentage points is needed in 2025 alone",
    latest_label="2024: 58.0 km per 100 km²",
    target_label="Target 70 km per 100 km²",
    cuts=(Cut(2020, "After the 2020 census; not comparable with earlier years"),),
)
ALONE = replace(EMPTY, history=marks(y2024=58.0))
NO_HISTORY = replace(URBAN, history=(), earlier=(), required_from_now=(), fan=(), cuts=())
NO_TARGET = replace(URBAN, target=None, required=(), required_from_now=())


def fonts_of(part):
    """Names of the fonts of a page or of a drawing in it."""
    resources = part.get("/Resources", {})
    own = [font.get_object()["/BaseFont"] for font in resources.get("/Font", {}).values()]
    inner = [one.get_object() for one in resources.get("/XObject", {}).values()]
    return {*own, *(name for one in inner for name in fonts_of(one))}


def drawn(rows=URBAN):
    return slide(rows, SOURCE)


def fans(figure):
    """The fan's areas, in drawing order."""
    return [area for area in figure.axes[0].collections if area.get_label() == "推算区间"]


def edges(area):
    """Lowest and highest value of an area in 2025."""
    levels = [float(level) for year, level in area.get_paths()[0].vertices if year == 2025]
    return min(levels), max(levels)


def test_it_is_a_png_of_a_slides_size():
    png = picture(URBAN, SOURCE)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    with Image.open(BytesIO(png)) as image:
        assert image.size == (1600, 900)
        assert image.width / image.info["dpi"][0] == pytest.approx(13.33, abs=0.01)


def test_the_same_rows_give_the_same_bytes():
    assert picture(URBAN, SOURCE) == picture(URBAN, SOURCE)
    assert b"matplotlib" not in picture(URBAN, SOURCE).lower()


def test_readers_at_the_same_time_get_their_own_picture():
    rows = [URBAN, NO_TARGET, ALONE, ENGLISH]
    with ThreadPoolExecutor(4) as readers:
        assert list(readers.map(lambda one: picture(one, SOURCE), rows)) == [
            picture(one, SOURCE) for one in rows
        ]


def test_measured_values_are_ink_with_a_dotted_line_over_missing_years():
    _, gap, first, second = lines(drawn(), "实际")
    assert [points(line) for line in (first, second)] == [
        [(2020, 55.0), (2021, 56.0)],
        [(2023, 57.5), (2024, 58.0)],
    ]
    assert points(gap) == [(2021, 56.0), (2023, 57.5)]
    assert {colour(line) for line in (gap, first, second)} == {palette.INK}
    assert [line.is_dashed() for line in (gap, first, second)] == [True, False, False]
    assert [line.get_marker() for line in (gap, first, second)] == ["", "o", "o"]


def test_what_lies_before_a_break_is_lighter():
    earlier = lines(drawn(), "实际")[0]
    assert points(earlier) == [(2018, 51.0), (2019, 53.0)]
    assert colour(earlier) == palette.EARLIER


def test_the_required_path_is_dashed_and_the_one_from_now_dotted():
    (path,), (now,) = lines(drawn(), "时序路径"), lines(drawn(), "后续所需")
    assert points(path) == [(2020, 55.0), (2025, 70.0)]
    assert points(now) == [(2024, 58.0), (2025, 70.0)]
    assert {colour(path), colour(now)} == {palette.SECONDARY}
    assert (path.get_dash_capstyle(), now.get_dash_capstyle()) == ("butt", "round")
    assert path.is_dashed() and now.is_dashed()


def test_the_fan_is_paler_where_it_is_wider():
    outer, inner = fans(drawn())
    assert (edges(outer), edges(inner)) == ((57.0, 61.0), (58.0, 60.0))
    assert (colour(outer), colour(inner)) == (palette.FAN_80, palette.FAN_50)


def test_the_median_is_a_line_in_the_accent_with_dots_on_projected_years_only():
    (median,) = lines(drawn(), "2025年 58.9%")
    assert points(median) == [(2024, 58.0), (2025, 59.0)]
    assert colour(median) == palette.ACCENT
    assert median.get_markevery() == slice(1, None)


def test_the_target_is_a_short_thick_line_around_its_year():
    (target,) = lines(drawn(), "目标 70%")
    assert points(target) == [pytest.approx((2025 - 0.32, 70.0)), pytest.approx((2025 + 0.32, 70.0))]
    assert colour(target) == palette.INK
    assert target.get_linewidth() > max(line.get_linewidth() for line in lines(drawn(), "实际"))


@pytest.mark.parametrize(("first", "half"), [("y2020", 0.24), ("y2016", 0.35)])
def test_the_target_is_short_on_short_and_long_axes(first, half):
    rows = replace(EMPTY, history=marks(**{first: 58.0}), target=70.0)
    (target,) = lines(drawn(rows), "目标 —")
    assert points(target)[1][0] - 2025 == pytest.approx(half)


def test_everything_is_named():
    words = said(drawn())
    assert words[:3] == ["城镇化率:无法评估。", "单位:%", "来源:统计公报"]
    assert {"实际", "2024年 58.0%", "2025年 58.9%", "推算区间", "后续所需", "时序路径", "目标 70%"} < {*words}
    assert {"2020–2022 疫情", "⫽ 人口普查修订", "⫽"} < {*words}


def test_the_finding_is_bold():
    title, subtitle, *_ = texts(drawn())
    assert title.get_fontproperties().get_file().endswith("NotoSansSC-Bold.ttf")
    assert subtitle.get_fontproperties().get_file().endswith("NotoSansSC-Regular.ttf")
    assert title.get_fontsize() > subtitle.get_fontsize()


def test_every_line_is_labelled_at_its_end_with_a_sample_of_itself():
    ends = [(one.value, one.texts[-1], one.samples[0]["linewidth"]) for one in endings(URBAN)]
    widths = {line.get_label(): line.get_linewidth() for line in drawn().axes[0].lines}
    assert [(value, text) for value, text, _ in ends] == [
        (58.0, "2024年 58.0%"),
        (59.0, "2025年 58.9%"),
        (61.0, "推算区间"),
        (70.0, "后续所需"),
        (70.0, "时序路径"),
        (70.0, "目标 70%"),
    ]
    assert all(width == widths[text] for _, text, width in ends if text in widths)


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        (ALONE, ["2024年 58.0%"]),
        (NO_HISTORY, ["时序路径", "目标 70%"]),
        (NO_TARGET, ["2024年 58.0%", "2025年 58.9%", "推算区间"]),
        (replace(URBAN, fan=URBAN.fan[:1]), ["2024年 58.0%", "后续所需", "时序路径", "目标 70%"]),
    ],
)
def test_nothing_is_labelled_that_is_not_drawn(rows, labels):
    assert [one.texts[-1] for one in endings(rows)] == labels
    assert not {"2025年 58.9%", "推算区间", "目标 70%"}.difference(labels) & {*said(drawn(rows))}


def test_without_a_value_there_are_the_words_and_a_dash():
    empty = drawn(EMPTY)
    assert empty.axes == []
    assert said(empty) == ["城镇化率:无法评估。", "单位:%", "来源:统计公报", "—"]
    assert picture(EMPTY, "").startswith(b"\x89PNG")


@pytest.mark.parametrize("text", ["$x^2$", "$\\frac{1$", "<b>重</b> &", "a\\n_b^c{", "100 % #1"])
def test_texts_are_taken_literally(text):
    nasty = replace(
        URBAN,
        **dict.fromkeys(("title", "subtitle", "history_label", "target_label", "fan_label"), text),
        cuts=(Cut(2020, text),),
        spans=(Span(2020, 2022, text),),
    )
    figure = slide(nasty, text)
    assert said(figure).count(text) == 6
    assert {f"⫽ {text}", f"2020–2022 {text}"} < {*said(figure)}
    assert not any(one.get_parse_math() for one in texts(figure))
    assert picture(nasty, text).startswith(b"\x89PNG")


FOR_PAGES = [
    URBAN,
    CROWDED,
    ENGLISH,
    ALONE,
    NO_HISTORY,
    NO_TARGET,
    EMPTY,
    replace(CROWDED, mark="演练数据"),
]


def svg_texts(svg):
    return [one.text for one in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_a_page_gets_the_drawing_without_the_words_that_it_says_itself():
    words = svg_texts(vector(URBAN))
    assert {"实际", "2024年 58.0%", "2025年 58.9%", "推算区间", "后续所需", "时序路径", "目标 70%"} < {*words}
    assert {"2020–2022 疫情", "⫽ 人口普查修订", "⫽", "2018", "2025", "60"} < {*words}
    assert not {URBAN.title, URBAN.subtitle} & {*words}


def test_a_page_gets_the_same_lines_as_a_slide():
    def drawn_lines(figure):
        return [(line.get_label(), points(line)) for line in figure.axes[0].lines if line.get_marker() != ""]

    assert drawn_lines(sketch(URBAN)) == drawn_lines(drawn())


def test_the_drawing_for_a_page_is_svg_of_its_width_and_nothing_else():
    svg = ElementTree.fromstring(vector(URBAN))
    assert svg.get("viewBox") == "0 0 1600 420"
    assert vector(URBAN).startswith("<svg")
    assert "metadata" not in vector(URBAN)
    assert set(vector(URBAN)) <= drawable()


def test_text_in_it_is_text_in_the_bundled_family():
    styles = [
        one.get("style")
        for one in ElementTree.fromstring(vector(URBAN)).iter()
        if one.text and "text" in one.tag
    ]
    families = {found for style in styles for found in re.findall(r"font-family: ([^;]+)", style)}
    weights = {found for style in styles for found in re.findall(r"font-weight: ([^;]+)", style)}
    assert (families, weights) == ({"'Noto Sans SC'"}, {"700"})


@pytest.mark.parametrize(
    "text", ["<b>重</b> &", "a & b < c > d", "$x^2$", "]]>", "<!--", "&amp;", "\"'", "<![CDATA[x]]>"]
)
def test_no_text_breaks_out_of_the_svg(text):
    nasty = replace(
        URBAN,
        **dict.fromkeys(("history_label", "target_label", "fan_label", "now_label", "mark"), text),
        cuts=(Cut(2020, text),),
        spans=(Span(2020, 2022, text),),
    )
    words = svg_texts(vector(nasty))
    assert words.count(text) == 5
    assert {f"⫽ {text}", f"2020–2022 {text}"} < {*words}


@given(text=st.text(min_size=1, max_size=12))
@settings(max_examples=20)
def test_any_text_gives_sound_svg(text):
    """Signs of any kind, those that XML forbids among them."""
    with catch_warnings():
        simplefilter("ignore")
        drawing = vector(
            replace(ALONE, history_label=text, cuts=(Cut(2024, text),), spans=(Span(2024, 2024, text),))
        )
    assert "2024年 58.0%" in svg_texts(drawing)


def test_the_same_rows_are_drawn_once_for_pages():
    first = vector(URBAN)
    vector.cache_clear()
    second = vector(replace(URBAN))
    assert first == second
    assert vector(URBAN) is second


def test_twenty_readers_at_once_get_their_own_drawing():
    rows = [replace(URBAN, target_label=f"目标 {number}%") for number in range(20)]
    alone = [vector(one) for one in rows]
    vector.cache_clear()
    with ThreadPoolExecutor(20) as readers:
        together = list(readers.map(vector, rows))
    assert together == alone
    assert [f"目标 {number}%" in svg_texts(one) for number, one in enumerate(together)] == [True] * 20


@pytest.mark.parametrize("rows", FOR_PAGES)
def test_no_text_of_a_drawing_for_a_page_is_cut_off_or_lies_on_another(rows):
    figure = sketch(rows)
    placed, height = boxes(figure), figure.bbox.height
    outside = [
        text for text, box in placed if not (0 <= box.x0 < box.x1 <= 1600 and 0 <= box.y0 < box.y1 <= height)
    ]
    assert outside == []
    pairs = combinations(placed, 2)
    assert [(one, other) for (one, a), (other, b) in pairs if a.overlaps(b)] == []


@pytest.mark.parametrize(
    ("label", "height"),
    [("目标 70%", 420), ("目标" * 12, 420), (f"{LONG}{LONG}", 427)],
    ids=["one line", "two lines", "three lines, nine in all"],
)
def test_many_labels_make_a_drawing_for_a_page_higher(label, height):
    rows = replace(URBAN, target_label=label)
    assert sketch(rows).bbox.height == pytest.approx(height, abs=0.5)


def test_without_a_value_a_page_gets_a_dash():
    assert svg_texts(vector(EMPTY)) == ["—"]


def test_a_drawing_of_invented_figures_has_their_mark_on_a_page_too():
    mark, *others = boxes(sketch(replace(URBAN, mark="演练数据")))
    assert mark[0] == "演练数据"
    assert all(place.y1 <= mark[1].y0 for _, place in others)
    assert "演练数据" not in svg_texts(vector(URBAN))


def test_a_page_holds_its_labels_in_the_bundled_fonts_only():
    source = '#set document(title: "图")\n#set text(lang: "zh")\n#image(bytes(sys.inputs.svg), alt: "图")'
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    pdf = typst.Compiler(source.encode(), font_paths=fonts, ignore_system_fonts=True).compile(
        format="pdf", pdf_standards=["a-2b", "ua-1"], sys_inputs={"svg": vector(URBAN)}
    )
    page = PdfReader(BytesIO(pdf)).pages[0]
    said_there = page.extract_text()
    assert [text for text in svg_texts(vector(URBAN)) if text not in said_there] == []
    names = {font.split("+")[1] for font in fonts_of(page)}
    assert names == {"NotoSansSC-Regular", "NotoSansSC-Bold"}


@pytest.mark.parametrize("sign", ["\n", "\t", "\0", "\x1b", "\ud800", "\u200b", "\u3000"])
def test_what_no_font_draws_becomes_a_space(sign):
    nasty = replace(URBAN, title=f"城镇{sign}化率", target_label=f"目标{sign}70%")
    assert {"城镇 化率", "目标 70%"} < {*said(drawn(nasty))}
    assert picture(nasty, sign).startswith(b"\x89PNG")


def test_a_sign_the_font_lacks_is_warned_of_and_drawn_as_a_box():
    with pytest.warns(UserWarning, match="Glyph 128200"):
        assert picture(replace(URBAN, title="城镇化率📈"), SOURCE).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "rows", [URBAN, CROWDED, ENGLISH, ALONE, NO_HISTORY, NO_TARGET, EMPTY, replace(URBAN, spans=())]
)
def test_no_text_is_cut_off_or_lies_on_another(rows):
    placed = boxes(slide(rows, LONG * 9))
    outside = [
        text for text, box in placed if not (20 < box.x0 < box.x1 < 1580 and 20 < box.y0 < box.y1 < 880)
    ]
    assert outside == []
    pairs = combinations(placed, 2)
    assert [(one, other) for (one, a), (other, b) in pairs if a.overlaps(b)] == []


def test_a_drawing_has_room_under_the_longest_finding():
    assert drawn(CROWDED).axes[0].bbox.height > 250
    assert drawn().axes[0].bbox.height > 500


def test_a_very_wide_fan_runs_off_the_drawing():
    fan = (URBAN.fan[0], FanYear(2025, 0.0, 40.0, 59.0, 80.0, 500.0, ""))
    figure = drawn(replace(URBAN, fan=fan))
    assert figure.axes[0].get_ylim()[1] < 100
    assert "推算区间" in said(figure)


@pytest.mark.parametrize("rows", [URBAN, CROWDED, ENGLISH, EMPTY])
def test_invented_figures_are_marked_above_everything_else(rows):
    figure = drawn(replace(rows, mark="演练数据"))
    mark, *others = boxes(figure)
    assert mark[0] == "演练数据"
    assert all(place.y1 <= mark[1].y0 for _, place in others)


def test_measured_figures_have_no_mark():
    assert "演练数据" not in said(drawn())
    assert picture(URBAN, SOURCE) != picture(replace(URBAN, mark="演练数据"), SOURCE)
