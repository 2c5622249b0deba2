"""Pickers whose state lives in the address, so that what is on screen can be sent to a colleague."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

import streamlit as st

from indicators.assessment import judging_year_of
from indicators.model import Plan
from indicators.store.reader import Store
from indicators.words import LANGUAGES, say
from pages.parts.addresses import language
from pages.parts.addresses import refuse as refuse
from pages.parts.loading import Loaded, assessments_of, current_store, plans, view_of
from pages.parts.printing import fit_to_paper, on_paper

EARLIEST = date(2015, 1, 1)
SPELLED = {"zh": "中文", "en": "English"}
switch = partial(st.segmented_control, required=True)
"""A picker for two or three options, all in sight."""
OF_A_PLAN = ("area", "judging_year", "target", "department", "matrix_area", "pace")
"""Address parameters that name something of one plan, and mean nothing in another."""


def frame() -> Loaded:
    """The sidebar's controls; gives what they ask for. Ends the run where there is nothing to read."""
    lang = language()
    store = current_store(lang)
    with st.sidebar:
        choose(say(lang, "control.language"), "lang", LANGUAGES, LANGUAGES[0], SPELLED.__getitem__, switch)
        code = _plan(lang, plans(store, store.snapshot))
        as_of = day(say(lang, "control.as_of"), lang)
        shown = view_of(store, store.snapshot, code, as_of)
        read = shown.reading(lang)
        area = choose(say(lang, "control.area"), "area", _areas(shown.plan), shown.plan.area, read.area)
        about = shown.plan.areas[area]
        if about.note:
            st.caption(read.pick(about.note, about.note_en))
        year = _judging_year(lang, shown.plan, as_of)
        st.caption(say(lang, "control.snapshot", snapshot=store.snapshot, built_at=store.built_at[:10]))
        _store_read(lang, store)
    assessments = assessments_of(shown, store.snapshot, code, as_of, area, year)
    fit_to_paper()
    on_paper((read.area(area), f"{say(lang, 'control.judging_year')} {year}", *_dated(lang, as_of, store)))
    return Loaded(read, shown, assessments)


def choose(
    label: str,
    name: str,
    options: Sequence[str],
    default: str,
    show: Callable[[str], str] = str,
    widget: Callable[..., str] = st.selectbox,
    forget: Sequence[str] = (),
) -> str:
    """One of `options` under the address parameter `name`; a default leaves the address clean.

    A change takes the parameters `forget` out of the address.
    """
    key = f"control_{name}"
    asked = st.query_params.get(name, default)
    if asked not in options:
        refuse(name, asked, show(default))
        asked = default
    st.session_state[key] = asked

    def changed() -> None:
        _put(name, st.session_state[key], default)
        for other in forget:
            st.query_params.pop(other, None)

    return widget(label, options, format_func=show, key=key, on_change=changed)


def day(label: str, lang: str) -> date:
    """The as-of date of the address, not beyond today."""
    today = date.today()
    asked = st.query_params.get("as_of", today.isoformat())
    try:
        chosen = date.fromisoformat(asked)
    except ValueError:
        chosen = date.max
    if not EARLIEST <= chosen <= today:
        refuse("as_of", asked, today.isoformat())
        chosen = today
    st.session_state["control_as_of"] = chosen

    def changed() -> None:
        _put("as_of", st.session_state["control_as_of"].isoformat(), today.isoformat())

    return st.date_input(
        label,
        key="control_as_of",
        min_value=EARLIEST,
        max_value=today,
        format="YYYY-MM-DD",
        on_change=changed,
        help=say(lang, "control.as_of_help"),
    )


def _plan(lang: str, known: Mapping[str, Plan]) -> str:
    """Code of the plan asked for; where there is only one, there is nothing to pick."""
    names = {code: plan.name_en if lang == "en" else plan.name for code, plan in known.items()}
    codes = tuple(names)
    if len(codes) == 1 and st.query_params.get("plan", codes[0]) == codes[0]:
        return codes[0]
    return choose(say(lang, "control.plan"), "plan", codes, codes[0], names.__getitem__, forget=OF_A_PLAN)


def _store_read(lang: str, store: Store) -> None:
    """Which store and version, where it is not the usual one."""
    number = st.session_state.get("as_of_load")
    if store.practice:
        st.caption(say(lang, "practice.sidebar"))
    if number is not None:
        st.caption(say(lang, "as_of_load.sidebar", number=number))


def _dated(lang: str, as_of: date, store: Store) -> tuple[str, str]:
    return f"{say(lang, 'control.as_of')} {as_of}", say(lang, "control.snapshot", snapshot=store.snapshot)


def _areas(plan: Plan) -> tuple[str, ...]:
    return tuple(code for code, area in plan.areas.items() if area.kind.judged or code == plan.area)


def _judging_year(lang: str, plan: Plan, as_of: date) -> int:
    usual = judging_year_of(plan, as_of)
    years = [str(year) for year in range(min(usual, plan.base_year + 1), plan.target_year + 1)]
    return int(choose(say(lang, "control.judging_year"), "judging_year", years, str(usual)))


def _put(name: str, value: str, default: str) -> None:
    if value == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value
