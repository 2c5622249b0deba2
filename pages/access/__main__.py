"""`python -m pages.access create-administrator | set-password | list | open-reading | backup`: accounts.

Whoever can run this on the server can do anything with its files; so nobody is asked to log in. Every change
stands in the audit. Exit 0: done. 1: refused, the message says why. 2: the accounts cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from getpass import getpass
from pathlib import Path

from indicators.words import say
from pages.access import accounts, database, passwords, settings
from pages.access.accounts import Refusal, Refused
from pages.access.audit import CONSOLE
from pages.access.database import AccountsUnreadable, now
from pages.access.model import Account, Role


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        if options.command not in ("list", "backup"):
            database.create()
        match options.command:
            case "create-administrator":
                _create(options.name, _password(options.password_stdin))
            case "set-password":
                _reset(options.name, _password(options.password_stdin))
            case "backup":
                _backup(options.file)
            case "open-reading":
                _open_reading(on=options.switch == "on")
            case _:
                _list()
    except Refused as refused:
        print(say("en", f"refusal.{refused.refusal}", shortest=passwords.SHORTEST), file=sys.stderr)
        return 1
    except AccountsUnreadable as problem:
        print(f"cannot read the accounts: {problem}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pages.access", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, help_text in (
        ("create-administrator", "a new account that may do everything"),
        ("set-password", "a new password, to be changed at the next log-in; unlocks the account"),
    ):
        command = commands.add_parser(name, help=help_text)
        command.add_argument("name")
        command.add_argument("--password-stdin", action="store_true", help="read it from standard input")
    commands.add_parser("list", help="every account")
    copied = commands.add_parser("backup", help="a copy of all accounts and their audit, while in use")
    copied.add_argument("file", type=Path)
    switch = commands.add_parser("open-reading", help="whether pages may be read without an account")
    switch.add_argument("switch", choices=("on", "off"))
    return parser


def _password(from_input: bool) -> str:
    """Asked for twice without echo, or the first line of standard input; never blank. Raises Refused."""
    given = sys.stdin.readline().rstrip("\r\n") if from_input else _asked()
    if not given:
        raise Refused(Refusal.PASSWORD_SHORT)
    return given


def _asked() -> str:
    while True:
        given = getpass(f"Password (at least {passwords.SHORTEST} characters): ")
        if given == getpass("Again: "):
            return given
        print("The two differ.", file=sys.stderr)


def _create(name: str, password: str) -> None:
    with database.writing() as connection:
        accounts.create(
            connection, Account(name, Role.ADMINISTRATOR), password, CONSOLE, now(), must_change=False
        )
    print(f"administrator {accounts.normal(name)} created in {database.where()}")


def _reset(name: str, password: str) -> None:
    with database.writing() as connection:
        accounts.set_password(connection, name, password, CONSOLE, now(), by_owner=False)
    print(f"password of {accounts.normal(name)} set; it must be changed at the next log-in")


def _open_reading(*, on: bool) -> None:
    with database.writing() as connection:
        settings.set_open_reading(connection, on, CONSOLE, now())
        is_open = settings.open_reading(connection)
    held = f" as long as ${settings.VARIABLE} keeps it closed" if settings.held_closed() else ""
    print(f"reading without an account is {'on' if is_open else 'off'}{held}")


def _backup(file: Path) -> None:
    database.copy(file)
    print(f"accounts copied to {file}; put it in the place of {database.where()} to restore")


def _list() -> None:
    with database.reading() as connection:
        found = accounts.everyone(connection)
        is_open = settings.open_reading(connection)
    for one in found:
        state = "disabled" if one.disabled else "may log in"
        seen = one.logged_in.isoformat() if one.logged_in else "never logged in"
        print("\t".join((one.name, one.account.role, " ".join(sorted(one.account.departments)), state, seen)))
    print(f"{len(found)} accounts; reading without an account is {'on' if is_open else 'off'}")


if __name__ == "__main__":
    sys.exit(main())
