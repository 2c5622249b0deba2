"""What a reader may see, by role: decided in every run, whatever the address."""

from __future__ import annotations

import pytest

from indicators.words import say
from pages.access import accounts as people
from pages.access import database, login, settings
from pages.access.audit import Actor
from pages.access.database import now
from pages.access.model import Account, Role
from pages.parts.access import fetched
from tests.pages.people import enrol, session
from tests.pages.screen import markup, text

ADMIN = ["pages/admin/accounts.py", "pages/admin/audit.py"]
READING = ["pages/leader/departments.py", "pages/reference/sources.py"]
REFUSED = "refusal"


def set_open_reading(on: bool) -> None:
    database.create()
    with database.writing() as connection:
        settings.set_open_reading(connection, on, Actor(), now())


def refused(app) -> str:
    """What a refusal says; blank where the page is shown. Nothing else stands on a refused page."""
    if 'class="refusal"' not in markup(app):
        return ""
    others = [one for one in app.main if one.type not in ("html", "unknown") and one.type]
    assert [one for one in others if one.type in ("markdown", "button", "selectbox", "dataframe")] == []
    assert "<table" not in markup(app)
    return text(app)


def test_without_accounts_everybody_reads_and_nothing_is_created(accounts, open_page):
    page = open_page()
    assert 'class="cell' in markup(page)
    assert not refused(page)
    assert 'href="login?lang=zh&amp;next=%2F"' in markup(page)
    assert not accounts.exists()


@pytest.mark.parametrize("path", ADMIN)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nobody_sees_an_administrators_page(accounts, open_page, path, lang):
    page = open_page(path, lang=lang)
    assert say(lang, "access.needs_administrator") in refused(page)
    name = path.rpartition("/")[2].removesuffix(".py")
    assert f"login?lang={lang}&amp;next=%2F{name}%3Flang%3D{lang}" in markup(page)


@pytest.mark.parametrize("path", ADMIN)
@pytest.mark.parametrize("role", ["leader", "statistician"])
def test_a_lesser_role_sees_no_administrators_page(open_as, path, role):
    told = refused(open_as(role, path))
    assert say("zh", "access.not_yours") in told
    assert say("zh", f"access.role_{role}") in told


@pytest.mark.parametrize("path", ADMIN)
def test_an_administrator_sees_both(open_as, path):
    assert not refused(open_as("administrator", path))


@pytest.mark.parametrize("path", READING)
def test_reading_can_be_closed_to_all_without_an_account(accounts, open_page, open_as, path):
    set_open_reading(False)
    assert say("zh", "access.needs_leader") in refused(open_page(path))
    for role in ("leader", "statistician", "administrator"):
        assert not refused(open_as(role, path))
    set_open_reading(True)
    assert not refused(open_page(path))


def test_the_overview_is_closed_with_the_others(accounts, open_page):
    set_open_reading(False)
    page = open_page()
    assert refused(page)
    assert 'class="cell' not in markup(page)


def test_who_is_logged_in_stands_in_the_sidebar(open_as):
    page = open_as("statistician", lang="en")
    assert "<b>statistician</b>" in markup(page)
    assert "password?" in markup(page)
    assert page.button(key="log_out").label == say("en", "access.log_out")


def test_logging_out_takes_effect_at_once_here_and_in_another_tab(open_as):
    here, there = open_as("administrator", ADMIN[0]), open_as("administrator", ADMIN[0])
    there.user = here.user
    assert not refused(there.run())
    here.button(key="log_out").click().run()
    assert say("zh", "access.needs_administrator") in refused(here)
    assert say("zh", "access.needs_administrator") in refused(there.run())


def test_a_role_taken_away_is_gone_at_the_next_click(open_as):
    page = open_as("administrator", ADMIN[1])
    enrol("administrator", "second")
    with database.writing() as connection:
        people.change(connection, people.Account("administrator", people.Role.LEADER), Actor(), now())
    assert say("zh", "access.not_yours") in refused(page.run())


@pytest.mark.parametrize("user", [{"session": "forged"}, {"email": "administrator"}, {"session": None}])
def test_a_made_up_identity_is_nobody(open_as, user):
    page = open_as("administrator", ADMIN[0])
    page.user = user
    assert say("zh", "access.needs_administrator") in refused(page.run())


def test_an_initial_password_must_be_changed_before_anything_else(accounts, open_as):
    enrol("administrator", must_change=True)
    set_open_reading(False)
    for path in (ADMIN[0], READING[0]):
        page = open_as("administrator", path)
        assert say("zh", "access.change_first") in refused(page)
        assert "password?" in markup(page)


def test_unreadable_accounts_close_every_page(accounts, open_page):
    accounts.write_bytes(b"")
    for path in (None, *READING):
        page = open_page(path)
        assert say("zh", "access.unreadable") in text(page)
        assert "<h1>" not in markup(page)
    for path in ADMIN:
        assert refused(open_page(path))


def test_the_way_back_keeps_the_address(accounts, open_page):
    set_open_reading(False)
    page = open_page("pages/leader/departments.py", department="fagai")
    assert "next=%2Fdepartments%3Fdepartment%3Dfagai" in markup(page)


def test_a_session_by_single_sign_on_has_no_password_to_change(accounts, open_as):
    page = open_as("administrator")
    with database.writing() as connection:
        connection.execute("UPDATE session SET kind = 'proxy'")
    page.run()
    assert "password?" not in markup(page)
    assert login.proxied("administrator")
    assert session("administrator")


def made() -> bytes:
    return b"made"


def test_a_file_made_on_the_click_is_for_who_was_offered_it(accounts):
    database.create()
    enrol("administrator", "root")
    digest, account = session("root"), Account("root", Role.ADMINISTRATOR)
    assert fetched(made, digest, account) == b"made"
    login.end_sessions("root", Actor(), now())
    with pytest.raises(PermissionError):
        fetched(made, digest, account)


def test_a_file_made_on_the_click_is_not_for_who_lost_a_right_meanwhile(accounts):
    enrol("administrator", "root")
    enrol("statistician", "wang", ["fagai", "linye"])
    digest, account = session("wang"), Account("wang", Role.STATISTICIAN, frozenset({"fagai", "linye"}))
    assert fetched(made, digest, account) == b"made"
    with database.writing() as connection:
        people.change(connection, Account("wang", Role.STATISTICIAN, frozenset({"fagai"})), Actor(), now())
    with pytest.raises(PermissionError):
        fetched(made, digest, account)


def test_a_file_offered_to_everybody_goes_when_reading_is_closed(accounts):
    assert fetched(made, "", None) == b"made"
    set_open_reading(False)
    with pytest.raises(PermissionError):
        fetched(made, "", None)
