"""What each year's end would have said, and how that fared."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.forecasts import forecasts_of
from indicators.lookback import look_back, rehearse, year_ends
from indicators.model import Level
from indicators.rows.backtest import scored, told
from indicators.scoring import Score, scores
from indicators.series import build
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.said import SAID
from tests.indicators.worked import SHARE, levels, target

RISING = levels({2018: 62.0, 2019: 64.0, 2020: 65.0, 2021: 66.2, 2022: 67.1, 2025: 71.0})
READ = {lang: reading(lang, SHARE, targets=(target(Level(70.0, 0, 0.0)),)) for lang in ("zh", "en")}


def backtest(as_of=date(2026, 6, 30)):
    plan = READ["zh"].plan
    looked = look_back(plan, RISING, [], year_ends(plan, as_of))
    return scored(plan, build(RISING, []), looked)


def test_each_year_end_with_new_figures_is_one_forecast():
    """Figures of 2022 were the latest at the ends of 2023, 2024 and 2025: said three times, counted once."""
    found = backtest()
    assert [(one.forecast.as_of.year, one.forecast.latest_year, one.times) for one in found] == [
        (2021, 2020, 1),
        (2022, 2021, 1),
        (2023, 2022, 3),
    ]


def test_all_are_scored_by_the_final_figure():
    assert [one.met for one in backtest()] == [True] * 3
    assert [one.brier == (one.forecast.chance - 1) ** 2 for one in backtest()] == [True] * 3


def test_years_between_are_held_against_their_bands():
    assert [sorted(one.inside) for one in backtest()] == [[2021, 2022, 2025], [2022, 2025], [2025]]


def test_how_they_fared_is_one_paragraph_that_warns_of_few():
    (first,) = told(READ["zh"], backtest(), ())
    assert "共得出3次不同的预测" in first
    assert "3次的结果已知（涉及1项目标）" in first
    assert first.endswith("结果还太少，只是记录，不能证明预测的好坏。")


def test_the_years_before_the_plan_speak_of_the_bands_alone():
    before = [Score(SAID, inside={2021: True, 2022: True, 2023: False, 2024: True})]
    _, second = told(READ["zh"], (), before)
    assert "试推市的同样指标（1个序列，预测年份互相重叠）：4个预测值中，3个落在80%区间内（75%）" in second
    assert "布赖尔" not in second


def test_rehearsed_years_without_an_outcome_are_not_spoken_of():
    assert len(told(READ["zh"], (), [Score(SAID)])) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_they_are_finished_text(lang):
    plan, book = READ[lang].plan, build(RISING, [])
    rehearsed = scores(plan, book, forecasts_of(plan, rehearse(plan, RISING, [])))
    rows = [told(READ[lang], backtest(), rehearsed), told(READ[lang], (), ())]
    assert unfinished(rows) == []
    assert lang == "zh" or in_chinese(rows) == []
