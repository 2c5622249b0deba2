"""One assessment as a record (the command line's JSON) and as a row of text."""

from __future__ import annotations

import json

import pytest

from indicators.model import CumulativeCut, Direction, Level, MeanGrowth, PartialSum, Status
from indicators.rows.record import column, figure, flat, record
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.worked import RATIO, SHARE, cuts, judged, levels, mean_growth
from tests.indicators.worked import figure as published

SNAPSHOT = "0123456789ab"


@pytest.fixture
def records(read, everything):
    return [record(read, one, SNAPSHOT) for one in everything]


def test_every_record_has_the_same_fields(records):
    assert len(records) == 30
    assert len({tuple(one) for one in records}) == 1


def test_records_are_json_without_holes(records):
    assert json.loads(json.dumps(records, allow_nan=False)) == records
    assert unfinished(records) == []


def test_chances_are_those_that_are_shown(records):
    chances = [one["chance"] for one in records if one["chance"] is not None]
    assert chances and all(0.02 <= chance <= 0.98 for chance in chances)
    assert all((one["chance"] is None) == (not one["projected"]) for one in records)


@pytest.mark.parametrize(("goal", "chance"), [(1e6, 0.02), (1e-6, 0.98)])
def test_no_chance_is_recorded_as_certain(goal, chance):
    one = judged(levels({2022: 50.0, 2023: 51.0, 2024: 52.0}), Level(goal, 9, 0.0))
    assert record(reading(), one, SNAPSHOT)["chance"] == chance


def test_a_projection_has_five_quantiles_a_year_in_order(records):
    for one in records:
        years = [int(year) for year in one["projected"]]
        assert years == list(range(one["latest_year"] + 1, 2026)) if years else one["chance"] is None
        for band in one["projected"].values():
            assert set(band) == {"median", "p10", "p25", "p75", "p90"}
            assert band["p10"] < band["p25"] < band["median"] < band["p75"] < band["p90"]


def test_an_unknown_target_has_reasons_and_the_others_have_none(records):
    assert all(bool(one["reasons"]) == (one["verdict"] == "unknown") for one in records)


def test_every_figure_behind_a_verdict_has_its_origin(records):
    sources = [source for one in records for source in one["sources"]]
    assert sources
    assert all(source["source"] and source["grade"] in "ABC" and source["known_from"] for source in sources)
    assert all(one["sources"] for one in records if one["chance"] is not None)


@pytest.mark.parametrize(("number", "pace"), [(27, 28.5), (28, 29.1)])
def test_rates_and_paces_are_in_percent(zh, by_number, number, pace):
    one = record(zh, by_number[number], SNAPSHOT)
    assert one["required_pace"] == pytest.approx(pace, abs=0.05)
    assert one["unit"] == "%"


def test_the_record_of_a_level_reads_in_its_own_unit(zh, by_number):
    one = record(zh, by_number[6], SNAPSHOT)
    assert (one["latest_year"], one["latest_value"], one["unit"]) == (2024, 60.37, "%")
    assert (one["target_year"], one["target_value"], one["target_tolerance"]) == (2025, 70.0, 1.0)
    assert one["expected_shortfall"] == pytest.approx(70 - one["projected"]["2025"]["median"], abs=1e-5)
    assert (one["area"], one["area_used"]) == ("遵义都市圈", "遵义市")
    assert one["required_pace"] == pytest.approx(70 - 60.37)


def test_another_areas_total_is_no_number_of_the_target(zh, by_number):
    one = record(zh, by_number[1], SNAPSHOT)
    numbers = ["latest_year", "latest_value", "chance", "required_pace", "distance", "schedule_gap"]
    assert [one[name] for name in numbers] == [None] * 6
    assert (one["verdict"], one["reasons"], one["projected"]) == ("unknown", ["scope_differs"], {})


def test_growth_is_projected_as_a_mean_rate_not_as_an_index():
    one = judged([mean_growth(2021, 2024, 8.0)], MeanGrowth(10.0, 0, 0.5, 2021, 2025))
    found = record(reading(), one, SNAPSHOT)
    assert found["latest_value"] == pytest.approx(8.0)
    assert 0 < found["projected"]["2025"]["median"] < 12
    assert found["target_value"] == 10.0


def test_a_cut_is_projected_as_a_cut():
    cut = CumulativeCut(13.5, 1, 2021, 2025)
    found = record(reading("zh", RATIO), judged(cuts({2021: 3.0, 2022: 3.0}), cut, Direction.DOWN, RATIO), "")
    assert found["latest_value"] == pytest.approx(100 - 97 * 0.97)
    last = found["projected"]["2025"]
    assert last["median"] > found["latest_value"]
    assert last["p10"] < last["p25"] < last["median"] < last["p75"] < last["p90"]


def test_a_partial_sum_is_told_apart_from_a_value():
    members = [published(2023, 41.0, area="north"), published(2023, 9.0, area="city")]
    one = judged(members, Level(70.0, 0, 0.0))
    assert one.partial is None
    pair = PartialSum(2023, 41.0, ("north",), ("south",))
    found = record(reading(), one.__class__(**{**vars(one), "partial": pair}), SNAPSHOT)
    assert found["partial_sum"] == {"year": 2023, "value": 41.0, "present": ["north"], "lacking": ["south"]}


def test_numbers_are_free_of_floating_point_noise():
    found = record(reading("zh", SHARE), judged(levels({2023: 0.1 + 0.2}), Level(70.0, 0, 0.0)), SNAPSHOT)
    assert (found["latest_value"], found["distance"]) == (0.3, 69.7)


def test_a_figure_with_its_origin():
    one = published(2023, 60.37, found="60.37 %", status=Status.COMPUTED, grade="B", note="估算")
    assert figure(reading(), one) == {
        "indicator": "measured",
        "area": "都市圈",
        "year": 2023,
        "measure": "level",
        "period_start": None,
        "value": 60.37,
        "found": "60.37 %",
        "status": "computed",
        "source": "统计年鉴",
        "url": "https://example.org/yearbook",
        "published": "2024-03-01",
        "known_from": "2024-03-01",
        "grade": "B",
        "note": "估算",
    }


def test_a_source_nobody_described_has_no_address():
    assert figure(reading(), published(2023, 1.0, source="unheard-of"))["url"] == ""


def test_the_row_of_text_says_the_same_as_the_record(read, everything):
    for one in everything:
        row, found = flat(read, one, SNAPSHOT), record(read, one, SNAPSHOT)
        assert row[column(read, "number")] == str(found["number"])
        assert row[column(read, "verdict")] == found["verdict_word"]
        assert row[column(read, "year")] == str(found["latest_year"] or "—")
        assert row[column(read, "required_pace")] == read.pace(one.target, found["required_pace"])
        assert row[column(read, "latest")] == read.value(one.target, found["latest_value"])
        assert row[column(read, "snapshot")] == found["snapshot"] == SNAPSHOT


def test_rows_of_text_are_finished_and_have_the_same_columns(read, everything):
    rows = [flat(read, one, SNAPSHOT) for one in everything]
    assert unfinished(rows) == []
    assert len({tuple(row) for row in rows}) == 1


def test_english_rows_hold_no_chinese(en, everything):
    assert in_chinese([flat(en, one, SNAPSHOT) for one in everything]) == []


def test_the_headings_name_the_target_year(zh, en):
    assert (column(zh, "target"), column(en, "projected")) == (
        "2025年目标",
        en.say("column.projected", year=2025),
    )


def test_a_verdict_carries_its_rule_and_how_many_years_it_rests_on(zh, by_number):
    told = {number: record(zh, by_number[number], SNAPSHOT) for number in (6, 13, 10)}
    assert [(each["rule"], each["n"]) for each in told.values()] == [
        ("probability", 2),
        ("final_value", 3),
        (None, 0),
    ]
