"""A real Chromium against a real server; `visit` opens a page and waits until it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import launch
from tests.browser.serving import drawn, serving

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def address(warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`http://127.0.0.1:<port>` of a server that runs for all browser tests."""
    with serving(warehouse, tmp_path_factory.mktemp("server") / "log.txt") as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of 1440 × 900 with no history and no cookies."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.fixture
def visit(page: Page, address: str) -> Visit:
    """`visit("indicator", target=6, lang="en")` → the page, drawn; "" is the overview."""

    def open_page(path: str = "", **query: object) -> Page:
        page.goto(f"{address}/{path}" + (f"?{urlencode(query)}" if query else ""))
        drawn(page)
        return page

    return open_page
