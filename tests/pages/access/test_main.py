"""The command line: the first administrator, and the way back in."""

from __future__ import annotations

import io
import stat

import pytest

from pages.access import __main__ as command_line
from pages.access import audit, login
from pages.access.__main__ import main
from pages.access.database import now, reading
from tests.pages.people import PASSWORD, enrol


@pytest.fixture
def run(monkeypatch, capsys):
    """Exit code, what was printed, what was complained of."""

    def call(*arguments: str, given: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        code = main(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_the_first_administrator_is_created_where_there_is_no_file_yet(run, accounts):
    accounts.unlink()
    code, said, _ = run("create-administrator", "Root", "--password-stdin", given=PASSWORD + "\n")
    assert code == 0
    assert "administrator root created" in said
    assert login.log_in("root", PASSWORD, "", now()).token
    assert PASSWORD not in said


@pytest.mark.parametrize(
    ("name", "given", "why"),
    [
        ("root", "", "at least 10"),
        ("root", "\n", "at least 10"),
        ("root", "short\n", "at least 10"),
        ("root", "1234567890\n", "too common"),
        ("a b", PASSWORD, "1 to 64 characters"),
        ("taken", PASSWORD, "already"),
    ],
)
def test_what_will_not_do_is_refused_with_the_reason(run, name, given, why):
    enrol("leader", "taken")
    code, said, complaint = run("create-administrator", name, "--password-stdin", given=given)
    assert (code, said) == (1, "")
    assert why in complaint


def test_the_password_is_asked_for_twice_without_echo(run, monkeypatch):
    typed = iter([PASSWORD, "another", PASSWORD, PASSWORD])
    monkeypatch.setattr(command_line, "getpass", lambda prompt: next(typed))
    code, _, complaint = run("create-administrator", "root")
    assert (code, complaint) == (0, "The two differ.\n")
    assert next(typed, None) is None


def test_a_password_set_here_unlocks_and_must_be_changed(run):
    enrol("administrator", "root")
    for _ in range(5):
        login.log_in("root", "wrong", "", now())
    code, _, _ = run("set-password", "root", "--password-stdin", given="a walk along the river\n")
    assert code == 0
    assert login.log_in("root", "a walk along the river", "", now()).token
    assert run("set-password", "nobody", "--password-stdin", given=PASSWORD)[0] == 1


def test_reading_is_closed_and_opened_and_listed(run):
    enrol("statistician", "wang", ["fagai", "tongji"])
    assert run("open-reading", "off")[1] == "reading without an account is off\n"
    _, said, _ = run("list")
    assert said.splitlines() == [
        "wang\tstatistician\tfagai tongji\tmay log in\tnever logged in",
        "1 accounts; reading without an account is off",
    ]
    assert run("open-reading", "on")[1] == "reading without an account is on\n"


def test_what_the_environment_closes_no_command_opens(run, monkeypatch):
    monkeypatch.setenv("OPEN_READING", "off")
    said = run("open-reading", "on")[1]
    assert said == "reading without an account is off as long as $OPEN_READING keeps it closed\n"


def test_listing_creates_nothing(run, accounts):
    accounts.unlink()
    assert run("list")[:2] == (0, "0 accounts; reading without an account is on\n")
    assert not accounts.exists()


def test_a_damaged_file_is_said_and_left(run, accounts):
    accounts.write_bytes(b"")
    code, _, complaint = run("create-administrator", "root", "--password-stdin", given=PASSWORD)
    assert code == 2
    assert "cannot read the accounts: accounts.sqlite" in complaint
    assert accounts.read_bytes() == b""


def test_a_backup_holds_everything_and_restores_by_taking_the_place(run, accounts, tmp_path):
    enrol("administrator", "root")
    copy = tmp_path / "copy" / "accounts.sqlite"
    copy.parent.mkdir()
    assert run("backup", str(copy))[0] == 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    for path in accounts.parent.glob("accounts.sqlite*"):
        path.unlink()
    copy.replace(accounts)
    assert login.log_in("root", PASSWORD, "", now()).token
    with reading() as connection:
        assert audit.broken_at(audit.entries(connection)) is None


def test_a_backup_overwrites_nothing(run, tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("x")
    code, _, complaint = run("backup", str(taken))
    assert (code, taken.read_text()) == (2, "x")
    assert "taken" in complaint


def test_without_accounts_there_is_nothing_to_back_up(run, accounts, tmp_path):
    accounts.unlink()
    assert run("backup", str(tmp_path / "copy"))[0] == 2
    assert not (tmp_path / "copy").exists()


def test_what_is_done_here_is_on_record_as_such(run):
    run("create-administrator", "root", "--password-stdin", given=PASSWORD)
    with reading() as connection:
        (entry,) = audit.entries(connection)
    assert (entry.kind, entry.by, entry.about, entry.address) == ("account_created", "", "root", "console")
