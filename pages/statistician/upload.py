"""数据上报: from the form to the receipt: every fault before it counts, and what the figures would change."""

from datetime import date

import streamlit as st

from indicators.rows.remarks import Naming
from indicators.store.journal import read_journal
from pages.access.model import Role
from pages.parts.access import require
from pages.parts.addresses import language
from pages.parts.controls import frame
from pages.parts.loading import current_store, plans
from pages.parts.markup import style
from pages.parts.panels import finding
from pages.parts.stores import warehouse_folder
from pages.statistician.parts.asking import (
    choose_department,
    choose_year,
    offer_drafts,
    offer_form,
    offer_practice,
    take_file,
)
from pages.statistician.parts.checking import (
    brought_by,
    desk_of,
    effects_of,
    examined,
    show_counts,
    show_effect,
    show_figures,
    show_findings,
)
from pages.statistician.parts.confirming import ask_reasons, confirmed, settle
from pages.statistician.parts.receiving import show_receipt
from pages.statistician.parts.working import describe, opened

account = require(Role.STATISTICIAN, language())
# A load goes on top of the latest snapshot, whatever was looked at before.
st.query_params.pop("version", None)
loaded, today = frame(), date.today()
read, store = loaded.read, current_store(loaded.read.lang)
known = tuple(plans(store, store.snapshot).values())
style(loaded.title)
finding(read.say("upload.headline"), read.say("page.upload"))

show_receipt(read, known, account, read_journal(warehouse_folder()))
working = opened(read, account)
if working is None:
    offer_practice(read)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        department, year = choose_department(read, account), choose_year(read, today)
    offer_form(read, store, department, year)
    take_file(read, account, department, year)
    offer_drafts(read, known, account)
    st.stop()

draft, data = working
describe(read, known, account, draft, data)
asked = (draft.sha256, draft.department, draft.year, today)
with st.spinner(read.say("upload.checking")):
    desk = desk_of(store, store.snapshot)
    found = examined(desk, store.snapshot, data, draft.file, *asked)
    moved = effects_of(store, store.snapshot, found, *asked)
    brought = brought_by(store, store.snapshot, found, *asked)
show_counts(read, found)
naming = Naming.of((loaded.plan, *known), read.lang)
show_findings(read, naming, found, draft.file)
show_effect(read, moved, draft.file)
show_figures(read, naming, found, brought, draft.file)
draft = ask_reasons(read, account, draft, found)
if confirmed(read, draft, found):
    settle(read, draft, data, found)
