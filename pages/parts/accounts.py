"""Pieces of the page of accounts: forms, and what an administrator may do to an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NoReturn

import streamlit as st

from indicators.errors import StoreDamaged, StoreMissing
from indicators.model import Plan
from indicators.store.pointer import read_pointer
from indicators.store.reader import Store
from indicators.store.view import plans_of
from indicators.words import say
from pages.access import accounts, login, passwords, settings
from pages.access.accounts import Refused
from pages.access.audit import Actor
from pages.access.database import now, reading, writing
from pages.access.listing import Standing
from pages.access.model import Account, Role
from pages.parts.access import actor
from pages.parts.markup import show
from pages.parts.panels import section
from pages.parts.stores import warehouse_folder

ISSUED, TOLD = "issued_password", "told_of_accounts"
"""Of the session state: what the next run says, once."""


def departments(lang: str) -> dict[str, str]:
    """Every department of any plan, name by code; none where the store cannot be read, whatever its state:
    accounts and audit must open all the same."""
    folder = warehouse_folder()
    try:
        known = _plans(folder, read_pointer(folder)["snapshot"])
    except (StoreMissing, StoreDamaged):
        return {}
    found: dict[str, str] = {}
    for plan in known.values():
        for code, one in plan.departments.items():
            found.setdefault(code, one.name_en if lang == "en" and one.name_en else one.name)
    return found


@st.cache_resource(show_spinner=False, max_entries=2)
def _plans(folder: Path, snapshot: str) -> dict[str, Plan]:
    return plans_of(Store.open(folder))


def announced(lang: str) -> None:
    """What the last click did; a generated password stands here once and is nowhere kept."""
    if told := st.session_state.pop(TOLD, ""):
        st.success(told)
    if issued := st.session_state.pop(ISSUED, None):
        name, password = issued
        with st.container(border=True):
            show("notice.html", text=say(lang, "accounts.issued", name=name))
            st.code(password, language=None)


def creation(lang: str, names: Mapping[str, str]) -> None:
    """The form for a new account."""
    number = st.session_state.setdefault("accounts_created", 0)
    with st.form(f"create_{number}"):
        name = st.text_input(say(lang, "accounts.name"), max_chars=64, help=say(lang, "refusal.name_invalid"))
        role, chosen, sso = _fields(lang, names, None)
        only_sso = st.checkbox(say(lang, "accounts.only_sso"))
        if st.form_submit_button(say(lang, "accounts.create"), type="primary"):
            password = "" if only_sso and sso.strip() else passwords.generated()
            account = Account(name, role, frozenset(chosen))
            done = partial(_created, account, password, sso)
            if _carried_out(lang, done):
                st.session_state["accounts_created"] = number + 1
                _done(lang, "created", accounts.normal(name), password)


def changing(lang: str, one: Standing, names: Mapping[str, str]) -> None:
    """The form for role, departments and single sign-on of an account."""
    with st.form(f"change_{one.record.name}"):
        role, chosen, sso = _fields(lang, names, one)
        if st.form_submit_button(say(lang, "accounts.save"), type="primary"):
            account = Account(one.record.name, role, frozenset(chosen))
            if _carried_out(lang, partial(_changed, account, sso)):
                _done(lang, "saved", one.record.name)


def acts(lang: str, one: Standing) -> None:
    """What may be done to an account at once; each asks before."""
    name = one.record.name
    with st.container(horizontal=True):
        if _confirmed(lang, "reset", name):
            password = passwords.generated()
            if _carried_out(lang, partial(_reset, name, password)):
                _done(lang, "was_reset", name, password)
        if one.locked_until and st.button(say(lang, "accounts.unlock"), key="unlock"):
            login.unlock(name, actor(), now())
            _done(lang, "unlocked", name)
        if one.sessions and _confirmed(lang, "end", name):
            login.end_sessions(name, actor(), now())
            _done(lang, "ended", name)
        if one.record.disabled:
            if st.button(say(lang, "accounts.enable"), key="enable"):
                _carried_out(lang, partial(_set_disabled, name, False))
                _done(lang, "enabled", name)
        elif _confirmed(lang, "disable", name) and _carried_out(lang, partial(_set_disabled, name, True)):
            _done(lang, "disabled", name)


def reading_switch(lang: str) -> None:
    """Whether pages may be read without an account."""
    with reading() as connection:
        is_open = settings.open_reading(connection)
    section(say(lang, "accounts.reading"), say(lang, f"accounts.reading_{'on' if is_open else 'off'}"))
    if settings.held_closed():
        show("notice.html", text=say(lang, "accounts.reading_held"))
    elif _confirmed(lang, "close" if is_open else "open", ""):
        with writing() as connection:
            settings.set_open_reading(connection, not is_open, actor(), now())
        _done(lang, "closed" if is_open else "opened", "")


def _fields(lang: str, names: Mapping[str, str], one: Standing | None) -> tuple[Role, list[str], str]:
    """Role, departments and single sign-on; of the account `one` where it is given."""
    known = one.record if one else None
    roles = [one.value for one in Role]
    start = roles.index(known.account.role.value) if known else roles.index(Role.STATISTICIAN.value)
    role = st.radio(
        say(lang, "accounts.role"),
        roles,
        start,
        lambda role: say(lang, f"accounts.may_{role}"),
    )
    held = sorted(known.account.departments) if known else []
    options = [*names, *(code for code in held if code not in names)]
    chosen = st.multiselect(
        say(lang, "accounts.departments"),
        options,
        held,
        lambda code: names.get(code, code),
        placeholder=say(lang, "accounts.departments_none"),
        help=say(lang, "accounts.departments_help"),
    )
    usual = known.sso if known else ""
    sso = st.text_input(say(lang, "accounts.sso"), usual, help=say(lang, "accounts.sso_help"))
    return Role(role), chosen, sso


def _confirmed(lang: str, act: str, name: str) -> bool:
    """A button that asks once more, saying what will happen."""
    with st.popover(say(lang, f"accounts.{act}")):
        show("notice.html", text=say(lang, f"accounts.{act}_asks", name=name))
        return st.button(say(lang, f"accounts.{act}_yes"), key=f"{act}_yes", type="primary")


def _carried_out(lang: str, change: Callable[[Actor], None]) -> bool:
    """Make a change; where it is refused, say why."""
    try:
        change(actor())
    except Refused as refused:
        st.error(say(lang, f"refusal.{refused.refusal}", shortest=passwords.SHORTEST))
        return False
    return True


def _done(lang: str, what: str, name: str, password: str = "") -> NoReturn:
    """Draw the page again, with what was done on top."""
    st.session_state[TOLD] = say(lang, f"accounts.{what}_done", name=name)
    if password:
        st.session_state[ISSUED] = (name, password)
    st.rerun()


def _created(account: Account, password: str, sso: str, by: Actor) -> None:
    with writing() as connection:
        accounts.create(connection, account, password, by, now(), sso=sso)


def _changed(account: Account, sso: str, by: Actor) -> None:
    with writing() as connection:
        accounts.change(connection, account, by, now(), sso=sso)


def _reset(name: str, password: str, by: Actor) -> None:
    with writing() as connection:
        accounts.set_password(connection, name, password, by, now(), by_owner=False)


def _set_disabled(name: str, disabled: bool, by: Actor) -> None:
    with writing() as connection:
        (accounts.disable if disabled else accounts.enable)(connection, name, by, now())
