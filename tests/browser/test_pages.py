"""Every page at every width: nothing sticks out, nothing is in the wrong language, nothing fails."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

from tests.browser.conftest import Visit
from tests.browser.serving import drawn

REPORT = "report?department=fagai&form=brief"
PAGES = ("", "indicator?target=6", "departments?department=fagai", REPORT, "sources", "methods")
ALLOWED = {
    *("GDP", "CSV", "R", "D", "CO", "5G", "English", "G", "Open", "SDG", "A", "B", "C", "XLSX"),
    *("PDF", "JSON", "ZIP"),
    *("km", "zh", "en"),
    *("M1", "M3", "Tourism", "Holt", "Theta", "AutoTheta", "AutoETS", "AutoARIMA", "MASE", "CRPS", "Brier"),
    *("make", "bench", "Python", "statsforecast"),
}
"""Latin words a Chinese page may show: abbreviations of the field, names of methods, data and programs, and
the other language's own name."""


READABLE = "[data-testid=stSidebar], [data-testid=stMainBlockContainer]"
"""What a reader sees; the framework's hidden link for keyboards is English."""


def visible(page: Page) -> str:
    return "\n".join(page.locator(READABLE).all_inner_texts())


def ours(answer: Response) -> bool:
    """An answer that failed; the framework itself looks for its health below a page's address first."""
    return answer.status >= 400 and "/_stcore/" not in answer.url


def test_the_overview_needs_no_scrolling_on_a_laptop(visit: Visit) -> None:
    page = visit()
    sizes = page.evaluate(
        "(node => [node.scrollHeight, node.clientHeight])(document.querySelector('[data-testid=stMain]'))"
    )
    assert sizes[0] <= sizes[1]


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_the_screen(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/{path}")
    drawn(page)
    inside = "[document.documentElement, document.querySelector('[data-testid=stMain]')]"
    assert page.evaluate(f"{inside}.every(node => node.scrollWidth <= node.clientWidth)")


@pytest.mark.parametrize("path", ["", "departments?department=fagai", "methods"])
def test_chinese_pages_speak_chinese(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    drawn(page)
    words = set(re.findall(r"[A-Za-z][A-Za-z0-9]*", visible(page)))
    version = {word for word in words if re.fullmatch(r"[0-9a-f]+", word)}
    assert words - version - ALLOWED == set()


@pytest.mark.parametrize("path", ["", "departments?department=fagai", "methods"])
def test_english_pages_speak_english(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}{'&' if '?' in path else '?'}lang=en")
    drawn(page)
    found = set(re.findall(r"[\u3400-\u9fff]+", visible(page)))
    assert found - {"中文", "遵府办函", "号"} == set()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_reports_an_error(page: Page, address: str, path: str) -> None:
    told: list[str] = []
    page.on("response", lambda answer: told.append(answer.url) if ours(answer) else None)
    page.on("pageerror", lambda problem: told.append(str(problem)))
    page.goto(f"{address}/{path}")
    drawn(page)
    assert told == []


@pytest.mark.parametrize("path", PAGES)
def test_what_we_draw_is_accessible(page: Page, address: str, path: str) -> None:
    """The main part only: the framework's sidebar has findings of its own."""
    page.goto(f"{address}/{path}")
    drawn(page)
    found = Axe().run(page, context="[data-testid=stMainBlockContainer]")
    serious = [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in found.response["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []
