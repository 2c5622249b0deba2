"""Accounts: every change on record, nobody twice, never without an administrator."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from pages.access import accounts, audit, passwords, sessions
from pages.access.accounts import Refusal, Refused
from pages.access.audit import Actor, AuditKind
from pages.access.database import reading, writing
from pages.access.model import Account, Record, Role, SessionKind
from tests.pages.access.conftest import NOON
from tests.pages.people import PASSWORD, enrol

ROOT = Actor("root", "10.0.0.1")


def find(name: str) -> Record:
    with reading() as connection:
        known = accounts.find(connection, name)
    assert known
    return known


def make(name: str, role: Role = Role.LEADER, password: str = PASSWORD, sso: str = "") -> None:
    with writing() as connection:
        accounts.create(connection, Account(name, role), password, ROOT, NOON, sso=sso)


def change(name: str, role: Role, *departments: str, sso: str = "") -> None:
    with writing() as connection:
        accounts.change(connection, Account(name, role, frozenset(departments)), ROOT, NOON, sso=sso)


def disable(name: str) -> None:
    with writing() as connection:
        accounts.disable(connection, name, ROOT, NOON)


def written() -> list[tuple[str, str, str, dict]]:
    with reading() as connection:
        return [(one.kind, one.by, one.about, json.loads(one.detail)) for one in audit.entries(connection)]


def refusal(change: Callable[[], None]) -> Refusal:
    before = written()
    with pytest.raises(Refused) as refused:
        change()
    assert written() == before
    return refused.value.refusal


def test_a_new_account_holds_what_was_given_and_must_change_its_password():
    enrol("statistician", "Ｗang ", ["tongji", "fagai"], must_change=True)
    known = find("WANG")
    assert known.account == Account("wang", Role.STATISTICIAN, frozenset({"fagai", "tongji"}))
    assert known.must_change
    assert not known.disabled
    assert passwords.matches(known.password, PASSWORD)


def test_departments_are_a_statisticians_alone():
    enrol("leader", "li", ["fagai"])
    assert find("li").account.departments == frozenset()


@pytest.mark.parametrize("name", ["a", "王小明", "wang.x-m_1@gov.cn", "a" * 64])
def test_names_people_have(name):
    make(name)
    assert find(name).name == name


@pytest.mark.parametrize(
    "name", ["", " ", "a" * 65, "a b", "a\nb", "<b>", "a/b", "../a", "=1+1", "a;b", "a,b", "*", "a\0"]
)
def test_names_nobody_has(name):
    assert refusal(lambda: make(name)) is Refusal.NAME_INVALID


@pytest.mark.parametrize("name", ["wang", "WANG", " wang ", "ｗａｎｇ"])
def test_no_name_twice_however_it_is_typed(name):
    make("wang")
    assert refusal(lambda: make(name)) is Refusal.NAME_TAKEN


def test_a_password_that_will_not_do_makes_no_account():
    assert refusal(lambda: make("wang", password="short")) is Refusal.PASSWORD_SHORT
    assert refusal(lambda: make("wangxiaoming", password="wangxiaoming1")) is Refusal.PASSWORD_NAME


def test_an_account_without_password_is_for_single_sign_on():
    make("wang", password="", sso="Wang@gov.cn")
    assert find("wang").password == ""
    with reading() as connection:
        assert accounts.find_by_sso(connection, ["wang@GOV.cn"]) == find("wang")
        assert accounts.find_by_sso(connection, ["li@gov.cn", ""]) is None


def test_what_the_provider_calls_one_person_it_calls_nobody_else():
    make("wang", sso="w1")
    make("li", sso="")
    make("zhao", sso="")
    assert refusal(lambda: make("chen", sso="W1")) is Refusal.SSO_TAKEN
    assert refusal(lambda: change("li", Role.LEADER, sso="w1")) is Refusal.SSO_TAKEN
    change("wang", Role.STATISTICIAN, sso="w1")


def test_two_accounts_behind_one_identity_are_none():
    make("wang", sso="w1")
    make("li", sso="li@gov.cn")
    with reading() as connection:
        assert accounts.find_by_sso(connection, ["w1", "li@gov.cn"]) is None


def test_a_change_is_on_record_with_what_was_before():
    enrol("statistician", "wang", ["fagai"])
    change("wang", Role.STATISTICIAN, "tongji", sso="w1")
    assert find("wang").account.departments == frozenset({"tongji"})
    kind, by, about, detail = written()[-1]
    assert (kind, by, about) == ("account_changed", "root", "wang")
    assert detail == {
        "role": "statistician",
        "departments": ["tongji"],
        "sso": "w1",
        "role_before": "statistician",
        "departments_before": ["fagai"],
        "sso_before": "",
    }


def test_a_password_set_by_an_administrator_must_be_changed_and_ends_every_session():
    enrol("leader", "li")
    with writing() as connection:
        digest = sessions.digest_of(sessions.start(connection, "li", SessionKind.PASSWORD, NOON))
        accounts.set_password(connection, "li", "another good one", ROOT, NOON, by_owner=False)
        assert sessions.look_up(connection, digest, NOON) is None
    assert find("li").must_change
    assert written()[-1][:3] == ("password_reset", "root", "li")
    with writing() as connection:
        accounts.set_password(connection, "li", "my own good one", Actor("li"), NOON, by_owner=True)
    assert not find("li").must_change
    assert written()[-1][:3] == ("password_changed", "li", "li")


def test_the_last_administrator_stays():
    enrol("administrator", "root")
    enrol("leader", "li")
    assert refusal(lambda: disable("root")) is Refusal.LAST_ADMINISTRATOR
    assert refusal(lambda: change("root", Role.STATISTICIAN)) is Refusal.LAST_ADMINISTRATOR
    change("root", Role.ADMINISTRATOR, sso="r1")
    enrol("administrator", "second")
    disable("root")
    assert find("root").disabled
    assert refusal(lambda: disable("second")) is Refusal.LAST_ADMINISTRATOR
    assert refusal(lambda: change("second", Role.LEADER)) is Refusal.LAST_ADMINISTRATOR
    with writing() as connection:
        accounts.enable(connection, "root", ROOT, NOON)
    change("second", Role.LEADER)
    disable("li")
    assert [kind for kind, *_ in written()[-4:]] == [
        AuditKind.ACCOUNT_DISABLED,
        AuditKind.ACCOUNT_ENABLED,
        AuditKind.ACCOUNT_CHANGED,
        AuditKind.ACCOUNT_DISABLED,
    ]


def test_a_disabled_account_is_out_at_once():
    enrol("leader", "li")
    enrol("administrator")
    with writing() as connection:
        digest = sessions.digest_of(sessions.start(connection, "li", SessionKind.PASSWORD, NOON))
    disable("li")
    with writing() as connection:
        assert sessions.look_up(connection, digest, NOON) is None
        accounts.enable(connection, "li", ROOT, NOON)
        assert sessions.look_up(connection, digest, NOON) is None


def test_an_unknown_name_can_be_neither_changed_nor_disabled():
    assert refusal(lambda: change("nobody", Role.LEADER)) is Refusal.UNKNOWN
    assert refusal(lambda: disable("nobody")) is Refusal.UNKNOWN
