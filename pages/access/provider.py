"""Single sign-on by an OIDC provider, where `.streamlit/secrets.toml` has a section `[oidc]`.

    [oidc]
    server_metadata_url = "https://…/.well-known/openid-configuration"
    client_id = "…"
    client_secret = "…"
    redirect_uri = "https://…/oidc/callback"

Authlib does the protocol: state, nonce, PKCE, and the signature, issuer, audience and expiry of the identity
token; whatever fails on the way ends in the log-in form. What comes of it is a session of ours like any
other, so that log-out ends it at once; Streamlit's own `st.login` keeps a cookie of thirty days that the
server cannot revoke.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from streamlit.logger import get_logger

from pages.access import login
from pages.access.database import AccountsUnreadable, now
from pages.access.forms import client, let_in, own_path
from pages.access.model import SessionKind

LOG = get_logger(__name__)
SECRETS = Path(__file__).parents[2] / ".streamlit" / "secrets.toml"
NEEDED = ("server_metadata_url", "client_id", "client_secret", "redirect_uri")
SCOPE = "openid email profile"
PROBLEMS = ("provider_failed", "stranger")
"""What the log-in form may be asked to say of a single sign-on."""
ONWARD = "onward"
"""Under which the page asked for waits in Streamlit's signed session cookie meanwhile."""


@cache
def configured() -> Mapping[str, str] | None:
    """The section `[oidc]`; None where there is none. Raises ValueError where it lacks something."""
    if not SECRETS.exists():
        return None
    section = tomllib.loads(SECRETS.read_text(encoding="utf-8")).get("oidc")
    if section is None:
        return None
    lacking = [name for name in NEEDED if not section.get(name)]
    if lacking:
        raise ValueError(f"{SECRETS.name}: [oidc] lacks {', '.join(lacking)}")
    return {name: str(section[name]) for name in NEEDED}


async def begin(request: Request) -> Response:
    """Off to the provider."""
    given = configured()
    if given is None:
        return Response(status_code=404)
    request.session[ONWARD] = own_path(request.query_params.get("next", ""))
    try:
        answer: Response = await _client().authorize_redirect(request, given["redirect_uri"])
    except Exception:
        LOG.exception("single sign-on failed")
        return RedirectResponse("/login?problem=provider_failed", 303)
    return answer


async def finish(request: Request) -> Response:
    """Back from the provider: a session for the account it means, else the log-in form with why not."""
    if configured() is None:
        return Response(status_code=404)
    onward = own_path(request.session.pop(ONWARD, ""))
    try:
        token = await _client().authorize_access_token(request)
    except Exception:
        LOG.exception("single sign-on failed")
        return RedirectResponse("/login?problem=provider_failed", 303)
    fresh = await run_in_threadpool(_session, token.get("userinfo") or {}, client(request))
    return let_in(request, fresh, onward) if fresh else RedirectResponse("/login?problem=stranger", 303)


def _session(claims: Mapping[str, object], address: str) -> str:
    try:
        return login.vouched_for(login.provided(claims), SessionKind.PROVIDER, address, now())
    except AccountsUnreadable as problem:
        LOG.error("%s", problem)
        return ""


@cache
def _client() -> Any:
    """Authlib's client, imported when somebody first uses it."""
    from authlib.integrations.starlette_client import OAuth

    given = configured() or {}
    return OAuth().register(
        "oidc",
        server_metadata_url=given["server_metadata_url"],
        client_id=given["client_id"],
        client_secret=given["client_secret"],
        client_kwargs={"scope": SCOPE, "code_challenge_method": "S256"},
    )
