"""Pieces of the page of one target: its picker and the what-if control."""

from __future__ import annotations

from math import ceil, isfinite

import streamlit as st

from indicators.model import Assessment
from indicators.rows.goals import pace_word
from indicators.rows.headline import what_if
from pages.parts.controls import choose, refuse
from pages.parts.loading import Loaded
from pages.parts.markup import show
from pages.parts.panels import section

REACH = 60.0
"""Widest yearly pace, in % or units, that the what-if control offers."""


def choose_target(loaded: Loaded) -> Assessment:
    """The assessment of the target that the address names by its number."""
    by_number = {str(one.target.number): one for one in loaded.assessments}
    read = loaded.read

    def spoken(number: str) -> str:
        one = by_number[number]
        return f"{number} {read.name(one.target)} · {read.verdict(one.verdict)}"

    numbers = list(by_number)
    label = read.say("control.target")
    return by_number[choose(label, "target", numbers, numbers[0], spoken, forget=("pace",))]


def suppose(loaded: Loaded, one: Assessment) -> None:
    """If growth from now on were so much a year: the value in the target year, met or not."""
    read = loaded.read
    start = one.gap.required_pace if one.gap and one.gap.required_pace is not None else 0.0
    section(read.say("section.what_if"))
    if what_if(read, one, start) is None:
        show("notice.html", text=read.say("what_if.none"))
        return
    word = pace_word(one.target, one.track) if one.track else "step"
    unit = read.pace_unit(one.target) or read.say("unit.none")
    label = read.say(f"what_if.{word}", unit=unit)
    digits = 1 if word == "growth" else 2
    key = f"what_if_{one.target.number}"
    asked = _asked(_enough(start, digits, one))
    st.session_state[key] = min(max(asked, -REACH), REACH)

    def changed() -> None:
        st.query_params["pace"] = str(st.session_state[key])

    yearly = st.number_input(
        label, -REACH, REACH, step=0.1, format=f"%.{digits}f", key=key, on_change=changed, width=260
    )
    show("notice.html", text=what_if(read, one, float(yearly or 0.0)) or "")


def _enough(pace: float, digits: int, one: Assessment) -> float:
    """A required pace rounded to what suffices: the control must not begin with a miss."""
    sign = one.track.direction.sign if one.track else 1
    return float(sign * ceil(round(sign * pace * 10.0**digits, 6)) / 10.0**digits)


def supposed() -> float | None:
    """The yearly pace that the address supposes; None where it names none or makes no sense."""
    try:
        pace = float(st.query_params.get("pace", ""))
    except ValueError:
        return None
    return min(max(pace, -REACH), REACH) if isfinite(pace) else None


def _asked(usual: float) -> float:
    """The yearly pace of the address, the usual one where it names none or makes no sense."""
    asked, pace = st.query_params.get("pace", ""), supposed()
    if asked and pace is None:
        refuse("pace", asked, str(usual))
    return usual if pace is None else pace
