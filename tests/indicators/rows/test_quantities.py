"""Tables of a target with the numbers behind their texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Level, RelativeGrowth
from indicators.rows.departments import rung
from indicators.rows.quantities import (
    COUNTED,
    YEARLY,
    Quantity,
    measured,
    of,
    quantity,
    rung_values,
    yearly,
)
from indicators.rows.record import column, flat, record
from indicators.rows.trajectory import trajectory, years
from indicators.units import MISSING, show
from tests.indicators.rows.invented import reading
from tests.indicators.worked import breaks, judged, levels

SNAPSHOT = "0123456789ab"


@pytest.mark.parametrize(
    ("text", "value", "parts"),
    [
        ("60.4%", 60.37, ("", "", 1, "%")),
        ("5000亿元", 5000.0, ("", "", 0, "亿元")),
        ("−0.31公里/百平方公里", -0.312, ("", "−", 2, "公里/百平方公里")),
        ("6.19 km per 100 km²", 6.19, ("", "", 2, " km per 100 km²")),
        ("+8.0个百分点", 7.96, ("", "+", 1, "个百分点")),
        ("年均慢0.1个百分点", -0.12, ("年均慢", "", 1, "个百分点")),
        ("0.0%", -0.04, ("", "", 1, "%")),
    ],
)
def test_a_text_that_shows_a_number_is_taken_apart(text, value, parts):
    assert quantity(text, value) == Quantity(text, value, *parts)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("—", None),
        ("—", 3.0),
        ("无", -1.2),
        ("不足0.1个百分点", 0.03),
        ("与GDP增长基本同步", 0.0),
        ("60.4%", 60.45),
        ("60.4%", 60.3499),
        ("", 1.0),
    ],
)
def test_a_text_that_shows_another_number_or_none_stays_text(text, value):
    assert quantity(text, value) is None
    assert of(text, value) == text


@pytest.mark.parametrize("value", [60.35, 60.4, 60.4499])
def test_every_value_that_rounds_to_the_text_is_behind_it(value):
    assert quantity("60.4%", value).value == value


@pytest.mark.parametrize(
    ("text", "value", "kept"),
    [
        ("59%", 0.59, True),
        ("59%", 59.0, False),
        ("59万", 0.59, False),
        ("<2%", 0.02, False),
        (">98%", 0.98, False),
    ],
)
def test_a_share_is_kept_between_zero_and_one(text, value, kept):
    found = quantity(text, value, share=True)
    assert (found is not None) == kept
    assert found is None or (found.value, found.share) == (value, True)


@given(
    st.floats(-1e9, 1e9),
    st.sampled_from(["%", "亿元", "km", "10,000 trips", ""]),
    st.integers(0, 4),
    st.booleans(),
)
def test_whatever_is_shown_has_its_number_behind_it(value, unit, digits, signed):
    text = show(value, unit, digits, signed=signed)
    found = quantity(text, value)
    if unit[:1].isdigit():  # such a unit runs into the digits after a space, never into the number
        assert found.after == f" {unit}"
    plain = text[len(found.sign) : len(text) - len(found.after)]
    assert (found.value, found.digits, found.before) == (value, digits, "")
    assert f"{found.sign}{plain}{found.after}" == text


def test_the_row_of_a_target_reads_like_the_screens(read, everything):
    for one in everything:
        row = measured(read, one, SNAPSHOT)
        assert {name: getattr(entry, "text", entry) for name, entry in row.items()} == flat(
            read, one, SNAPSHOT
        )


def test_the_numbers_of_a_row_are_those_of_the_record(read, everything):
    fields = {
        "latest": "latest_value",
        "target": "target_value",
        "year": "latest_year",
        "chance": "chance",
        "required_pace": "required_pace",
        "schedule_gap": "schedule_gap",
    }
    compared = 0
    for one in everything:
        row, wanted = measured(read, one, SNAPSHOT), record(read, one, SNAPSHOT)
        for key, field in fields.items():
            entry = row[column(read, key)]
            if isinstance(entry, Quantity):
                assert entry.value == wanted[field]
                compared += 1
    assert compared > 60


def test_what_stays_text_in_the_real_plan_says_that_there_is_no_number(read, everything):
    rows = [measured(read, one, SNAPSHOT) for one in everything]
    entries = [row[column(read, key)] for row in rows for key in COUNTED]
    assert {one for one in entries if isinstance(one, str)} == {MISSING, "<2%", read.say("panel.no_gap")}


def test_a_final_gap_and_an_expected_one_stand_in_the_same_column(zh, by_number):
    short = column(zh, "shortfall")
    final, expected = (measured(zh, by_number[number], SNAPSHOT)[short] for number in (13, 6))
    assert (final.text, final.value) == ("0.31公里/百平方公里", record(zh, by_number[13], "")["distance"])
    assert expected.value == record(zh, by_number[6], "")["expected_shortfall"]


def test_the_marks_of_the_ladder_have_their_numbers(zh, by_number):
    one = by_number[6]
    told = rung_values(zh, one, rung(zh, one, muted=False))
    assert [(entry.text, entry.value) for entry in told.values()] == [
        ("60.4%", 60.37),
        ("70%", 70.0),
        ("60.6%", record(zh, one, "")["projected"]["2025"]["median"]),
    ]


def test_every_year_has_a_row_and_years_of_the_screen_read_the_same(read, everything):
    for one in everything:
        told, on_screen = yearly(read, one), years(read, one)
        if not on_screen:
            assert told == []
            continue
        year = column(read, "year")
        by_year = {row[year].text: row for row in told}
        assert [int(text) for text in by_year] == list(range(int(told[0][year].value), 2026))
        for row in on_screen:
            for name, text in row.items():
                assert getattr(by_year[row[year]][name], "text", MISSING) == text


def test_the_numbers_of_the_years_are_those_of_the_chart(zh, by_number):
    one = by_number[2]
    drawn, told = trajectory(zh, one), yearly(zh, one)
    year = column(zh, "year")
    values = {
        key: {int(row[year].value): row[column(zh, key)].value for row in told if row[column(zh, key)]}
        for key in YEARLY
    }
    assert values["value"] == pytest.approx({one.year: one.value for one in (*drawn.earlier, *drawn.history)})
    assert values["path"] == pytest.approx(dict(drawn.required))
    for key, name in (("median", "median"), ("low80", "p10"), ("high80", "p90"), ("low50", "p25")):
        assert values[key] == pytest.approx({one.year: getattr(one, name) for one in drawn.fan[1:]})
    goal = [row[zh.say("workbook.goal")] for row in told]
    assert goal[:-1] == [""] * (len(told) - 1)
    assert goal[-1].value == drawn.target


def test_years_without_a_figure_are_blank_not_zero():
    told = yearly(reading(), judged(levels({2020: 50.0, 2023: 56.0}), Level(70.0, 0, 0.0)))
    assert [row["数值"] and row["数值"].value for row in told] == [50.0, "", "", 56.0, "", ""]


def test_a_target_without_any_figure_has_no_years():
    assert yearly(reading(), judged([], Level(70.0, 0, 0.0))) == []


def test_figures_before_a_break_are_among_the_years():
    one = judged(
        levels({2018: 40.0, 2019: 41.0, 2020: 50.0, 2021: 52.0}), Level(70.0, 0, 0.0), broken=breaks(2020)
    )
    assert [row["数值"].value for row in yearly(reading(), one)[:4]] == [40.0, 41.0, 50.0, 52.0]


def test_a_comparison_in_words_is_no_number():
    read = reading()
    one = judged(
        levels({2020: 50.0, 2021: 52.0, 2022: 54.0}),
        RelativeGrowth("measured", 0.0, False, 2021, 2025),
        known=read.plan,
    )
    assert isinstance(measured(read, one, "")[column(read, "target")], str)
