"""`check FILE` and `load FILE`: what they print and write, and their exit codes."""

from __future__ import annotations

import json
import os

import pytest

from etl.__main__ import main
from indicators.store.journal import read_journal, read_original

KEYS = [
    "file",
    "format",
    "encoding",
    "rows_read",
    "rows_ready",
    "new",
    "changed",
    "unchanged",
    "findings",
    "effect",
]
GOOD = "地区生产总值,遵义市,2021,水平,4000,亿元"
SAME = "地区生产总值,遵义市,2020,水平,3720.05,亿元"
REVISED = "地区生产总值,遵义市,2020,水平,3730,亿元"
WRONG = "地区生产总值,遵义市,2021,水平,很多,亿元"
WHO = ("--department", "fagai", "--by", "王敏", "--note", "年报")


@pytest.fixture
def run(shelf, tmp_path, capsys):
    """`run("check", row, …)` → exit code, output, complaints. The file holds a header and the row."""

    def call(command, row, *options, encoding="utf-8"):
        file = tmp_path / "gdp.csv"
        file.write_text(f"指标,地区,年份,口径,数值,单位\n{row}\n", encoding=encoding)
        folders = ("--data", str(shelf.data), "--warehouse", str(shelf.warehouse))
        code = main([command, str(file), *folders, *options])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def entries(shelf):
    return read_journal(shelf.warehouse).entries


def test_a_check_says_what_is_in_the_file_and_writes_nothing(run, shelf):
    code, said, _ = run("check", GOOD, "--json")
    found = json.loads(said)
    assert (code, list(found)) == (0, KEYS)
    assert (found["file"], found["format"], found["encoding"]) == ("gdp.csv", "csv", "UTF-8")
    counts = [found[key] for key in ("rows_read", "rows_ready", "new", "changed", "unchanged")]
    assert counts == [1, 1, 1, 0, 0]
    assert entries(shelf) == ()


def test_a_finding_has_the_keys_that_are_promised(run):
    code, said, _ = run("check", WRONG, "--json")
    (one, *_) = json.loads(said)["findings"]
    assert code == 1
    assert list(one) == ["check", "level", "sheet", "row", "column", "found", "allowed", "help"]
    assert (one["level"], one["row"], one["found"]) == ("error", 2, "很多")


def test_a_load_is_in_the_store_and_in_the_journal(run, shelf):
    code, said, _ = run("load", GOOD, *WHO, "--year", "2021", "--confirm", "核对无误", "--json")
    found = json.loads(said)
    (entry,) = entries(shelf)
    assert (code, list(found)) == (0, [*KEYS, "load", "snapshot"])
    assert (found["load"], found["snapshot"]) == (1, shelf.snapshot)
    assert (entry.by, entry.department, entry.year, entry.note) == ("王敏", "fagai", 2021, "年报")
    assert shelf.values() == [3483.32, 3720.05, 4000.0]
    assert read_original(shelf.warehouse, entry).decode().endswith(f"{GOOD}\n")


def test_an_error_stops_a_load(run, shelf):
    code, said, _ = run("load", WRONG, *WHO, "--confirm", "核对无误")
    assert code == 1
    assert "未写入任何数据" in said
    assert entries(shelf) == ()


def test_a_warning_without_a_reason_stops_a_load_and_is_named(run, shelf):
    code, said, _ = run("load", REVISED, *WHO)
    assert code == 1
    assert "--confirm" in said
    assert entries(shelf) == ()


def test_a_reason_is_kept_with_its_warning(run, shelf):
    assert run("load", REVISED, *WHO, "--confirm", "普查后修订")[0] == 0
    (entry,) = entries(shelf)
    assert {one.reason for one in entry.confirmed} == {"普查后修订"}
    assert all(one.remark.level == "warning" for one in entry.confirmed)
    assert (entry.new, entry.changed, entry.unchanged) == (0, 1, 0)


def test_an_unchanged_figure_may_be_loaded_again(run):
    code, said, _ = run("check", SAME, "--json")
    assert code == 0
    assert json.loads(said)["unchanged"] == 1


@pytest.mark.parametrize("name", ["fagai", "市发展改革委"])
def test_a_department_goes_by_code_or_name(name, run, shelf):
    assert run("load", GOOD, "--department", name, "--by", "王", "--confirm", "核对无误")[0] == 0
    assert entries(shelf)[0].department == "fagai"


def test_an_unknown_department_comes_with_the_near_ones(run):
    code, _, complaint = run("check", GOOD, "--department", "fagia")
    assert code == 2
    assert "near: fagai" in complaint


@pytest.mark.parametrize("missing", ["--department", "--by"])
def test_a_load_says_who_and_for_whom(missing, run, capsys):
    options = list(WHO)
    del options[options.index(missing) : options.index(missing) + 2]
    with pytest.raises(SystemExit) as refused:
        run("load", GOOD, *options)
    assert refused.value.code == 2
    assert missing in capsys.readouterr().err


def test_what_is_no_table_is_exit_2_and_says_why(run, shelf, tmp_path, capsys):
    file = tmp_path / "photo.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    folders = ("--data", str(shelf.data), "--warehouse", str(shelf.warehouse))
    for command in (["check"], ["load", *WHO]):
        assert main([command[0], str(file), *folders, *command[1:], "--json"]) == 2
        found = json.loads(capsys.readouterr().out)
        assert (found["rows_read"], found["format"], found["encoding"]) == (0, None, None)
        assert found["findings"][0]["level"] == "error"
    assert entries(shelf) == ()


def test_a_file_that_is_not_there_is_exit_2(shelf, capsys):
    assert main(["check", "nowhere.csv", "--warehouse", str(shelf.warehouse)]) == 2
    assert "nowhere.csv" in capsys.readouterr().err


def test_without_a_store_it_says_what_to_do(shelf, tmp_path, run, capsys):
    run("check", GOOD)
    assert main(["check", str(tmp_path / "gdp.csv"), "--warehouse", str(tmp_path / "none")]) == 2
    assert "python -m etl build" in capsys.readouterr().err


def test_a_header_without_rows_is_not_loaded(run, shelf):
    assert run("load", "", *WHO)[0] == 1
    assert entries(shelf) == ()


def test_the_text_is_in_the_language_asked_for(run):
    assert "文件：gdp.csv（CSV" in run("check", GOOD)[1]
    said = run("check", WRONG, "--lang", "en")[1]
    assert "File: gdp.csv" in said
    assert "row 2" in said
    assert "很多" in said


def test_a_file_without_an_end_is_refused_and_not_swallowed(shelf, capsys):
    assert main(["check", "/dev/zero", "--warehouse", str(shelf.warehouse), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["level"] == "error"


def test_a_name_that_is_no_text_is_kept_as_near_as_can_be(run, shelf, tmp_path, capsys):
    run("check", GOOD)
    odd = tmp_path / os.fsdecode(b"gdp-\xff.csv")
    odd.write_bytes((tmp_path / "gdp.csv").read_bytes())
    folders = ("--data", str(shelf.data), "--warehouse", str(shelf.warehouse))
    assert main(["load", str(odd), *WHO, "--confirm", "核对无误", *folders]) == 0
    assert entries(shelf)[0].file == "gdp-?.csv"


def test_a_check_without_a_department_says_that_none_was_checked(run):
    found = json.loads(run("check", GOOD, "--json")[1])["findings"]
    assert [one["level"] for one in found if one["check"] == "no_department"] == ["note"]
    found = json.loads(run("check", GOOD, "--department", "fagai", "--json")[1])["findings"]
    assert "no_department" not in [one["check"] for one in found]


def test_a_load_whose_report_cannot_be_printed_is_in_all_the_same(run, shelf, monkeypatch, capsys):
    monkeypatch.setattr("builtins.print", full := Full())
    code, _, complaint = run("load", GOOD, *WHO, "--confirm", "核对无误")
    assert (code, len(entries(shelf))) == (0, 1)
    assert full.tried
    assert "编号1" in complaint


class Full:
    """`print` on a full disk; the error stream is another one."""

    tried, own = 0, staticmethod(print)

    def __call__(self, *texts, **options):
        if options.get("file"):
            return self.own(*texts, **options)
        self.tried += 1
        raise OSError(28, "No space left on device")
