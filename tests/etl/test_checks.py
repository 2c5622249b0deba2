"""Each check: a smallest case that triggers it, and one just inside what is allowed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl.checks import conflicting, doubled, growth_against_levels, not_recomputable, run
from indicators.model import Break
from indicators.series import build
from tests.etl.invented import figures

BREAK = Break("gdp", "520300", 2020, "accounting_boundary", "核算范围调整", "New accounting boundary")


def said(findings):
    return [(one.check, one.level, one.where, one.found, one.allowed) for one in findings]


def book(content, table, *breaks):
    return build(figures(content, table), breaks)


def test_the_same_figure_twice_from_one_source_is_a_warning(content):
    twice = figures(content, "value source\n3720.05 bulletin\n3720.05 bulletin")
    assert said(doubled(twice)) == [
        ("doubled", "warning", "gdp 520300 2020", "2 times 3720.05 亿元 from bulletin", "once")
    ]


@pytest.mark.parametrize(
    "table",
    [
        "value source\n3720.05 bulletin\n3720.05 yearbook",
        "value source\n3720.05 bulletin\n3720.06 bulletin",
        "value year\n3720.05 2020\n3720.05 2021",
        "value unit measure period_start\n6 % growth -\n6 % mean_growth 2020",
    ],
    ids=["other source", "other figure", "other year", "other measure"],
)
def test_figures_that_differ_in_anything_are_not_doubled(content, table):
    assert doubled(figures(content, table)) == []


def test_vintages_that_disagree_are_a_note_that_names_the_one_in_use(content):
    table = """
        value    source    published
        3720.05  yearbook  2021
        3729     bulletin  2025-10-15
    """
    assert said(conflicting(book(content, table))) == [
        (
            "conflicting_vintages",
            "note",
            "gdp 520300 2020",
            "3720.05 亿元 (yearbook), in use 3729 亿元 (bulletin)",
            "equal within rounding",
        )
    ]


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("3000 亿元", "3000.49 亿元", False),
        ("3000 亿元", "3000.5 亿元", False),
        ("3000 亿元", "3000.51 亿元", True),
        ("3000.0 亿元", "3000.5 亿元", True),
        ("3000.00 亿元", "30000000 万元", False),
        ("3000.00 亿元", "30000050 万元", False),
        ("3000.00 亿元", "30000051 万元", True),
    ],
)
def test_vintages_agree_at_the_coarser_of_their_printed_digits(content, one, other, conflict):
    found = conflicting(book(content, f"value unit\n{one}\n{other}"))
    assert bool(found) is conflict


def test_growth_figures_that_disagree_are_a_note_as_well(content):
    table = "measure value unit source\ngrowth 10.0 % bulletin\ngrowth 10.4 % yearbook"
    (only,) = conflicting(book(content, table))
    assert only.found == "10.4 % (yearbook), in use 10.0 % (bulletin)"


@pytest.mark.parametrize(
    "table",
    [
        "value flags\n100 -\n50 part_year",
        "value flags\n100 -\n50 part_scope",
        "value status\n100 published\n150 expected",
        "value status\n100 published\n90 lower_bound",
        "value measure\n100 level\n120 work_target",
        "value measure period_start\n100 level -\n500 cumulative 2016",
        "value measure period_start unit\n6 mean_growth 2018 %\n7 mean_growth 2019 %",
        "value area\n100 遵义市\n200 贵州省",
        "value year\n100 2020\n200 2021",
    ],
)
def test_only_observations_of_the_same_thing_can_disagree(content, table):
    assert conflicting(book(content, table)) == []


RATE = """
    indicator            value   unit
    urban_population     {urban}  万人
    resident_population  100.00  万人
    urbanization_rate    {rate}  %
"""


def test_a_published_ratio_that_its_parts_do_not_give_is_a_note(content):
    found = not_recomputable(book(content, RATE.format(urban="56.00", rate="60.0")), content.plans[0])
    assert said(found) == [
        (
            "derived_differs",
            "note",
            "urbanization_rate 520300 2020",
            "published 60, recomputed 56",
            "within 0.0578",
        )
    ]


@pytest.mark.parametrize(
    ("urban", "rate", "differs"),
    [
        ("56.50", "56", False),  # within 0.5 for the printed digit and 0.008 for the digits of the parts
        ("56.51", "56", True),
        ("55.50", "56", False),
        ("55.49", "56", True),
        ("56.00", "56.05", True),
        ("56.00", "56.01", False),
    ],
)
def test_a_ratio_may_differ_by_rounding_of_itself_and_of_its_parts(content, urban, rate, differs):
    found = not_recomputable(book(content, RATE.format(urban=urban, rate=rate)), content.plans[0])
    assert bool(found) is differs


@pytest.mark.parametrize(
    ("per_head", "differs"), [("10000", False), ("10102", False), ("10103", True), ("9898", True)]
)
def test_product_per_head_may_differ_by_one_percent_more_for_the_mean_population(content, per_head, differs):
    table = f"""
        indicator            value       unit
        gdp                  100.00      亿元
        resident_population  100.00      万人
        gdp_per_capita       {per_head}  元
    """
    assert bool(not_recomputable(book(content, table), content.plans[0])) is differs


@pytest.mark.parametrize(
    ("table", "where"),
    [
        (
            """
            indicator     value  unit
            urban_income  32283  元
            rural_income  12243  元
            income_ratio  2.74   倍
            """,
            "income_ratio 520300 2020",
        ),
        (
            """
            indicator           year  value  unit
            expressway_length   2022  1465   公里
            land_area           2015  30762  平方公里
            expressway_density  2022  4.86   公里/百平方公里
            """,
            "expressway_density 520300 2022",
        ),
    ],
    ids=["income ratio", "expressway density by the land area of any year"],
)
def test_every_published_ratio_is_recomputed(content, table, where):
    wrong, right = table, table.replace("2.74", "2.64").replace("4.86", "4.76")
    assert [one.where for one in not_recomputable(book(content, wrong), content.plans[0])] == [where]
    assert not_recomputable(book(content, right), content.plans[0]) == []


def test_ratios_are_reported_by_area_whatever_the_order_of_the_rows(content):
    table = """
        indicator     area    value  unit
        urban_income  {0}  32283  元
        rural_income  {0}  12243  元
        income_ratio  {0}  3.00   倍
    """
    areas = ("贵州省", "遵义市", "红花岗区", "仁怀市")
    rows = [one for area in areas for one in figures(content, table.format(area))]
    for order in (rows, rows[::-1]):
        found = not_recomputable(build(order, []), content.plans[0])
        wheres = [f"income_ratio {code} 2020" for code in ("520000", "520300", "520302", "520382")]
        assert [one.where for one in found] == wheres


def test_plans_share_the_figures_and_each_is_checked_in_its_own_areas(content):
    table = """
        indicator     area    value  unit
        urban_income  遵义市  32283  元
        rural_income  遵义市  12243  元
        income_ratio  遵义市  3.00   倍
    """
    found, plan = figures(content, table), content.plans[0]
    elsewhere = replace(plan, code="elsewhere", areas={})
    assert not_recomputable(build(found, []), elsewhere) == []
    assert [one.check for one in run(found, build(found, []), [elsewhere, plan])] == ["derived_differs"]


def test_a_ratio_without_its_parts_is_not_recomputed(content):
    alone = book(content, "indicator value unit\nurbanization_rate 60 %")
    assert not_recomputable(alone, content.plans[0]) == []


LEVELS = """
    year  measure  value     unit
    2019  level    100       亿元
    {year}  level    {level}   亿元
    {year}  growth   {growth}  %
"""


def test_growth_that_contradicts_the_levels_is_a_warning(content):
    wrong = book(content, LEVELS.format(year=2020, level=120, growth=6.4))
    assert said(growth_against_levels(wrong, content.plans[0])) == [
        (
            "growth_contradicts",
            "warning",
            "gdp 520300 2020",
            "stated 6.4 %, levels give 20.0 %",
            "within 12 points",
        )
    ]


@pytest.mark.parametrize(
    ("level", "growth", "contradicts"),
    [
        (111.9, 0, False),
        (112, 0, False),
        (112.1, 0, True),
        (88, 0, False),
        (87.9, 0, True),
        (100, -12, False),
        (100, -12.1, True),
    ],
)
def test_prices_and_revisions_may_take_growth_twelve_points_off(content, level, growth, contradicts):
    found = book(content, LEVELS.format(year=2020, level=level, growth=growth))
    assert bool(growth_against_levels(found, content.plans[0])) is contradicts


def test_growth_is_not_held_against_levels_of_other_years_or_across_a_break(content):
    plan = content.plans[0]
    assert growth_against_levels(book(content, LEVELS.format(year=2021, level=200, growth=6)), plan) == []
    broken = book(content, LEVELS.format(year=2020, level=200, growth=6), BREAK)
    assert growth_against_levels(broken, plan) == []


def test_all_checks_speak_in_a_fixed_order_and_once_for_two_plans(content):
    table = """
        year  measure  value    unit  source
        2019  level    100      亿元  bulletin
        2020  level    200      亿元  bulletin
        2020  level    200      亿元  bulletin
        2020  level    201      亿元  yearbook
        2020  growth   6        %     bulletin
    """
    found = figures(content, table)
    checks = [one.check for one in run(found, build(found, []), content.plans * 2)]
    assert checks == ["doubled", "conflicting_vintages", "growth_contradicts"]


def test_nothing_is_said_of_figures_that_agree(content):
    found = figures(content, LEVELS.format(year=2020, level=106.8, growth=6.8))
    assert run(found, build(found, []), content.plans) == []
