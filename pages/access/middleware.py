"""In front of every request, http and websocket alike: who is it, and who only says so.

Whatever a client claims about itself is taken out; then the cookie, or the word of the configured reverse
proxy, is looked up, and what pages may believe is put in. Written against the bare ASGI interface, because
Starlette's own middleware classes leave out websockets.
"""

from __future__ import annotations

from typing import Any

import uvicorn.config
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit.logger import get_logger

from pages.access import headers, login, sessions, settings, sockets
from pages.access.database import AccountsUnreadable, now, reading
from pages.access.headers import Headers, Proxy
from pages.access.model import Role, Session, SessionKind

LOG = get_logger(__name__)
UPLOADS = "/_stcore/upload_file/"
"""Where Streamlit takes files, from any open tab, whatever the page in it."""
MADE = "/media/"
"""Where Streamlit hands out what pages have made, to whoever knows the address."""
KEPT_TO_OURSELVES = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"x-frame-options": b"SAMEORIGIN",
    b"content-security-policy": b"frame-ancestors 'self'; object-src 'none'; base-uri 'self'",
}
"""On every answer that does not say otherwise: nobody else may frame the pages."""


class Gate:
    """The middleware; `app` is what lies behind it."""

    def __init__(self, app: ASGIApp, proxy: Proxy | None = None) -> None:
        self.app = app
        self.proxy = proxy or Proxy.configured()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through with what is known of its sender."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        asked = dict(scope)
        if scope["type"] == "websocket":
            if sockets.foreign(asked):
                await WebSocketClose()(scope, receive, send)
                return
            receive = sockets.sifted(receive)
        peer = (scope.get("client") or ("", 0))[0]
        named = headers.stated(scope["headers"], self.proxy.header) if self.proxy.trusts(peer) else ""
        asked = headers.behind(asked, self.proxy)
        session, token = _recognised(asked, named)
        digest = sessions.digest_of(token) if token else session.digest if session else ""
        asked["headers"] = _believed(headers.stripped(scope["headers"], self.proxy), digest, asked)
        if _forbidden(asked, session):
            await PlainTextResponse("forbidden", 403)(asked, receive, _guarded(send, asked, ""))
            return
        await self.app(asked, receive, _guarded(send, asked, token))


def believe_no_proxy() -> None:
    """Keep uvicorn from rewriting the client's address on the word of any program on this machine.

    It does so before the middleware can see who really connected, and Streamlit has no setting for it; here
    $PROXY_ADDRESSES alone decides. To be called while uvicorn imports the application, before it wraps it.
    """
    setattr(uvicorn.config, "ProxyHeadersMiddleware", lambda app, trusted_hosts: app)  # noqa: B010 for mypy


def cookie(scope: Scope, token: str) -> str:
    """The header that hands a token to the browser, until it closes; a blank one takes it away."""
    flags = "HttpOnly; Path=/; SameSite=Lax" + ("; Secure" if headers.secure(dict(scope)) else "")
    gone = "" if token else "; Max-Age=0"
    return f"{headers.cookie_name(dict(scope))}={token}; {flags}{gone}"


def _recognised(scope: dict[str, Any], named: str) -> tuple[Session | None, str]:
    """The session of a request, and a fresh token where the proxy vouches for somebody without one."""
    try:
        session = _presented(scope)
        known = login.proxied(named) if named else None
        if session and session.kind is SessionKind.PROXY and not (known and known.account == session.account):
            session = None
        if session is None and known and _is_document(scope):
            address = (scope.get("client") or ("", 0))[0]
            return None, login.vouched_for(known, SessionKind.PROXY, address, now())
    except AccountsUnreadable as problem:
        LOG.error("%s", problem)
        return None, ""
    return session, ""


def _presented(scope: dict[str, Any]) -> Session | None:
    """The good session of the cookie."""
    jars = [cookie_parser(value.decode("latin-1")) for name, value in scope["headers"] if name == b"cookie"]
    tokens = [jar[headers.cookie_name(scope)] for jar in jars if headers.cookie_name(scope) in jar]
    if len(tokens) != 1:
        return None
    with reading() as connection:
        return sessions.look_up(connection, sessions.digest_of(tokens[0]), now())


def _believed(kept: Headers, digest: str, scope: dict[str, Any]) -> Headers:
    address = (scope.get("client") or ("", 0))[0]
    added = [(headers.ADDRESS, address.encode("latin-1", "replace"))]
    if digest:
        added.append((headers.SESSION, digest.encode()))
    return [*kept, *added]


def _is_document(scope: dict[str, Any]) -> bool:
    """Whether a browser asks for a page, not for a part of one: only its answer's cookie surely sticks."""
    accepted = headers.stated(scope["headers"], "accept")
    return scope["type"] == "http" and scope["method"] == "GET" and "text/html" in accepted


def _forbidden(scope: dict[str, Any], session: Session | None) -> bool:
    """Whether Streamlit would do for anybody what is not for this one."""
    if scope["type"] != "http":
        return False
    if UPLOADS in scope["path"] and scope["method"] not in ("OPTIONS", "GET"):
        return not _may_upload(session)
    return MADE in scope["path"] and not _may_read(session)


def _may_upload(session: Session | None) -> bool:
    return session is not None and not session.must_change and session.account.may(Role.STATISTICIAN)


def _may_read(session: Session | None) -> bool:
    if session is not None and not session.must_change:
        return True
    try:
        with reading() as connection:
            return settings.open_reading(connection)
    except AccountsUnreadable as problem:
        LOG.error("%s", problem)
        return False


def _guarded(send: Send, scope: dict[str, Any], token: str) -> Send:
    """Answers with the headers that keep pages to ourselves, and with a fresh token's cookie."""

    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _ in message.get("headers", [])}
            added = [pair for pair in KEPT_TO_OURSELVES.items() if pair[0] not in given]
            if token:
                added.append((b"set-cookie", cookie(scope, token).encode("latin-1")))
            message = {**message, "headers": [*message.get("headers", []), *added]}
        await send(message)

    return answer
