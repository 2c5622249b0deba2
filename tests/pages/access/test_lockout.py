"""Lock-out: five for an account, twenty for an address; a quarter of an hour, then twice each time."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from pages.access import lockout
from pages.access.database import writing
from tests.pages.access.conftest import NOON

ANNA, OFFICE = "account:anna", "address:10.0.0.1"
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


def fail(times: int, at: datetime = NOON, subjects: tuple[str, ...] = (ANNA,)) -> list[datetime | None]:
    """The answers to so many tries that all fail."""
    answers = []
    for _ in range(times):
        with writing() as connection:
            answers.append(lockout.count(connection, subjects, at))
    return answers


def locked(subject: str, at: datetime) -> datetime | None:
    with writing() as connection:
        return lockout.locked_until(connection, subject, at)


@pytest.mark.parametrize(("failures", "minutes"), [(4, None), (5, 15), (6, 15)])
def test_the_fifth_failure_locks_an_account(failures, minutes):
    fail(failures)
    assert locked(ANNA, NOON) == (minutes and NOON + minutes * MINUTE)


def test_a_try_while_locked_is_refused_and_not_counted():
    fail(5)
    assert fail(3, NOON + MINUTE) == [NOON + 15 * MINUTE] * 3
    assert locked(ANNA, NOON + MINUTE) == NOON + 15 * MINUTE


@pytest.mark.parametrize(
    ("after", "open_again"),
    [(15 * MINUTE - SECOND, False), (15 * MINUTE, True), (15 * MINUTE + SECOND, True)],
)
def test_the_lock_ends_after_a_quarter_of_an_hour(after, open_again):
    fail(5)
    assert (fail(1, NOON + after) == [None]) is open_again


def test_each_further_failure_doubles_the_wait_up_to_a_day():
    fail(4)
    at, waits = NOON, []
    for _ in range(10):
        fail(1, at)
        until = locked(ANNA, at)
        assert until
        waits.append((until - at) // MINUTE)
        at = until
    assert waits == [15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440]


def test_a_success_wipes_the_slate_of_the_account_clean():
    fail(4)
    with writing() as connection:
        lockout.clear(connection, ANNA, OFFICE)
    fail(4)
    assert locked(ANNA, NOON) is None


def test_the_fifth_try_is_locked_beforehand_and_unlocked_by_success():
    fail(5)
    with writing() as connection:
        lockout.clear(connection, ANNA)
    assert locked(ANNA, NOON) is None


@pytest.mark.parametrize(("after", "kept"), [(timedelta(days=1) - SECOND, True), (timedelta(days=1), False)])
def test_a_day_without_failure_forgets(after, kept):
    fail(4)
    fail(1, NOON + after)
    assert (locked(ANNA, NOON + after) is not None) is kept


@pytest.mark.parametrize(("failures", "is_locked"), [(19, False), (20, True)])
def test_an_address_is_locked_for_all_names_by_the_twentieth(failures, is_locked):
    for number in range(failures):
        fail(1, subjects=(f"account:name{number}", OFFICE))
    assert (fail(1, subjects=("account:another", OFFICE)) != [None]) is is_locked
    assert fail(1, subjects=("account:another", "address:10.0.0.2")) == [None]


def test_a_success_takes_one_off_the_address_not_all():
    for number in range(19):
        fail(1, subjects=(f"account:name{number}", OFFICE))
    fail(1, subjects=(ANNA, OFFICE))
    with writing() as connection:
        lockout.clear(connection, ANNA, OFFICE)
    assert locked(OFFICE, NOON) is None
    fail(1, subjects=("account:last", OFFICE))
    assert locked(OFFICE, NOON) == NOON + 15 * MINUTE


def test_nothing_is_kept_of_names_that_were_tried_yesterday():
    fail(1, subjects=("account:somebody", OFFICE))
    fail(1, NOON + timedelta(days=1), subjects=(ANNA,))
    with writing() as connection:
        kept = [row["subject"] for row in connection.execute("SELECT subject FROM failure")]
    assert kept == [ANNA]
