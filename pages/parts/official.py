"""The official review of a plan, beside what would have been said that day and what came true."""

from __future__ import annotations

from indicators.rows import official as rows
from pages.parts.loading import Loaded, judged_on
from pages.parts.markup import show
from pages.parts.panels import listed, section


def reviewed(loaded: Loaded) -> None:
    """A part of the page where officials have said anything by the as-of date; nothing at all where not."""
    read, view = loaded.read, loaded.view
    day = rows.review_day(read, view.as_of)
    if day is None:
        return
    then, now = (
        judged_on(view, view.snapshot, view.plan.code, each, view.plan.area) for each in (day, view.as_of)
    )
    found = rows.compared(read, then, now, view.as_of)
    section(read.say("official.title"))
    told = [rows.sentence(read, found), read.say("official.note", day=day.isoformat())]
    show("prose.html", paragraphs=told)
    title, file = read.say("official.table"), f"{view.plan.code}-{view.as_of}-official.csv"
    listed(read, title, rows.table(read, found), file, tall=True)
