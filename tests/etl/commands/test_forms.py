"""`template`, `export` and `practice` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl.__main__ import main


@pytest.fixture
def run(loaded, tmp_path, capsys, monkeypatch):
    """Runs in an empty folder."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def call(*arguments):
        code = main([*map(str, arguments), "--warehouse", str(loaded.warehouse)])
        said = capsys.readouterr()
        return code, said.out.strip(), said.err

    return call


def test_a_form_is_named_after_department_and_year(run, tmp_path):
    assert run("template", "--department", "市发展改革委", "--year", "2024")[:2] == (0, "fagai-2024.xlsx")
    assert (tmp_path / "here" / "fagai-2024.xlsx").read_bytes().startswith(b"PK")


def test_a_form_may_be_a_csv_of_another_name(run, tmp_path):
    path = tmp_path / "form.csv"
    code, said, _ = run(
        *("template", "--department", "fagai", "--year", "2024", "--kind", "csv", "--output", path, "--json")
    )
    assert (code, json.loads(said)) == (0, {"file": str(path)})
    assert "地区生产总值" in path.read_text(encoding="utf-8-sig")


def test_an_unknown_department_comes_with_the_near_ones(run):
    code, _, complaint = run("template", "--department", "fagia", "--year", "2024")
    assert code == 2
    assert "fagai" in complaint


def test_figures_are_exported_as_of_a_load(run, loaded):
    for version, count in ((None, 3), (2, 4), (0, 2)):
        options = () if version is None else ("--version", version)
        code, name, _ = run("export", *options, "--output", f"{version}.csv")
        lines = Path(name).read_text(encoding="utf-8-sig").splitlines()
        assert (code, len(lines)) == (0, count + 1)


def test_a_file_that_is_there_is_not_overwritten(run, loaded):
    assert run("export")[:2] == (0, f"{loaded.snapshot}.csv")
    code, _, complaint = run("export")
    assert code == 2
    assert "File exists" in complaint


def test_practice_has_a_folder_of_its_own(tmp_path, capsys):
    folders = ("--data", str(tmp_path / "p"), "--warehouse", str(tmp_path / "p" / "warehouse"))
    assert main(["practice", *folders, "--json"]) == 0
    snapshot = json.loads(capsys.readouterr().out)["snapshot"]
    assert (tmp_path / "p" / "warehouse" / f"{snapshot}.duckdb").exists()


def test_invented_figures_never_go_into_the_real_store(loaded, tmp_path, capsys):
    assert main(["practice", "--data", str(tmp_path / "p"), "--warehouse", str(loaded.warehouse)]) == 2
    assert "practice store" in capsys.readouterr().err
