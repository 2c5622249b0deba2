"""The benchmark as rows, and the committed result itself."""

from __future__ import annotations

import json

import pytest

from indicators.projection import METHOD
from indicators.rows import benchmark
from indicators.rows.benchmark import FILE, MEASURES, PANELS, PROPER, beaten, by_panel, paragraphs, scores
from indicators.words import LANGUAGES, say
from tests.indicators.rows.measured import measured, row

CONTESTANTS = (
    *("ours", "naive", "drift", "growth_residuals", "growth_walk", "damped_holt"),
    *("theta", "auto_ets", "auto_theta", "auto_arima"),
)


@pytest.fixture
def written(monkeypatch):
    """Puts an invented result in the place of the real one."""
    return lambda *rows: monkeypatch.setattr(benchmark, "result", lambda: measured(*rows))


def test_the_committed_result_is_that_of_the_method_in_use():
    """Whoever changes the method runs `make bench` again."""
    assert json.loads(FILE.read_text(encoding="utf-8"))["method"] == METHOD


def test_the_committed_result_is_of_a_full_run():
    found = json.loads(FILE.read_text(encoding="utf-8"))
    groups = ("all", *PANELS, "5", "8", "12")
    assert [(one["group"], one["method"]) for one in found["rows"]] == [
        (group, name) for group in groups for name in CONTESTANTS
    ]
    assert all(one[score.name] >= 0 for one in found["rows"] for score in MEASURES)
    assert [one["method"] for one in found["times"]] == [*CONTESTANTS]
    assert [*found["reliability"]] == [*CONTESTANTS]
    assert (found["sample"], found["design"]["lengths"], found["design"]["horizon"]) == (1.0, [5, 8, 12], 5)
    assert found["design"]["cases"]["all"] == sum(found["design"]["cases"][panel] for panel in PANELS) > 5000


def test_the_best_of_each_column_is_marked_in_words(written):
    written(row("all", "theta", mase=1.5))
    ours, theta = scores("zh")
    assert ours == {
        "方法": "本系统",
        "相对误差（MASE）": "2.00",
        "CRPS": "10.0%（最好）",
        "80%区间覆盖": "80.0%（最好）",
        "95%区间覆盖": "95.0%（最好）",
        "Brier": "0.150（最好）",
        "概率偏差": "1.0%（最好）",
        "耗时（Theta为1）": "0.002",
    }
    assert (theta["方法"], theta["相对误差（MASE）"], theta["耗时（Theta为1）"]) == (
        "Theta",
        "1.50（最好）",
        "1.0",
    )


@pytest.mark.parametrize(
    ("ours", "theta", "marked"),
    [(0.79, 0.82, "ours"), (0.83, 0.82, "theta"), (0.78, 0.82, "both"), (0.7996, 0.8004, "both")],
)
def test_the_best_coverage_is_the_nearest_not_the_largest(written, ours, theta, marked):
    """As shown: what looks equally near is equally good."""
    written(row("all", "ours", cover_80=ours), row("all", "theta", cover_80=theta))
    best = [one["80% interval covers"].endswith("(best)") for one in scores("en")]
    assert best == {"ours": [True, False], "theta": [False, True], "both": [True, True]}[marked]


@pytest.mark.parametrize(
    ("ratio", "shown"), [(0.00099, "<0.001"), (0.001, "0.001"), (0.1, "0.1"), (19.63, "19.6")]
)
def test_times_are_ratios(monkeypatch, ratio, shown):
    found = measured()
    found["times"][0]["ratio"] = ratio
    monkeypatch.setattr(benchmark, "result", lambda: found)
    assert scores("en")[0]["Time (Theta is 1)"] == shown


def test_panels_are_compared_each_on_its_own(written):
    written(row("M3", "theta", crps=9.0))
    rows = by_panel("en")
    assert [(one["Panel"], one["Method"]) for one in rows[:3]] == [
        ("M1", "Ours"),
        ("M1", "Theta"),
        ("M3", "Ours"),
    ]
    assert [one["CRPS"] for one in rows[:4]] == ["10.0% (best)", "12.0%", "10.0%", "9.0% (best)"]


def test_where_a_peer_is_better_is_said(written):
    written(row("M3", "theta", crps=9.0, gap=0.0), row("all", "theta", mase=1.99))
    assert "全部序列：相对误差（MASE）；M3：CRPS、概率偏差。" in beaten("zh")
    assert "all series: Relative error (MASE); M3: CRPS, Chance gap." in beaten("en")


def test_a_peer_that_is_as_good_is_not_better(written):
    written(row("all", "theta", mase=2.0, crps=10.04, cover_80=0.8004))
    assert beaten("en") == say("en", "benchmark.unbeaten")


def test_the_paragraphs_tell_what_was_done_when_and_how_to_repeat_it(written):
    written()
    tested, _, years, _, repeat = paragraphs("en")
    assert tested.startswith("Tested on 2026-03-01")
    told = ("M1, M3, Tourism", "1,344 series", "7,000 times", say("en", "method.name"))
    assert all(part in tested for part in told)
    assert "81%, 80%, 80%, 79%, 78%" in years
    assert "by 20% (residual interval) and 12% (random-walk interval)" in years
    assert all(
        part in repeat
        for part in ("make bench", "Python 3.11.7", "statsforecast 2.1.1", "10 ms", "2,594 times")
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_contestant_has_a_name_of_its_own(lang):
    names = [benchmark.name(lang, one) for one in CONTESTANTS]
    assert len({*names}) == len(names)
    assert {*PROPER} < {*CONTESTANTS}
