"""What goes along from page to page in the address: language, store and its version, plan, area, as-of date,
judging year."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from indicators.words import LANGUAGES, say

CARRIED = ("lang", "store", "version", "plan", "area", "as_of", "judging_year")
"""Query parameters that stay when a reader goes to another page; Streamlit itself drops them all."""
MADE = "made_here"
"""In the session: a big file made on one page, gone once the reader is on another."""
LONGEST = 40
"""Characters of a senseless address that are repeated to the reader."""


def language() -> str:
    """`zh` or `en`: from the address, else the one the reader had on the page before."""
    kept = st.session_state.get("carried", {}).get("lang", LANGUAGES[0])
    asked = st.query_params.get("lang", kept)
    return asked if asked in LANGUAGES else LANGUAGES[0]


def carry(page: str) -> None:
    """Put the carried parameters back into the address after a change of page."""
    kept = st.session_state.get("carried", {})
    if st.session_state.get("carried_from", page) != page:
        for name, value in kept.items():
            st.query_params.setdefault(name, value)
        st.session_state.pop(MADE, None)
    st.session_state["carried_from"] = page
    st.session_state["carried"] = _carried()


def address(page: str, **query: object) -> str:
    """A page's address with the carried parameters, for links: `indicator?target=6&lang=en`."""
    asked = {name: str(value) for name, value in query.items()} | _carried()
    return page + (f"?{urlencode(asked)}" if asked else "")


def here(*without: str) -> str:
    """This page's address without some parameters, for a link: `?lang=en`."""
    kept = {name: value for name, value in st.query_params.items() if name not in without}
    return f"?{urlencode(kept)}"


def refuse(name: str, asked: str, used: str) -> None:
    """Say that an address makes no sense. Its words stand as code, where no Markdown is read: whoever made
    the address must not put a link or a picture on the page."""
    plain = " ".join(asked.replace("`", "'").split())[:LONGEST]
    st.warning(say(language(), "control.bad_address", name=name, value=plain, used=used))


def _carried() -> dict[str, str]:
    """The carried parameters as they stand in the address now."""
    return {name: st.query_params[name] for name in CARRIED if name in st.query_params}
