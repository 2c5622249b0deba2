"""Logging in by the form: cookies, tokens of forms, the way on, and what a stranger's site can do."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from indicators.words import say
from pages.access import accounts, login, sessions
from pages.access.audit import Actor
from pages.access.database import now, reading, writing
from pages.access.headers import Proxy
from pages.access.middleware import Gate
from pages.access.routes import ROUTES
from tests.pages.access.asgi import Answer, ask
from tests.pages.people import PASSWORD, enrol

OWN = {"origin": "http://city.example", "sec-fetch-site": "same-origin"}
FLAGS = ["HttpOnly", "Path=/", "SameSite=Lax"]


@pytest.fixture
def app() -> Starlette:
    enrol("statistician", "wang", ["fagai"])
    return Starlette(routes=ROUTES, middleware=[Middleware(Gate, proxy=Proxy("", ("10.1.0.1",)))])


def token_of(answer: Answer) -> str:
    (token,) = set(re.findall(r'name="token" value="([^"]+)"', answer.body))
    return token


def send(app, path="/login", *, sent=None, cookies="", **form: str) -> Answer:
    """Open the form, then send it as a browser does."""
    opened = ask(app, "GET", "/login", {"cookie": cookies})
    token = token_of(opened)
    jar = "; ".join(filter(None, [cookies, f"form={token}"]))
    return ask(
        app, "POST", path, {"cookie": jar, **(OWN if sent is None else sent)}, {"token": token, **form}
    )


def log_in(app, **more: str) -> Answer:
    return send(app, name="wang", password=PASSWORD, **more)


def session(answer: Answer, name: str = "visitor"):
    with reading() as connection:
        return sessions.look_up(connection, sessions.digest_of(answer.cookies.get(name, "")), now())


def alert(answer: Answer) -> str:
    (said,) = re.findall(r'<p role="alert">(.*?)</p>', answer.body)
    return unescape(said)


def test_the_right_password_leads_on_with_a_cookie_that_no_script_can_read(app):
    answer = log_in(app, next="/upload?department=fagai")
    assert answer.status == 303
    assert answer.one("location") == "/upload?department=fagai"
    assert answer.one("set-cookie").split("; ")[1:] == FLAGS
    assert answer.one("cache-control") == "no-store"
    assert session(answer).account.name == "wang"


def test_over_https_the_cookie_is_secure_also_behind_the_proxy(app):
    for url, client, extra in (
        ("https://city.example/login", "192.0.2.7", {}),
        ("http://city.example/login", "10.1.0.1", {"x-forwarded-proto": "https"}),
    ):
        opened = ask(app, "GET", url, extra, client=client)
        assert "; Secure" in opened.one("set-cookie").replace("secure", "Secure")
        token = token_of(opened)
        sent = extra | {"cookie": f"form={token}", "origin": "https://city.example"}
        form = {"token": token, "name": "wang", "password": PASSWORD}
        answer = ask(app, "POST", url, sent, form, client=client)
        assert answer.one("set-cookie").split("; ")[1:] == [*FLAGS, "Secure"]
        assert session(answer, "__Host-visitor")


def test_a_wrong_password_says_so_and_keeps_the_name_and_the_way_on(app):
    answer = send(app, name="wang<", password="wrong", next="/upload?a=1&b=2", lang="en")
    assert answer.status == 401
    assert alert(answer) == say("en", "door.wrong")
    assert 'value="wang&lt;"' in answer.body
    assert 'name="next" value="/upload?a=1&amp;b=2"' in answer.body
    assert "visitor" not in answer.cookies
    assert "wrong" not in answer.body.replace(say("en", "door.wrong"), "")


def test_an_unknown_name_is_told_the_same(app):
    known, unknown = send(app, name="wang", password="x"), send(app, name="nobody", password="x")
    assert (known.status, alert(known)) == (unknown.status, alert(unknown))


def test_the_sixth_try_is_told_how_long_to_wait(app):
    for _ in range(5):
        send(app, name="wang", password="wrong")
    answer = log_in(app)
    assert answer.status == 429
    assert alert(answer) == say("zh", "door.locked", minutes=15)


@pytest.mark.parametrize(
    "asked",
    [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/ok\r\nSet-Cookie: a=b",
        "/\t/evil.example",
        " //evil.example",
        "/a\\..\\b",
        "",
        "/" + "a" * 2001,
    ],
)
def test_the_way_on_never_leads_elsewhere(app, asked):
    answer = log_in(app, next=asked)
    assert (answer.status, answer.one("location")) == (303, "/")
    opened = ask(app, "GET", f"/login?next={quote(asked)}")
    assert 'name="next" value="/"' in opened.body


@pytest.mark.parametrize("asked", ["/", "/upload", "/indicator?target=6&lang=en", "/" + "a" * 2000])
def test_the_way_on_leads_to_our_own_pages(app, asked):
    assert log_in(app, next=asked).one("location") == asked


@pytest.mark.parametrize(
    "sent",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://city.example.evil.example"},
        {"origin": "http://city.example:8080"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_site_does_nothing(app, sent):
    answer = send(app, sent=sent, name="wang", password=PASSWORD)
    assert answer.status == 403
    assert alert(answer) == say("zh", "door.stale")
    assert "visitor" not in answer.cookies


@pytest.mark.parametrize("jar", ["", "form=other", "form="])
def test_a_form_without_its_own_cookie_does_nothing(app, jar):
    for token in ("abc", ""):
        form = {"token": token, "name": "wang", "password": PASSWORD}
        answer = ask(app, "POST", "/login", OWN | {"cookie": jar}, form)
        assert (answer.status, "visitor" in answer.cookies) == (403, False)


def test_an_old_browser_that_says_nothing_of_itself_may_log_in(app):
    assert send(app, sent={}, name="wang", password=PASSWORD).status == 303


def test_each_log_in_has_a_token_of_its_own(app):
    first, second = log_in(app), log_in(app)
    assert first.cookies["visitor"] != second.cookies["visitor"]
    planted = log_in(app, cookies="visitor=planted")
    assert planted.cookies["visitor"] != "planted"


def test_whoever_logs_in_ends_the_session_that_the_browser_had(app):
    enrol("leader", "li")
    before = log_in(app)
    after = send(app, cookies=f"visitor={before.cookies['visitor']}", name="li", password=PASSWORD)
    assert session(before) is None
    assert session(after).account.name == "li"


def test_a_log_in_that_fails_leaves_the_session_that_the_browser_had(app):
    before = log_in(app)
    send(app, cookies=f"visitor={before.cookies['visitor']}", name="wang", password="wrong")
    assert session(before).account.name == "wang"


def test_logging_out_ends_the_session_and_takes_the_cookie(app):
    answer = log_in(app)
    cookie = f"visitor={answer.cookies['visitor']}"
    gone = send(app, "/logout", cookies=cookie, next="/methods")
    assert (gone.status, gone.one("location")) == (303, "/methods")
    assert gone.one("set-cookie").startswith("visitor=; ")
    assert gone.one("set-cookie").endswith("Max-Age=0")
    assert session(answer) is None


def test_another_site_cannot_log_anybody_out(app):
    answer = log_in(app)
    cookie = f"visitor={answer.cookies['visitor']}"
    assert send(app, "/logout", cookies=cookie, sent={"origin": "https://evil.example"}).status == 403
    assert ask(app, "GET", "/logout", {"cookie": cookie}).status == 405
    assert session(answer)


def test_whoever_is_logged_in_is_told_so(app):
    cookie = f"visitor={log_in(app).cookies['visitor']}"
    assert say("zh", "door.already", name="wang") in unescape(
        ask(app, "GET", "/login", {"cookie": cookie}).body
    )
    assert "wang" not in ask(app, "GET", "/login").body


def change(app, answer: Answer, **form: str) -> Answer:
    return send(app, "/password", cookies=f"visitor={answer.cookies['visitor']}", **form)


def test_ones_own_password_is_changed_by_the_present_one(app):
    before = log_in(app)
    fresh = "a walk along the river"
    answer = change(app, before, current=PASSWORD, fresh=fresh, again=fresh, next="/upload")
    assert (answer.status, answer.one("location")) == (303, "/upload")
    assert session(before) is None
    assert session(answer).account.name == "wang"
    assert login.log_in("wang", fresh, "", now()).token


@pytest.mark.parametrize(
    ("current", "fresh", "again", "status", "said"),
    [
        ("wrong", "a walk along the river", "a walk along the river", 401, "door.wrong_password"),
        (PASSWORD, "a walk along the river", "a walk along the rivers", 422, "door.differ"),
        (PASSWORD, PASSWORD, PASSWORD, 422, "refusal.password_same"),
        (PASSWORD, "1234567890", "1234567890", 422, "refusal.password_common"),
        (PASSWORD, "", "", 422, "refusal.password_short"),
    ],
)
def test_a_change_that_is_refused_says_why(app, current, fresh, again, status, said):
    before = log_in(app)
    answer = change(app, before, current=current, fresh=fresh, again=again)
    assert answer.status == status
    assert alert(answer) == say("zh", said, **({"shortest": 10} if "short" in said else {}))
    assert session(before)


def test_nobody_and_somebody_by_the_proxy_have_no_password_to_change(app):
    answer = ask(app, "GET", "/password?next=/upload")
    assert (answer.status, answer.one("location")) == (303, "/login?lang=zh&next=%2Fupload")


def test_an_initial_password_leads_to_its_change(app):
    with writing() as connection:
        accounts.set_password(connection, "wang", PASSWORD, Actor("root"), now(), by_owner=False)
    entered = log_in(app, next="/upload")
    assert entered.one("location") == "/password?lang=zh&next=%2Fupload"
    opened = ask(app, "GET", "/password", {"cookie": f"visitor={entered.cookies['visitor']}"})
    assert say("zh", "door.change_first", name="wang") in unescape(opened.body)


def test_the_form_runs_no_script_is_not_framed_and_not_kept(app):
    opened = ask(app, "GET", "/login")
    policy = opened.one("content-security-policy")
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    assert opened.one("x-frame-options") == "DENY"
    assert opened.one("cache-control") == "no-store"
    assert "<script" not in opened.body
    (nonce,) = re.findall(r"'nonce-([^']+)'", policy)
    assert f'<style nonce="{nonce}">' in opened.body
    assert ask(app, "GET", "/login").one("content-security-policy") != policy


def test_markup_in_the_address_stays_text(app):
    opened = ask(app, "GET", "/login?lang=%3Cb%3E&next=/%22%3E%3Cscript%3E&name=%22%3E%3Cscript%3E")
    assert "<script>" not in opened.body
    assert '<html lang="zh-CN">' in opened.body


def test_a_form_beyond_its_size_is_refused(app):
    for size, status in ((8192, 403), (8193, 413)):
        assert ask(app, "POST", "/login", OWN, body=b"a" * size).status == status


def test_a_form_that_is_none_is_refused(app):
    assert ask(app, "POST", "/login", OWN, body=b"\xff\xfe").status == 400
    assert ask(app, "POST", "/login", OWN, body=b"&".join([b"a=1"] * 21)).status == 400


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_unreadable_accounts_are_said_not_crashed_into(app, accounts, method):
    accounts.write_bytes(b"")
    answer = ask(app, "GET", "/login") if method == "GET" else log_in(app)
    assert answer.status == (200 if method == "GET" else 503)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_form_speaks_the_language_asked_for_and_offers_the_other(app, lang):
    opened = unescape(ask(app, "GET", f"/login?lang={lang}&next=/upload").body)
    assert say(lang, "door.no_account") in opened
    other = "en" if lang == "zh" else "zh"
    assert re.search(rf'href="\?lang={other}&next=(/|%2F)upload"', opened)
