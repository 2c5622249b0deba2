"""What a load would change, as text and as plain values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.model import Level
from indicators.rows.effect import Effect, heads, lines, record, summary, table, told
from indicators.words import LANGUAGES
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import SHARE, judged, levels

BEFORE = {2020: 60.0, 2021: 62.0, 2022: 64.0, 2023: 66.0}
ASKED = Level(70.0, 0, 0.0)


def effect(*, lang="zh", **after):
    read = reading(lang, SHARE)
    known = replace(read.plan, targets=())
    before, later = (
        judged(levels(values, area="city"), ASKED, indicator=SHARE, known=known)
        for values in (BEFORE, BEFORE | {int(year[1:]): value for year, value in after.items()})
    )
    return read, Effect(known, before, later)


def test_the_same_figures_move_nothing():
    assert not effect()[1].moved
    assert not effect(y2023=66.0)[1].moved


def test_what_only_rounding_would_tell_moves_nothing():
    _, one = effect(y2023=66.0001)
    assert told(one.before) != told(one.after)
    assert not one.moved


@pytest.mark.parametrize("after", [{"y2023": 66.5}, {"y2024": 68.0}, {"y2025": 71.0}])
def test_another_latest_value_moves_the_target(after):
    assert effect(**after)[1].moved


def test_an_older_figure_moves_the_projection_alone():
    _, one = effect(y2020=58.0)
    assert told(one.before).latest == told(one.after).latest
    assert one.moved


def test_before_and_after_stand_in_one_cell():
    read, one = effect(y2025=71.0)
    (row,) = table(read, [one])
    assert row == {
        "序号": "1",
        "目标": "旅客量",
        "结论": "存在风险 → 已实现",
        "实现概率": "35% → —",
        "最新值": "66.0万人次 (2023) → 71.0万人次 (2025)",
        "2025年预计": "69.2万人次 → —",
        "所用地区": "市",
    }


def test_what_stays_is_said_once():
    read, one = effect(y2020=58.0)
    (row,) = table(read, [one])
    assert "→" not in row["最新值"]


def test_plans_are_named_where_there_are_several():
    read, one = effect(y2025=71.0)
    other = replace(one, plan=replace(one.plan, code="other", name="另一规划"))
    assert [row["规划"] for row in table(read, [one, other])] == ["规划", "另一规划"]
    assert "规划" not in table(read, [one])[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_finished(lang):
    read, one = effect(lang=lang, y2025=71.0)
    rows = table(read, [one])
    assert unfinished(rows) == []
    assert lang == "zh" or in_chinese([[*row] for row in rows]) == []


def test_the_record_is_plain_values():
    _, one = effect(y2025=71.0)
    (plain,) = record([one])
    assert (plain["plan"], plain["number"], plain["code"]) == ("plan", 1, "measured")
    assert plain["after"] == {
        "verdict": "achieved",
        "chance": None,
        "area_used": "city",
        "year": 2025,
        "latest": 71.0,
        "projected": None,
    }
    assert (plain["before"]["year"], plain["before"]["latest"]) == (2023, 66.0)
    assert 0.02 <= plain["before"]["chance"] <= 0.98


def test_no_effect_is_no_row():
    read, _ = effect()
    assert table(read, []) == []
    assert record([]) == []


@pytest.mark.parametrize(
    ("after", "done", "said"),
    [
        ({"y2025": 71.0}, False, "1项目标会变化，其中1项结论改变。"),
        ({"y2025": 71.0}, True, "1项目标因此变化，其中1项结论改变。"),
        ({"y2024": 67.9}, False, "1项目标的概率、最新值或预计值会变化，结论都不变。"),
        ({"y2024": 67.9}, True, "1项目标的概率、最新值或预计值因此变化，结论都不变。"),
    ],
)
def test_the_summary_tells_how_many_verdicts_turn(after, done, said):
    read, one = effect(**after)
    assert summary(read, [one], done=done) == said


def test_the_summary_of_no_effect_says_so():
    read, _ = effect()
    assert summary(read, []).startswith("这些数据不改变")
    assert summary(read, [], done=True).startswith("没有目标")


def test_lines_hold_both_verdicts_and_each_value_twice():
    read, one = effect(y2025=71.0)
    (line,) = lines(read, [one])
    assert (line.number, line.name) == (1, "旅客量")
    assert [word for _, word in line.verdicts] == ["存在风险", "已实现"]
    assert line.cells[0] == ("35%", "—")
    assert len(heads(read)) == 2 + len(line.cells)
