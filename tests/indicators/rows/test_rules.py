"""What published rules say beside our verdict; sentences are read as their keys, so no wording matters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.model import AssignedLater, CumulativeCut, Direction, Level, MeanGrowth, Verdict
from indicators.rows.reading import Reading
from indicators.rows.rules import GOOD, agrees, differs, judged, published
from indicators.rules import NOT_AVAILABLE, STATUSES, Judgement
from indicators.units import MISSING
from tests.indicators.worked import PLAN, SHARE, cuts, growth, levels
from tests.indicators.worked import judged as assessed


class Keys(Reading):
    """Says the key, and what it would fill in."""

    def say(self, key, **values):
        return " ".join([key, *map(str, values.values())])


READ = Keys(PLAN, "zh", {})
SLOW = assessed(levels({2020: 50.0, 2021: 52.0, 2022: 54.0, 2023: 56.0, 2024: 58.0}), Level(70.0, 0, 0.0))
"""Two a year where four are needed."""


def rows(one):
    """Each rule's row without its headings."""
    return [tuple(row.values()) for row in published(READ, one)]


def statuses(one):
    return {rule: found.status for rule, found in judged(one).items()}


def test_each_rule_has_a_row_with_what_it_says_its_number_and_whether_it_agrees():
    assert SLOW.verdict is Verdict.OFF_TRACK
    assert rows(SLOW) == [
        (
            "rule.name.open_sdg",
            "rule.says.open_sdg.limited",
            "rule.number.open_sdg 54.3%",
            "rule.agreement.agrees",
        ),
        ("rule.name.german", "rule.says.german.cloud", "rule.number.german 83.3%", "rule.agreement.agrees"),
        ("rule.name.un", "rule.says.un.fair", "rule.number.un 51.0%", "rule.agreement.agrees"),
        ("rule.name.schedule", "rule.says.schedule.red", "−40.0 unit.points", "rule.agreement.agrees"),
    ]
    assert not differs(SLOW)


def test_a_trend_that_leads_beyond_the_target_is_worded_as_such():
    fast = assessed(levels({2021: 50.0, 2022: 56.0, 2023: 60.0, 2024: 65.0}), Level(67.5, 0, 0.0))
    assert rows(fast)[1][1:3] == ("rule.says.german.sun", "rule.number.german_beyond 100.0%")


def test_the_headings_come_from_the_words_too():
    assert {tuple(row) for row in published(READ, SLOW)} == {
        ("rule.column.rule", "rule.column.says", "rule.column.number", "rule.column.agreement")
    }


def test_a_rule_without_a_verdict_says_so_and_neither_agrees_nor_differs():
    two = assessed(levels({2023: 60.0, 2024: 69.0}), Level(70.0, 0, 0.0))
    german = rows(two)[1]
    assert german == ("rule.name.german", "rule.says.not_available", MISSING, MISSING)


def test_one_rule_of_another_opinion_is_enough_to_be_marked():
    """Growth just fast enough: curved as it is, it lies below the straight line of the schedule."""
    steady = levels({year: 50.0 * 1.07 ** (year - 2020) for year in (2020, 2022, 2024)})
    one = replace(assessed(steady, Level(70.0, 0, 0.0)), verdict=Verdict.ON_TRACK)
    assert statuses(one) == {
        "open_sdg": "on_track",
        "german": "not_available",
        "un": "on_track",
        "schedule": "pale_green",
    }
    assert [row[-1] for row in rows(one)] == [
        "rule.agreement.agrees",
        MISSING,
        "rule.agreement.agrees",
        "rule.agreement.differs",
    ]
    assert differs(one)
    assert differs(replace(one, verdict=Verdict.AT_RISK))


@pytest.mark.parametrize(
    ("verdict", "says", "expected"),
    [
        (Verdict.ACHIEVED, "green", True),
        (Verdict.ON_TRACK, "green", True),
        (Verdict.AT_RISK, "green", False),
        (Verdict.OFF_TRACK, "green", False),
        (Verdict.MISSED, "green", False),
        (Verdict.UNKNOWN, "green", None),
        (Verdict.ACHIEVED, "pale_green", False),
        (Verdict.ON_TRACK, "red", False),
        (Verdict.AT_RISK, "pale_green", True),
        (Verdict.OFF_TRACK, "yellow", True),
        (Verdict.MISSED, "red", True),
        (Verdict.ON_TRACK, "not_available", None),
        (Verdict.OFF_TRACK, "not_available", None),
    ],
)
def test_good_agrees_with_good_and_silence_with_nothing(verdict, says, expected):
    assert agrees(verdict, "schedule", Judgement(says)) is expected


def test_good_means_that_the_target_is_met_or_will_be():
    assert {rule: [one for one in STATUSES[rule] if one in GOOD[rule]] for rule in STATUSES} == {
        "open_sdg": ["achieved", "on_track"],
        "german": ["sun"],
        "un": ["met", "on_track"],
        "schedule": ["green"],
    }


def test_lower_is_better_is_judged_downwards():
    one = assessed(
        levels({2020: 6.0, 2021: 5.8, 2022: 5.6, 2023: 5.4, 2024: 5.2}),
        Level(5.0, 0, 0.0),
        Direction.DOWN,
        SHARE,
    )
    assert statuses(one) == {"open_sdg": "on_track", "german": "sun", "un": "on_track", "schedule": "green"}


def test_growth_targets_are_judged_on_their_index():
    growing = assessed(growth({2021: 10.0, 2022: 10.0, 2023: 10.0}), MeanGrowth(10.0, 0, 0.0, 2021, 2025))
    assert statuses(growing)["open_sdg"] == "on_track"
    assert judged(growing)["open_sdg"].value == pytest.approx(1.0)
    cutting = assessed(cuts({2021: 1.0, 2022: 1.0}), CumulativeCut(13.5, 1, 2021, 2025), Direction.DOWN)
    assert statuses(cutting)["schedule"] == "yellow"


def test_rules_know_no_tolerance():
    """左右 lets 69.5 pass; published rules ask for the 70 of the plan."""
    final = assessed(levels({2020: 50.0, 2025: 69.5}), Level(70.0, 0, 1.0))
    assert final.verdict is Verdict.ACHIEVED
    assert "achieved" not in statuses(final).values()
    assert differs(final)


def test_a_figure_after_the_target_year_changes_no_rule():
    upto = levels({2020: 50.0, 2022: 60.0, 2024: 66.0, 2025: 68.0})
    aim = Level(70.0, 0, 0.0)
    assert judged(assessed([*upto, *levels({2026: 90.0})], aim)) == judged(assessed(upto, aim))


@pytest.mark.parametrize(
    "one",
    [
        assessed([], Level(70.0, 0, 0.0)),
        assessed(cuts({2021: 3.0, 2022: 2.0}), AssignedLater(2021, 2025), Direction.DOWN),
        assessed(levels({2020: 50.0, 2024: 80.0}, area="city"), Level(70.0, 0, 0.0)),
    ],
    ids=["no data", "value still to be assigned", "another area's total"],
)
def test_where_nothing_can_stand_against_the_target_no_rule_judges(one):
    assert one.verdict is Verdict.UNKNOWN
    assert judged(one) == dict.fromkeys(STATUSES, NOT_AVAILABLE)
    assert {row[1:] for row in rows(one)} == {("rule.says.not_available", MISSING, MISSING)}
    assert not differs(one)


def test_a_single_figure_is_compared_with_the_target_but_never_marked():
    one = assessed(levels({2024: 80.0}), Level(70.0, 0, 0.0))
    assert one.verdict is Verdict.UNKNOWN
    assert statuses(one)["open_sdg"] == "achieved"
    assert {row[-1] for row in rows(one)} == {MISSING}
    assert not differs(one)
