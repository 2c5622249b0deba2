"""The routes of logging in and out: plain forms, answered before Streamlit starts."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from streamlit.logger import get_logger

from indicators.words import say
from pages.access import login, passwords, provider
from pages.access.accounts import Refused
from pages.access.database import AccountsUnreadable, now, reading
from pages.access.forms import client, fields, form, genuine, language, let_in, own_path
from pages.access.headers import SESSION
from pages.access.login import LogIn
from pages.access.model import Session, SessionKind
from pages.access.sessions import look_up

LOG = get_logger(__name__)


async def show_login(request: Request) -> Response:
    """The form to log in."""
    asked = request.query_params
    problem = asked.get("problem", "")
    told = say(language(asked.get("lang", "")), f"door.{problem}") if problem in provider.PROBLEMS else ""
    return _login_form(request, asked, told)


async def send_login(request: Request) -> Response:
    """Log in: on to the page asked for, or the form again with what was wrong."""
    sent = await fields(request)
    lang = language(sent.get("lang", ""))
    if not genuine(request, sent):
        return _login_form(request, sent, say(lang, "door.stale"), 403)
    given = (sent.get("name", ""), sent.get("password", ""), client(request), now())
    try:
        answer = await run_in_threadpool(login.log_in, *given)
        if answer.token and (before := _session(request)):  # its cookie goes, and no open tab keeps it
            login.log_out(before.digest, client(request), now())
    except AccountsUnreadable as problem:
        LOG.error("%s", problem)
        return _login_form(request, sent, say(lang, "access.unreadable"), 503)
    if answer.token:
        onward = own_path(sent.get("next", ""))
        change = "/password?" + urlencode({"lang": lang, "next": onward})
        return let_in(request, answer.token, change if answer.must_change else onward)
    told = _refusal(lang, answer, say(lang, "door.wrong"))
    return _login_form(request, sent, told, 429 if answer.locked_until else 401)


async def send_logout(request: Request) -> Response:
    """End the session, here and wherever else it is open."""
    sent = await fields(request)
    if not genuine(request, sent):
        return _login_form(request, sent, say(language(sent.get("lang", "")), "door.stale"), 403)
    if session := _session(request):
        login.log_out(session.digest, client(request), now())
    return let_in(request, "", own_path(sent.get("next", "")))


async def show_password(request: Request) -> Response:
    """The form to change one's own password; to log in first, for nobody."""
    return _password_form(request, request.query_params)


async def send_password(request: Request) -> Response:
    """Change one's own password; every other session of the account ends."""
    sent = await fields(request)
    lang, session = language(sent.get("lang", "")), _session(request)
    if session is None or not genuine(request, sent):
        return _password_form(request, sent, say(lang, "door.stale"), 403)
    if sent.get("fresh") != sent.get("again"):
        return _password_form(request, sent, say(lang, "door.differ"), 422)
    given = (session.account.name, sent.get("current", ""), sent.get("fresh", ""), client(request), now())
    try:
        answer = await run_in_threadpool(login.change_password, *given)
    except Refused as refused:
        told = say(lang, f"refusal.{refused.refusal}", shortest=passwords.SHORTEST)
        return _password_form(request, sent, told, 422)
    except AccountsUnreadable as problem:
        LOG.error("%s", problem)
        return _login_form(request, sent, say(lang, "access.unreadable"), 503)
    if answer.token:
        return let_in(request, answer.token, own_path(sent.get("next", "")))
    return _password_form(request, sent, _refusal(lang, answer, say(lang, "door.wrong_password")), 401)


def _session(request: Request) -> Session | None:
    """The good session that the middleware found; nobody where the accounts cannot be read."""
    digest = request.headers.get(SESSION.decode(), "")
    try:
        with reading() as connection:
            return look_up(connection, digest, now())
    except AccountsUnreadable as problem:
        LOG.error("%s", problem)
        return None


def _refusal(lang: str, answer: LogIn, otherwise: str) -> str:
    if answer.locked_until is None:
        return otherwise
    wait = answer.locked_until - now()
    return say(lang, "door.locked", minutes=max(1, -(-int(wait.total_seconds()) // 60)))


def _login_form(request: Request, asked: Mapping[str, str], problem: str = "", status: int = 200) -> Response:
    session = _session(request)
    who = session.account.name if session else ""
    lang, onward = language(asked.get("lang", "")), own_path(asked.get("next", ""))
    values = {"name": asked.get("name", ""), "who": who, "provider": provider.configured() is not None}
    return form(request, "login.html", lang, onward, status, problem=problem, **values)


def _password_form(
    request: Request, asked: Mapping[str, str], problem: str = "", status: int = 200
) -> Response:
    session = _session(request)
    lang, onward = language(asked.get("lang", "")), own_path(asked.get("next", ""))
    if session is None or session.kind is not SessionKind.PASSWORD:
        return RedirectResponse("/login?" + urlencode({"lang": lang, "next": onward}), 303)
    values = {"who": session.account.name, "must_change": session.must_change, "shortest": passwords.SHORTEST}
    return form(request, "password.html", lang, onward, status, problem=problem, **values)


ROUTES = [
    Route("/login", show_login, methods=["GET"]),
    Route("/login", send_login, methods=["POST"]),
    Route("/logout", send_logout, methods=["POST"]),
    Route("/password", show_password, methods=["GET"]),
    Route("/password", send_password, methods=["POST"]),
    Route("/oidc/login", provider.begin, methods=["GET"]),
    Route("/oidc/callback", provider.finish, methods=["GET"]),
]
