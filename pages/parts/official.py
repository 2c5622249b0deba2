"""The official review of a plan, beside what would have been said that day and what came true."""

from __future__ import annotations

from datetime import date

import streamlit as st

from indicators.lookback import look_back
from indicators.model import Assessment
from indicators.rows import official as rows
from indicators.store.view import View
from pages.parts.loading import KEPT, Loaded
from pages.parts.markup import show
from pages.parts.panels import listed, section


def reviewed(loaded: Loaded) -> None:
    """A part of the page where officials have said anything by the as-of date; nothing at all where not."""
    read, view = loaded.read, loaded.view
    day = rows.review_day(read, view.as_of)
    if day is None:
        return
    then, now = _looked(view, view.snapshot, view.plan.code, view.as_of, day)
    found = rows.compared(read, then, now, view.as_of)
    section(read.say("official.title"))
    told = [rows.sentence(read, found), read.say("official.note", day=day.isoformat())]
    show("prose.html", paragraphs=told)
    title, file = read.say("official.table"), f"{view.plan.code}-{view.as_of}-official.csv"
    listed(read, title, rows.table(read, found), file, tall=True)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _looked(
    _view: View, snapshot: str, code: str, as_of: date, day: date
) -> tuple[tuple[Assessment, ...], ...]:
    """The plan's own areas judged on the day of the review and on the as-of date."""
    return look_back(_view.plan, _view.observations, _view.book.breaks, (day, as_of))
