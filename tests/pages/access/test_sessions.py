"""Sessions: the token is nowhere; they expire to the second and end at once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from pages.access import sessions
from pages.access.database import reading, writing
from pages.access.model import Account, Role, Session, SessionKind
from tests.pages.access.conftest import NOON
from tests.pages.people import enrol

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)


def begin(name: str = "statistician", at: datetime = NOON) -> str:
    with writing() as connection:
        return sessions.digest_of(sessions.start(connection, name, SessionKind.PASSWORD, at))


def look_up(digest: str, at: datetime) -> Session | None:
    with reading() as connection:
        return sessions.look_up(connection, digest, at)


@pytest.fixture
def digest() -> str:
    enrol("statistician", departments=["fagai", "tongji"])
    return begin()


def test_a_session_knows_its_account(digest):
    account = Account("statistician", Role.STATISTICIAN, frozenset({"fagai", "tongji"}))
    assert look_up(digest, NOON) == Session(digest, account, SessionKind.PASSWORD, must_change=False)


def test_the_token_is_not_in_the_file(accounts):
    enrol("leader")
    with writing() as connection:
        token = sessions.start(connection, "leader", SessionKind.PASSWORD, NOON)
    held = b"".join(path.read_bytes() for path in accounts.parent.iterdir())
    assert token.encode() not in held
    assert sessions.digest_of(token).encode() in held
    assert len(token) == 43


@pytest.mark.parametrize(("after", "good"), [(HOUR - SECOND, True), (HOUR, False), (HOUR + SECOND, False)])
def test_an_hour_without_a_run_ends_it(digest, after, good):
    assert (look_up(digest, NOON + after) is not None) is good


@pytest.mark.parametrize(
    ("after", "good"), [(12 * HOUR - SECOND, True), (12 * HOUR, False), (12 * HOUR + SECOND, False)]
)
def test_twelve_hours_end_it_however_busy(digest, after, good):
    with writing() as connection:
        sessions.note(connection, digest, NOON + after - SECOND)
    assert (look_up(digest, NOON + after) is not None) is good


@pytest.mark.parametrize(("after", "stale"), [(59, False), (60, True), (61, True)])
def test_the_last_run_is_noted_by_the_minute(digest, after, stale):
    with reading() as connection:
        assert sessions.stale(connection, digest, NOON + after * SECOND) is stale


def test_an_ended_session_is_good_no_more(digest):
    other = begin()
    with writing() as connection:
        sessions.end(connection, digest, NOON)
    assert look_up(digest, NOON) is None
    assert look_up(other, NOON) is not None


def test_all_sessions_of_an_account_end_together_and_nobody_elses(digest):
    enrol("leader")
    other, leaders = begin(), begin("leader")
    with writing() as connection:
        assert sessions.count(connection, "statistician", NOON) == 2
        sessions.end_all(connection, "statistician", NOON)
        assert sessions.count(connection, "statistician", NOON) == 0
    assert [look_up(one, NOON) is not None for one in (digest, other, leaders)] == [False, False, True]


def test_a_change_of_role_shows_in_a_running_session(digest):
    with writing() as connection:
        connection.execute("UPDATE account SET role = 'leader', departments = ''")
    assert look_up(digest, NOON).account == Account("statistician", Role.LEADER)


def test_a_disabled_account_has_no_session(digest):
    with writing() as connection:
        connection.execute("UPDATE account SET disabled = 1")
    assert look_up(digest, NOON) is None


def test_only_sessions_long_past_are_forgotten(digest):
    late = NOON + 24 * HOUR
    begin(at=late - SECOND)
    with reading() as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 2
    begin(at=late)
    with reading() as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 2


@pytest.mark.parametrize("digest_given", ["", "'", "x" * 64, "%"])
def test_a_digest_nobody_has_is_no_session(digest, digest_given):
    assert look_up(digest_given, NOON) is None
