"""The end of an upload: reasons for what was found odd, the load itself, and the receipt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import streamlit as st
from streamlit.logger import get_logger

from etl.drafts import Draft, DraftMissing, discard, keep
from etl.examine import Submission
from etl.journal.confirming import unconfirmed
from etl.journal.loading import Order, load
from indicators.errors import BaseChanged, IndicatorsError, StoreMoved, WriterBusy
from indicators.model import JournalEntry
from indicators.rows.reading import Reading
from indicators.rows.remarks import check_name
from pages.access.model import Account, Role
from pages.parts.access import require
from pages.parts.markup import show
from pages.parts.panels import section
from pages.parts.stores import data_folder, warehouse_folder

LOG = get_logger(__name__)
REFUSED = {WriterBusy: "busy", StoreMoved: "moved", BaseChanged: "base"}
"""What may keep a load from being written, and the sentence for it."""


def ask_reasons(read: Reading, account: Account, draft: Draft, found: Submission) -> Draft:
    """One reason for each kind of warning, and a note; what is typed is kept at once. No use in them while
    errors stand against the file."""
    section(read.say("upload.step_confirm"), read.say("upload.step_confirm_note"))
    if found.blocked:
        return draft
    reasons = {}
    for check, count in Counter(one.check for one in found.warnings).items():
        label = read.say("upload.reason", check=check_name(read.lang, check), count=count)
        reasons[check] = st.text_input(label, draft.reasons.get(check, ""), key=f"reason_{draft.id}_{check}")
    note = st.text_input(read.say("upload.note"), draft.note, key=f"note_{draft.id}")
    try:
        return keep(warehouse_folder(), account.name, draft, note=note, reasons=reasons)
    except DraftMissing:
        st.error(read.say("upload.draft_gone"))
        st.stop()
    except OSError:
        st.warning(read.say("upload.cannot_keep"))
        return draft


def hindrance(read: Reading, draft: Draft, found: Submission) -> str:
    """Why the file cannot be loaded as things stand; blank where it can."""
    if found.blocked:
        return read.say("upload.blocked")
    if not found.rows_ready:
        return read.say("upload.nothing_ready")
    lacking = len(unconfirmed(found.warnings, draft.reasons))
    return read.say("upload.lacking", count=lacking) if lacking else ""


def confirmed(read: Reading, draft: Draft, found: Submission) -> bool:
    """Whether the button was pressed. It belongs to one snapshot: a later one gives other findings."""
    seen = st.session_state.setdefault(f"seen_{draft.id}", found.snapshot)
    if seen != found.snapshot:
        st.session_state[f"seen_{draft.id}"] = found.snapshot
        st.warning(read.say("upload.refused.moved"))
    why = hindrance(read, draft, found)
    pressed = st.button(
        read.say("upload.confirm", count=found.rows_ready),
        type="primary",
        disabled=bool(why),
        key=f"confirm_{draft.id}_{found.snapshot}",
    )
    if why:
        show("notice.html", text=why)
    return pressed


def settle(read: Reading, draft: Draft, data: bytes, found: Submission) -> None:
    """Load the file, then show the receipt. Whoever presses must still be allowed to, at this moment."""
    account = require(Role.STATISTICIAN, read.lang)
    if not account.may_upload(draft.department) or hindrance(read, draft, found):
        st.error(read.say("upload.refused.right"))
        return
    entry = attempt(
        read, lambda told: load(order(account, draft, data, found), data_folder(), warehouse_folder(), told)
    )
    if entry is None:
        return
    discard(warehouse_folder(), account.name, draft.id)
    st.query_params.pop("draft", None)
    st.query_params["receipt"] = str(entry.number)
    st.rerun()


def attempt(read: Reading, work: Callable[[Callable[[str], None]], JournalEntry]) -> JournalEntry | None:
    """Do it, telling each step; None where it could not be written, which is then said."""
    with st.status(read.say("upload.loading")) as status:
        try:
            entry = work(lambda step: status.update(label=read.say(f"upload.step.{step}")))
        except (IndicatorsError, OSError) as problem:
            LOG.warning("%s", problem)
            status.update(label=read.say("upload.not_loaded"), state="error")
            said = next((word for kind, word in REFUSED.items() if isinstance(problem, kind)), None)
            st.error(
                read.say(
                    f"upload.refused.{said or ('store' if isinstance(problem, IndicatorsError) else 'disk')}"
                )
            )
            return None
        status.update(label=read.say("upload.loaded"), state="complete")
    return entry


def order(account: Account, draft: Draft, data: bytes, found: Submission) -> Order:
    """What is to be loaded, with every warning and the reason that was given for it."""
    return Order.of(
        found,
        data,
        file=draft.file,
        department=draft.department,
        year=draft.year,
        by=account.name,
        note=draft.note,
        reasons=draft.reasons,
    )
