"""One entry of the journal: what it is, what it changed, its file, and the way to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from etl.journal.rollback import later_loads, roll_back
from indicators.model import JournalEntry, LoadKind, Plan
from indicators.rows import history as rows
from indicators.rows.reading import Reading
from indicators.rows.remarks import Naming
from indicators.store.journal import Journal, read_journal, read_original
from pages.access import visit
from pages.access.database import now
from pages.access.model import Account, Role
from pages.parts.access import current, require
from pages.parts.addresses import address, refuse
from pages.parts.markup import show
from pages.parts.panels import download, listed, section
from pages.parts.stores import data_folder, warehouse_folder
from pages.statistician.parts.confirming import attempt
from pages.statistician.parts.receiving import show_changes, show_moved


def chosen(journal: Journal) -> JournalEntry | None:
    """The entry of the address; None where it names none, or one that there is not, which is told."""
    asked = st.query_params.get("load")
    found = next((one for one in journal.entries if str(one.number) == asked), None)
    if asked is not None and found is None:
        refuse("load", asked, "—")
    return found


def show_entry(
    read: Reading, plans: Sequence[Plan], one: JournalEntry, journal: Journal, account: Account
) -> None:
    """All that is known of it."""
    section(read.say("upload.entry_title", number=one.number), rows.kind(read, one))
    show("facts.html", facts=rows.facts(read, plans, one, journal.in_force))
    show("prose.html", paragraphs=rows.long_facts(read, one))
    link, word = address("", version=one.number), read.say("upload.as_of", number=one.number)
    show("linked.html", text="", link=link or ".", word=word)
    if one.kind is LoadKind.LOAD:
        if account.may_upload(one.department):
            offer_original(read, one)
        confirmed = rows.confirmations(read, Naming.of(plans, read.lang), one)
        listed(read, read.say("upload.confirmed"), confirmed, f"load-{one.number}-confirmed.csv", tall=True)
    show_moved(read, one)
    show_changes(read, plans, one)


def offer_original(read: Reading, one: JournalEntry) -> None:
    """The file byte for byte as it came, read on the click: the right to it is asked for again then."""
    session = current()
    fetch = partial(fetch_original, warehouse_folder(), session.digest if session else "", one.number)
    label, name = read.say("upload.original", file=one.file), f"{one.number}-{one.file}"
    download(label, fetch, name, "application/octet-stream")


def fetch_original(folder: Path, session: str, number: int) -> bytes:
    """The file of a load for whoever clicked, outside any run of the page.

    Raises PermissionError where their session is over or the file is another department's, StoreDamaged where
    it is not as it was uploaded.
    """
    who = visit.session_of({visit.KEY: session}, now())
    one = read_journal(folder).entry(number)
    if who is None or who.must_change or not who.account.may_upload(one.department):
        raise PermissionError(f"load {number} is not for whoever asks")
    return read_original(folder, one)


def offer_rollback(read: Reading, one: JournalEntry, journal: Journal, account: Account) -> None:
    """A reason, the later loads on the same figures by name, and the button."""
    section(read.say("upload.rollback"), read.say("upload.rollback_note"))
    if one.number not in journal.in_force:
        show("notice.html", text=read.say("upload.rollback_done"))
        return
    if not account.may_upload(one.department):
        show("notice.html", text=read.say("upload.rollback_not_yours"))
        return
    reason = st.text_input(read.say("upload.rollback_reason"), key=f"rollback_reason_{one.number}")
    later = later_loads(warehouse_folder(), one.number, journal)
    agreed = _agreed(read, one, later, journal) if later else True
    button = read.say("upload.rollback_do", number=one.number)
    ready = bool(reason.strip() and agreed)  # asked again: a browser may press what is greyed out
    if st.button(button, disabled=not ready, key=f"rollback_{one.number}") and ready:
        take_back(read, one.number, reason, although_later=bool(later))


def take_back(read: Reading, number: int, reason: str, *, although_later: bool) -> None:
    """Roll an entry back. Whoever presses must still be allowed to, at this moment."""
    account = require(Role.STATISTICIAN, read.lang)
    if not account.may_upload(read_journal(warehouse_folder()).entry(number).department):
        st.error(read.say("upload.refused.right"))
        return

    def work(tell: Callable[[str], None]) -> JournalEntry:
        return roll_back(
            number,
            by=account.name,
            reason=reason,
            data=data_folder(),
            warehouse=warehouse_folder(),
            although_later=although_later,
            tell=tell,
        )

    if done := attempt(read, work):
        st.query_params["load"] = str(done.number)
        st.rerun()


def _agreed(read: Reading, one: JournalEntry, later: Sequence[int], journal: Journal) -> bool:
    """Whether the reader goes on although later loads speak of the same figures, which are named."""
    named = [read.say("upload.later", number=each, file=journal.entry(each).file) for each in later]
    show("notice.html", text=read.say("upload.rollback_later", loads=read.listed(named)))
    key = f"rollback_although_{one.number}_{'_'.join(map(str, later))}"
    return st.checkbox(read.say("upload.rollback_although"), key=key)
