"""`template`, `export` and `practice` on the command line."""

from __future__ import annotations

import json
import resource
import signal
from pathlib import Path

import pytest

from etl.__main__ import main
from indicators.store.reader import Store
from tests.etl.journal.orders import Shelf


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


FORM = ("template", "--department", "市发改委", "--year", "2024")


@pytest.mark.parametrize(("name", "begins"), [("f.csv", b"\xef\xbb\xbf"), ("F.XLSX", b"PK"), ("f", b"PK")])
def test_a_form_is_of_the_kind_that_its_name_says(name, begins, run):
    assert run(*FORM, "--output", name)[0] == 0
    assert Path(name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("command", "name", "kind"),
    [
        ((*FORM, "--kind", "xlsx"), "f.csv", "xlsx"),
        ((*FORM, "--kind", "csv"), "f.xlsx", "csv"),
        (FORM, "f.txt", "xlsx"),
        (("export",), "f.xlsx", "csv"),
    ],
)
def test_a_name_that_says_another_kind_is_refused(command, name, kind, run):
    code, _, complaint = run(*command, "--output", name)
    assert (code, complaint) == (2, f"{name}: does not end in .{kind}\n")
    assert not Path(name).exists()


def test_where_the_disk_is_full_nothing_half_is_left(run, tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        code, _, complaint = run("export", "--output", "f.csv")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert code == 2
    assert "too large" in complaint
    assert not Path("f.csv").exists()


@pytest.mark.parametrize(("lang", "mark"), [("zh", "演练数据"), ("en", "Practice data")])
def test_what_comes_from_the_practice_store_says_so(lang, mark, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Store, "practice", True)
    store = ("--warehouse", str(Shelf(tmp_path / "p").warehouse), "--lang", lang)
    for command in (["export"], list(FORM)):
        assert main([*command, *store]) == 0
        assert capsys.readouterr().out.startswith(f"{mark}-")
    (table,) = Path().glob("*.csv")
    rows = table.read_text(encoding="utf-8-sig").splitlines()
    assert all(row.startswith(mark) for row in rows[1:])
