"""The upload in work: the draft that the address names, what it is, and how to drop it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from etl.drafts import Draft, DraftMissing, discard, find, original
from indicators.model import Plan
from indicators.rows.reading import Reading
from indicators.rows.upload import department_name, size
from pages.access.model import Account
from pages.parts.panels import section
from pages.parts.stores import warehouse_folder


def opened(read: Reading, account: Account) -> tuple[Draft, bytes] | None:
    """The draft of the address and its file; None where it names none. One that is gone, or is not this
    account's, is told and taken out of the address."""
    asked = st.query_params.get("draft")
    if asked is None:
        return None
    try:
        draft = find(warehouse_folder(), account.name, asked)
        data = original(warehouse_folder(), account.name, draft)
    except DraftMissing:
        st.query_params.pop("draft", None)
        st.warning(read.say("upload.draft_gone"))
        return None
    if not account.may_upload(draft.department):
        st.warning(read.say("upload.refused.right"))
        return None
    return draft, data


def describe(read: Reading, plans: Sequence[Plan], account: Account, draft: Draft, data: bytes) -> None:
    """For whom and of which year the file is, and the way to take another."""
    name = department_name(read, plans, draft.department)
    told = read.say("upload.working", department=name, year=draft.year, size=size(len(data)))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        section(draft.file, told)
        if st.button(read.say("upload.drop"), key=f"drop_{draft.id}"):
            discard(warehouse_folder(), account.name, draft.id)
            st.query_params.pop("draft", None)
            st.rerun()
