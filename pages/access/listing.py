"""Accounts and their audit as rows of text in the reader's language."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from indicators.model import JournalEntry
from indicators.units import MISSING
from indicators.words import say
from pages.access import accounts, lockout, sessions
from pages.access.audit import CONSOLE, AuditEntry
from pages.access.model import Record, Role

Row = dict[str, str]


@dataclass(frozen=True)
class Standing:
    """An account and how it stands at the moment."""

    record: Record
    locked_until: datetime | None
    sessions: int

    @property
    def state(self) -> str:
        """One word: disabled, locked, initial (its password was set by somebody else) or open."""
        if self.record.disabled:
            return "disabled"
        if self.locked_until:
            return "locked"
        return "initial" if self.record.must_change and self.record.password else "open"


@dataclass(frozen=True)
class Event:
    """A row of the audit or of the journal of loads; `kind` is a key of the words under `audit_kind`."""

    at: datetime
    kind: str
    by: str
    about: str
    address: str
    detail: str


def standings(connection: sqlite3.Connection, at: datetime) -> tuple[Standing, ...]:
    """Every account by name."""
    return tuple(
        Standing(
            one,
            lockout.locked_until(connection, f"account:{one.name}", at),
            sessions.count(connection, one.name, at),
        )
        for one in accounts.everyone(connection)
    )


def account_rows(lang: str, found: Iterable[Standing], departments: Mapping[str, str]) -> list[Row]:
    """One row an account; `departments` are names by code."""
    return [_account(lang, one, departments) for one in found]


def summary(lang: str, found: Sequence[Standing]) -> str:
    """How many there are, in one sentence."""
    able = [one.record.account.role for one in found if not one.record.disabled]
    counts = {role.value: able.count(role) for role in Role}
    return say(lang, "accounts.summary", count=len(found), disabled=len(found) - len(able), **counts)


def events(audit: Iterable[AuditEntry], journal: Iterable[JournalEntry]) -> list[Event]:
    """The audit of accounts and the journal of loads together, the latest first."""
    of_accounts = [
        Event(datetime.fromisoformat(one.at), one.kind, one.by, one.about, one.address, one.detail)
        for one in audit
    ]
    of_loads = [
        Event(one.at, one.kind.value, one.by, "", "", json.dumps(_load(one), ensure_ascii=False))
        for one in journal
    ]
    return sorted([*of_accounts, *of_loads], key=lambda one: one.at)[::-1]


def event_rows(lang: str, found: Iterable[Event], departments: Mapping[str, str]) -> list[Row]:
    """One row an event, in the server's local time; `departments` are names by code."""
    return [
        {
            say(lang, "audit.at"): moment(one.at),
            say(lang, "audit.kind"): say(lang, f"audit_kind.{one.kind}"),
            say(lang, "audit.by"): one.by or say(lang, f"audit.{_nobody(one)}"),
            say(lang, "audit.about"): one.about or MISSING,
            say(lang, "audit.address"): MISSING if one.address in ("", CONSOLE.address) else one.address,
            say(lang, "audit.detail"): details(lang, json.loads(one.detail), departments) or MISSING,
        }
        for one in found
    ]


def details(lang: str, detail: Mapping[str, object], departments: Mapping[str, str]) -> str:
    """What an event has to say beside who and when."""
    told = []
    for key, value in detail.items():
        items = value if isinstance(value, list) else [value]
        words = [_said(lang, key, str(one), departments) for one in items if str(one)]
        told.append(
            say(lang, "audit.pair", name=say(lang, f"audit_detail.{key}"), value=_joined(lang, words))
        )
    return say(lang, "audit.between").join(told)


def moment(at: datetime) -> str:
    """A time of day as clocks at the server show it."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _account(lang: str, one: Standing, departments: Mapping[str, str]) -> Row:
    known = one.record
    led = [departments.get(code, code) for code in sorted(known.account.departments)]
    until = moment(one.locked_until)[:16] if one.locked_until else ""
    return {
        say(lang, "accounts.name"): known.name,
        say(lang, "accounts.role"): say(lang, f"access.role_{known.account.role}"),
        say(lang, "accounts.departments"): _joined(lang, led),
        say(lang, "accounts.state"): say(lang, f"accounts.state_{one.state}", until=until),
        say(lang, "accounts.sso"): known.sso or MISSING,
        say(lang, "accounts.sessions"): str(one.sessions),
        say(lang, "accounts.logged_in"): moment(known.logged_in)[:16] if known.logged_in else MISSING,
        say(lang, "accounts.created"): moment(known.created)[:10],
    }


def _load(one: JournalEntry) -> dict[str, str]:
    told = {"load": str(one.number), "department": one.department, "year": str(one.year or "")}
    told |= {"of": str(one.of or ""), "file": one.file, "note": one.note}
    return {key: value for key, value in told.items() if value}


def _nobody(one: Event) -> str:
    return "console" if one.address == CONSOLE.address else "nobody"


def _said(lang: str, key: str, value: str, departments: Mapping[str, str]) -> str:
    """A code as a word; names and notes as they are."""
    if key.startswith("role"):
        return say(lang, f"access.role_{value}")
    if key.startswith("department"):
        return departments.get(value, value)
    return say(lang, f"audit_value.{value}") if key in ("how", "to", "what") else value


def _joined(lang: str, words: Iterable[str]) -> str:
    return say(lang, "audit.comma").join(words) or MISSING
