"""Accounts: found, created, changed; every change stands in the audit, in the same transaction."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from pages.access import lockout, passwords, sessions
from pages.access.audit import Actor, AuditKind, record
from pages.access.model import Account, Record, Role

NAME = re.compile(r"[\w.@-]{1,64}")
"""Letters of any script, digits, and . _ - @, so that an e-mail address will do."""


class Refusal(StrEnum):
    """Why a change of an account is refused."""

    NAME_INVALID = "name_invalid"
    NAME_TAKEN = "name_taken"
    SSO_TAKEN = "sso_taken"
    LAST_ADMINISTRATOR = "last_administrator"
    UNKNOWN = "unknown"
    PASSWORD_SHORT = "password_short"  # noqa: S105 a name, no secret
    PASSWORD_LONG = "password_long"  # noqa: S105 a name, no secret
    PASSWORD_NAME = "password_name"  # noqa: S105 a name, no secret
    PASSWORD_COMMON = "password_common"  # noqa: S105 a name, no secret
    PASSWORD_SAME = "password_same"  # noqa: S105 a name, no secret


class Refused(Exception):
    """A change that is not made; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


def normal(name: str) -> str:
    """One spelling of a name: `Ｗang ` is `wang`."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def find(connection: sqlite3.Connection, name: str) -> Record | None:
    """The account of this name; None where there is none."""
    row = connection.execute("SELECT * FROM account WHERE name = ?", (normal(name),)).fetchone()
    return _record(row) if row else None


def find_by_sso(connection: sqlite3.Connection, names: Iterable[str]) -> Record | None:
    """The one account that a provider of single sign-on means by any of these; None for none or several."""
    found = {
        row["name"]: row
        for name in names
        for row in connection.execute("SELECT * FROM account WHERE sso = ?", (normal(name),))
    }
    return _record(*found.values()) if len(found) == 1 else None


def everyone(connection: sqlite3.Connection) -> tuple[Record, ...]:
    """All accounts by name."""
    return tuple(_record(row) for row in connection.execute("SELECT * FROM account ORDER BY name"))


def create(
    connection: sqlite3.Connection,
    account: Account,
    password: str,
    actor: Actor,
    at: datetime,
    *,
    sso: str = "",
    must_change: bool = True,
) -> None:
    """A new account. A blank password leaves single sign-on as the only way in. Raises Refused."""
    name = normal(account.name)
    if not NAME.fullmatch(name):
        raise Refused(Refusal.NAME_INVALID)
    if find(connection, name):
        raise Refused(Refusal.NAME_TAKEN)
    stored = accepted(password, name) if password else None
    values = (name, account.role, _written(account), _single(connection, sso, name), stored, must_change)
    connection.execute("INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, 0, ?, NULL)", (*values, at.isoformat()))
    detail = {"role": account.role.value, "departments": sorted(account.departments), "sso": normal(sso)}
    record(connection, AuditKind.ACCOUNT_CREATED, actor, name, at, **detail)


def change(
    connection: sqlite3.Connection, account: Account, actor: Actor, at: datetime, *, sso: str = ""
) -> None:
    """Another role, other departments, another name at the provider of single sign-on. Raises Refused."""
    before = _known(connection, account.name)
    if account.role is not Role.ADMINISTRATOR:
        _keep_an_administrator(connection, before)
    connection.execute(
        "UPDATE account SET role = ?, departments = ?, sso = ? WHERE name = ?",
        (account.role, _written(account), _single(connection, sso, before.name), before.name),
    )
    told = {"role": account.role.value, "departments": sorted(account.departments), "sso": normal(sso)}
    was = {"role": before.account.role.value, "departments": sorted(before.account.departments)}
    detail = told | {f"{key}_before": value for key, value in (was | {"sso": before.sso}).items()}
    record(connection, AuditKind.ACCOUNT_CHANGED, actor, before.name, at, **detail)


def set_password(
    connection: sqlite3.Connection, name: str, password: str, actor: Actor, at: datetime, *, by_owner: bool
) -> None:
    """A new password; every session of the account ends and its lock is lifted. Raises Refused.

    One that somebody else set must be changed at the next log-in.
    """
    known = _known(connection, name)
    stored = accepted(password, known.name)
    connection.execute(
        "UPDATE account SET password = ?, must_change = ? WHERE name = ?", (stored, not by_owner, known.name)
    )
    sessions.end_all(connection, known.name, at)
    lockout.clear(connection, f"account:{known.name}")
    kind = AuditKind.PASSWORD_CHANGED if by_owner else AuditKind.PASSWORD_RESET
    record(connection, kind, actor, known.name, at)


def disable(connection: sqlite3.Connection, name: str, actor: Actor, at: datetime) -> None:
    """No more log-ins, and every session ends. Raises Refused for the last administrator."""
    known = _known(connection, name)
    _keep_an_administrator(connection, known)
    connection.execute("UPDATE account SET disabled = 1 WHERE name = ?", (known.name,))
    sessions.end_all(connection, known.name, at)
    record(connection, AuditKind.ACCOUNT_DISABLED, actor, known.name, at)


def enable(connection: sqlite3.Connection, name: str, actor: Actor, at: datetime) -> None:
    """Log-ins again. Raises Refused."""
    known = _known(connection, name)
    connection.execute("UPDATE account SET disabled = 0 WHERE name = ?", (known.name,))
    record(connection, AuditKind.ACCOUNT_ENABLED, actor, known.name, at)


def accepted(password: str, name: str) -> str:
    """The digest of a password that will do. Raises Refused."""
    weak = passwords.weakness(password, name)
    if weak:
        raise Refused(Refusal(f"password_{weak}"))
    return passwords.digest(password)


def _known(connection: sqlite3.Connection, name: str) -> Record:
    known = find(connection, name)
    if known is None:
        raise Refused(Refusal.UNKNOWN)
    return known


def _keep_an_administrator(connection: sqlite3.Connection, leaving: Record) -> None:
    others = connection.execute(
        "SELECT count(*) FROM account WHERE role = 'administrator' AND NOT disabled AND name <> ?",
        (leaving.name,),
    ).fetchone()[0]
    if leaving.account.role is Role.ADMINISTRATOR and not leaving.disabled and not others:
        raise Refused(Refusal.LAST_ADMINISTRATOR)


def _single(connection: sqlite3.Connection, sso: str, name: str) -> str | None:
    """What a provider calls the person, which it must not call anybody else."""
    wanted = normal(sso) or None
    taken = connection.execute(
        "SELECT name FROM account WHERE sso = ? AND name <> ?", (wanted, name)
    ).fetchone()
    if taken:
        raise Refused(Refusal.SSO_TAKEN)
    return wanted


def _written(account: Account) -> str:
    return " ".join(sorted(account.departments)) if account.role is Role.STATISTICIAN else ""


def _record(row: sqlite3.Row) -> Record:
    account = Account(row["name"], Role(row["role"]), frozenset(row["departments"].split()))
    return Record(
        account,
        row["sso"] or "",
        row["password"] or "",
        bool(row["must_change"]),
        bool(row["disabled"]),
        datetime.fromisoformat(row["created"]),
        datetime.fromisoformat(row["logged_in"]) if row["logged_in"] else None,
    )
