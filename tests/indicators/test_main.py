"""`python -m indicators assess`: what scripts get, and what they are told when they ask for the unknown."""

from __future__ import annotations

import json

import pytest

from indicators.__main__ import COLUMNS, main
from indicators.model import Verdict
from indicators.store.reader import read_pointer
from indicators.words import say
from tests.indicators.rows.invented import in_chinese

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
