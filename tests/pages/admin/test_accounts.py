"""账户: creating, changing and closing accounts as an administrator does it by hand."""

from __future__ import annotations

import re

import pytest

from indicators.words import say
from pages.access import accounts as people
from pages.access import audit, login, settings
from pages.access.database import now, reading
from pages.access.model import Account, Role
from tests.pages.people import PASSWORD, enrol, known
from tests.pages.screen import markup, tables, text

PAGE = "pages/admin/accounts.py"


@pytest.fixture
def page(open_as):
    return open_as("administrator", PAGE)


def find(name: str):
    with reading() as connection:
        return people.find(connection, name)


def kinds() -> list[str]:
    with reading() as connection:
        return [one.kind for one in audit.entries(connection)]


def button(app, key: str, lang: str = "zh"):
    """A button by the key of its words."""
    (found,) = [one for one in app.button if one.label == say(lang, f"accounts.{key}")]
    return found


def field(app, key: str):
    (found,) = [one for one in app.text_input if one.label == say("zh", f"accounts.{key}")]
    return found


def create(app, name: str, role: str = "statistician", departments=(), sso: str = ""):
    field(app, "name").set_value(name)
    app.radio[0].set_value(role)
    app.multiselect[0].set_value(list(departments))
    field(app, "sso").set_value(sso)
    button(app, "create").click().run()
    assert not app.exception
    return app


def chosen(app, name: str):
    (box,) = [one for one in app.selectbox if one.label == say("zh", "accounts.name")]
    box.set_value(name).run()
    return app


def test_a_new_account_gets_a_password_that_is_shown_once(page):
    create(page, "Wang", departments=["fagai", "renshe"])
    (password,) = [one.value for one in page.code]
    assert find("wang").account == Account("wang", Role.STATISTICIAN, frozenset({"fagai", "renshe"}))
    assert find("wang").must_change
    assert login.log_in("wang", password, "", now()).token
    assert [row["账户"] for row in tables(page)[0]] == ["administrator", "wang"]
    page.run()
    assert not page.code
    assert password not in text(page)


def test_an_account_for_single_sign_on_alone_has_no_password(page):
    page.checkbox[0].check()
    create(page, "li", "leader", sso="li@gov.cn")
    assert not page.code
    assert (find("li").password, find("li").sso) == ("", "li@gov.cn")


def test_without_a_name_at_the_provider_there_is_a_password_after_all(page):
    page.checkbox[0].check()
    create(page, "li", "leader")
    assert page.code
    assert find("li").password


@pytest.mark.parametrize(
    ("name", "why"), [("a b", "name_invalid"), ("", "name_invalid"), ("Administrator", "name_taken")]
)
def test_what_is_refused_says_why_and_keeps_what_was_typed(page, name, why):
    before = kinds()
    create(page, name, departments=["fagai"])
    assert [one.value for one in page.error] == [say("zh", f"refusal.{why}")]
    assert page.multiselect[0].value == ["fagai"]
    assert kinds() == before


def test_role_and_departments_are_changed(page):
    enrol("statistician", "wang", ["fagai"])
    chosen(page.run(), "wang")
    assert page.multiselect[0].value == ["fagai"]
    page.multiselect[0].set_value(["renshe"])
    field(page, "sso").set_value("w1")
    button(page, "save").click().run()
    assert find("wang").account.departments == frozenset({"renshe"})
    assert find("wang").sso == "w1"
    assert [one.value for one in page.success] == [say("zh", "accounts.saved_done", name="wang")]


def test_the_last_administrator_can_be_neither_closed_nor_demoted(page):
    chosen(page, "administrator")
    page.radio[0].set_value("leader")
    button(page, "save").click().run()
    assert [one.value for one in page.error] == [say("zh", "refusal.last_administrator")]
    button(page, "disable_yes").click().run()
    assert say("zh", "refusal.last_administrator") in [one.value for one in page.error]
    assert find("administrator").account.role is Role.ADMINISTRATOR
    assert not find("administrator").disabled


def test_an_account_is_closed_and_opened_again(page):
    enrol("leader", "li")
    chosen(page.run(), "li")
    button(page, "disable_yes").click().run()
    assert not login.log_in("li", PASSWORD, "", now()).token
    assert tables(page)[0][1]["状态"] == say("zh", "accounts.state_disabled")
    button(page, "enable").click().run()
    assert login.log_in("li", PASSWORD, "", now()).token


def test_a_reset_shows_the_new_password_once_and_ends_the_old(page):
    enrol("leader", "li")
    chosen(page.run(), "li")
    button(page, "reset_yes").click().run()
    (password,) = [one.value for one in page.code]
    assert not login.log_in("li", PASSWORD, "", now()).token
    assert login.log_in("li", password, "", now()).token
    assert not page.run().code


def test_a_locked_account_is_unlocked(page):
    enrol("leader", "li")
    for _ in range(5):
        login.log_in("li", "wrong", "", now())
    chosen(page.run(), "li")
    assert tables(page)[0][1]["状态"].startswith("已锁定至")
    button(page, "unlock").click().run()
    assert login.log_in("li", PASSWORD, "", now()).token


def test_sessions_are_ended(page):
    enrol("leader", "li")
    for _ in range(2):
        login.log_in("li", PASSWORD, "", now())
    chosen(page.run(), "li")
    assert tables(page)[0][1]["登录中"] == "2"
    button(page, "end_yes").click().run()
    assert tables(page)[0][1]["登录中"] == "0"


def test_reading_is_closed_and_opened_by_a_switch_that_asks(page):
    button(page, "close_yes").click().run()
    with reading() as connection:
        assert not settings.open_reading(connection)
    button(page, "open_yes").click().run()
    with reading() as connection:
        assert settings.open_reading(connection)
        told = [(one.kind, one.by, one.detail) for one in audit.entries(connection)[-2:]]
    assert told == [("open_reading", "administrator", f'{{"to": "{to}"}}') for to in ("off", "on")]


def test_what_the_environment_closes_the_page_cannot_open(page, monkeypatch):
    monkeypatch.setenv("OPEN_READING", "off")
    page.run()
    assert say("zh", "accounts.reading_held") in text(page)
    assert not [one for one in page.button if one.key in ("open_yes", "close_yes")]


def test_every_act_is_on_record_with_who_did_it(page):
    create(page, "wang", departments=["fagai"])
    chosen(page, "wang")
    button(page, "disable_yes").click().run()
    with reading() as connection:
        told = [(one.kind, one.by, one.about) for one in audit.entries(connection)[-2:]]
    assert told == [
        ("account_created", "administrator", "wang"),
        ("account_disabled", "administrator", "wang"),
    ]


def test_an_act_after_the_role_is_gone_does_nothing(page):
    enrol("leader", "li")
    enrol("administrator", "second")
    chosen(page.run(), "li")
    login.end_sessions("administrator", audit.Actor(), now())
    button(page, "disable_yes").click().run()
    assert 'class="refusal"' in markup(page)
    assert not find("li").disabled


def test_names_with_markup_cannot_be_and_departments_are_named(open_as):
    enrol("statistician", "wang", ["fagai", "gone"])
    page = open_as("administrator", PAGE, lang="en")
    row = tables(page)[0][1]
    assert row["Departments"] == "Development and Reform Commission, gone"
    assert row["Role"] == "statistician"
    assert not re.search("[一-鿿]", text(page).replace("中文", ""))
    assert known("wang")
