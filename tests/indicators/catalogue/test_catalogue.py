"""A plan as tables: what is in it, how names are found, and that a faulty one is refused as a whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from indicators.catalogue import (
    COLUMNS,
    OPTIONAL_TABLES,
    PLAN_TABLES,
    find_area,
    find_department,
    find_target,
    parse_indicators,
    parse_plan,
    read_folder,
)
from indicators.errors import InputRefused, UnknownName
from indicators.model import Plan
from indicators.tables import read_table

ROOT = Path(__file__).parents[3]
GOOD = ROOT / "data" / "plans" / "zunyi-metro-2025"
INDICATORS = ROOT / "data" / "indicators.csv"
FAULTS = sorted(path.parent for path in (ROOT / "tests" / "faults").glob("*/expect.yml"))


def parsed(folder: Path) -> Plan:
    """The plan in a folder, which may bring its own indicators.csv."""
    own = folder / "indicators.csv"
    return parse_plan(read_folder(folder), parse_indicators(read_table(own if own.exists() else INDICATORS)))


@pytest.fixture(scope="module")
def plan() -> Plan:
    return parsed(GOOD)


@pytest.fixture
def short(tmp_path) -> Path:
    """A folder with the real plan cut down to its first target, so that a bad table may be short too."""
    folder = Path(shutil.copytree(GOOD, tmp_path / "plan"))
    for name, rows in (("targets", 1), ("consistency", 0)):
        path = folder / f"{name}.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(lines[: rows + 1]), encoding="utf-8")
    return folder


def test_the_short_plan_is_a_good_one(short):
    assert [target.number for target in parsed(short).targets] == [1]


@pytest.mark.parametrize("fault", FAULTS, ids=[folder.name for folder in FAULTS])
def test_a_faulty_table_is_refused_with_every_fault_and_its_place(fault, short):
    """`allowed` in expect.yml is how the fault's own text begins: lists of codes grow."""
    expected = yaml.safe_load((fault / "expect.yml").read_text(encoding="utf-8"))["faults"]
    for table in fault.glob("*.csv"):
        shutil.copy(table, short)
    with pytest.raises(InputRefused) as refusal:
        parsed(short)
    found = [vars(one) for one in refusal.value.faults]
    starts = [one["allowed"] for one in expected] + [""] * len(found)
    cut = [one | {"allowed": one["allowed"][: len(start)]} for one, start in zip(found, starts, strict=False)]
    assert cut == expected


@pytest.mark.parametrize("fault", FAULTS, ids=[folder.name for folder in FAULTS])
def test_every_fault_says_why_and_brings_its_bad_table(fault):
    assert yaml.safe_load((fault / "expect.yml").read_text(encoding="utf-8")).keys() == {"why", "faults"}
    assert {path.stem for path in fault.glob("*.csv")} & {*COLUMNS}


def test_a_missing_table_is_refused(short):
    (short / "areas.csv").unlink()
    with pytest.raises(InputRefused, match=r"areas\.csv.*No such file"):
        parsed(short)


def test_the_plan_has_its_30_targets_in_order(plan):
    assert [target.number for target in plan.targets] == list(range(1, 31))


def test_targets_come_in_the_order_of_their_numbers_whatever_the_table(short):
    heading, first = (short / "targets.csv").read_text(encoding="utf-8").splitlines()
    second = first.replace("1,gdp,", "2,gdp_again,", 1)
    (short / "targets.csv").write_text("\n".join([heading, second, first]), encoding="utf-8")
    assert [target.number for target in parsed(short).targets] == [1, 2]


def test_the_plan_knows_its_years_its_area_and_its_stand_in(plan):
    assert (plan.base_year, plan.target_year, plan.report_due) == (2020, 2025, "01-20")
    assert (plan.areas[plan.area].name, plan.areas[plan.stand_in].name) == ("遵义都市圈", "遵义市")


def test_the_six_dimensions_keep_the_plans_order(plan):
    names = [one.name for one in plan.dimensions.values()]
    assert names == ["综合实力", "美丽生态圈", "便捷交通圈", "绿色产业圈", "魅力文旅圈", "美好生活圈"]
    assert {target.dimension for target in plan.targets} == set(plan.dimensions)


def test_thirteen_departments_lead(plan):
    assert len({target.lead for target in plan.targets}) == 13


def test_the_metropolitan_area_is_not_the_city(plan):
    """Jinsha belongs to another prefecture; Xinpu has no code of its own and is counted elsewhere."""
    metro, city = (set(plan.areas[code].members) for code in (plan.area, plan.stand_in))
    assert len(metro) == 9
    assert metro - city == {find_area(plan, "金沙县").code}
    assert len(city - metro) == 7
    xinpu = find_area(plan, "新蒲新区")
    assert xinpu.gb2260 is None
    assert {plan.areas[code].name for code in xinpu.counted_in} == {"红花岗区", "汇川区"}


def test_claims_name_targets_that_exist(plan):
    assert plan.consistency
    assert {number for one in plan.consistency for number in one.targets} <= set(range(1, 31))


@pytest.mark.parametrize("name", ["27", "urban_income_growth", "城镇收入增速", "Urban income"])
def test_a_target_is_found_by_number_code_and_names(plan, name):
    assert find_target(plan, name).number == 27


@pytest.mark.parametrize("name", ["520302", "红花岗区", "Honghuagang"])
def test_an_area_is_found_by_code_and_names(plan, name):
    assert find_area(plan, name).gb2260 == "520302"


@pytest.mark.parametrize("name", ["wenlv", "市文化和旅游局", "市文化旅游局"])
def test_a_department_is_found_by_code_name_and_alias(plan, name):
    assert find_department(plan, name).code == "wenlv"


def test_a_department_keeps_each_spelling_of_the_plan(plan):
    one = plan.departments["wenlv"]
    assert {one.name, *one.aliases} == {"市文化旅游局", "市文化和旅游局"}


@pytest.mark.parametrize(
    ("find", "name", "near"),
    [
        (find_target, "urban_income", "urban_income_growth"),
        (find_area, "红花岗", "红花岗区"),
        (find_department, "市发展改革", "市发展改革委"),
    ],
)
def test_an_unknown_name_is_refused_with_the_near_ones(plan, find, name, near):
    with pytest.raises(UnknownName) as problem:
        find(plan, name)
    assert near in problem.value.near


def test_every_code_of_the_plan_is_a_code(plan):
    """Codes go into addresses and file names."""
    codes = [*plan.areas, *plan.departments, *plan.dimensions, *plan.indicators]
    codes += [target.code for target in plan.targets]
    assert [code for code in codes if not code.replace("-", "_").isascii() or " " in code] == []


def test_every_table_has_columns():
    assert {*PLAN_TABLES, *OPTIONAL_TABLES, "indicators"} == set(COLUMNS)


def test_a_plan_may_have_no_official_verdicts_or_some(short):
    assert parsed(short).verdicts == ()
    (short / "verdicts.csv").write_text(
        "target,date,verdict,verdict_en,class,source,grade,quote\n"
        "1,2024-12-26,快于预期,faster,ahead,review,C,较快\n"
        "1,2023-12-26,滞后,lagging,behind,review,C,较慢\n",
        encoding="utf-8",
    )
    assert [one.verdict for one in parsed(short).verdicts] == ["滞后", "快于预期"]
