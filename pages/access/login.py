"""Logging in and out, with its record in the audit; what the routes and the pages both call.

Every function may raise AccountsUnreadable.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pages.access import accounts, audit, lockout, passwords, sessions
from pages.access.accounts import Refusal, Refused
from pages.access.audit import Actor, AuditKind
from pages.access.database import reading, where, writing
from pages.access.model import Record, SessionKind


@dataclass(frozen=True)
class LogIn:
    """What came of a log-in: a token, or nothing; `locked_until` where too many had failed before.

    With `must_change` the token is good for nothing but a change of the password.
    """

    token: str = ""
    locked_until: datetime | None = None
    must_change: bool = False


def log_in(name: str, password: str, address: str, at: datetime) -> LogIn:
    """Check a password and start a session. An unknown name takes as long as a known one."""
    known = _verified(name, password, address, at)
    if isinstance(known, LogIn):
        return known
    token = _start(known, SessionKind.PASSWORD, address, at)
    return LogIn(token, must_change=known.must_change)


def change_password(name: str, current: str, fresh: str, address: str, at: datetime) -> LogIn:
    """One's own password, by the present one: ends every session of the account and starts another.

    Raises Refused for a password that will not do.
    """
    known = _verified(name, current, address, at)
    if isinstance(known, LogIn):
        return known
    if current == fresh:
        raise Refused(Refusal.PASSWORD_SAME)
    with writing() as connection:
        actor = Actor(known.name, address)
        accounts.set_password(connection, known.name, fresh, actor, at, by_owner=True)
        return LogIn(sessions.start(connection, known.name, SessionKind.PASSWORD, at))


def vouched_for(known: Record | None, kind: SessionKind, address: str, at: datetime) -> str:
    """A token for whom a reverse proxy or a provider means; blank for nobody. No account is ever created."""
    return _start(known, kind, address, at) if known else ""


def proxied(name: str) -> Record | None:
    """The account that the reverse proxy means, by its name or by its field for single sign-on."""
    with reading() as connection:
        known = accounts.find(connection, name) or accounts.find_by_sso(connection, [name])
    return known if known and not known.disabled else None


def provided(claims: Mapping[str, object]) -> Record | None:
    """The account that an OIDC provider means, by its field for single sign-on alone.

    Only an administrator fills that in: many providers let people choose their own names. Looked for are the
    e-mail address, where the provider has verified it, the user name and the subject.
    """
    mail = claims.get("email") if claims.get("email_verified") is True else None
    called = [mail, claims.get("preferred_username"), claims.get("sub")]
    with reading() as connection:
        known = accounts.find_by_sso(connection, [one for one in called if isinstance(one, str) and one])
    return known if known and not known.disabled else None


def log_out(digest: str, address: str, at: datetime) -> None:
    """End a session at once, wherever it is open."""
    with writing() as connection:
        session = sessions.look_up(connection, digest, at)
        sessions.end(connection, digest, at)
        if session:
            actor = Actor(session.account.name, address)
            audit.record(connection, AuditKind.LOG_OUT, actor, session.account.name, at)


def end_sessions(name: str, actor: Actor, at: datetime) -> None:
    """End every session of an account."""
    with writing() as connection:
        sessions.end_all(connection, name, at)
        audit.record(connection, AuditKind.SESSIONS_ENDED, actor, name, at)


def unlock(name: str, actor: Actor, at: datetime) -> None:
    """Let an account try again before its time."""
    with writing() as connection:
        lockout.clear(connection, f"account:{name}")
        audit.record(connection, AuditKind.UNLOCKED, actor, name, at)


def _verified(name: str, password: str, address: str, at: datetime) -> Record | LogIn:
    """The account of a name and its password; what to answer where they do not fit."""
    if not where().exists():
        return LogIn()
    name = accounts.normal(name)[:64]
    subjects = (f"account:{name}", f"address:{address}")
    with writing() as connection:
        locked = lockout.count(connection, subjects, at)
        known = accounts.find(connection, name)
    if locked:
        return LogIn(locked_until=locked)
    stored = known.password if known and not known.disabled else ""
    good = passwords.matches(stored, password)
    with writing() as connection:
        if not good or known is None:
            _failed(connection, known, Actor("", address), at, subjects)
            return LogIn()
        lockout.clear(connection, *subjects)
        if passwords.outdated(stored):
            renewed = (passwords.digest(password), known.name, stored)
            connection.execute("UPDATE account SET password = ? WHERE name = ? AND password = ?", renewed)
        return known


def _start(known: Record, kind: SessionKind, address: str, at: datetime) -> str:
    with writing() as connection:
        token = sessions.start(connection, known.name, kind, at)
        actor = Actor(known.name, address)
        audit.record(connection, AuditKind.LOG_IN, actor, known.name, at, how=kind.value)
    return token


def _failed(
    connection: sqlite3.Connection,
    known: Record | None,
    actor: Actor,
    at: datetime,
    subjects: tuple[str, ...],
) -> None:
    """A failure on record. The name stands there only where it is an account's: people type passwords into
    the wrong field."""
    about = known.name if known else ""
    audit.record(connection, AuditKind.LOG_IN_FAILED, actor, about, at)
    locks = [one.partition(":")[0] for one in subjects if lockout.locked_until(connection, one, at)]
    if locks:
        audit.record(connection, AuditKind.LOCKED, actor, about, at, what=locks)
