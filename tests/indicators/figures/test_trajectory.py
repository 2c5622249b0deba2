"""The chart of one target draws its rows and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace

from indicators.figures import theme
from indicators.figures.trajectory import endings, figure
from indicators.rows.shapes import Mark
from tests.indicators.figures.invented import EMPTY, NASTY, SAFE, URBAN, drawn, marks, named, texts


def test_measured_values_are_ink_with_a_dotted_line_over_missing_years():
    _, gap, line = named(drawn(figure(URBAN)), "实际")
    assert line["x"] == [2020, 2021, None, 2023, 2024]
    assert line["y"] == [55.0, 56.0, None, 57.5, 58.0]
    assert line["line"]["color"] == theme.INK
    assert (gap["x"], gap["line"]["dash"]) == ([2021, 2023], "dot")


def test_hover_belongs_to_its_value():
    line = named(figure(URBAN), "实际")[-1]
    assert line["hovertext"] == ["2020年 55.0%", "2021年 56.0%", None, "2023年 57.5%", "2024年 58.0%"]


def test_what_lies_before_a_break_is_lighter():
    earlier = named(figure(URBAN), "实际")[0]
    assert (earlier["x"], earlier["line"]["color"]) == ([2018, 2019], theme.EARLIER)


def test_the_required_path_is_dashed_and_the_one_from_now_dotted():
    (path,), (now,) = named(figure(URBAN), "时序路径"), named(figure(URBAN), "后续所需")
    assert (path["x"], path["y"], path["line"]["dash"]) == ([2020, 2025], [55.0, 70.0], "dash")
    assert (now["x"], now["y"], now["line"]["dash"]) == ([2024, 2025], [58.0, 70.0], "dot")
    assert path["line"]["color"] == theme.SECONDARY
    assert now["line"]["width"] < path["line"]["width"]


def test_the_fan_is_paler_where_it_is_wider():
    (outer,), (inner,) = named(figure(URBAN), "推算区间 80%"), named(figure(URBAN), "推算区间 50%")
    assert (outer["x"], outer["y"]) == ([2024, 2025, 2025, 2024], [58.0, 57.0, 61.0, 58.0])
    assert inner["y"] == [58.0, 58.0, 60.0, 58.0]
    assert (outer["fillcolor"], inner["fillcolor"]) == (theme.FAN_80, theme.FAN_50)


def test_the_median_is_a_line_in_the_accent():
    (median,) = named(figure(URBAN), "推算区间")
    assert (median["x"], median["y"]) == ([2024, 2025], [58.0, 59.0])
    assert median["line"]["color"] == theme.ACCENT
    assert median["hovertext"] == ["", "2025年 中位 59.0%"]


def test_the_target_is_a_short_thick_line_around_its_year():
    (target,) = named(figure(URBAN), "目标 70%")
    assert (target["x"], target["y"]) == ([2024.65, 2025.35], [70.0, 70.0])
    assert (target["line"]["width"], target["line"]["color"]) == (4, theme.INK)


def test_every_line_is_labelled_at_its_end():
    ends = {one.text: one.value for one in endings(URBAN)}
    assert ends == {
        "2024年 58.0%": 58.0,
        "2025年 58.9%": 59.0,
        "推算区间": 61.0,
        "后续所需": 70.0,
        "时序路径": 70.0,
        "目标 70%": 70.0,
    }
    assert all(text in texts(figure(URBAN)) for text in [*ends, "实际", "⫽", "疫情"])


def test_nothing_is_labelled_that_is_not_drawn():
    assert [one.text for one in endings(replace(EMPTY, history=marks(y2024=58.0)))] == ["2024年 58.0%"]


def test_years_are_whole_numbers_without_separators():
    axis = figure(URBAN)["layout"]["xaxis"]
    assert axis["tickvals"] == [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]
    assert axis["ticktext"][-1] == "2025"


def test_texts_are_escaped():
    nasty = replace(
        URBAN,
        title=NASTY,
        target_label=NASTY,
        history_label=NASTY,
        history=(Mark(2024, 58.0, f"{NASTY}<br>公报"),),
    )
    said = json.dumps(drawn(figure(nasty)), ensure_ascii=False)
    assert "<script>" not in said
    assert f"{SAFE}alert(1)&lt;/script&gt;<br>公报" in said


def test_without_a_value_there_is_a_frame_and_no_error():
    empty = drawn(figure(EMPTY))
    assert [trace["x"] for trace in empty["data"]] == [[]]
    assert "—" in texts(empty)


def test_a_single_value_without_target_is_drawn():
    single = drawn(figure(replace(EMPTY, history=marks(y2024=58.0))))
    assert [trace["x"] for trace in single["data"]] == [[2024]]


def test_it_is_made_of_plain_values():
    assert json.loads(json.dumps(figure(URBAN)))["layout"]["height"] > 300
