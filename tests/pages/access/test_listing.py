"""Accounts and their audit as rows of text."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from indicators.model.loads import JournalEntry, LoadKind
from indicators.words import LANGUAGES, say
from pages.access import accounts, audit, listing, lockout
from pages.access.audit import Actor, AuditKind
from pages.access.database import reading, writing
from tests.pages.access.conftest import NOON
from tests.pages.people import enrol

CHINA = timezone(timedelta(hours=8))


def load(number: int, at: datetime, kind: LoadKind = LoadKind.LOAD, of: int | None = None) -> JournalEntry:
    """A load of the journal, or a roll-back of one."""
    return JournalEntry(
        number=number,
        kind=kind,
        at=at,
        by="wang",
        department="fagai" if kind is LoadKind.LOAD else "",
        year=2025 if kind is LoadKind.LOAD else None,
        note="年报",
        before="a",
        snapshot="b",
        previous="",
        of=of,
        file="figures.xlsx" if kind is LoadKind.LOAD else "",
    )


def standing(name: str) -> listing.Standing:
    with reading() as connection:
        return next(one for one in listing.standings(connection, NOON) if one.record.name == name)


def test_the_state_of_an_account_is_the_most_serious_one():
    enrol("administrator")
    enrol("leader", "li", must_change=True)
    assert standing("administrator").state == "open"
    assert standing("li").state == "initial"
    with writing() as connection:
        for _ in range(5):
            lockout.count(connection, ("account:li",), NOON)
    assert standing("li").state == "locked"
    with writing() as connection:
        accounts.disable(connection, "li", Actor(), NOON)
    assert standing("li").state == "disabled"


def test_the_sentence_counts_those_who_may_log_in():
    enrol("administrator")
    enrol("leader", "li")
    enrol("leader", "zhao")
    with writing() as connection:
        accounts.disable(connection, "li", Actor(), NOON)
        found = listing.standings(connection, NOON)
    counts = {"count": 3, "leader": 1, "statistician": 0, "administrator": 1, "disabled": 1}
    assert listing.summary("en", found) == say("en", "accounts.summary", **counts)


def test_loads_and_log_ins_stand_in_the_order_of_time_whatever_their_time_zone():
    with writing() as connection:
        audit.record(connection, AuditKind.LOG_IN, Actor("wang"), "wang", NOON, how="password")
        written = audit.entries(connection)
    before = load(1, (NOON - timedelta(minutes=1)).astimezone(CHINA))
    after = load(2, (NOON + timedelta(minutes=1)).astimezone(CHINA), LoadKind.ROLLBACK, 1)
    found = listing.events(written, [before, after])
    assert [one.kind for one in found] == ["rollback", "log_in", "load"]
    first, _, last = listing.event_rows("zh", found, {"fagai": "市发展改革委"})
    assert first["说明"] == "编号：2；所回退的编号：1；备注：年报"
    assert last["说明"] == "编号：1；部门：市发展改革委；年份：2025；文件：figures.xlsx；备注：年报"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_event_has_a_word(lang):
    for kind in (*AuditKind, *LoadKind):
        assert say(lang, f"audit_kind.{kind}")


def test_details_are_told_in_words():
    detail = {"role": "leader", "departments": ["fagai", "tongji"], "sso": "", "how": "proxy", "to": "off"}
    told = listing.details("zh", detail, {"fagai": "市发展改革委"})
    assert told == "身份：领导；责任部门：市发展改革委、tongji；统一身份名称：—；方式：反向代理；改为：关"
