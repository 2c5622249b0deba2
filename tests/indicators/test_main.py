"""`python -m indicators assess | record`: what scripts get, and what who asks for the unknown is told."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest

from indicators.__main__ import COLUMNS, main
from indicators.model import Verdict
from indicators.store.ledger import read_ledger
from indicators.store.pointer import read_pointer
from indicators.words import say
from tests.indicators.rows.invented import in_chinese
from tests.indicators.said import put_on_record, said

AS_OF = ("--as-of", "2026-06-30")
PROMISED = {
    *("number", "code", "name", "lead", "joint", "area", "area_used", "verdict"),
    *(
        "chance",
        "strict_verdict",
        "latest_year",
        "latest_value",
        "unit",
        "target_value",
        "projected",
        "expected_shortfall",
    ),
    *("schedule_gap", "required_pace", "best_pace", "pace_ratio", "reasons", "flags", "sources"),
}
"""Fields that scripts may rely on."""

pytestmark = pytest.mark.usefixtures("warehouse")


@pytest.fixture
def run(capsys):
    """`run("--target", "27")` → exit code, standard output, standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(["assess", *AS_OF, *arguments])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def records(run):
    """`records("--target", "27")` → the records of --json, after exit 0 in silence."""

    def call(*arguments: str) -> list[dict]:
        code, out, err = run("--json", *arguments)
        assert (code, err) == (0, "")
        return json.loads(out)

    return call


def test_the_table_has_a_line_for_each_target(run):
    code, out, err = run()
    heading, *lines = out.splitlines()
    assert (code, err) == (0, "")
    assert heading.split() == [say("zh", f"column.{key}", year=2025) for key in COLUMNS]
    assert [line.split()[0] for line in lines] == [str(number) for number in range(1, 31)]


def test_the_table_says_what_a_statistician_looks_for(run):
    (line,) = [line for line in run()[1].splitlines() if line.split()[0] == "27"]
    cells = line.split()
    assert cells[2] == "难以实现"
    assert {"5.8%", "2024", "10%", "28.5%", "市人力资源和社会保障局"} <= set(cells)


def test_the_table_in_english(run):
    code, out, _ = run("--lang", "en")
    assert code == 0
    assert "Off track" in out and "28.5%" in out and "Bureau of Human Resources and Social Security" in out
    assert in_chinese(out) == []


def test_json_is_one_object_a_target_with_all_that_is_promised(records):
    found = records()
    assert [one["number"] for one in found] == list(range(1, 31))
    assert [PROMISED - set(one) for one in found] == [set()] * 30


def test_json_names_the_snapshot_it_read(records, warehouse):
    assert {one["snapshot"] for one in records()} == {read_pointer(warehouse)["snapshot"]}


def test_verdicts_are_codes_in_json_whatever_the_language(records):
    zh, en = records(), records("--lang", "en")
    assert [one["verdict"] for one in zh] == [one["verdict"] for one in en]
    assert {one["verdict"] for one in zh} <= set(Verdict)
    assert (zh[26]["name"], en[26]["name"]) == (
        "城镇常住居民人均可支配收入年均增长",
        "Mean annual growth of urban income per head",
    )


def test_the_worked_example_of_the_rules_comes_out(records):
    """Incomes grew 5.8 % and 8.1 % a year; 10 % and 12 % now need 28.5 % and 29.1 % in 2025 alone."""
    urban, rural = records()[26:28]
    assert (round(urban["latest_value"], 1), round(urban["required_pace"], 1)) == (5.8, 28.5)
    assert (round(rural["latest_value"], 1), round(rural["required_pace"], 1)) == (8.1, 29.1)
    assert urban["verdict"] == rural["verdict"] == "off_track"


def test_values_still_to_be_assigned_are_not_invented(records):
    found = [one for one in records() if one["number"] in (10, 11)]
    assert [(one["verdict"], one["reasons"], one["target_value"]) for one in found] == [
        ("unknown", ["no_target_value"], None)
    ] * 2


def test_the_citys_product_is_not_the_metropolitan_areas(records):
    gdp = records("--target", "1")[0]
    assert (gdp["verdict"], gdp["reasons"], gdp["latest_value"]) == ("unknown", ["scope_differs"], None)
    assert (gdp["area"], gdp["area_used"]) == ("遵义都市圈", "遵义市")


def test_percent_is_percent_and_chance_is_a_share(records):
    urbanisation = records("--target", "6")[0]
    assert urbanisation["latest_value"] > 1 and urbanisation["required_pace"] > 1
    assert 0.02 <= urbanisation["chance"] <= 0.98
    assert urbanisation["schedule_gap"] < -1


@pytest.mark.parametrize("name", ["27", "urban_income_growth", "城镇收入增速", "Urban income"])
def test_one_target_by_number_code_or_name(records, name):
    assert [one["number"] for one in records("--target", name)] == [27]


@pytest.mark.parametrize("name", ["520302", "红花岗区", "Honghuagang"])
def test_an_area_by_code_or_name(records, name):
    found = records("--area", name, "--target", "6")
    assert [(one["area"], one["area_used"]) for one in found] == [("红花岗区", "红花岗区")]


def test_without_an_area_each_target_has_its_own(records):
    assert {one["number"] for one in records() if one["area"] != "遵义都市圈"} == {14}
    assert records("--area", "遵义都市圈") == records()


@pytest.mark.parametrize("name", ["zunyi-metro-2025", "遵义都市圈发展规划"])
def test_a_plan_by_code_or_name(records, name):
    assert records("--plan", name) == records()


def test_figures_not_yet_published_on_a_day_do_not_count(records, capsys):
    assert main(["assess", "--as-of", "2023-01-01", "--target", "27", "--json"]) == 0
    (before,) = json.loads(capsys.readouterr().out)
    (after,) = records("--target", "27")
    assert before["as_of"] == "2023-01-01" and before["latest_year"] != 2024 == after["latest_year"]
    assert all(source["known_from"] <= "2023-01-01" for source in before["sources"])


def test_long_ago_there_was_nothing_to_judge(capsys):
    assert main(["assess", "--as-of", "2000-01-01", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {reason for one in found for reason in one["reasons"]} == {"no_data", "no_target_value"}
    assert len(found) == 30


def test_the_judging_year_is_the_last_full_one_unless_asked_otherwise(records):
    assert {one["judging_year"] for one in records()} == {2025}
    assert {one["judging_year"] for one in records("--judging-year", "2023")} == {2023}
    stale = {
        year: "stale" in records("--target", "2", "--judging-year", year)[0]["flags"]
        for year in ("2024", "2025")
    }
    assert stale == {"2024": False, "2025": True}


@pytest.mark.parametrize(
    ("arguments", "named", "near"),
    [
        (("--target", "99"), "target '99'", "9"),
        (("--target", "城镇收入"), "target '城镇收入'", "城镇收入增速"),
        (("--area", "红花岗"), "area '红花岗'", "红花岗区"),
        (("--plan", "zunyi-metro"), "plan 'zunyi-metro'", "zunyi-metro-2025"),
    ],
)
def test_an_unknown_name_ends_with_2_and_the_near_ones(run, arguments, named, near):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert named in err and near in err.partition("near: ")[2].strip().split(", ")


@pytest.mark.parametrize(
    "flag", [["--as-of", "30.6.2026"], ["--as-of", "2026-02-30"], ["--lang", "fr"], ["--xml"]]
)
def test_a_bad_option_ends_with_2_and_how_it_should_be(capsys, flag):
    with pytest.raises(SystemExit) as end:
        main(["assess", *flag])
    err = capsys.readouterr().err
    assert end.value.code == 2
    assert "usage" in err and flag[-1] in err
    assert "--as-of" not in flag or "allowed: YYYY-MM-DD" in err


def test_without_a_command_there_is_nothing_to_do(capsys):
    with pytest.raises(SystemExit) as end:
        main([])
    assert end.value.code == 2
    assert "command" in capsys.readouterr().err


def test_without_a_store_the_message_names_the_command_that_builds_it(run, tmp_path):
    code, out, err = run("--warehouse", str(tmp_path))
    assert (code, out) == (2, "")
    assert "python -m etl build" in err


def test_a_damaged_store_ends_with_2(run, tmp_path):
    (tmp_path / "current.json").write_text("{", encoding="utf-8")
    code, out, err = run("--warehouse", str(tmp_path))
    assert (code, out) == (2, "")
    assert "current.json cannot be read" in err


def test_the_store_is_found_by_its_environment_variable(run, monkeypatch, tmp_path):
    monkeypatch.setenv("WAREHOUSE", str(tmp_path / "nowhere"))
    assert run()[0] == 2


class TestRecord:
    """`python -m indicators record` on a record of its own beside the real snapshot."""

    @pytest.fixture
    def folder(self, warehouse, tmp_path):
        """Urban income, on an index with 2020 = 100, was said to lie between 120 and 130 in 2024: it came to
        125.3."""
        (tmp_path / "current.json").write_bytes((warehouse / "current.json").read_bytes())
        (tmp_path / f"{read_pointer(warehouse)['snapshot']}.duckdb").symlink_to(
            warehouse / f"{read_pointer(warehouse)['snapshot']}.duckdb"
        )
        income = said(
            plan="zunyi-metro-2025",
            target="urban_income_growth",
            number=27,
            indicator="urban_income",
            unit="元",
            area="zunyi-metro",
            area_used="520300",
            basis="MeanGrowth",
            latest_year=2020,
            chance=0.2,
            bands=tuple(replace(said().bands[0], year=year, p10=120.0, p90=130.0) for year in (2024, 2025)),
        )
        put_on_record(tmp_path, income, replace(income, as_of=date(2025, 6, 30)), replace(income, chance=0.3))
        return tmp_path

    @pytest.fixture
    def told(self, folder, capsys):
        """`told("--json")` → exit code, standard output, standard error."""

        def call(*arguments: str) -> tuple[int, str, str]:
            code = main(["record", *AS_OF, "--warehouse", str(folder), *arguments])
            return code, *capsys.readouterr()

        return call

    def test_every_different_forecast_is_listed_once_with_what_came_of_it(self, told):
        code, out, err = told()
        assert (code, err) == (0, "")
        lines = [line.split() for line in out.splitlines() if line.split()[0] == "27"]
        assert [(line[2], line[3], line[5], line[-2]) for line in lines] == [
            ("2024-12-31", "2", "20%", "1/1"),
            ("2024-12-31", "1", "30%", "1/1"),
        ]
        assert "从2024-12-31起共存证3次，得2个不同的预测" in out
        assert "待定" in out and "最新指纹" in out

    def test_json_has_forecasts_summary_and_verification(self, told, folder):
        found = json.loads(told("--json")[1])
        assert [(one["chance"], one["times"], one["outcome"]) for one in found["forecasts"]] == [
            (0.2, 2, "open"),
            (0.3, 1, "open"),
        ]
        assert (found["summary"]["forecasts"], found["summary"]["due"], found["summary"]["inside"]) == (
            2,
            0,
            2,
        )
        assert found["verification"] == {
            "files": 3,
            "flaws": {},
            "fingerprint": read_ledger(folder).fingerprint,
        }

    def test_it_speaks_english(self, told):
        code, out, _ = told("--lang", "en")
        assert code == 0
        assert "Off track" not in out and "On track" in out and "different forecasts: 2" in out
        assert in_chinese(out) == []

    def test_a_file_changed_afterwards_is_named_and_the_rest_is_told(self, told, folder):
        path = sorted((folder / "record").iterdir())[2]
        path.write_bytes(path.read_bytes().replace(b"0.3", b"0.9"))
        code, out, err = told()
        assert code == 2
        assert err == f"{path.name}（写入之后被改动，不计入）\n"
        assert "20%" in out and "90%" not in out and "没有改动" not in out
        assert json.loads(told("--json")[1])["verification"]["flaws"] == {path.name: "changed"}

    def test_another_plans_forecasts_are_not_listed(self, told, folder):
        shutil.rmtree(folder / "record")
        put_on_record(folder, said())
        code, out, _ = told()
        assert code == 0
        assert out.startswith("还没有存证的预测")

    def test_with_nothing_on_record_that_is_said(self, told, folder):
        shutil.rmtree(folder / "record")
        assert told()[:2] == (0, "还没有存证的预测；下一次建立数据版本时自动写入。\n")

    def test_the_real_record_holds_what_assess_says(self, warehouse, capsys):
        assert main(["record", "--json"]) == 0
        on_record = json.loads(capsys.readouterr().out)["forecasts"]
        assert main(["assess", "--json"]) == 0
        assessed = {
            one["number"]: one for one in json.loads(capsys.readouterr().out) if one["chance"] is not None
        }
        assert sorted(one["number"] for one in on_record) == sorted(assessed)
        for one in on_record:
            now = assessed[one["number"]]
            assert (one["verdict"], one["method"]) == (now["verdict"], now["method"])
            assert min(max(one["chance"], 0.02), 0.98) == pytest.approx(now["chance"], abs=1e-6)
            assert one["latest_year"] < one["target_year"] == now["target_year"]

    def test_an_unknown_plan_ends_with_2_and_the_near_ones(self, told):
        code, out, err = told("--plan", "zunyi")
        assert (code, out) == (2, "")
        assert "zunyi-metro-2025" in err


@pytest.mark.parametrize(("lang", "mark"), [("zh", "演练数据（虚构）"), ("en", "Practice data (invented)")])
@pytest.mark.parametrize("command", ["assess", "record"])
def test_invented_figures_are_said_to_be_so_first_and_last(practice_warehouse, capsys, command, lang, mark):
    main([command, "--lang", lang, "--warehouse", str(practice_warehouse)])
    lines = capsys.readouterr().out.splitlines()
    assert (lines[0], lines[-1]) == (mark, mark)
    assert len(lines) > 2


def test_json_says_whether_figures_are_invented(practice_warehouse, records, capsys):
    assert {one["practice"] for one in records()} == {False}
    main(["assess", "--json", "--warehouse", str(practice_warehouse)])
    assert {one["practice"] for one in json.loads(capsys.readouterr().out)} == {True}


@pytest.mark.parametrize("practised", [False, True])
def test_the_record_in_json_says_so_too(warehouse, practice_warehouse, capsys, practised):
    main(["record", "--json", "--warehouse", str(practice_warehouse if practised else warehouse)])
    assert json.loads(capsys.readouterr().out)["practice"] is practised


def test_a_real_store_is_not_marked(run):
    assert "演练" not in run()[1]
