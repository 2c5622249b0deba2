"""审计: every log-in, load, roll-back and change of an account, and whether the record is whole."""

from datetime import timedelta
from functools import partial

import streamlit as st

from indicators.errors import StoreDamaged
from indicators.rows.export import as_csv
from indicators.store.journal import read_journal
from indicators.words import say
from pages.access import audit, listing
from pages.access.database import now, reading
from pages.access.model import Role
from pages.parts.access import plain_frame, require
from pages.parts.accounts import departments
from pages.parts.addresses import language
from pages.parts.controls import choose
from pages.parts.markup import show, table
from pages.parts.panels import download, finding, section
from pages.parts.stores import warehouse_folder

lang = language()
require(Role.ADMINISTRATOR, lang)
plain_frame(lang)
with reading() as connection:
    written = audit.entries(connection)
try:
    journal = read_journal(warehouse_folder())
    loads, flawed = journal.entries, bool(journal.flaws)
except StoreDamaged:
    loads, flawed = (), True
found = listing.events(written, loads)
broken = audit.broken_at(written)
sentence = "audit.whole" if broken is None and not flawed else "audit.damaged"
finding(say(lang, sentence, count=len(found)), say(lang, "page.audit"))
if broken is not None:
    show("notice.html", text=say(lang, "audit.broken_at", number=broken))
if flawed:
    show("notice.html", text=say(lang, "audit.journal_flawed"))

ALL, DAYS, SHOWN = "*", ("7", "30", "365"), 500
who = sorted({one.by for one in found if one.by} | {one.about for one in found if one.about})
columns = st.columns(3)
with columns[0]:
    kinds = (ALL, *sorted({one.kind for one in found}))
    everything = say(lang, "control.everything")
    kind = choose(
        say(lang, "audit.kind"),
        "kind",
        kinds,
        ALL,
        lambda one: everything if one == ALL else say(lang, f"audit_kind.{one}"),
    )
with columns[1]:
    person = choose(
        say(lang, "audit.who"), "who", (ALL, *who), ALL, lambda one: everything if one == ALL else one
    )
with columns[2]:
    days = choose(
        say(lang, "audit.days"),
        "days",
        (*DAYS, ALL),
        DAYS[1],
        lambda one: everything if one == ALL else say(lang, "audit.last_days", days=one),
    )
since = None if days == ALL else now() - timedelta(days=int(days))
chosen = [
    one
    for one in found
    if kind in (ALL, one.kind) and person in (ALL, one.by, one.about) and (since is None or one.at >= since)
]
rows = listing.event_rows(lang, chosen, departments(lang))
with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    section(say(lang, "audit.title"), say(lang, "audit.note", count=len(rows), shown=min(len(rows), SHOWN)))
    download(say(lang, "action.csv"), partial(as_csv, rows), "audit.csv", "text/csv")
if rows:
    table(rows[:SHOWN], tall=True)
else:
    show("notice.html", text=say(lang, "empty.no_rows"))
