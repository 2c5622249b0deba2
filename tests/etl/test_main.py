"""`python -m etl build` and `check`: what they print, what they write, and their exit codes."""

from __future__ import annotations

import fcntl
import json
import shutil
from datetime import date

import pytest

from etl.__main__ import main
from etl.journal.lock import LOCK
from indicators.store.pointer import POINTER
from indicators.store.reader import Store
from tests.etl.invented import GDP, ROOT, data

REAL = ["--data", str(ROOT / "data")]


@pytest.fixture
def run(tmp_path, capsys):
    """`run("build", folder, …)` → exit code, output, complaints; the warehouse is tmp_path/w."""

    def call(command, folder, *options):
        code = main([command, "--data", str(folder), "--warehouse", str(tmp_path / "w"), *options])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def good(tmp_path):
    return data(tmp_path / "good", figures=GDP)


@pytest.fixture
def faulty(tmp_path):
    return data(tmp_path / "faulty", figures="area grade\n遵义 A\n遵义市 E")


def test_a_build_prints_what_went_in_and_what_came_of_it(good, run, tmp_path):
    code, said, complaints = run("build", good)
    assert (code, complaints) == (0, "")
    assert said.splitlines() == [
        "plan zunyi-metro-2025: 30 targets, 14 departments",
        "figures.csv: 2 rows",
        "2 figures from 2 sources",
        "0 errors, 0 warnings, 0 notes",
        f"snapshot {Store.open(tmp_path / 'w').snapshot}",
    ]


def test_a_finding_is_printed_and_does_not_stop_the_build(run, tmp_path):
    table = "value source published\n3720.05 yearbook 2021\n3729 bulletin 2025-10-15"
    folder = data(tmp_path / "data", figures=table)
    code, said, _ = run("build", folder)
    assert code == 0
    assert (
        "note: conflicting_vintages: gdp 520300 2020: 3720.05 亿元 (yearbook), in use 3729 亿元 (bulletin);"
        " allowed: equal within rounding\n0 errors, 0 warnings, 1 notes\n"
    ) in said


def test_a_check_says_the_same_and_writes_nothing(good, run, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    code, checked, _ = run("check", good)
    assert code == 0
    assert sorted(tmp_path.rglob("*")) == before
    assert not (tmp_path / "w").exists()
    built = run("build", good)[1]
    assert built.splitlines()[:-1] == checked.splitlines()
    assert built.splitlines()[-1].startswith("snapshot ")


def test_a_check_needs_no_writer(good, run, tmp_path):
    (tmp_path / "w").touch()
    assert run("check", good)[0] == 0


@pytest.mark.parametrize("command", ["build", "check"])
def test_faults_are_all_printed_and_nothing_is_written(command, faulty, run, tmp_path):
    code, said, complaints = run(command, faulty)
    assert (code, said) == (1, "")
    first, second, last = complaints.splitlines()
    assert first.startswith("figures.csv, row 2, area: found '遵义', allowed: one of ")
    assert second == "figures.csv, row 3, grade: found 'E', allowed: one of A, B, C"
    assert last == "faults: 2; nothing was written"
    assert not (tmp_path / "w").exists()


def test_faults_leave_the_last_good_snapshot_in_use(good, faulty, run, tmp_path):
    run("build", good)
    pointer = (tmp_path / "w" / POINTER).read_bytes()
    assert run("build", faulty)[0] == 1
    assert (tmp_path / "w" / POINTER).read_bytes() == pointer
    assert len(Store.open(tmp_path / "w").observations(date.max)) == 2


def test_a_plan_without_its_row_is_faulty_not_unreadable(run, good):
    shutil.rmtree(good / "plans")
    shutil.copytree(ROOT / "data" / "plans", good / "plans")
    head = good / "plans" / "zunyi-metro-2025" / "plan.csv"
    head.write_text(head.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    code, _, complaints = run("build", good)
    assert code == 1
    assert complaints.startswith("zunyi-metro-2025/plan.csv: found '0 rows', allowed: exactly one row\n")


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda folder: (folder / "raw" / "sources.csv").unlink(), "sources.csv: found "),
        (lambda folder: (folder / "raw" / "figures.csv").write_bytes("遵义".encode("gbk")), "figures.csv: "),
        (lambda folder: (folder / "indicators.csv").unlink(), "indicators.csv: found "),
        (lambda folder: shutil.rmtree(folder / "plans"), "cannot read "),
    ],
    ids=["no sources", "another encoding", "no indicators", "no plans"],
)
def test_what_cannot_be_read_is_exit_2(spoil, complaint, good, run, tmp_path):
    spoil(good)
    code, said, complaints = run("build", good)
    assert (code, said) == (2, "")
    assert complaints.startswith(complaint)
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize(
    ("below", "why"), [("", "File exists"), ("/deeper", "Not a directory")], ids=["a file", "below a file"]
)
def test_a_warehouse_that_cannot_be_written_is_exit_2(below, why, good, tmp_path, capsys):
    (tmp_path / "w").touch()
    code = main(["build", "--data", str(good), "--warehouse", f"{tmp_path / 'w'}{below}"])
    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert said.err == f"cannot write to {tmp_path / 'w'}{below}: {why}\n"


def test_a_second_writer_is_exit_2(good, run, tmp_path):
    run("build", good)
    with (tmp_path / "w" / LOCK).open("w") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        code, said, complaints = run("build", good)
    assert (code, said) == (2, "")
    assert complaints == f"another process is writing to {tmp_path / 'w'}; try again when it is done\n"


def test_one_json_object_for_scripts(good, faulty, run, tmp_path):
    code, said, _ = run("build", good, "--json")
    snapshot = Store.open(tmp_path / "w").snapshot
    assert code == 0
    assert json.loads(said) == {"snapshot": snapshot, "rows": {"figures.csv": 2}, "findings": []}
    assert json.loads(run("check", good, "--json")[1])["snapshot"] is None
    code, said, complaints = run("build", faulty, "--json")
    assert (code, complaints) == (1, "")
    first, second = json.loads(said)["faults"]
    assert (first["row"], first["column"], first["found"]) == (2, "area", "遵义")
    assert second == {
        "file": "figures.csv",
        "row": 3,
        "column": "grade",
        "found": "E",
        "allowed": "one of A, B, C",
    }


def test_the_warehouse_may_be_named_by_the_environment(good, tmp_path, monkeypatch):
    monkeypatch.setenv("WAREHOUSE", str(tmp_path / "named"))
    assert main(["build", "--data", str(good)]) == 0
    assert (tmp_path / "named" / POINTER).exists()


def test_a_command_that_does_not_exist_is_exit_2(capsys):
    with pytest.raises(SystemExit) as end:
        main(["biuld"])
    assert end.value.code == 2
    assert "biuld" in capsys.readouterr().err


class TestTheRealData:
    def test_835_figures_without_an_error(self, capsys):
        assert main(["check", *REAL]) == 0
        said = capsys.readouterr().out
        assert said.startswith(
            "plan zunyi-metro-2025: 30 targets, 14 departments\nplan china-14fyp: 20 targets,"
        )
        assert "\n835 figures from 220 sources\n" in said
        assert "0 errors, 0 warnings, 18 notes" in said

    def test_conflicts_between_sources_are_named(self, capsys):
        main(["check", *REAL, "--json"])
        notes = {(one["where"], one["found"]) for one in json.loads(capsys.readouterr().out)["findings"]}
        assert notes >= {
            ("expressway_length 520300 2020", "1279 公里 (gzw-net), in use 1403 公里 (digipub-cc)"),
            ("gdp 520300 2020", "3720.05 亿元 (yearbook-gdp), in use 3729 亿元 (zhongli-tech-com)"),
            ("gdp 520300 2019", "3482 亿元 (163-com), in use 3483.32 亿元 (zh-m-wikisource-org)"),
            ("urbanization_rate 520323 2020", "53 % (mooncyber-com), in use 45.44 % (census-2020)"),
            ("gdp_growth china 2021", "8.1 % (nbs-communique-2021), in use 8.4 % (ndrc-gdp-2021)"),
            ("schooling_years china 2021", "10.9 年 (moe-2022-09-27), in use 10.82 年 (stcn-schooling-2022)"),
            ("urbanization_rate 520300 2018", "published 49, recomputed 49.8278"),
        }
