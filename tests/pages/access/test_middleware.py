"""What a client says of itself goes, what the server knows comes; for http and websocket alike."""

from __future__ import annotations

import pytest

from pages.access import accounts, audit, sessions, settings
from pages.access.audit import Actor
from pages.access.database import now, reading, writing
from pages.access.headers import Proxy
from pages.access.middleware import Gate
from pages.access.model import SessionKind
from tests.pages.access.asgi import Inside, ask
from tests.pages.people import enrol

KINDS = ["http", "websocket"]
PROXY = Proxy("Remote-User", ("10.1.0.1",))
PAGE = {"accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def token() -> str:
    enrol("administrator", "root")
    enrol("statistician", "wang", ["fagai"])
    with writing() as connection:
        return sessions.start(connection, "wang", SessionKind.PASSWORD, now())


@pytest.fixture
def inside() -> Inside:
    return Inside()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name",
    [
        "X-Visitor-Session",
        "x_visitor_session",
        "X-VISITOR_SESSION",
        "x-visitor-address",
        "Remote-User",
        "remote_user",
    ],
)
def test_a_forged_identity_never_arrives(inside, token, kind, name):
    forged = {name: sessions.digest_of(token), "cookie": "visitor=stolen"}
    ask(Gate(inside, PROXY), "GET", "/", forged, kind=kind)
    assert inside.told("x-visitor-session") == []
    assert inside.told("remote-user") == []
    assert inside.told("x-visitor-address") == ["192.0.2.7"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_cookie_becomes_the_digest_of_its_session(inside, token, kind):
    ask(Gate(inside), "GET", "/", {"cookie": f"other=1; visitor={token}; _xsrf=2"}, kind=kind)
    assert inside.told("x-visitor-session") == [sessions.digest_of(token)]
    assert token not in str(inside.told("x-visitor-session"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "cookie", ["visitor=", "visitor=x", "visitor", "", "visitor=\u00e9", "__Host-visitor={}", "VISITOR={}"]
)
def test_another_cookie_is_nobody(inside, token, kind, cookie):
    ask(Gate(inside), "GET", "/", {"cookie": cookie.format(token)}, kind=kind)
    assert inside.told("x-visitor-session") == []


def test_the_digest_is_no_cookie(inside, token):
    ask(Gate(inside), "GET", "/", {"cookie": f"visitor={sessions.digest_of(token)}"})
    assert inside.told("x-visitor-session") == []


@pytest.mark.parametrize(("scheme", "name"), [("http", "visitor"), ("https", "__Host-visitor")])
def test_over_https_the_cookie_has_a_name_that_no_subdomain_can_set(inside, token, scheme, name):
    for sent in ("visitor", "__Host-visitor"):
        ask(Gate(inside), "GET", f"{scheme}://city.example/", {"cookie": f"{sent}={token}"})
        assert bool(inside.told("x-visitor-session")) is (sent == name)


@pytest.mark.parametrize("kind", KINDS)
def test_an_ended_session_is_nobody(inside, token, kind):
    with writing() as connection:
        sessions.end(connection, sessions.digest_of(token), now())
    ask(Gate(inside), "GET", "/", {"cookie": f"visitor={token}"}, kind=kind)
    assert inside.told("x-visitor-session") == []


@pytest.mark.parametrize("kind", KINDS)
def test_unreadable_accounts_let_nobody_in_and_break_nothing(inside, token, accounts, kind):
    accounts.write_bytes(b"")
    answer = ask(Gate(inside, PROXY), "GET", "/", {"cookie": f"visitor={token}"}, kind=kind)
    assert inside.told("x-visitor-session") == []
    assert kind == "websocket" or answer.body == "inside"


def test_the_proxy_logs_a_known_person_in_with_a_cookie_for_the_websocket(inside, token):
    gate = Gate(inside, PROXY)
    answer = ask(gate, "GET", "/", PAGE | {"Remote-User": "wang"}, client="10.1.0.1")
    (digest,) = inside.told("x-visitor-session")
    given = answer.one("set-cookie")
    assert given.endswith("; HttpOnly; Path=/; SameSite=Lax")
    fresh = answer.cookies["visitor"]
    assert sessions.digest_of(fresh) == digest
    wanted = {"cookie": f"visitor={fresh}", "Remote-User": "wang"}
    ask(gate, "GET", "/_stcore/stream", wanted, client="10.1.0.1", kind="websocket")
    assert inside.told("x-visitor-session") == [digest]
    assert ask(gate, "GET", "/", PAGE | wanted, client="10.1.0.1").all("set-cookie") == []
    with reading() as connection:
        last = audit.entries(connection)[-1]
    assert (last.kind, last.by, last.detail) == ("log_in", "wang", '{"how": "proxy"}')


@pytest.mark.parametrize(
    ("client", "sent"),
    [
        ("192.0.2.7", {"Remote-User": "root"}),
        ("192.0.2.7", {"Remote-User": "root", "X-Forwarded-For": "10.1.0.1"}),
        ("10.1.0.1", {"Remote-User": "stranger"}),
        ("10.1.0.1", {"Remote-User": "root", "Remote_User": "root"}),
        ("10.1.0.1", {"X-Forwarded-User": "root"}),
        ("10.1.0.1", {}),
    ],
)
def test_nobody_else_is_let_in_by_a_header(inside, token, client, sent):
    answer = ask(Gate(inside, PROXY), "GET", "/", PAGE | sent, client=client)
    assert inside.told("x-visitor-session") == []
    assert answer.all("set-cookie") == []
    assert answer.body == "inside"


def test_a_session_by_the_proxys_word_is_good_with_its_word_only(inside, token):
    gate = Gate(inside, PROXY)
    answer = ask(gate, "GET", "/", PAGE | {"Remote-User": "wang"}, client="10.1.0.1")
    cookie = {"cookie": f"visitor={answer.cookies['visitor']}"}
    for others in ({}, {"Remote-User": "root"}):
        ask(gate, "GET", "/x", cookie | others, client="10.1.0.1", kind="websocket")
        assert inside.told("x-visitor-session") == []
    ask(gate, "GET", "/x", cookie | {"Remote-User": "wang"}, client="192.0.2.7", kind="websocket")
    assert inside.told("x-visitor-session") == []
    changed = ask(gate, "GET", "/", PAGE | cookie | {"Remote-User": "root"}, client="10.1.0.1")
    assert changed.cookies["visitor"] != answer.cookies["visitor"]


def test_only_pages_start_a_session_by_the_proxys_word(inside, token):
    for method, wanted in (("GET", {"accept": "*/*"}), ("POST", PAGE), ("GET", {})):
        answer = ask(Gate(inside, PROXY), method, "/", wanted | {"Remote-User": "wang"}, client="10.1.0.1")
        assert answer.all("set-cookie") == []


@pytest.mark.parametrize(
    ("role", "must_change", "status"),
    [
        (None, False, 403),
        ("leader", False, 403),
        ("statistician", True, 403),
        ("statistician", False, 200),
        ("administrator", False, 200),
    ],
)
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_files_are_taken_only_from_those_who_may_upload(inside, role, must_change, status, method):
    sent = {}
    if role:
        enrol(role, must_change=must_change)
        with writing() as connection:
            sent["cookie"] = f"visitor={sessions.start(connection, role, SessionKind.PASSWORD, now())}"
    answer = ask(Gate(inside), method, "/_stcore/upload_file/abc/def", sent)
    assert answer.status == status
    assert bool(inside.scope) is (status == 200)


def test_every_answer_keeps_pages_from_being_framed_or_guessed_at(inside):
    answer = ask(Gate(inside), "GET", "/")
    assert answer.one("x-content-type-options") == "nosniff"
    assert answer.one("x-frame-options") == "SAMEORIGIN"
    assert answer.one("referrer-policy") == "same-origin"
    assert "frame-ancestors 'self'" in answer.one("content-security-policy")


def test_the_start_and_end_of_the_server_pass_through(inside):
    seen = []

    async def app(scope, receive, send):
        seen.append(scope["type"])

    ask(Gate(app), "GET", "/", kind="lifespan")
    assert seen == ["lifespan"]


def test_somebody_disabled_is_out_whatever_the_proxy_says(inside, token):
    with writing() as connection:
        accounts.disable(connection, "wang", Actor("root"), now())
    answer = ask(Gate(inside, PROXY), "GET", "/", PAGE | {"Remote-User": "wang"}, client="10.1.0.1")
    assert inside.told("x-visitor-session") == []
    assert answer.all("set-cookie") == []


@pytest.mark.parametrize("path", ["/media/abc.csv", "/base/media/abc.csv"])
def test_made_files_are_for_readers(inside, token, path):
    def reached(cookie: str) -> bool:
        inside.scope = {}
        answer = ask(Gate(inside), "GET", path, {"cookie": cookie})
        assert answer.status == (200 if inside.scope else 403)
        return bool(inside.scope)

    assert reached("")
    with writing() as connection:
        settings.set_open_reading(connection, False, Actor(), now())
    assert not reached("")
    assert reached(f"visitor={token}")
    with writing() as connection:
        sessions.end_all(connection, "wang", now())
    assert not reached(f"visitor={token}")


def test_where_accounts_cannot_be_read_no_made_file_is_given(inside, accounts):
    accounts.write_bytes(b"")
    assert ask(Gate(inside), "GET", "/media/abc.csv").status == 403
