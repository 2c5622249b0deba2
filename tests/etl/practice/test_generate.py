"""The practice data are whole, the same every time, agree with themselves and never mix with real ones."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from datetime import date

import pytest

from etl.__main__ import main
from etl.checks import run
from etl.examine import Desk, examine
from etl.gather import gather
from etl.kind import MARK
from etl.load import publish
from etl.practice.generate import DATA, NOTE, build_practice, generate
from indicators.assessment import assess_all
from indicators.errors import InputRefused, StoreMixed
from indicators.model import PRACTICE, AreaKind, Measure, Severity, StoreKind, Verdict
from indicators.store.pointer import read_pointer
from indicators.store.reader import Store
from tests.etl.invented import ROOT

AS_OF = date(2026, 6, 30)
BASE = ROOT / "data"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The practice data as anybody generates them."""
    made = tmp_path_factory.mktemp("practice") / "data"
    generate(made, base=BASE)
    return made


@pytest.fixture(scope="module")
def practice(folder):
    return gather(folder)


@pytest.fixture(scope="module")
def judged(practice):
    (plan,) = practice.plans
    return assess_all(plan, practice.book, AS_OF)


def tree(folder):
    """Every file below a folder and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_every_target_has_a_figure_for_every_year_from_2015_to_2024(judged):
    assert len(judged) == 30
    for one in judged:
        years = {point.year for point in one.series.points}
        assert set(range(2015, 2025)) <= years, one.target.code
        assert one.area_used == one.area


def test_members_city_and_counties_are_complete_too(practice):
    (plan,) = practice.plans
    kinds = (AreaKind.SCOPE, AreaKind.CITY, AreaKind.MEMBER, AreaKind.COUNTY)
    areas = [code for code, area in plan.areas.items() if area.kind in kinds]
    asked = {one.indicator for one in plan.targets} - {"airport_passengers"}
    missing = [
        (code, area)
        for code in asked
        for area in areas
        if len({point.year for point in practice.book.get(code, area).points} & {*range(2015, 2025)}) < 10
    ]
    assert missing == []


def test_growth_and_cuts_stand_beside_levels_where_a_target_asks_for_them(practice):
    found = defaultdict(set)
    for one in practice.observations:
        found[one.measure].add(one.indicator)
    assert found[Measure.GROWTH] == {"fai", "retail_sales", "urban_income", "rural_income"}
    assert found[Measure.CUT] == {"energy_intensity", "co2_intensity"}
    assert set(found) == {Measure.LEVEL, Measure.GROWTH, Measure.CUT}


def test_every_verdict_appears(judged):
    count = Counter(one.verdict for one in judged)
    assert set(count) == set(Verdict)
    assert count[Verdict.UNKNOWN] == 2
    assert [one.target.number for one in judged if one.verdict is Verdict.UNKNOWN] == [10, 11]


def test_some_figures_of_the_target_year_are_left_to_be_reported(judged):
    latest = Counter(one.series.points[-1].year for one in judged)
    assert latest[2025] >= 4
    assert latest[2024] >= 15


def test_nothing_is_found_but_the_revisions_that_are_meant_to_be_found(practice):
    found = run(practice.observations, practice.book, practice.plans)
    assert {one.check for one in found} == {"conflicting_vintages"}
    assert sorted(one.where for one in found) == [
        *("gdp 520300 2022", "gdp 520300 2023", "gdp zunyi-metro 2022", "gdp zunyi-metro 2023"),
    ]


def test_reported_as_an_upload_every_figure_would_pass_every_check(folder, practice_warehouse):
    """Sums, ratios, growth beside levels, jumps, units: no error, no warning; all of it is known already."""
    lines = (folder / "raw" / "practice.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    once = "".join(line for line in lines if "preliminary" not in line).encode()
    desk = Desk.of(Store.open(practice_warehouse))
    found = examine(once, "practice.csv", desk, department="", year=None, today=date(2026, 11, 1))
    assert [one for one in found.remarks if one.level is not Severity.NOTE] == []
    assert (found.unchanged, found.rows_read) == (len(lines) - 5, len(lines) - 5)


def test_the_targets_are_the_real_plans(practice, content):
    assert practice.plans[0].targets == content.plans[0].targets


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(folder, tmp_path):
    generate(tmp_path / "again", base=BASE)
    generate(tmp_path / "other", seed=1, base=BASE)
    assert tree(tmp_path / "again") == tree(folder)
    differing = {name for name, content in tree(tmp_path / "other").items() if content != tree(folder)[name]}
    assert differing == {"raw/practice.csv"}


def test_every_figure_says_that_it_is_invented(practice):
    assert {one.source for one in practice.observations} == {PRACTICE}
    assert {one.note for one in practice.observations} == {NOTE}
    assert [one.title for one in practice.sources] == ["演练数据（虚构）"]
    assert practice.kind is StoreKind.PRACTICE


def test_no_series_is_a_real_one(practice, content):
    """Here and there a rounded share may fall on a published one; three in a row would be no accident."""
    same = Counter()
    real = {(one.indicator, one.area, one.year, one.measure): one.value for one in content.observations}
    for one in practice.observations:
        if real.get((one.indicator, one.area, one.year, one.measure)) == one.value:
            same[one.indicator, one.area] += 1
    assert {series: count for series, count in same.items() if count > 2} == {}


def test_real_data_are_not_of_the_practice_kind(content):
    assert content.kind is StoreKind.REAL


def test_invented_figures_among_real_ones_are_refused(folder, tmp_path):
    shutil.copytree(BASE / "raw", tmp_path / "raw")
    shutil.copytree(BASE / "plans", tmp_path / "plans")
    shutil.copy(BASE / "indicators.csv", tmp_path / "indicators.csv")
    shutil.copy(folder / "raw" / "practice.csv", tmp_path / "raw" / "practice.csv")
    with (tmp_path / "raw" / "sources.csv").open("a", encoding="utf-8") as sources:
        sources.write("practice,演练数据（虚构）,\n")
    with pytest.raises(InputRefused, match="no other source beside invented figures"):
        gather(tmp_path)


def test_practice_data_are_never_written_over_real_ones(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "sources.csv").write_text("code,title,url\nbulletin,统计公报,\n", encoding="utf-8")
    with pytest.raises(StoreMixed, match="other data"):
        generate(tmp_path, base=BASE)
    assert tree(tmp_path) == {"raw/sources.csv": "code,title,url\nbulletin,统计公报,\n".encode()}


def test_a_warehouse_inside_the_folder_is_no_obstacle(tmp_path):
    (tmp_path / "warehouse").mkdir()
    snapshot = build_practice(tmp_path, tmp_path / "warehouse")
    assert read_pointer(tmp_path / "warehouse")["snapshot"] == snapshot
    assert build_practice(tmp_path, tmp_path / "warehouse") == snapshot


def test_a_store_knows_that_it_is_for_practice(practice_warehouse, warehouse):
    assert Store.open(practice_warehouse).practice
    assert not Store.open(warehouse).practice


def test_neither_kind_goes_into_the_others_warehouse(practice, content, tmp_path):
    real, invented = tmp_path / "real", tmp_path / "invented"
    first, second = publish(content, real), publish(practice, invented)
    with pytest.raises(StoreMixed):
        publish(practice, real)
    with pytest.raises(StoreMixed):
        publish(content, invented)
    assert (read_pointer(real)["snapshot"], read_pointer(invented)["snapshot"]) == (first, second)
    assert not (real / MARK).exists()


@pytest.mark.parametrize("command", ["build", "practice"])
def test_the_command_line_keeps_them_apart_too(command, folder, warehouse, practice_warehouse, capsys):
    there = {"build": practice_warehouse, "practice": warehouse}[command]
    data = {"build": BASE, "practice": folder}[command]
    before = read_pointer(there)
    assert main([command, "--data", str(data), "--warehouse", str(there)]) == 2
    assert "practice store" in capsys.readouterr().err
    assert read_pointer(there) == before


@pytest.mark.parametrize("practised", [False, True])
def test_a_load_keeps_them_apart_too(practised, folder, warehouse, practice_warehouse, tmp_path, capsys):
    """Tables of one kind, the warehouse of the other."""
    data, there = (folder, warehouse) if practised else (BASE, practice_warehouse)
    (tmp_path / "2025.csv").write_text(
        "indicator,area,year,value,unit\n地区生产总值,遵义都市圈,2025,5200,亿元\n"
    )
    before = read_pointer(there)
    places = ["--data", str(data), "--warehouse", str(there)]
    said = ["--department", "fagai", "--by", "tester", "--note", "", "--confirm", "checked"]
    assert main(["load", str(tmp_path / "2025.csv"), *said, *places]) == 2
    assert "practice store" in capsys.readouterr().err
    assert read_pointer(there) == before


def test_the_usual_folder_is_git_ignored():
    assert f"{DATA.as_posix()}/" in (ROOT / ".gitignore").read_text().splitlines()
