"""Single sign-on against a small OIDC provider of our own: discovery, code, signed token, session."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware

from pages.access import accounts, audit, provider, sessions
from pages.access.audit import Actor
from pages.access.database import now, reading, writing
from pages.access.headers import Proxy
from pages.access.middleware import Gate
from pages.access.model import Account, Role
from pages.access.routes import ROUTES
from tests.pages.access.asgi import Answer, ask

CALLBACK = "http://city.example/oidc/callback"


class Office:
    """The provider: what it says of whoever logs in, and how it signs."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, parameters={"kid": "1"}, private=True)
        self.signing = self.key
        self.claims: dict[str, Any] = {}
        self.nonce = ""
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"

    def metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def token(self) -> dict[str, Any]:
        usual = {"iss": self.issuer, "aud": "city", "sub": "77", "nonce": self.nonce}
        times = {"iat": int(time.time()), "exp": int(time.time()) + 300}
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, usual | times | self.claims, self.signing)
        return {"access_token": "a", "token_type": "Bearer", "id_token": signed}

    def handler(self) -> type[BaseHTTPRequestHandler]:
        office = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                keys = {"keys": [office.key.as_dict(private=False)]}
                self.answer(keys if self.path == "/keys" else office.metadata())

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["content-length"]))
                self.answer(office.token())

            def answer(self, content: dict[str, Any]) -> None:
                body = json.dumps(content).encode()
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *given: object) -> None:
                pass

        return Handler


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, tmp_path) -> Iterator[Office]:
    pytest.importorskip("authlib.integrations.starlette_client", reason="Authlib's client needs httpx2")
    made = Office()
    threading.Thread(target=made.server.serve_forever, daemon=True).start()
    secrets = tmp_path / "secrets.toml"
    given = {"server_metadata_url": f"{made.issuer}/", "client_id": "city", "client_secret": "s"}
    lines = [f'{key} = "{value}"' for key, value in (given | {"redirect_uri": CALLBACK}).items()]
    secrets.write_text("\n".join(["[oidc]", *lines]))
    monkeypatch.setattr(provider, "SECRETS", secrets)
    provider.configured.cache_clear()
    provider._client.cache_clear()
    yield made
    made.server.shutdown()
    made.server.server_close()
    provider.configured.cache_clear()
    provider._client.cache_clear()


@pytest.fixture
def app(office: Office) -> Starlette:
    with writing() as connection:
        account = Account("wang", Role.STATISTICIAN, frozenset({"fagai"}))
        accounts.create(connection, account, "", Actor(), now(), sso="wang@gov.cn")
    layers = [Middleware(Gate, proxy=Proxy()), Middleware(SessionMiddleware, secret_key="k")]
    return Starlette(routes=ROUTES, middleware=layers)


def there(app: Starlette, onward: str = "/upload") -> tuple[Answer, dict[str, list[str]]]:
    """Off to the provider: our answer and what we ask of it."""
    answer = ask(app, "GET", f"/oidc/login?{urlencode({'next': onward})}")
    return answer, parse_qs(urlsplit(answer.one("location")).query)


def back(app: Starlette, left: Answer, state: str) -> Answer:
    """Back from the provider with a code."""
    jar = "; ".join(f"{name}={value}" for name, value in left.cookies.items())
    return ask(app, "GET", f"/oidc/callback?{urlencode({'code': 'c', 'state': state})}", {"cookie": jar})


def round_trip(app: Starlette, office: Office, onward: str = "/upload", **claims: Any) -> Answer:
    left, asked = there(app, onward)
    office.nonce, office.claims = asked["nonce"][0], claims
    return back(app, left, asked["state"][0])


GOOD = {"email": "wang@gov.cn", "email_verified": True}


def test_the_provider_is_asked_for_a_code_with_state_nonce_and_proof(app, office):
    answer, asked = there(app)
    assert answer.one("location").startswith(f"{office.issuer}/authorize?")
    assert asked["redirect_uri"] == [CALLBACK]
    assert asked["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge"} <= set(asked)


def test_whom_the_provider_knows_and_an_administrator_named_is_let_in(app, office):
    answer = round_trip(app, office, **GOOD)
    assert (answer.status, answer.one("location")) == (303, "/upload")
    with reading() as connection:
        found = sessions.look_up(connection, sessions.digest_of(answer.cookies["visitor"]), now())
        last = audit.entries(connection)[-1]
    assert (found.account.name, found.kind.value) == ("wang", "provider")
    assert (last.kind, last.by, last.detail) == ("log_in", "wang", '{"how": "provider"}')


def test_the_way_on_stays_on_this_server(app, office):
    assert round_trip(app, office, "//evil.example", **GOOD).one("location") == "/"


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "wang@gov.cn"},
        {"email": "stranger@gov.cn", "email_verified": True},
        {"preferred_username": "wang"},
    ],
)
def test_a_stranger_is_told_so(app, office, claims):
    answer = round_trip(app, office, **claims)
    assert answer.one("location") == "/login?problem=stranger"
    assert "visitor" not in answer.cookies


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "other"},
        {"iss": "http://evil.example"},
        {"aud": "another"},
        {"exp": int(time.time()) - 3600},
    ],
)
def test_a_token_for_somebody_else_or_of_yesterday_is_none(app, office, claims):
    answer = round_trip(app, office, **GOOD, **claims)
    assert answer.one("location") == "/login?problem=provider_failed"
    assert "visitor" not in answer.cookies


def test_a_token_signed_by_somebody_else_is_none(app, office):
    office.signing = RSAKey.generate_key(2048, parameters={"kid": "1"}, private=True)
    assert round_trip(app, office, **GOOD).one("location") == "/login?problem=provider_failed"


def test_a_way_back_that_nobody_began_is_none(app, office):
    assert back(app, Answer(), "made-up").one("location") == "/login?problem=provider_failed"


def test_a_provider_that_does_not_answer_is_said(app, office):
    office.server.shutdown()
    office.server.server_close()
    answer = ask(app, "GET", "/oidc/login")
    assert answer.one("location") == "/login?problem=provider_failed"
    assert 'role="alert"' in ask(app, "GET", "/login?problem=provider_failed").body


def test_the_form_offers_it_where_it_is_configured(app, office):
    assert 'href="/oidc/login?next=%2Fupload"' in ask(app, "GET", "/login?next=/upload").body


@pytest.mark.parametrize("content", [None, "", "[auth]\nclient_id = 'x'"])
def test_where_it_is_not_configured_there_is_nothing_of_it(monkeypatch, tmp_path, content):
    secrets = tmp_path / "none.toml"
    if content is not None:
        secrets.write_text(content)
    monkeypatch.setattr(provider, "SECRETS", secrets)
    provider.configured.cache_clear()
    app = Starlette(routes=ROUTES, middleware=[Middleware(Gate, proxy=Proxy())])
    assert ask(app, "GET", "/oidc/login").status == 404
    assert ask(app, "GET", "/oidc/callback").status == 404
    assert "/oidc/login" not in ask(app, "GET", "/login").body
    provider.configured.cache_clear()


def test_half_a_configuration_says_what_it_lacks(monkeypatch, tmp_path):
    secrets = tmp_path / "half.toml"
    secrets.write_text("[oidc]\nclient_id = 'city'\nclient_secret = ''")
    monkeypatch.setattr(provider, "SECRETS", secrets)
    provider.configured.cache_clear()
    with pytest.raises(ValueError, match="lacks server_metadata_url, client_secret, redirect_uri"):
        provider.configured()
    provider.configured.cache_clear()
