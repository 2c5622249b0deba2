"""The one entry, `streamlit run app.py`, with two halves in one file.

Streamlit finds the application object below and imports this module once, for the server: the routes
beside the pages. Then it runs the same file as a script for every reader and every click: the frame
around the pages. One file keeps page paths relative to the top folder, for deep links and for tests.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from indicators.report.captions import FONTS
from indicators.store.reader import POINTER, warehouse
from indicators.words import say
from pages.parts.addresses import carry, language

ROOT = Path(__file__).parent
STORE = ROOT / warehouse() / POINTER
"""There once a store has been built."""
PAGES = {"leader": ("overview", "indicator", "departments"), "reference": ("sources", "methods")}
"""By audience: the folder under pages/ and the names of its scripts."""


async def health(request: Request) -> Response:
    """Whether the server answers and whether it has data: `{"status": "ok", "store": true}`."""
    return JSONResponse({"status": "ok", "store": STORE.exists()})


async def font(request: Request) -> Response:
    """One of the bundled web fonts; browsers keep it for a week."""
    served = {path.name: path for path in FONTS.glob("*.woff2")}
    path = served.get(request.path_params["name"])
    if path is None:
        return Response(status_code=404)
    return FileResponse(path, media_type="font/woff2", headers={"Cache-Control": "public, max-age=604800"})


async def first(request: Request) -> Response:
    """The overview under its name: Streamlit gives its first page no address but `/`."""
    return RedirectResponse(str(request.url.replace(path="/")))


@st.cache_resource(show_spinner=False)
def build_store() -> None:
    """Run `python -m etl build`, once however many readers wait. Raises CalledProcessError."""
    command = [sys.executable, "-m", "etl", "build", "--warehouse", str(STORE.parent)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 own arguments


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Take all that is loaded by now out of garbage collection, once.

    Streamlit forces a full collection after every run, which costs more than the run itself.
    """
    gc.collect()
    gc.freeze()


def ensure_store(lang: str) -> None:
    """Build the store where there is none, and say so; stops the run where that fails."""
    if STORE.exists():
        return
    with st.status(say(lang, "empty.first_start")):
        try:
            build_store()
        except subprocess.CalledProcessError as problem:
            st.error(say(lang, "empty.not_built"))
            st.code(problem.stderr)
            st.stop()
    build_store.clear()
    st.rerun()


def pages(lang: str) -> dict[str, list[st.Page]]:
    """The pages by audience, each under the address `/name`."""

    def page(audience: str, name: str) -> st.Page:
        title = say(lang, f"page.{name}")
        return st.Page(f"pages/{audience}/{name}.py", title=title, url_path=name, default=name == "overview")

    return {
        say(lang, f"page.{audience}"): [page(audience, name) for name in names]
        for audience, names in PAGES.items()
    }


if __name__ == "__main__":
    lang = language()
    st.set_page_config(page_title=say(lang, "product"), layout="wide")
    ensure_store(lang)
    shown = st.navigation(pages(lang))
    carry(shown.url_path)
    shown.run()
    settle()
else:
    # Streamlit takes a pages/ folder for its older page list until st.navigation first runs, and greets the
    # first reader of a fresh server who follows a link with "Page not found" on top of the right page.
    PagesManager.uses_pages_directory = False
    routes = [Route("/healthz", health), Route("/fonts/{name}", font), Route("/overview", first)]
    app = st.App(Path(__file__).name, routes=routes)
