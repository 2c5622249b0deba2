"""Who reads the page, and what a page asks of them; decided on the server in every run.

Tests put somebody before a page by `AppTest.user = {"session": digest}`; from a browser `st.user` is reached
by nothing but the header that the middleware of pages/access sets, after it took away the client's own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st
from streamlit.logger import get_logger

from indicators.words import LANGUAGES, say
from pages.access import login, settings, visit
from pages.access.audit import Actor
from pages.access.database import AccountsUnreadable, now, reading
from pages.access.model import Account, Role, Session, SessionKind
from pages.parts.addresses import language
from pages.parts.controls import SPELLED, choose, switch
from pages.parts.markup import show, style

LOG = get_logger(__name__)


def visitor() -> Account | None:
    """Who is logged in, as of this moment; None for nobody, or while an initial password must be changed.

    Ends the run where the accounts cannot be read.
    """
    session = current()
    return session.account if session and not session.must_change else None


def current() -> Session | None:
    """The session behind this run. Ends the run where the accounts cannot be read."""
    try:
        return visit.session_of(st.user.to_dict(), now())
    except AccountsUnreadable as problem:
        _unreadable(problem)


def may_read() -> bool:
    """Whether this reader may read pages: reading is open, or somebody is logged in."""
    try:
        with reading() as connection:
            is_open = settings.open_reading(connection)
    except AccountsUnreadable as problem:
        _unreadable(problem)
    return is_open or visitor() is not None


def require(role: Role, lang: str) -> Account:
    """Whoever reads, if they have the role; else says what is needed, where to log in, and ends the run.

    The first statement of every page that is not for all.
    """
    who = visitor()
    if who is None or not who.may(role):
        refuse(role, who, lang)
    return who


def refuse(role: Role, who: Account | None, lang: str) -> NoReturn:
    """Nothing of the page but what it needs and the way there; ends the run."""
    session = current()
    if session and session.must_change:
        title, said, where = "change_first", say(lang, "access.change_first_why"), "password"
    elif who:
        names = {"role": say(lang, f"access.role_{who.role}"), "needed": say(lang, f"access.role_{role}")}
        title, said, where = "not_yours", say(lang, "access.not_yours_why", name=who.name, **names), "login"
    else:
        title, said, where = "log_in_first", say(lang, f"access.needs_{role}"), "login"
    plain_frame(lang)
    action = say(lang, f"access.go_{'other' if who else where}")
    show(
        "refusal.html", title=say(lang, f"access.{title}"), text=said, action=action, link=route(where, lang)
    )
    st.stop()


def plain_frame(lang: str) -> None:
    """The sidebar and the style of a page without a plan."""
    with st.sidebar:
        choose(say(lang, "control.language"), "lang", LANGUAGES, LANGUAGES[0], SPELLED.__getitem__, switch)
    style(say(lang, "product"))


def route(name: str, lang: str) -> str:
    """The address of a page outside Streamlit, `login` or `password`, that leads back to this one."""
    here = "/" + st.session_state.get("carried_from", "")
    asked = urlencode(st.query_params.to_dict())
    return f"{name}?{urlencode({'lang': lang, 'next': here + (f'?{asked}' if asked else '')})}"


def frame_visitor(lang: str) -> None:
    """At the bottom of the sidebar: who is logged in and the way out, or the way in."""
    session = current()
    with st.sidebar, st.container(key="visitor"):
        if session is None:
            show("visitor.html", lines=[], links=[(say(lang, "access.log_in"), route("login", lang))])
            return
        who = session.account
        lines = [who.name, say(lang, f"access.role_{who.role}")]
        own = session.kind is SessionKind.PASSWORD
        links = [(say(lang, "access.change_password"), route("password", lang))] if own else []
        show("visitor.html", lines=lines, links=links)
        if st.button(say(lang, "access.log_out"), key="log_out"):
            _log_out(session)


def offered(made: Callable[[], bytes]) -> Callable[[], bytes]:
    """A file that is made on the click, outside any run of the page, for who reads now and nobody else."""
    return partial(fetched, made, str(st.user.to_dict().get(visit.KEY) or ""), visitor())


def fetched(made: Callable[[], bytes], session: str, account: Account | None) -> bytes:
    """The file, while whoever it was offered to is still logged in with the same rights, or nobody need be.

    Raises PermissionError, AccountsUnreadable.
    """
    if account is None:
        with reading() as connection:
            allowed = settings.open_reading(connection)
    else:
        found = visit.session_of({visit.KEY: session}, now())
        allowed = found is not None and not found.must_change and found.account == account
    if not allowed:
        raise PermissionError("the file was offered to somebody who may not have it any more")
    return made()


def actor() -> Actor:
    """Who acts in this run and from where, for the audit."""
    who = visitor()
    address = st.user.to_dict().get(visit.ADDRESS)
    return Actor(who.name if who else "", str(address or ""))


def _log_out(session: Session) -> None:
    login.log_out(session.digest, actor().address, now())
    st.rerun()


def _unreadable(problem: AccountsUnreadable) -> NoReturn:
    LOG.error("%s", problem)
    lang = language()
    style(say(lang, "product"))
    show("notice.html", text=say(lang, "access.unreadable"))
    st.stop()
