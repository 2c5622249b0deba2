"""Head and foot of every report."""

from __future__ import annotations

from indicators.report.head import framed
from tests.indicators.report.package.packages import material, practised


def test_the_head_has_three_lines_upright_and_one_across():
    upright, across = (framed(material(), "题目", (), landscape=wide) for wide in (False, True))
    assert upright.about == (
        "规划 · 规划范围：都市圈",
        "基期2020年 · 目标年2025年 · 评判年份2025年",
        "数据截至 2026-06-30 · 数据版本 snapshot1",
    )
    assert across.about == (" · ".join(upright.about),)


def test_the_foot_traces_the_page():
    assert framed(material(lang="en"), "title", ()).trace == (
        "Plan · Data as of 2026-06-30 · Data version snapshot1 · Check code"
    )


def test_page_numbers_are_filled_in_by_the_template():
    assert framed(material(), "题目", ()).of_pages == "第{page}页，共{pages}页"


def test_only_invented_figures_are_marked():
    assert [framed(one, "题目", ()).mark for one in (material(), practised())] == ["", "演练数据"]
