"""Forecasts and what came of them, as a table, as sentences and as JSON."""

from __future__ import annotations

import json
from datetime import date

import pytest

from indicators.model import MeanGrowth
from indicators.rows.record import column
from indicators.rows.scores import bands, cells, outcome, sentences, share, table
from indicators.scoring import ENOUGH, Score, score, scores, summary
from indicators.series import build
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.said import SAID, said
from tests.indicators.worked import SHARE, TARGET, breaks, growth, levels, target

BEFORE = {2020: 56.0, 2021: 58.0, 2022: 60.0, 2023: 62.0}


def scored(since, *forecasts, broken=()):
    read = reading("zh", SHARE)
    return scores(read.plan, build(levels(BEFORE | since), broken), forecasts or (SAID,))


def said_in(lang, found):
    """The table's only row by column key."""
    read = reading(lang, SHARE)
    (row,) = table(read, found)
    keys = (
        "number",
        "name",
        "said",
        "times",
        "year",
        "chance",
        "verdict",
        "range80",
        "actual",
        "outcome",
        "squared",
    )
    return [row[column(read, key)] for key in (*keys, "inside", "area_used")]


def many(count, met=True):
    """Decided scores on as many targets."""
    return [Score(said(target=str(number)), met=met, brier=0.04) for number in range(count)]


def test_a_forecast_that_has_come_due():
    assert said_in("zh", scored({2024: 61.0, 2025: 71.0})) == [
        *("1", "旅客量", "2024-12-31", "1", "2023", "70%", "有望实现", "64.0万人次—76.0万人次"),
        *("71.0万人次", "已实现", "0.090", "1/2", "都市圈"),
    ]


def test_a_forecast_whose_year_is_still_to_come():
    assert said_in("zh", scored({2024: 66.0}))[8:12] == ["—", "待定", "—", "1/1"]


def test_a_missed_target():
    assert said_in("zh", scored({2025: 60.0}))[8:12] == ["60.0万人次", "未实现", "0.490", "0/1"]


@pytest.mark.parametrize(
    ("found", "word"),
    [
        (scored({2025: 71.0}), "met"),
        (scored({2025: 60.0}), "missed"),
        (scored({2024: 60.0}), "open"),
        (scored({2025: 60.0}, broken=breaks(2025)), "void"),
        (scored({2024: 60.0}, broken=breaks(2024)), "open"),
        (scored({}, said(target="gone")), "void"),
    ],
    ids=["met", "missed", "open", "broken before it came", "broken, yet to come", "asked no longer"],
)
def test_the_outcome_of_a_forecast(found, word):
    assert outcome(found[0]) == word


def test_a_target_that_is_gone_keeps_its_line_under_its_code():
    assert said_in("zh", scored({}, said(target="gone")))[1] == "gone"
    assert said_in("zh", scored({}, said(target="gone")))[7:10] == ["—", "—", "已不可比"]


def test_an_area_that_is_gone_has_no_name():
    assert said_in("zh", scored({}, said(area_used="elsewhere")))[-1] == "—"


def test_a_growth_target_is_told_in_percent_a_year():
    """An index of 115.9 in 2025 is 3 % a year from 100 in 2020."""
    asked = target(MeanGrowth(5.0, 0, 0.0, 2021, 2025), unit="%", unit_en="%")
    read = reading("zh", SHARE, targets=(asked,))
    book = build(growth(dict.fromkeys(range(2021, 2026), 3.0)), [])
    forecast = said(basis="MeanGrowth", goal=127.6, threshold=127.6, strict=127.6)
    (row,) = table(read, [score(read.plan, book, forecast, asked)])
    assert row[column(read, "actual")] == "3.0%"
    assert "—" in row[column(read, "range80")] and "%" in row[column(read, "range80")]


def test_rows_are_by_target_and_then_by_day():
    read = reading("zh", SHARE)
    later = said(as_of=date(2025, 6, 30), chance=0.8)
    found = [Score(one) for one in (said(number=2), later, SAID)]
    rows = [(row[column(read, "number")], row[column(read, "said")]) for row in table(read, found)]
    assert rows == [("1", "2024-12-31"), ("1", "2025-06-30"), ("2", "2024-12-31")]


def test_the_score_stands_beside_that_of_the_base_rate():
    two = [*many(1), *many(2, met=False)[1:]]
    told = sentences(reading("zh", SHARE), two)
    assert "2次的结果已知（涉及2项目标）" in told[0]
    assert "为0.040" in told[0] and "实现率50%，为0.250" in told[0]


def test_with_nothing_decided_there_is_no_score():
    assert sentences(reading("zh", SHARE), scored({}))[:2] == [
        "其中还没有一次等到目标年的结果，暂不能打分。",
        "还没有预测值等到实际数据。",
    ]


@pytest.mark.parametrize(("count", "warned"), [(ENOUGH - 1, True), (ENOUGH, False), (ENOUGH + 1, False)])
def test_few_outcomes_are_no_evidence_and_that_is_said(count, warned):
    told = sentences(reading("zh", SHARE), many(count))
    assert ("不能证明预测的好坏" in told[-1]) is warned


def test_one_target_forecast_often_is_still_one():
    often = [Score(SAID, met=True, brier=0.09)] * ENOUGH
    assert "不能证明" in sentences(reading("zh", SHARE), often)[-1]


def test_the_bands_are_told_as_counts_and_share():
    assert bands(reading("zh", SHARE), summary(scored({2024: 61.0, 2025: 71.0}))) == (
        "已有实际数据的2个预测值中，1个落在80%区间内（50%）。"
    )


@pytest.mark.parametrize(("part", "text"), [(0.0, "0%"), (0.804, "80%"), (0.805, "81%"), (1.0, "100%")])
def test_a_share_is_whole_percent(part, text):
    assert share(part) == text


def test_json_has_the_forecast_as_recorded_and_what_came_of_it():
    (found,) = scored({2024: 61.0, 2025: 71.0}, said(snapshot="s"))
    told = json.loads(json.dumps(cells(found)))
    assert (told["target"], told["as_of"], told["chance"], told["snapshot"]) == (
        "measured",
        "2024-12-31",
        0.7,
        "s",
    )
    assert (told["outcome"], told["times"]) == ("met", 1)
    assert told["brier"] == pytest.approx(0.09)
    assert told["actual"] == {"2024": 61.0, "2025": 71.0}
    assert told["inside_80"] == {"2024": False, "2025": True}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("since", [{}, {2024: 61.0}, {2024: 61.0, 2025: 71.0}], ids=["new", "open", "due"])
def test_they_are_finished_text(lang, since):
    read = reading(lang, SHARE)
    rows = [table(read, scored(since)), sentences(read, scored(since))]
    assert unfinished(rows) == []
    assert lang == "zh" or in_chinese(rows) == []


def test_the_invented_target_is_the_one_forecast():
    assert (TARGET.code, TARGET.number) == (SAID.target, SAID.number)
