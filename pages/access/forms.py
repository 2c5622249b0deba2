"""The few pages outside Streamlit, log-in and change of password: forms that need no script."""

from __future__ import annotations

import hmac
import re
import secrets
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from indicators import palette
from indicators.model import Verdict
from indicators.words import LANGUAGES, say
from pages.access.middleware import cookie

HERE = Path(__file__).parent / "templates"
LARGEST = 8192
"""Bytes of a form."""
TOKEN_COOKIE = "form"  # noqa: S105 a name, no secret
"""Beside the form's own hidden field: a form made elsewhere knows neither."""
OWN_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]{0,2000}")
"""A path of this server; `//host`, `/\\host` and `https:` lead away from it."""
POLICY = (
    "default-src 'none'; style-src 'nonce-{nonce}'; font-src 'self'; img-src data:; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
COLOURS = {
    "ink": palette.INK,
    "secondary": palette.SECONDARY,
    "hairline": palette.HAIRLINE,
    "panel": palette.PANEL,
    "accent": palette.ACCENT,
    "alert": palette.VERDICTS[Verdict.OFF_TRACK].text,
    "alert-tint": palette.VERDICTS[Verdict.OFF_TRACK].tint,
}


async def fields(request: Request) -> dict[str, str]:
    """What a form sent, each field once. Raises HTTPException 413 for more than a form, 400 for no form."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise HTTPException(413)
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=20))
    except ValueError as problem:
        raise HTTPException(400) from problem


def genuine(request: Request, sent: dict[str, str]) -> bool:
    """Whether a form was filled in on our own page: by what the browser says, and by the hidden token."""
    return same_origin(request) and hmac.compare_digest(
        sent.get("token", "").encode(), (request.cookies.get(TOKEN_COOKIE) or secrets.token_hex()).encode()
    )


def same_origin(request: Request) -> bool:
    """Whether a browser says that a request comes from a page of this server; old ones say nothing."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    return site in ("same-origin", "none") and (
        origin is None or urlsplit(origin).netloc == request.headers.get("host")
    )


def own_path(asked: str) -> str:
    """Where to go on: the path asked for where it is one of this server, else the first page."""
    return asked if OWN_PATH.fullmatch(asked) else "/"


def language(asked: str) -> str:
    """A language of the product; Chinese where another is asked for."""
    return asked if asked in LANGUAGES else LANGUAGES[0]


def form(
    request: Request, template: str, lang: str, onward: str, status: int = 200, **values: object
) -> Response:
    """A page made from a template of the folder `templates`, with a fresh token for its form."""
    nonce, token = secrets.token_urlsafe(16), request.cookies.get(TOKEN_COOKIE) or secrets.token_urlsafe(32)

    def word(key: str, **places: object) -> str:
        return say(lang, key, **places)

    shared = {"say": word, "lang": lang, "onward": onward, "token": token, "nonce": nonce, "colours": COLOURS}
    text = _environment().get_template(template).render(shared | values | {"languages": LANGUAGES})
    answer = HTMLResponse(text, status, {"Cache-Control": "no-store"})
    answer.headers["Content-Security-Policy"] = POLICY.format(nonce=nonce)
    answer.headers["X-Frame-Options"] = "DENY"
    encrypted = request.url.scheme == "https"
    answer.set_cookie(TOKEN_COOKIE, token, httponly=True, samesite="lax", secure=encrypted)
    return answer


def let_in(request: Request, token: str, onward: str) -> Response:
    """On to a page with the cookie of a session, or without any where the token is blank."""
    answer = RedirectResponse(onward, 303, {"Cache-Control": "no-store"})
    answer.raw_headers.append((b"set-cookie", cookie(request.scope, token).encode("latin-1")))
    return answer


def client(request: Request) -> str:
    """The address of whoever asks."""
    return request.client.host if request.client else ""


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
