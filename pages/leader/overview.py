"""总览: what will be met and what not, on one screen; a click leads to the indicator or department."""

from functools import partial

import streamlit as st

from indicators.model import Verdict
from indicators.report.views.overview import overview
from indicators.rows import board
from indicators.rows.origins import extent, newest
from indicators.rows.record import flat
from pages.parts.addresses import address
from pages.parts.controls import choose, frame, switch
from pages.parts.markup import show, style
from pages.parts.panels import download_rows, quiet
from pages.parts.report import save_view

loaded = frame()
read, found = loaded.read, loaded.assessments
style(loaded.title)

with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    order = choose(
        read.say("control.order"),
        "order",
        ("by_plan", "by_chance"),
        "by_plan",
        lambda one: read.say(f"control.{one}"),
        switch,
    )
    rows = [flat(read, one, loaded.view.snapshot) for one in found]
    with st.container(horizontal=True, width="content"):
        download_rows(read, rows, f"{loaded.plan.code}-{loaded.as_of}.csv")
        drawn = partial(overview, by_chance=order == "by_chance")
        save_view(loaded, drawn, f"{loaded.plan.code}-overview-{loaded.as_of}")

show(
    "overview.html",
    finding=board.finding(read, found),
    counts=board.counts(found),
    word={verdict: read.verdict(verdict) for verdict in Verdict},
    board=board.board(read, found, by_chance=order == "by_chance"),
    misses=board.misses(read, found),
    misses_title=read.say("overview.misses"),
    misses_none=read.say("overview.misses_none"),
    standings=board.standings(read, found),
    standings_title=read.say("overview.departments"),
    address=address,
)
quiet(extent(read, loaded.as_of, found, newest(loaded.view.observations)))
quiet(board.legend(read))
