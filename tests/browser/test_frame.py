"""The frame around the pages, as a browser meets it: addresses, font, language, no foreign furniture."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from indicators.words import LANGUAGES, say
from tests.browser.conftest import Visit
from tests.browser.serving import drawn, serving

NAMES = ("overview", "indicator", "departments", "report", "sources", "methods")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_are_named_in_the_language_of_the_address(visit: Visit, lang: str) -> None:
    links = visit(lang=lang).get_by_test_id("stSidebarNavLink")
    expect(links).to_have_text([say(lang, f"page.{name}") for name in NAMES])


def test_a_link_to_a_page_works_on_a_server_nobody_has_visited(
    warehouse: Path, tmp_path: Path, page: Page
) -> None:
    with serving(warehouse, tmp_path / "log.txt") as address:
        page.goto(f"{address}/indicator?target=6&lang=en")
        drawn(page)
        here = page.locator("[data-testid=stSidebarNavLink][aria-current=page]")
        expect(here).to_have_text(say("en", "page.indicator"))
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert "target=6" in page.url
        assert "lang=en" in page.url


def test_the_overview_has_an_address_of_its_own(page: Page, address: str) -> None:
    page.goto(f"{address}/overview?lang=en")
    drawn(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("a.cell")).to_have_count(30)
    assert "lang=en" in page.url


def test_language_stays_on_the_way_to_another_page(visit: Visit) -> None:
    page = visit("indicator", lang="en")
    page.get_by_test_id("stSidebarNavLink").filter(has_text=say("en", "page.methods")).click()
    page.wait_for_url("**/methods?*lang=en*")
    expect(page.get_by_test_id("stSidebarNavLink").last).to_have_text(say("en", "page.methods"))


def test_the_bundled_font_is_the_one_on_screen(visit: Visit) -> None:
    page = visit("methods")
    heading = page.get_by_role("heading").first
    assert heading.evaluate("node => getComputedStyle(node).fontFamily").startswith('"Noto Sans SC"')
    loaded = "[...document.fonts].filter(f => f.status === 'loaded').map(f => `${f.family} ${f.weight}`)"
    assert {"Noto Sans SC 400", "Noto Sans SC 700"} <= set(page.evaluate(loaded))


def test_no_furniture_of_the_framework(visit: Visit) -> None:
    page = visit()
    for foreign in ("stAppDeployButton", "stMainMenu"):
        expect(page.get_by_test_id(foreign)).to_have_count(0)


def test_nothing_is_fetched_from_elsewhere(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    drawn(page)
    foreign = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert foreign == []


def test_health_says_whether_there_is_data(address: str) -> None:
    with urlopen(f"{address}/healthz") as answer:
        assert json.load(answer) == {"status": "ok", "store": True}


def test_only_web_fonts_leave_the_font_folder(address: str) -> None:
    with urlopen(f"{address}/fonts/NotoSansSC-Bold.woff2") as answer:
        assert answer.headers["Content-Type"] == "font/woff2"
    for other in ("NotoSansSC-Bold.ttf", "make_fonts.py", "%2e%2e%2f__init__.py"):
        with pytest.raises(HTTPError, match="404|400"):
            urlopen(f"{address}/fonts/{other}")


def test_without_a_store_the_first_visit_builds_it(tmp_path: Path, page: Page) -> None:
    with serving(tmp_path / "warehouse", tmp_path / "log.txt") as address:
        page.goto(f"{address}/methods")
        drawn(page)
        expect(page.get_by_role("heading").first).to_be_visible()
        assert (tmp_path / "warehouse" / "current.json").exists()
