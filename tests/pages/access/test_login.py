"""Logging in: by password, by the proxy's word, by a provider; counted, recorded, revocable."""

from __future__ import annotations

from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from pages.access import accounts, audit, login, passwords, sessions
from pages.access.accounts import Refusal, Refused
from pages.access.audit import Actor
from pages.access.database import reading, writing
from pages.access.model import Account, Role, SessionKind
from tests.pages.access.conftest import NOON
from tests.pages.people import PASSWORD, enrol

HERE = "10.0.0.1"
LATER = NOON + timedelta(minutes=15)


@pytest.fixture(autouse=True)
def people() -> None:
    enrol("administrator", "root")
    enrol("statistician", "wang", ["fagai"])


def session(token: str):
    with reading() as connection:
        return sessions.look_up(connection, sessions.digest_of(token), NOON)


def try_to(name: str, password: str, address: str = HERE, at=NOON) -> login.LogIn:
    return login.log_in(name, password, address, at)


def written(since: int = 2) -> list[tuple[str, str, str]]:
    with reading() as connection:
        return [(one.kind, one.by, one.about) for one in audit.entries(connection)[since:]]


def test_the_right_password_starts_a_session_and_is_on_record():
    answer = try_to(" Wang", PASSWORD)
    found = session(answer.token)
    assert found.account == Account("wang", Role.STATISTICIAN, frozenset({"fagai"}))
    assert found.kind is SessionKind.PASSWORD
    assert written() == [("log_in", "wang", "wang")]


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD.lower(), PASSWORD + " ", "x" * 300])
def test_a_wrong_password_starts_nothing_and_is_on_record(password):
    assert try_to("wang", password) == login.LogIn()
    assert written() == [("log_in_failed", "", "wang")]


def test_an_unknown_name_is_answered_like_a_wrong_password_and_not_put_on_record():
    assert try_to("Fenghuang-Shan-7", "x") == try_to("wang", "x")
    assert written() == [("log_in_failed", "", ""), ("log_in_failed", "", "wang")]


def test_every_try_costs_one_comparison_whoever_it_is(monkeypatch):
    asked = []
    whole = passwords.matches
    monkeypatch.setattr(passwords, "matches", lambda *given: asked.append(1) or whole(*given))
    for name in ("wang", "nobody", ""):
        try_to(name, "x")
    with writing() as connection:
        accounts.disable(connection, "wang", Actor(), NOON)
    try_to("wang", PASSWORD)
    assert len(asked) == 4


def test_a_disabled_account_and_one_without_password_cannot_log_in():
    with writing() as connection:
        accounts.create(connection, Account("li", Role.LEADER), "", Actor(), NOON, sso="li@gov.cn")
        accounts.disable(connection, "wang", Actor(), NOON)
    assert try_to("wang", PASSWORD) == login.LogIn()
    assert try_to("li", "") == login.LogIn()


def test_the_fifth_wrong_password_locks_out_the_right_one_as_well():
    for _ in range(5):
        assert try_to("wang", "wrong") == login.LogIn()
    assert try_to("wang", PASSWORD) == login.LogIn(locked_until=LATER)
    assert try_to("wang", PASSWORD, "10.0.0.9") == login.LogIn(locked_until=LATER)
    assert try_to("root", PASSWORD, "10.0.0.9").token
    assert written()[4:6] == [("log_in_failed", "", "wang"), ("locked", "", "wang")]
    assert try_to("wang", PASSWORD, at=LATER).token


def test_four_wrong_ones_and_the_right_one_start_anew():
    for _ in range(2):
        for _ in range(4):
            assert not try_to("wang", "wrong").token
        assert try_to("wang", PASSWORD).token


def test_unknown_names_are_locked_like_known_ones():
    for _ in range(5):
        try_to("nobody", "wrong")
    assert try_to("nobody", "wrong") == login.LogIn(locked_until=LATER)


def test_unlocking_lets_an_account_try_again():
    for _ in range(5):
        try_to("wang", "wrong")
    login.unlock("wang", Actor("root"), NOON)
    assert try_to("wang", PASSWORD).token
    assert ("unlocked", "root", "wang") in written()


def test_a_digest_of_weaker_parameters_is_renewed_by_the_log_in():
    weak = PasswordHasher(time_cost=1, memory_cost=512, parallelism=1).hash(PASSWORD)
    with writing() as connection:
        connection.execute("UPDATE account SET password = ? WHERE name = 'wang'", (weak,))
    assert try_to("wang", PASSWORD).token
    with reading() as connection:
        stored = accounts.find(connection, "wang").password
    assert "m=512" in weak
    assert "m=1024" in stored
    assert try_to("wang", PASSWORD).token


def test_without_a_database_nobody_logs_in_and_none_is_made(accounts):
    accounts.unlink()
    assert try_to("root", PASSWORD) == login.LogIn()
    assert not accounts.exists()


def test_logging_out_ends_one_session_at_once():
    first, second = try_to("wang", PASSWORD).token, try_to("wang", PASSWORD).token
    login.log_out(sessions.digest_of(first), HERE, NOON)
    assert session(first) is None
    assert session(second)
    assert written()[-1] == ("log_out", "wang", "wang")


def test_an_administrator_ends_all_of_them():
    tokens = [try_to("wang", PASSWORD).token for _ in range(2)]
    login.end_sessions("wang", Actor("root"), NOON)
    assert [session(one) for one in tokens] == [None, None]
    assert written()[-1] == ("sessions_ended", "root", "wang")


def test_a_new_password_of_ones_own_ends_every_other_session():
    old = try_to("wang", PASSWORD).token
    answer = login.change_password("wang", PASSWORD, "a walk along the river", HERE, NOON)
    assert session(old) is None
    assert session(answer.token)
    assert not try_to("wang", PASSWORD).token
    assert try_to("wang", "a walk along the river").token


def test_changing_needs_the_present_password_and_counts_failures():
    for _ in range(5):
        assert not login.change_password("wang", "wrong", "a walk along the river", HERE, NOON).token
    answer = login.change_password("wang", PASSWORD, "a walk along the river", HERE, NOON)
    assert answer == login.LogIn(locked_until=LATER)


@pytest.mark.parametrize(
    ("fresh", "refusal"), [(PASSWORD, Refusal.PASSWORD_SAME), ("short", Refusal.PASSWORD_SHORT)]
)
def test_a_new_password_that_will_not_do_changes_nothing(fresh, refusal):
    token = try_to("wang", PASSWORD).token
    with pytest.raises(Refused) as refused:
        login.change_password("wang", PASSWORD, fresh, HERE, NOON)
    assert refused.value.refusal is refusal
    assert session(token)


def test_the_proxy_means_an_account_by_its_name_or_its_single_sign_on_name():
    with writing() as connection:
        accounts.change(connection, Account("root", Role.ADMINISTRATOR), Actor(), NOON, sso="R.Root@gov.cn")
    assert login.proxied("WANG").name == "wang"
    assert login.proxied("r.root@gov.cn").name == "root"
    assert login.proxied("stranger") is None
    assert login.vouched_for(login.proxied("stranger"), SessionKind.PROXY, HERE, NOON) == ""
    token = login.vouched_for(login.proxied("wang"), SessionKind.PROXY, HERE, NOON)
    assert session(token).kind is SessionKind.PROXY


def test_the_proxy_cannot_bring_back_a_disabled_account():
    with writing() as connection:
        accounts.disable(connection, "wang", Actor(), NOON)
    assert login.proxied("wang") is None


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"email": "wang@gov.cn", "email_verified": True}, "wang"),
        ({"email": "WANG@gov.cn", "email_verified": True, "sub": "77"}, "wang"),
        ({"email": "wang@gov.cn", "email_verified": False}, None),
        ({"email": "wang@gov.cn", "email_verified": "true"}, None),
        ({"email": "wang@gov.cn"}, None),
        ({"preferred_username": "wang@gov.cn"}, "wang"),
        ({"sub": "wang@gov.cn"}, "wang"),
        ({"preferred_username": "root"}, None),  # a name here is not one there
        ({"preferred_username": ["wang@gov.cn"]}, None),
        ({"sub": ""}, None),
        ({}, None),
    ],
)
def test_a_provider_means_an_account_by_its_single_sign_on_name_alone(claims, name):
    with writing() as connection:
        accounts.change(connection, Account("wang", Role.LEADER), Actor(), NOON, sso="wang@gov.cn")
    known = login.provided(claims)
    assert (known and known.name) == name
