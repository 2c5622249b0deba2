"""The picture of one target draws the screen's rows and nothing else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image

from indicators import palette
from indicators.report.charts import draw, endings, picture
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


def drawn(rows=URBAN):
    return draw(rows, SOURCE)


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
    figure = draw(nasty, text)
    assert said(figure).count(text) == 6
    assert {f"⫽ {text}", f"2020–2022 {text}"} < {*said(figure)}
    assert not any(one.get_parse_math() for one in texts(figure))
    assert picture(nasty, text).startswith(b"\x89PNG")


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
    placed = boxes(draw(rows, LONG * 9))
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
