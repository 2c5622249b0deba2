"""The receipt of a load: what it was and what became of it; it stays under its address."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import streamlit as st

from etl.effect import between
from indicators.errors import IndicatorsError
from indicators.model import JournalEntry, Plan
from indicators.rows import effect as effects
from indicators.rows import history as rows
from indicators.rows.effect import Effect
from indicators.rows.reading import Reading
from indicators.rows.remarks import Naming
from indicators.store.changes import MOST, Change, changes_of
from indicators.store.journal import Journal
from indicators.store.pointer import path_of
from indicators.store.reader import Store
from pages.access.model import Account
from pages.parts.addresses import address, refuse
from pages.parts.markup import show
from pages.parts.panels import download, listed, section
from pages.parts.stores import warehouse_folder

KEPT = 16


def show_receipt(read: Reading, plans: Sequence[Plan], account: Account, journal: Journal) -> None:
    """What the load of the address did, to be kept; only for who may upload for its department."""
    asked = st.query_params.get("receipt")
    if asked is None:
        return
    one = next((entry for entry in journal.entries if str(entry.number) == asked), None)
    if one is None or not account.may_upload(one.department):
        refuse("receipt", asked, "—")
        return
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        section(read.say("upload.receipt", number=one.number), read.say("upload.receipt_note"))
        plain = rows.receipt(read, plans, one, address("history", load=one.number))
        written = json.dumps(plain, ensure_ascii=False, indent=1).encode()
        download(read.say("upload.receipt_save"), written, f"receipt-{one.number}.json", "application/json")
    show("facts.html", facts=rows.facts(read, plans, one, journal.in_force))
    show("prose.html", paragraphs=rows.long_facts(read, one))
    show_moved(read, one)
    link = address("history", load=one.number)
    show("linked.html", text="", link=link, word=read.say("upload.to_history", number=one.number))


def show_moved(read: Reading, one: JournalEntry) -> None:
    """The targets that an entry moved, judged on its day from the snapshots before and after it."""
    try:
        found = moved(warehouse_folder(), one.before, one.snapshot, one.at.astimezone().date())
    except IndicatorsError:
        show("notice.html", text=read.say("upload.effect.gone"))
        return
    section(read.say("upload.step_effect_done"), effects.summary(read, found, done=True))
    if found:
        show("effects.html", lines=effects.lines(read, found), heads=effects.heads(read), address=address)


def show_changes(read: Reading, plans: Sequence[Plan], one: JournalEntry) -> None:
    """The figures that an entry brought, changed or took away; nothing where the snapshots are gone."""
    try:
        found = changed(warehouse_folder(), one.before, one.snapshot, one)
    except IndicatorsError:
        return
    named = rows.changes(read, Naming.of((read.plan, *plans), read.lang), found)
    note = read.say("upload.changes_more", limit=MOST) if len(found) == MOST else ""
    listed(read, read.say("upload.changes"), named, f"load-{one.number}-changes.csv", note=note, tall=True)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def moved(folder: Path, before: str, snapshot: str, day: date) -> tuple[Effect, ...]:
    """What is said of targets after an entry and was not before.

    Raises StoreDamaged where one of the snapshots is not there any more.
    """
    return between(Store(path_of(folder, before)), Store(path_of(folder, snapshot)), day)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def changed(folder: Path, before: str, snapshot: str, _entry: JournalEntry) -> tuple[Change, ...]:
    """The figures that differ between the snapshots around an entry. Raises StoreMissing, StoreDamaged."""
    return changes_of(folder, _entry)
