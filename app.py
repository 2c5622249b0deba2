"""The one entry, `streamlit run app.py`, with two halves in one file.

Streamlit finds the application object below and imports this module once, for the server: the routes
beside the pages. Then it runs the same file as a script for every reader and every click: the frame
around the pages. One file keeps page paths relative to the top folder, for deep links and for tests.
"""

from __future__ import annotations

import gc
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from indicators.report.captions import FONTS
from indicators.store.pointer import POINTER
from indicators.words import say
from pages.access.middleware import Gate, believe_no_proxy
from pages.access.model import Account, Role
from pages.access.provider import configured
from pages.access.routes import ROUTES
from pages.parts.access import frame_visitor, may_read, require, visitor
from pages.parts.addresses import carry, language
from pages.parts.stores import begin, ensure_store, usual_warehouse

STORE = usual_warehouse() / POINTER
"""There once a store has been built."""
PAGES = {
    "leader": ("overview", "indicator", "departments", "report"),
    "statistician": ("upload", "history"),
    "reference": ("sources", "methods"),
    "admin": ("accounts", "audit"),
}
"""By audience: the folder under pages/ and the names of its scripts."""
NEEDED = {"statistician": Role.STATISTICIAN, "admin": Role.ADMINISTRATOR}
"""By audience: the role that its pages need; the others are for whoever may read."""


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
def settle() -> None:
    """Take all that is loaded by now out of garbage collection, once.

    Streamlit forces a full collection after every run, which costs more than the run itself.
    """
    gc.collect()
    gc.freeze()


def pages(lang: str, who: Account | None) -> dict[str, list[st.Page]]:
    """The pages by audience, each under the address `/name`; one not for the reader has an address only."""

    def page(audience: str, name: str) -> st.Page:
        needed = NEEDED.get(audience)
        return st.Page(
            f"pages/{audience}/{name}.py",
            title=say(lang, f"page.{name}"),
            url_path=name,
            default=name == "overview",
            visibility="visible" if needed is None or (who and who.may(needed)) else "hidden",
        )

    return {
        say(lang, f"page.{audience}"): [page(audience, name) for name in names]
        for audience, names in PAGES.items()
    }


def admit(name: str, lang: str) -> None:
    """Refuse a page that the reader may not open, before any of it runs."""
    audience = next(audience for audience, names in PAGES.items() if name in names)
    if audience in NEEDED:
        require(NEEDED[audience], lang)
    elif not may_read():
        require(Role.LEADER, lang)


if __name__ == "__main__":
    lang = language()
    st.set_page_config(page_title=say(lang, "product"), layout="wide")
    shown = st.navigation(pages(lang, visitor()))
    carry(shown.url_path)
    begin(lang)
    frame_visitor(lang)
    admit(shown.url_path or PAGES["leader"][0], lang)
    ensure_store(lang)
    shown.run()
    settle()
else:
    # Streamlit takes a pages/ folder for its older page list until st.navigation first runs, and greets the
    # first reader of a fresh server who follows a link with "Page not found" on top of the right page.
    PagesManager.uses_pages_directory = False
    believe_no_proxy()
    configured()  # half of a single sign-on stops the start, not the first log-in
    routes = [Route("/healthz", health), Route("/fonts/{name}", font), Route("/overview", first), *ROUTES]
    app = st.App(Path(__file__).name, routes=routes, middleware=[Middleware(Gate)])
