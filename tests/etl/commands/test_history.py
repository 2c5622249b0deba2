"""`history` and `rollback`."""

from __future__ import annotations

import json

import pytest

from etl.__main__ import main


@pytest.fixture
def run(loaded, capsys):
    def call(command, *options):
        folders = ["--data", str(loaded.data)] if command == "rollback" else []
        code = main([command, *options, "--warehouse", str(loaded.warehouse), *folders])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


WHY = ("--by", "李强", "--reason", "误报")


def test_the_newest_comes_first_with_what_became_of_it(run):
    code, said, _ = run("history", "--json")
    found = [(one["number"], one["kind"], one["in_force"]) for one in json.loads(said)]
    assert (code, found) == (0, [(3, "rollback", True), (2, "load", False), (1, "load", True)])


def test_a_person_reads_a_table(run):
    _, said, _ = run("history")
    assert [line.split()[0] for line in said.splitlines()] == ["编号", "3", "2", "1"]
    assert "已回退" in said.splitlines()[2]
    assert "rolled back" in run("history", "--lang", "en")[1]


def test_without_loads_it_says_so(shelf, capsys):
    assert main(["history", "--warehouse", str(shelf.warehouse)]) == 0
    assert capsys.readouterr().out == "尚无报送记录。\n"


def test_a_damaged_journal_is_exit_2(run, loaded):
    next((loaded.warehouse / "journal").glob("0002*")).write_bytes(b"")
    code, said, complaint = run("history")
    assert (code, said) == (2, "")
    assert "(unreadable)" in complaint


def test_a_load_is_taken_back(run, loaded):
    code, said, _ = run("rollback", "1", *WHY)
    assert code == 0
    assert "本次回退编号4" in said
    assert loaded.values() == [3483.32, 3720.05]


def test_a_roll_back_is_taken_back_for_programs(run, loaded):
    code, said, _ = run("rollback", "3", *WHY, "--json")
    found = json.loads(said)
    assert (code, found["number"], found["of"], found["note"]) == (0, 4, 3, "误报")
    assert found["snapshot"] == loaded.snapshot


def test_later_loads_are_named_and_must_be_accepted(run, loaded):
    loaded.load(5400.0)
    code, said, _ = run("rollback", "1", *WHY)
    assert code == 1
    assert "第4号报送" in said
    assert json.loads(run("rollback", "1", *WHY, "--json")[1]) == {"later": [4]}
    assert loaded.values() == [3483.32, 3720.05, 5200.0, 5400.0]
    assert run("rollback", "1", *WHY, "--although-later")[0] == 0
    assert loaded.values() == [3483.32, 3720.05, 5400.0]


@pytest.mark.parametrize(
    ("number", "complaint"), [("2", "was taken back by 3"), ("9", "load '9' is unknown")]
)
def test_what_cannot_be_taken_back_is_exit_2(number, complaint, run):
    code, said, why = run("rollback", number, *WHY)
    assert (code, said) == (2, "")
    assert complaint in why


@pytest.mark.parametrize(
    "options", [("--by", "李强"), ("--reason", "误报"), ("--by", " ", "--reason", "误报")]
)
def test_who_and_why_must_be_said(options, run):
    with pytest.raises(SystemExit) as refused:
        run("rollback", "1", *options)
    assert refused.value.code == 2
