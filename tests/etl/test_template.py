"""The form: what a department is asked for, with what is known already."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from etl.template import COLUMNS, alternatives, headings, lines, template
from indicators.model import Department, Level, MeanGrowth, Source
from indicators.rows.reading import Reading
from indicators.series import build
from indicators.store.reader import Store
from indicators.store.view import open_plan
from tests.indicators.worked import AMOUNT, figure, growth, levels, plan, target

OFFICES = {"office": Department("office", "市交通局", "Bureau of Transport", ())}


def asked(basis=None, observations=(), year=2024, department="office", lang="zh", **changes):
    known = plan(
        replace(AMOUNT, definition="定义", definition_en="what it is"),
        targets=(target(basis or Level(70.0, 0, 0.0)),),
        departments=OFFICES,
        **changes,
    )
    found = lines(Reading(known, lang, {}), build(observations, ()), department, year)
    return [dict(zip(COLUMNS, line.texts, strict=True)) for line in found]


def test_a_row_says_which_figure_is_wanted_and_what_is_known_of_it():
    assert asked(observations=levels({2022: 55.0, 2023: 57.25})) == [
        {
            "code": "measured",
            "indicator": "旅客量",
            "area": area,
            "year": "2024",
            "measure": "水平",
            "value": "",
            "unit": "万人次",
            "status": "正式",
            "note": "",
            "last": last,
            "definition": "定义",
        }
        for area, last in (("region", "57.25 万人次（2023年）"), ("city", ""))
    ]


def test_the_last_value_is_of_an_earlier_year_than_the_one_asked_for():
    known = levels({2022: 55.0, 2023: 57.25})
    assert [asked(observations=known, year=year)[0]["last"][:5] for year in (2022, 2023, 2024)] == [
        "",
        "55 万人",
        "57.25",
    ]


def test_growth_is_asked_for_in_percent_and_shows_the_last_growth():
    rows = asked(
        MeanGrowth(9.0, 0, 0.0, 2021, 2025), [*levels({2023: 57.0}), *growth({2022: 3.5, 2023: 4.25})]
    )
    assert [(row["measure"], row["unit"], row["last"]) for row in rows if row["area"] == "region"] == [
        ("水平", "万人次", "57 万人次（2023年）"),
        ("同比增速", "%", "4.25 %（2023年）"),
    ]


def test_a_department_without_a_target_gets_no_row():
    assert asked(department="stranger") == []


def test_without_a_department_every_target_is_asked_for():
    assert len(asked(department="")) == 2


def test_an_english_reader_gets_english_words():
    first = asked(lang="en", observations=levels({2023: 57.25}))[0]
    assert (first["indicator"], first["measure"], first["status"]) == ("Passengers", "Level", "final")
    assert first["last"] == "57.25 万人次 (2023)"


@pytest.mark.parametrize(
    ("unit", "first", "among", "not_among"),
    [
        ("亿元", "亿元", "万元", "yuan"),
        ("%", "%", "‰", "元"),
        ("万人", "万人", "人", "人次"),
        ("公里", "公里", "千米", "km"),
    ],
)
def test_a_figure_may_come_in_any_unit_of_its_kind(unit, first, among, not_among):
    offered = alternatives(unit)
    assert offered[0] == first
    assert among in offered
    assert not_among not in offered


def test_a_plain_number_has_no_unit():
    assert alternatives("") == ("", "倍", "∶1")


def test_a_unit_of_no_family_stands_alone():
    assert alternatives("朵") == ("朵",)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_csv_form_has_the_headings_and_a_row_for_each_figure(warehouse, lang):
    store = Store.open(warehouse)
    known = open_plan(store, None)
    made = template(known, "shangwu", 2025, store, "csv", lang, date(2026, 3, 1))
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"))))
    assert list(rows[0]) == headings(Reading(known, lang, {}))
    assert [row[headings(Reading(known, lang, {}))[0]] for row in rows] == ["retail_sales"] * 2


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_same_form_is_the_same_bytes(warehouse, kind):
    store = Store.open(warehouse)
    one, other = (template(open_plan(store, None), "fagai", 2025, store, kind, "zh") for _ in range(2))
    assert one == other


def test_another_kind_of_file_is_refused(warehouse):
    store = Store.open(warehouse)
    with pytest.raises(ValueError, match="pdf"):
        template(open_plan(store, None), "fagai", 2025, store, "pdf", "zh")


def test_a_name_that_looks_like_a_formula_stays_a_text(warehouse):
    store = Store.open(warehouse)
    known = open_plan(store, None)
    bad = known.indicators | {"retail_sales": replace(known.indicators["retail_sales"], name="=1+1")}
    made = template(replace(known, indicators=bad), "shangwu", 2025, store, "csv", "zh")
    assert "'=1+1" in made.decode("utf-8-sig")


def test_figures_in_doubt_are_no_last_value():
    doubtful = figure(2023, 60.0, flags=frozenset({"part_year"}))
    assert asked(observations=[*levels({2022: 55.0}), doubtful])[0]["last"].startswith("55 ")


def test_a_form_of_the_practice_store_says_so_in_every_row():
    sources = {"practice": Source("practice", "演练数据", "")}
    known = plan(targets=(target(Level(70.0, 0, 0.0)),), departments=OFFICES)
    found = lines(Reading(known, "zh", sources), build([], ()), "office", 2024)
    assert {dict(zip(COLUMNS, line.texts, strict=True))["note"] for line in found} == {"演练数据"}
