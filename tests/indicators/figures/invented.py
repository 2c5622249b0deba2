"""Invented rows for the tests of figures; every test changes only what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from indicators.model import Verdict
from indicators.rows.chances import Chance, Chances
from indicators.rows.shapes import Coverage, Cut, FanYear, Ladder, Mark, Pace, Paces, Rung, Span, Trajectory

NASTY = "<b>重</b> & <script>alert(1)</script>"
SAFE = "&lt;b&gt;重&lt;/b&gt; &amp; &lt;script&gt;"


def marks(**values: float) -> tuple[Mark, ...]:
    """`marks(y2020=55.1)` → a mark of 2020."""
    return tuple(Mark(int(year[1:]), value, f"{year[1:]}年 {value}%") for year, value in values.items())


EMPTY = Trajectory(
    title="城镇化率:无法评估。",
    subtitle="单位:%",
    history=(),
    earlier=(),
    required=(),
    required_from_now=(),
    fan=(),
    target_year=2025,
    target=None,
    target_label="目标 —",
    spans=(),
    cuts=(),
    history_label="实际",
    required_label="时序路径",
    now_label="后续所需",
    fan_label="推算区间",
    latest_label="2024年 58.0%",
    projected_label="2025年 58.9%",
)
URBAN = replace(
    EMPTY,
    history=marks(y2020=55.0, y2021=56.0, y2023=57.5, y2024=58.0),
    earlier=marks(y2018=51.0, y2019=53.0),
    required=((2020, 55.0), (2025, 70.0)),
    required_from_now=((2024, 58.0), (2025, 70.0)),
    fan=(
        FanYear(2024, 58.0, 58.0, 58.0, 58.0, 58.0, ""),
        FanYear(2025, 57.0, 58.0, 59.0, 60.0, 61.0, "2025年 中位 59.0%"),
    ),
    target=70.0,
    target_label="目标 70%",
    spans=(Span(2020, 2022, "疫情"),),
    cuts=(Cut(2020, "人口普查修订"),),
)
RUNG = Rung(
    number=6,
    name="城镇化率",
    verdict=Verdict.OFF_TRACK,
    verdict_label="难以实现",
    latest=20.0,
    latest_label="58.0%",
    expected=80.0,
    projected=60.0,
    projected_low=40.0,
    projected_high=75.0,
    projected_label="64.0%",
    base_label="55.0%",
    target_label="70%",
    muted=False,
    hover="6 城镇化率<br>最新 58.0%",
)
BARE = replace(
    RUNG,
    latest=None,
    expected=None,
    projected=None,
    projected_low=None,
    projected_high=None,
    verdict=Verdict.UNKNOWN,
    verdict_label="无法评估",
    muted=True,
)
PACE = Pace(6, "城镇化率", Verdict.OFF_TRACK, 12.0, 0.8, 1.3, "12.0", "0.8", "1.3", "个百分点/年")


def day(tick: str, stated: float | None, verdict: Verdict = Verdict.UNKNOWN, label: str = "—") -> Chance:
    return Chance(tick, label, stated, verdict, f"{tick} hover")


BANDS = ((Verdict.ON_TRACK, "有望实现"), (Verdict.AT_RISK, "存在风险"), (Verdict.OFF_TRACK, "难以实现"))
CHANCES = Chances(
    (
        day("2020", None),
        day("2021", 0.9, Verdict.ON_TRACK, "90%"),
        day("2022", None),
        day("2023", 0.3, Verdict.OFF_TRACK, "30%"),
        day("2024", 0.3, Verdict.OFF_TRACK, "30%"),
        day("2026<br>06-30", None, Verdict.MISSED, "未实现"),
    ),
    BANDS,
)


def ladder(*rungs: Rung) -> Ladder:
    return Ladder("缺口", "进度", rungs, "基期", "最新", "应达", "预计", "目标", "路程(%)")


def paces(*ones: Pace) -> Paces:
    return Paces("后续所需", "每年", ones, "后续所需", "基期以来", "历史最好")


def matrix(**changes: Any) -> Coverage:
    whole = Coverage(
        title="2个指标有数据",
        subtitle="遵义市",
        indicators=("地区生产总值", "城镇化率"),
        years=(2020, 2021, 2022),
        grade=(("A", "B", ""), ("", "A", "C")),
        hover=(("a", "b", "c"), ("d", "e", "f")),
        grade_words=(("A", "政府"), ("B", "官方媒体"), ("C", "转载")),
    )
    return replace(whole, **changes)


def drawn(figure: dict[str, Any]) -> dict[str, Any]:
    """Accepted by plotly's check of a dict, the one pages go through: no unknown property, not without a
    trace; gives the figure back."""
    import plotly.tools

    plotly.tools.return_figure_from_figure_or_data(figure, validate_figure=True)
    return figure


def named(figure: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Traces of a name, in drawing order."""
    return [trace for trace in figure["data"] if trace.get("name") == name]


def texts(figure: dict[str, Any]) -> str:
    """All annotations as one text."""
    return "\n".join(note["text"] for note in figure["layout"].get("annotations", ()))
