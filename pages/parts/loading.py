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
from indicators.errors import StoreDamaged, StoreMissing
from indicators.forecasts import forecasts_of
from indicators.lookback import look_back, rehearse, year_ends
from indicators.model import Assessment, Plan
from indicators.rows import backtest
from indicators.rows.reading import Reading
from indicators.scoring import Score, scores
from indicators.store.ledger import Ledger, read_ledger, stamp
from indicators.store.reader import Store, read_pointer, warehouse
from indicators.store.view import View, plans_of, view
from indicators.words import say

ROOT = Path(__file__).parents[2]
LOG = get_logger(__name__)
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
    """The snapshot that counts now; where there is none to read, says so and ends the run."""
    folder = ROOT / warehouse()
    try:
        return _store(folder, read_pointer(folder)["snapshot"])
    except StoreMissing:
        st.info(say(lang, "empty.no_store"))
        st.stop()
    except StoreDamaged as problem:
        LOG.error("%s", problem)
        st.error(say(lang, "empty.damaged"))
        st.stop()


@st.cache_resource(show_spinner=False, max_entries=2)
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
    rehearsed = forecasts_of(plan, rehearse(plan, _view.observations, book.breaks))
    return backtest.scored(plan, book, looked_back(_view, plan.area)), scores(plan, book, rehearsed)


def recorded(loaded: Loaded) -> tuple[Ledger, tuple[Score, ...]]:
    """The record of forecasts, verified, and what came of those of the plan."""
    view, folder = loaded.view, ROOT / warehouse()
    return _recorded(view, folder, stamp(folder), view.snapshot, view.plan.code, view.as_of)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _recorded(
    _view: View, folder: Path, files: tuple[tuple[str, int, int], ...], snapshot: str, code: str, as_of: date
) -> tuple[Ledger, tuple[Score, ...]]:
    ledger = read_ledger(folder)
    return ledger, scores(_view.plan, _view.book, ledger.forecasts(code, as_of))


@st.cache_resource(show_spinner=False, max_entries=2)
def _store(folder: Path, snapshot: str) -> Store:
    return Store.open(folder)
