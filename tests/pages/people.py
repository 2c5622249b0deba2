"""Accounts for tests, in the database that $ACCOUNTS names."""

from __future__ import annotations

from collections.abc import Iterable

from pages.access import accounts, database, sessions
from pages.access.audit import Actor
from pages.access.model import Account, Role, SessionKind

PASSWORD = "Fenghuang-Shan-7"
"""Of everybody."""


def enrol(role: str, name: str = "", departments: Iterable[str] = (), *, must_change: bool = False) -> str:
    """An account whose password is PASSWORD; its name, which is given back, is else its role's."""
    account = Account(name or role, Role(role), frozenset(departments))
    database.create()
    with database.writing() as connection:
        accounts.create(connection, account, PASSWORD, Actor(), database.now(), must_change=must_change)
    return account.name


def session(name: str) -> str:
    """The digest of a fresh session; `AppTest.user = {"session": digest}` puts this person before a page."""
    with database.writing() as connection:
        token = sessions.start(connection, name, SessionKind.PASSWORD, database.now())
    return sessions.digest_of(token)


def known(name: str) -> bool:
    """Whether there is such an account."""
    with database.reading() as connection:
        return accounts.find(connection, name) is not None
