"""审计: accounts and loads in one list; filters, download, and whether the record is whole."""

from __future__ import annotations

import csv
import io
import sqlite3

import pytest

from indicators.rows.export import as_csv
from indicators.words import say
from pages.access import database, login
from pages.access.database import now
from tests.pages.people import PASSWORD, enrol
from tests.pages.screen import tables, text

PAGE = "pages/admin/audit.py"


@pytest.fixture
def history(accounts):
    """Four things that happened after two accounts were made."""
    enrol("administrator")
    enrol("leader", "li")
    login.log_in("li", "wrong", "10.0.0.7", now())
    token = login.log_in("li", PASSWORD, "10.0.0.7", now()).token
    login.log_out(login.sessions.digest_of(token), "10.0.0.7", now())
    login.unlock("li", login.Actor("administrator"), now())


def column(page, name: str) -> list[str]:
    return [row[name] for row in tables(page)[0]]


def test_everything_stands_in_the_list_the_latest_first(history, open_as):
    page = open_as("administrator", PAGE)
    assert column(page, "事项") == ["解除锁定", "退出登录", "登录", "登录失败", "开设账户", "开设账户"]
    assert column(page, "操作人") == ["administrator", "li", "li", "未登录", "未登录", "未登录"]
    assert column(page, "涉及账户") == ["li"] * 5 + ["administrator"]
    assert column(page, "来自")[:4] == ["—", "10.0.0.7", "10.0.0.7", "10.0.0.7"]
    assert column(page, "说明")[2] == "方式：密码"
    assert say("zh", "audit.whole", count=6) in text(page)


@pytest.mark.parametrize(
    ("query", "count"),
    [({"kind": "log_in"}, 1), ({"who": "li"}, 5), ({"who": "li", "kind": "unlocked"}, 1), ({"days": "7"}, 6)],
)
def test_filters_live_in_the_address(history, open_as, query, count):
    assert len(tables(open_as("administrator", PAGE, **query))[0]) == count


def test_what_is_older_than_the_days_asked_for_is_left_out(history, accounts, open_as):
    with sqlite3.connect(accounts) as connection:
        connection.execute("DROP TRIGGER audit_is_never_changed")
        connection.execute("UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE number = 1")
    assert len(tables(open_as("administrator", PAGE))[0]) == 5
    assert len(tables(open_as("administrator", PAGE, days="*"))[0]) == 6


def test_a_change_behind_the_program_is_said_with_its_number(history, accounts, open_as):
    with sqlite3.connect(accounts) as connection:
        connection.execute("DROP TRIGGER audit_is_never_changed")
        connection.execute("UPDATE audit SET by = 'li' WHERE number = 3")
    told = text(open_as("administrator", PAGE))
    assert say("zh", "audit.damaged", count=6) in told
    assert say("zh", "audit.broken_at", number=3) in told


def test_a_filter_that_nothing_fits_says_so(history, open_as):
    page = open_as("administrator", PAGE, kind="log_in", who="administrator")
    assert tables(page) == []
    assert say("zh", "empty.no_rows") in text(page)


def test_the_download_runs_nothing_in_a_spreadsheet():
    rows = [{"操作人": "=1+1", "说明": "@SUM(A1)"}]
    (row,) = csv.DictReader(io.StringIO(as_csv(rows).decode("utf-8-sig")))
    assert row == {"操作人": "'=1+1", "说明": "'@SUM(A1)"}


def test_an_english_reader_gets_english(history, open_as):
    page = open_as("administrator", PAGE, lang="en")
    assert column(page, "What")[:2] == ["Unlocked", "Log-out"]
    assert not database.where().name.startswith("nobody")
