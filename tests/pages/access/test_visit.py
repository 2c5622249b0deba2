"""Who is at the other end of a run: looked up each time, and noted as still there."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pages.access import sessions, visit
from pages.access.database import reading, writing
from pages.access.model import SessionKind
from tests.pages.access.conftest import NOON
from tests.pages.people import enrol

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


@pytest.fixture
def digest() -> str:
    enrol("leader")
    with writing() as connection:
        return sessions.digest_of(sessions.start(connection, "leader", SessionKind.PASSWORD, NOON))


@pytest.mark.parametrize("user", [{}, {"session": None}, {"session": ""}, {"session": "x"}, {"email": "a@b"}])
def test_whoever_shows_no_session_is_nobody(digest, user):
    assert visit.session_of(user, NOON) is None


def test_every_run_keeps_a_session_awake(digest):
    for step in range(1, 12):
        assert visit.session_of({"session": digest}, NOON + step * (HOUR - SECOND))
    assert visit.session_of({"session": digest}, NOON + 12 * HOUR) is None


def test_runs_within_a_minute_write_once(digest):
    for second in (59, 60, 61, 119):
        visit.session_of({"session": digest}, NOON + second * SECOND)
    with reading() as connection:
        (seen,) = connection.execute("SELECT seen FROM session").fetchone()
    assert seen == (NOON + 60 * SECOND).isoformat()


def test_the_next_run_after_a_log_out_is_nobodys(digest):
    assert visit.session_of({"session": digest}, NOON)
    with writing() as connection:
        sessions.end(connection, digest, NOON)
    assert visit.session_of({"session": digest}, NOON) is None
