"""Which store a page reads: the real one or the practice store 演练库, and as of which load.

The address says it: `?store=practice` and `?version=N`. A server started with DEMO=1 has the practice store
only: the real one is not to be reached from it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import streamlit as st
from streamlit.logger import get_logger

from indicators.model import StoreKind
from indicators.store.pointer import POINTER, warehouse
from indicators.words import say
from pages.parts.addresses import here, refuse
from pages.parts.markup import show

LOG = get_logger(__name__)
ROOT = Path(__file__).parents[2]


def demo() -> bool:
    """Whether this server has the practice store only: $DEMO."""
    return os.environ.get("DEMO", "0") not in ("", "0")


def practising() -> bool:
    """Whether the address asks for the practice store, or there is no other."""
    return demo() or st.query_params.get("store") == StoreKind.PRACTICE


def practice_warehouse() -> Path:
    """Snapshots of the practice store: $PRACTICE_WAREHOUSE, else data/practice/warehouse."""
    return ROOT / os.environ.get("PRACTICE_WAREHOUSE", "data/practice/warehouse")


def usual_warehouse() -> Path:
    """Snapshots of the store that is read where the address names none."""
    return practice_warehouse() if demo() else ROOT / warehouse()


def warehouse_folder() -> Path:
    """Snapshots of the store that this page reads; a load goes there as well."""
    return practice_warehouse() if practising() else ROOT / warehouse()


def data_folder() -> Path:
    """The base tables of the store that this page reads; invented ones lie around their warehouse."""
    return practice_warehouse().parent if practising() else ROOT / "data"


def version() -> int | None:
    """Number of the load that the address names; None for the latest version or where it makes no sense."""
    asked = st.query_params.get("version", "")
    return int(asked) if asked.isdecimal() and asked.isascii() and len(asked) < 10 else None


def begin(lang: str) -> None:
    """What comes before everything on a page: the mark of invented figures, and a clean address."""
    st.session_state["announced"] = set()
    st.session_state["practice"], st.session_state["as_of_load"] = practising(), None
    _clean(lang)
    if practising():
        announce_practice(lang)


def ensure_store(lang: str) -> None:
    """Build the store where there is none, and say so; ends the run where that fails."""
    if (warehouse_folder() / POINTER).exists():
        return
    with st.status(say(lang, "practice.building" if practising() else "empty.first_start")):
        try:
            _build(warehouse_folder(), data_folder(), practice=practising())
        except subprocess.CalledProcessError as problem:
            LOG.error("the store cannot be built: %s", problem.stderr)
            st.error(say(lang, "empty.not_built"))
            st.stop()
    _build.clear()
    st.rerun()


def announce_practice(lang: str) -> None:
    """Say, once a run and in the browser's title too, that all figures are invented."""
    st.session_state["practice"] = True
    if _first("practice"):
        st.set_page_config(page_title=f"{say(lang, 'practice.mark')} · {say(lang, 'product')}")
        mark, text = say(lang, "practice.mark"), say(lang, "practice.banner")
        back = "" if demo() or not practising() else here("store", "version")
        show("banner.html", mark=mark, text=text, link=back, word=say(lang, "practice.leave"))


def announce_version(lang: str, number: int) -> None:
    """Say, once a run, that what is shown ends with a load, and lead back to the latest version."""
    st.session_state["as_of_load"] = number
    if _first("version"):
        text = say(lang, "as_of_load.banner", number=number) if number else say(lang, "as_of_load.start")
        word = say(lang, "as_of_load.latest")
        show("banner.html", mark="", text=text, link=here("version"), word=word)


def announce_stand_in(lang: str, warning: str) -> None:
    """Say, once a run, that what should count is damaged and which snapshot is shown instead."""
    if _first("stand_in"):
        st.warning(say(lang, f"damaged.{warning}"))


def refuse_version(lang: str) -> None:
    """Say, once a run, that the address names a version that is not there."""
    if _first("version"):
        refuse("version", st.query_params["version"], say(lang, "as_of_load.newest"))


def stamp_of(folder: Path) -> bytes:
    """The pointer as it stands: as long as it is the same, so is the snapshot that counts."""
    try:
        return (folder / POINTER).read_bytes()
    except OSError:
        return b""


def practice_mark(lang: str) -> str:
    """The mark that goes on whatever is made from the store of this run; blank for the real store."""
    return say(lang, "practice.mark") if st.session_state.get("practice") else ""


def _first(what: str) -> bool:
    """Whether this is said for the first time in this run."""
    said = st.session_state.setdefault("announced", set())
    if what in said:
        return False
    said.add(what)
    return True


def _clean(lang: str) -> None:
    """Take the usual store out of the address, and say so where it names one that is not there."""
    usual = StoreKind.PRACTICE if demo() else StoreKind.REAL
    asked = st.query_params.get("store", usual)
    if asked == usual:
        st.query_params.pop("store", None)
    elif demo() and asked == StoreKind.REAL:
        st.warning(say(lang, "practice.demo_only"))
    elif asked not in list(StoreKind):
        refuse("store", asked, usual)


@st.cache_resource(show_spinner=False)
def _build(folder: Path, data: Path, *, practice: bool) -> None:
    """Build a store by the command line, once however many readers wait. Raises CalledProcessError."""
    command = [sys.executable, "-m", "etl", "practice" if practice else "build"]
    places = ["--data", str(data), "--warehouse", str(folder)]
    subprocess.run([*command, *places], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 own arguments
