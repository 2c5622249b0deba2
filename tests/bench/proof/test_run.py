"""From series to a table of scores, with contestants that need no package."""

from __future__ import annotations

import pytest

from bench.proof.run import GROUPS, QUICK, counts, reliability, rows, run, times
from tests.bench.proof.invented import wandering


@pytest.fixture(scope="module")
def field():
    return run(wandering(), lambda name: None, tuple(QUICK))


def test_every_contestant_is_scored_in_every_group(field):
    assert [(row["group"], row["method"]) for row in rows(field)] == [
        (group, name) for group in GROUPS for name in QUICK
    ]


def test_groups_hold_the_cases_of_their_panel_and_length(field):
    """12 series of 24 years: two origins each, at all lengths (the second origin has 14 years behind it)."""
    assert counts(field) == {"all": 72, "M1": 24, "M3": 24, "Tourism": 24, "5": 24, "8": 24, "12": 24}


def test_the_whole_is_the_mean_of_panels_of_one_size(field):
    found = {row["group"]: row for row in rows(field) if row["method"] == "drift"}
    for score in ("mase", "crps", "cover_80", "brier"):
        assert found["all"][score] == pytest.approx(sum(found[one][score] for one in GROUPS[1:4]) / 3)


def test_a_reference_has_no_skill_over_itself(field):
    found = {row["method"]: row for row in rows(field) if row["group"] == "all"}
    assert found["growth_walk"]["skill_over_growth_walk"] == 0
    ours = found["ours"]
    assert ours["skill_over_growth_walk"] == pytest.approx(1 - ours["brier"] / found["growth_walk"]["brier"])


def test_every_event_is_in_one_bin(field):
    events = {name: sum(count for _, _, count in bins) for name, bins in reliability(field).items()}
    assert events == dict.fromkeys(QUICK, 72 * 5 * 4)


def test_who_is_heard_is_who_runs():
    heard = []
    run(wandering(3), heard.append, ("naive", "drift"))
    assert heard == ["naive", "drift"]


def test_times_without_the_yardstick_have_no_ratio(field):
    assert all(row["ms"] > 0 and row["ratio"] != row["ratio"] for row in times(field))
