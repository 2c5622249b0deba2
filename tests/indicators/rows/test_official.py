"""What officials said, beside what would have been said that day and what came true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indicators.model import Level, OfficialClass, OfficialVerdict, Verdict
from indicators.rows.official import (
    Compared,
    compared,
    official_text,
    officials,
    review_day,
    sentence,
    table,
)
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import SHARE, breaks, judged, levels

REVIEW, LATER = date(2023, 12, 26), date(2025, 7, 9)
SEVENTY = Level(70.0, 0, 0.0)
GOOD, BAD = OfficialClass.AS_EXPECTED, OfficialClass.BEHIND


def said(outcome=GOOD, day=REVIEW, target=1, verdict="符合", verdict_en="as expected"):
    return OfficialVerdict(target, day, verdict, verdict_en, outcome, "yearbook", "C", "原话")


def seen(values, *, broken=(), as_of=REVIEW):
    return judged(levels(values), SEVENTY, indicator=SHARE, broken=broken, as_of=as_of)


OVER = seen({2020: 60.0, 2025: 71.0}, as_of=date(2026, 6, 30))
SHORT = seen({2020: 60.0, 2025: 65.0}, as_of=date(2026, 6, 30))
OPEN = seen({2020: 60.0, 2021: 60.5, 2022: 61.0}, as_of=date(2026, 6, 30))
SURE = seen({2020: 69.0, 2021: 75.0, 2022: 81.0})
HOPELESS = seen({2020: 40.0, 2021: 40.1, 2022: 40.0})
SILENT = seen({})


def pair(ours=SURE, now=OVER, outcome=GOOD, later=()):
    return Compared(said(outcome), ours, now, later)


def test_the_verdicts_here_are_what_their_names_say():
    ours = [one.verdict for one in (SURE, HOPELESS, SILENT)]
    assert ours == [Verdict.ON_TRACK, Verdict.OFF_TRACK, Verdict.UNKNOWN]
    assert [one.verdict for one in (OVER, SHORT)] == [Verdict.ACHIEVED, Verdict.MISSED]


@pytest.mark.parametrize(
    ("ours", "outcome", "agreed"),
    [
        (SURE, OfficialClass.AHEAD, True),
        (SURE, OfficialClass.AS_EXPECTED, True),
        (SURE, OfficialClass.MET, True),
        (SURE, OfficialClass.BEHIND, False),
        (SURE, OfficialClass.MISSED, False),
        (HOPELESS, OfficialClass.BEHIND, True),
        (HOPELESS, OfficialClass.AHEAD, False),
        (SILENT, OfficialClass.AHEAD, None),
    ],
)
def test_two_views_agree_where_both_are_good_or_both_bad(ours, outcome, agreed):
    assert pair(ours, outcome=outcome).with_official is agreed


@pytest.mark.parametrize("outcome", list(OfficialClass))
def test_a_risk_takes_no_side(outcome):
    """It may come out either way: neither right nor wrong."""
    risky = pair(replace(SURE, verdict=Verdict.AT_RISK), outcome=outcome)
    assert (risky.with_official, risky.ours_right, risky.judged) == (None, None, True)


@pytest.mark.parametrize(
    ("ours", "now", "right"),
    [
        (SURE, OVER, True),
        (SURE, SHORT, False),
        (HOPELESS, SHORT, True),
        (HOPELESS, OVER, False),
        (SURE, OPEN, None),
    ],
)
def test_ours_is_right_where_it_came_true(ours, now, right):
    assert pair(ours, now).ours_right is right


@pytest.mark.parametrize(
    ("outcome", "now", "right"), [(GOOD, OVER, True), (BAD, OVER, False), (BAD, OPEN, None)]
)
def test_so_is_the_official_view(outcome, now, right):
    assert pair(now=now, outcome=outcome).official_right is right


@pytest.mark.parametrize(("year", "changed"), [(2022, False), (2023, True), (2025, True), (2026, False)])
def test_a_definition_that_changed_in_between_is_noticed(year, changed):
    known = {2020: 60.0, 2021: 61.0, 2022: 62.0, 2025: 71.0, 2026: 72.0}
    now = seen(known, broken=breaks(year), as_of=date(2027, 6, 30))
    assert pair(now=now).redefined is changed


def test_the_review_is_the_day_on_which_most_was_said():
    few, many = said(day=LATER), [said(target=1), said(target=2)]
    read = reading(verdicts=(*many, few))
    assert review_day(read, date(2026, 1, 1)) == REVIEW
    assert review_day(read, date(2023, 12, 25)) is None
    assert review_day(reading(), date(2026, 1, 1)) is None


def test_of_two_equal_days_the_earlier_is_the_review():
    read = reading(verdicts=(said(day=LATER), said()))
    assert review_day(read, date(2026, 1, 1)) == REVIEW


def test_what_was_said_later_is_not_known_before():
    read = reading(verdicts=(said(), said(day=LATER), said(target=2)))
    assert [one.day for one in officials(read, 1, LATER)] == [REVIEW, LATER]
    assert [one.day for one in officials(read, 1, date(2025, 7, 8))] == [REVIEW]


def test_a_statement_names_its_day_and_source():
    assert official_text(reading(), said()) == "2023-12-26“符合”（统计年鉴，C）"
    assert official_text(reading("en"), said()).startswith("2023-12-26: as expected (")


def test_a_review_is_laid_beside_that_day_and_today():
    read = reading(verdicts=(said(), said(day=LATER, outcome=OfficialClass.MET)))
    (one,) = compared(read, [SURE], [OVER], date(2026, 6, 30))
    assert (one.said.day, one.ours, one.now, [each.day for each in one.later]) == (
        REVIEW,
        SURE,
        OVER,
        [LATER],
    )


def test_without_a_review_there_is_nothing_to_compare():
    assert compared(reading(), [SURE], [OVER], date(2026, 6, 30)) == []


def test_the_sentence_counts_agreement_and_names_what_did_not_come_true():
    told = sentence(reading("zh", SHARE), [pair(), pair(HOPELESS, OVER), pair(SILENT), pair(now=OPEN)])
    assert told == (
        "官方评估的4项中，本系统当日可以评判3项，其中明确判断3项，2项与官方说法一致；另0项为“存在风险”，两可，不计。"
        "结果已知的2项中，本系统明确判断2项，1项与结果一致；官方说法2项与结果一致。本系统与结果不符的有：旅客量。"
    )


def test_before_any_outcome_is_known_the_sentence_says_nothing_of_it():
    assert "结果已知" not in sentence(reading("zh", SHARE), [pair(now=OPEN)])


def test_a_row_holds_both_views_and_the_outcome():
    (row,) = table(reading("zh", SHARE), [pair(later=(said(OfficialClass.MET, LATER, verdict="超额完成"),))])
    assert row["本系统当日结论"] == "有望实现"
    assert (row["官方类别"], row["官方说法"], row["与官方类别"]) == ("符合预期", "符合", "一致")
    assert (row["最终结果"], row["与最终结果"]) == ("已实现（71.0万人次）", "一致")
    assert row["此后官方说法"] == "2025-07-09 超额完成"


def test_an_open_outcome_is_compared_with_nothing():
    (row,) = table(reading("zh", SHARE), [pair(now=OPEN)])
    assert (row["最终结果"], row["与最终结果"], row["此后官方说法"]) == ("待定", "—", "—")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_is_finished_text(lang):
    read = reading(lang, SHARE)
    found = [pair(), pair(HOPELESS, SHORT, BAD), pair(SILENT, OPEN)]
    assert unfinished([sentence(read, found), *table(read, found)]) == []
    if lang == "en":
        assert in_chinese([sentence(read, found), *table(read, found)]) == []
