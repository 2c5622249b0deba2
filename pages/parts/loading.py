"""Cached reads: one snapshot, one plan, the figures of a day, the assessments a reader asked for.

The arguments without an underscore are what a cached answer is kept under; so `snapshot` and `code` stand
beside the store or view that they name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.logger import get_logger

from indicators.assessment import assess_all
from indicators.errors import StoreDamaged, StoreMissing, UnknownName
from indicators.lookback import look_back, year_ends
from indicators.model import Assessment, Plan
from indicators.rows import backtest
from indicators.rows.reading import Reading
from indicators.scoring import Score, scores
from indicators.store.ledger import Ledger, read_ledger, stamp
from indicators.store.reader import Store
from indicators.store.snapshots import open_current
from indicators.store.view import View, plans_of, view
from indicators.words import say
from pages.parts.stores import (
    announce_practice,
    announce_stand_in,
    announce_version,
    refuse_version,
    stamp_of,
    version,
    warehouse_folder,
)

LOG = get_logger(__name__)
STORES = 8
"""Snapshots kept open: those that count and the versions that somebody looks at."""
KEPT = 64
"""Views and sets of assessments kept in memory; each is a few hundred kilobytes."""


@dataclass(frozen=True)
class Loaded:
    """What every page works with: who reads, what is known on the day, and what follows from it."""

    read: Reading
    view: View
    assessments: tuple[Assessment, ...]

    @property
    def plan(self) -> Plan:
        """The plan being read."""
        return self.view.plan

    @property
    def title(self) -> str:
        """The plan's name."""
        return self.read.pick(self.plan.name, self.plan.name_en)

    @property
    def as_of(self) -> str:
        """The day of the figures, as text."""
        return self.view.as_of.isoformat()


def current_store(lang: str) -> Store:
    """The snapshot that the address asks for; where there is none to read, says so and ends the run.

    Says on the page, once a run, where its figures are invented, where it ends with a load, and where it
    stands in for a damaged one.
    """
    folder = warehouse_folder()
    try:
        latest = _store(folder, stamp_of(folder))
    except StoreMissing:
        st.info(say(lang, "empty.no_store"))
        st.stop()
    except StoreDamaged as problem:
        LOG.error("%s", problem)
        st.error(say(lang, "empty.damaged"))
        st.stop()
    if latest.practice:
        announce_practice(lang)
    if latest.warning:
        announce_stand_in(lang, latest.warning)
    return _as_of_load(lang, folder, latest)


@st.cache_resource(show_spinner=False, max_entries=STORES)
def plans(_store: Store, snapshot: str) -> dict[str, Plan]:
    """The plans of a snapshot by code, the first in order first."""
    return plans_of(_store)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def view_of(_store: Store, snapshot: str, code: str, as_of: date) -> View:
    """The figures known on a day."""
    return view(_store, plans(_store, snapshot)[code], as_of)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def assessments_of(
    _view: View, snapshot: str, code: str, as_of: date, area: str, judging_year: int
) -> tuple[Assessment, ...]:
    """Every target of a plan judged for an area."""
    return assess_all(_view.plan, _view.book, as_of, area=area, judging_year=judging_year)


def looked_back(view: View, area: str) -> tuple[tuple[Assessment, ...], ...]:
    """Every target of a plan as judged for an area at each year's end, and on the day of the view."""
    return tuple(
        judged_on(view, view.snapshot, view.plan.code, day, area) for day in year_ends(view.plan, view.as_of)
    )


@st.cache_resource(show_spinner=False, max_entries=8 * KEPT)
def judged_on(_view: View, snapshot: str, code: str, day: date, area: str) -> tuple[Assessment, ...]:
    """Every target of a plan as judged for an area on a day up to that of the view."""
    (found,) = look_back(_view.plan, _view.observations, _view.book.breaks, (day,), area=area)
    return found


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def tested_back(
    _view: View, snapshot: str, code: str, as_of: date
) -> tuple[tuple[Score, ...], tuple[Score, ...]]:
    """What came of the forecasts of each year's end, and of those of the years before the plan."""
    plan, book = _view.plan, _view.book
    rehearsed = backtest.rehearsed(plan, _view.observations, book)
    return backtest.scored(plan, book, looked_back(_view, plan.area)), rehearsed


def recorded(loaded: Loaded) -> tuple[Ledger, tuple[Score, ...]]:
    """The record of forecasts, verified, and what came of those of the plan."""
    view, folder = loaded.view, warehouse_folder()
    return _recorded(view, folder, stamp(folder), view.snapshot, view.plan.code, view.as_of)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _recorded(
    _view: View, folder: Path, files: tuple[tuple[str, int, int], ...], snapshot: str, code: str, as_of: date
) -> tuple[Ledger, tuple[Score, ...]]:
    ledger = read_ledger(folder)
    return ledger, scores(_view.plan, _view.book, ledger.forecasts(code, as_of))


@st.cache_resource(show_spinner=False, max_entries=STORES)
def _store(folder: Path, pointer: bytes) -> Store:
    return open_current(folder)


@st.cache_resource(show_spinner=False, max_entries=STORES)
def _led_to(folder: Path, number: int, pointer: bytes) -> Store:
    return Store.open(folder, version=number)


def _as_of_load(lang: str, folder: Path, latest: Store) -> Store:
    """The snapshot that the load of the address led to; the latest where there is none, or none any more."""
    if "version" not in st.query_params:
        return latest
    number = version()
    try:
        store = None if number is None else _led_to(folder, number, stamp_of(folder))
    except (UnknownName, StoreMissing, StoreDamaged) as problem:
        LOG.warning("%s", problem)
        store = None
    if store is None or number is None:
        refuse_version(lang)
        return latest
    if store.snapshot != latest.snapshot:
        announce_version(lang, number)
    return store
