"""版本与回退: every load and roll-back, what each changed, the file it came from, and the way back."""

import streamlit as st

from indicators.rows import history as rows
from indicators.store.journal import read_journal
from pages.access.model import Role
from pages.parts.access import require
from pages.parts.addresses import address, language
from pages.parts.controls import frame
from pages.parts.loading import current_store, plans
from pages.parts.markup import show, style
from pages.parts.panels import finding, listed
from pages.parts.stores import warehouse_folder
from pages.statistician.parts.entries import chosen, offer_rollback, show_entry

account = require(Role.STATISTICIAN, language())
loaded = frame()
read, store = loaded.read, current_store(loaded.read.lang)
known = tuple(plans(store, store.snapshot).values())
style(loaded.title)

journal = read_journal(warehouse_folder())
found = sorted(journal.entries, key=lambda entry: -entry.number)
finding(rows.summary(read, journal.entries, journal.in_force), read.say("page.history"))
if journal.flaws:
    st.error(read.say("upload.flawed", files=read.listed([name for name, _ in journal.flaws])))
if not found:
    show(
        "linked.html", text=read.say("upload.no_loads"), link=address("upload"), word=read.say("page.upload")
    )
    st.stop()

one = chosen(journal)
if one:
    show_entry(read, known, one, journal, account)
    offer_rollback(read, one, journal, account)
listed(
    read,
    read.say("upload.all_loads"),
    rows.entries(read, known, found, journal.in_force),
    f"{loaded.plan.code}-loads.csv",
    note=read.say("upload.all_loads_note"),
    links=[address("history", load=entry.number) for entry in found],
    at=read.say("upload.entry.number"),
    tall=True,
)
