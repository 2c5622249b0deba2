"""Accounts as a browser meets them: deep links on a fresh server, F5, two tabs, forged headers."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from indicators.words import LANGUAGES, say
from pages.access import audit, database, login, sessions, settings
from pages.access.audit import Actor
from pages.access.database import now
from pages.access.model import SessionKind
from tests.browser.serving import ROOT, drawn, serving
from tests.pages.people import PASSWORD, enrol, session

ADMIN = ("accounts", "audit")
PEOPLE = {"administrator": "王管理", "statistician": "wang", "leader": "li"}


@pytest.fixture(scope="module")
def server(warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with an administrator, a statistician and a leader; nobody has visited it."""
    folder = tmp_path_factory.mktemp("accounts")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ACCOUNTS", str(folder / "accounts.sqlite"))
        for role, name in PEOPLE.items():
            enrol(role, name, ["fagai"])
        with serving(warehouse, folder / "log.txt") as address:
            yield address


def log_in(page: Page, role: str, password: str = PASSWORD) -> None:
    """Fill in the form that is open."""
    page.get_by_label(say("zh", "door.name")).fill(PEOPLE[role])
    page.get_by_label(say("zh", "door.password")).fill(password)
    page.get_by_role("button", name=say("zh", "access.log_in")).click()


@pytest.fixture
def enter(page: Page, server: str) -> Callable[..., Page]:
    """`enter("administrator", "audit")` → the page after the log-in that its link asked for."""

    def go(role: str, path: str, tab: Page | None = None) -> Page:
        opened = tab or page
        opened.goto(f"{server}/login?next=/{path}")
        log_in(opened, role)
        opened.wait_for_url(f"**/{path}")
        drawn(opened)
        return opened

    return go


def refusal(page: Page) -> str:
    """What the main part says where it is a refusal and nothing else."""
    main = page.get_by_test_id("stMainBlockContainer")
    expect(main.locator(".refusal")).to_be_visible()
    for others in ("table", "[data-testid=stButton]", "[data-testid=stForm]", "[data-testid=stSelectbox]"):
        expect(main.locator(others)).to_have_count(0)
    return main.inner_text()


@pytest.mark.parametrize("name", ADMIN)
def test_the_first_request_of_a_fresh_server_may_be_an_administrators_link(
    warehouse: Path, tmp_path: Path, page: Page, name: str
) -> None:
    with serving(warehouse, tmp_path / "log.txt") as address:
        page.goto(f"{address}/{name}")
        drawn(page)
        assert say("zh", "access.needs_administrator") in refusal(page)
        assert not (tmp_path / "accounts.sqlite").exists()


def test_the_link_leads_through_the_log_in_back_to_the_page_and_reloading_keeps_it(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/accounts?lang=zh&account={PEOPLE['leader']}")
    drawn(page)
    assert say("zh", "access.needs_administrator") in refusal(page)
    page.locator(".refusal a").click()
    log_in(page, "administrator", "not the password")
    expect(page.get_by_role("alert")).to_have_text(say("zh", "door.wrong"))
    log_in(page, "administrator")
    page.wait_for_url(re.compile(r"/accounts\?.*account=li"))
    drawn(page)
    for _ in range(2):
        expect(page.get_by_role("heading", level=1)).to_contain_text("共3个账户")
        expect(page.locator(".visitor")).to_contain_text(PEOPLE["administrator"])
        page.reload()
        drawn(page)


def test_no_script_can_read_the_cookie(enter: Callable[..., Page], page: Page, server: str) -> None:
    enter("leader", "methods")
    (cookie,) = [one for one in page.context.cookies() if one["name"] == "visitor"]
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == (True, "Lax", -1)
    assert "visitor" not in page.evaluate("document.cookie")
    assert cookie["value"] not in page.content()


def test_logging_out_in_one_tab_ends_the_other_at_its_next_click(
    enter: Callable[..., Page], page: Page, server: str
) -> None:
    enter("administrator", "audit")
    other = page.context.new_page()
    other.goto(f"{server}/accounts")
    drawn(other)
    expect(other.get_by_role("heading", level=1)).to_contain_text("共3个账户")
    page.get_by_role("button", name=say("zh", "access.log_out")).click()
    expect(page.locator(".refusal")).to_be_visible()
    other.get_by_test_id("stSidebar").get_by_text("English", exact=True).click()
    expect(other.locator(".refusal")).to_be_visible()
    assert say("en", "access.needs_administrator") in refusal(other)
    other.reload()
    drawn(other)
    refusal(other)


@pytest.mark.parametrize("role", ["statistician", "leader"])
@pytest.mark.parametrize("name", ADMIN)
def test_a_lesser_role_is_refused_and_not_even_shown_the_way(
    enter: Callable[..., Page], role: str, name: str
) -> None:
    page = enter(role, name)
    assert say("zh", f"access.role_{role}") in refusal(page)
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links.filter(has_text=say("zh", f"page.{name}"))).to_have_count(0)


def test_an_administrator_is_shown_every_page(enter: Callable[..., Page]) -> None:
    links = enter("administrator", "audit").get_by_test_id("stSidebarNavLink")
    for name in ("overview", "methods", *ADMIN):
        expect(links.get_by_text(say("zh", f"page.{name}"), exact=True)).to_have_count(1)


@pytest.fixture
def forging(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A browser that says in every header it knows that it is the administrator."""
    digest = session(PEOPLE["administrator"])
    names = ("X-Visitor-Session", "x_visitor_session", "X-Visitor_Session", "Remote-User", "X-Forwarded-User")
    context = browser.new_context(extra_http_headers=dict.fromkeys(names, digest))
    yield context
    context.close()


def test_a_forged_header_gives_nothing(forging: BrowserContext, server: str) -> None:
    page = forging.new_page()
    page.goto(f"{server}/accounts")
    drawn(page)
    assert say("zh", "access.needs_administrator") in refusal(page)


def handshake(server: str, **headers: str) -> str:
    """What Streamlit's websocket sends to a program of one's own, which sets headers as no browser does."""
    given = [f"{name}={value}" for name, value in headers.items()]
    command = [sys.executable, str(Path(__file__).with_name("handshake.py")), server, *given]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout


def test_a_forged_header_of_the_websocket_itself_gives_nothing(server: str) -> None:
    with database.writing() as connection:
        token = sessions.start(connection, PEOPLE["administrator"], SessionKind.PASSWORD, now())
    digest = sessions.digest_of(token)
    names = ("x-visitor-session", "X_Visitor_Session", "Remote-User")
    told = handshake(server, **dict.fromkeys(names, digest), cookie=f"visitor={digest}")
    assert say("zh", "access.needs_administrator") in told
    assert "<table" not in told
    assert f'<td class="short">{PEOPLE["leader"]}</td>' in handshake(server, cookie=f"visitor={token}")


def test_an_address_that_a_client_makes_up_is_not_believed(server: str) -> None:
    """uvicorn would take it from anybody on this machine; where no proxy is configured, nobody is one."""
    with urlopen(f"{server}/login") as opened:
        token = str(opened.headers["Set-Cookie"]).partition("=")[2].partition(";")[0]
    form = urlencode({"token": token, "name": PEOPLE["leader"], "password": "wrong"}).encode()
    headers = {"Cookie": f"form={token}", "X-Forwarded-For": "198.51.100.9", "X-Forwarded-Proto": "https"}
    with pytest.raises(HTTPError, match="401"):
        urlopen(Request(f"{server}/login", data=form, headers=headers))
    with database.reading() as connection:
        failed = [one.address for one in audit.entries(connection) if one.kind == "log_in_failed"]
    assert failed[-1] == "127.0.0.1"


def test_the_configured_proxy_logs_people_in_and_nobody_else_can(
    warehouse: Path, tmp_path: Path, server: str
) -> None:
    own = {"ACCOUNTS": str(database.where()), "PROXY_HEADER": "Remote-User"}
    page = {"Accept": "text/html", "Remote-User": PEOPLE["statistician"]}
    with serving(warehouse, tmp_path / "log.txt", **own, PROXY_ADDRESSES="127.0.0.1") as address:
        with urlopen(Request(f"{address}/accounts", headers=page)) as answer:
            cookie = str(answer.headers["Set-Cookie"]).partition(";")[0]
        told = handshake(address, cookie=cookie, **{"Remote-User": PEOPLE["statistician"]})
        assert say("zh", "access.not_yours") in told
        assert PEOPLE["statistician"] in told
        assert say("zh", "access.log_in_first") in handshake(address, cookie=cookie)
    with serving(warehouse, tmp_path / "log.txt", **own, PROXY_ADDRESSES="192.0.2.1") as address:
        with urlopen(Request(f"{address}/accounts", headers=page)) as answer:
            assert answer.headers["Set-Cookie"] is None
        forwarded = {"X-Forwarded-For": "192.0.2.1", "Remote-User": PEOPLE["statistician"]}
        assert say("zh", "access.log_in_first") in handshake(address, **forwarded)


def test_files_are_not_taken_from_nobody(server: str) -> None:
    request = Request(f"{server}/_stcore/upload_file/a/b", data=b"x" * 1000, method="PUT")
    with pytest.raises(HTTPError, match="403"):
        urlopen(request)


def test_closed_reading_shows_nobody_anything_and_somebody_everything(
    enter: Callable[..., Page], page: Page, server: str
) -> None:
    def close(on: bool) -> None:
        with database.writing() as connection:
            settings.set_open_reading(connection, on, Actor(), now())

    close(False)
    try:
        for path in ("", "methods", "indicator?target=6"):
            page.goto(f"{server}/{path}")
            drawn(page)
            assert say("zh", "access.needs_leader") in refusal(page)
        enter("leader", "methods")
        expect(page.locator(".refusal")).to_have_count(0)
    finally:
        close(True)


def test_an_initial_password_is_changed_on_the_way_in(page: Page, server: str) -> None:
    name, fresh = enrol("statistician", "newcomer", ["fagai"], must_change=True), "a walk along the river"
    page.goto(f"{server}/login?next=/methods")
    page.get_by_label(say("zh", "door.name")).fill(name)
    page.get_by_label(say("zh", "door.password")).fill(PASSWORD)
    page.get_by_role("button", name=say("zh", "access.log_in")).click()
    page.wait_for_url("**/password?*")
    page.get_by_label(say("zh", "door.current")).fill(PASSWORD)
    page.get_by_label(say("zh", "door.fresh", shortest=10)).fill(fresh)
    page.get_by_label(say("zh", "door.again")).fill(fresh)
    page.get_by_role("button", name=say("zh", "access.change_password")).click()
    page.wait_for_url("**/methods")
    drawn(page)
    expect(page.locator(".visitor")).to_contain_text(name)
    assert login.log_in(name, fresh, "", now()).token


@pytest.mark.parametrize("path", ["accounts", "audit"])
def test_what_an_administrator_sees_is_accessible(enter: Callable[..., Page], path: str) -> None:
    page = enter("administrator", path)
    found = Axe().run(page, context="[data-testid=stMainBlockContainer]")
    assert serious(found) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_form_is_accessible_and_fits_a_phone(page: Page, server: str, lang: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server}/login?lang={lang}")
    assert serious(Axe().run(page)) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.fonts.status") in ("loaded", "loading")


def serious(found: object) -> list[str]:
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in found.response["violations"]  # type: ignore[attr-defined]
        if one["impact"] in ("serious", "critical")
    ]
