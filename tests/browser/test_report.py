"""Reports in a browser: files saved by a click, and pages printed by the browser itself."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from indicators.words import say
from tests.browser.conftest import Visit
from tests.browser.serving import drawn
from tests.indicators.report.made import folded

AS_OF = "2026-06-30"
LANDSCAPE = (842, 595)
"""Points of a sheet of A4."""
MARGIN = 28
"""Points: the 10 mm that the style sheet leaves free on a landscape sheet."""
NARROW = 0.55
"""Width of a digit or letter in em, as a share of a Chinese character's."""


def saved(page: Page, label: str) -> bytes:
    """The file that a button saves."""
    with page.expect_download() as found:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(found.value.path()).read_bytes()


def printed(page: Page) -> PdfReader:
    """The page as the browser prints it, on the paper that its style asks for."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def said(pdf: PdfReader) -> str:
    return folded("".join(page.extract_text() for page in pdf.pages))


def test_a_report_is_chosen_looked_at_and_saved(visit: Visit) -> None:
    page = visit("report", department="fagai", as_of=AS_OF)
    assert page.locator(".st-key-preview img").count() == 3
    assert "市发展改革委规划目标缺口报告" in said(PdfReader(io.BytesIO(saved(page, say("zh", "export.pdf")))))


def test_all_departments_are_made_with_progress_and_saved(visit: Visit) -> None:
    page = visit("report", form="brief", as_of=AS_OF)
    page.get_by_role("button", name=say("zh", "export.make")).click()
    page.get_by_role("button", name=say("zh", "export.archive")).wait_for()
    with zipfile.ZipFile(io.BytesIO(saved(page, say("zh", "export.archive")))) as archive:
        assert len(archive.namelist()) == 13


def test_a_view_is_saved_with_its_filters(visit: Visit) -> None:
    page = visit("departments", department="renshe", lang="en", as_of=AS_OF)
    pdf = said(PdfReader(io.BytesIO(saved(page, say("en", "export.view")))))
    assert "BureauofHumanResources" in pdf


@pytest.mark.usefixtures("practice_warehouse")
@pytest.mark.parametrize("query", [{}, {"lang": "en"}, {"plan": "china-14fyp"}, {"store": "practice"}])
def test_the_overview_prints_on_one_landscape_page(visit: Visit, query: dict[str, str]) -> None:
    (sheet,) = printed(visit("", as_of=AS_OF, **query)).pages
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == LANDSCAPE


@pytest.mark.parametrize("path", ["indicator?target=6", "departments?department=fagai", "sources", "methods"])
def test_pages_print_without_sidebar_and_buttons_but_with_their_filters(
    page: Page, address: str, path: str
) -> None:
    page.goto(f"{address}/{path}{'&' if '?' in path else '?'}as_of={AS_OF}")
    drawn(page)
    text = said(printed(page))
    assert folded(say("zh", "page.methods") + say("zh", "page.sources")) not in text
    assert folded(say("zh", "action.csv")) not in text
    assert f"{say('zh', 'control.as_of')}{AS_OF}" in text
    last = page.locator(".scroll").last.locator("tr:last-child td").all_inner_texts()
    assert folded(max(last, key=len)) in text


@pytest.mark.parametrize("width", [1024, 1920])
def test_a_printed_chart_and_table_are_not_cut(visit: Visit, page: Page, width: int) -> None:
    """Drawn for a screen that is narrower or wider than the sheet; and back as it was afterwards."""
    page.set_viewport_size({"width": width, "height": 900})
    before = visit("departments", department="fagai", as_of=AS_OF).locator(".main-svg").first.bounding_box()
    pdf = printed(page)
    in_chart_and_table = dict.fromkeys(("2000万人次", "510万人", "25.2%"), 2)
    assert ends(pdf, *in_chart_and_table) == in_chart_and_table
    assert all(ends(pdf, "数据版本", "报送期限").values())
    assert page.locator(".main-svg").first.bounding_box() == before
    assert page.locator(".main-svg[viewBox]").count() == 0


def test_a_table_over_several_sheets_repeats_its_head(visit: Visit) -> None:
    page = visit("departments", as_of=AS_OF)
    heads = page.locator("th", has_text="数据版本").count()
    assert ends(printed(page), "数据版本")["数据版本"] > heads


def test_what_was_picked_is_printed_in_full(visit: Visit) -> None:
    told = said(printed(visit("departments", department="renshe", lang="en", as_of=AS_OF)))
    assert told.count(folded("Lead department Bureau of Human Resources and Social Security")) == 1


def ends(pdf: PdfReader, *words: str) -> dict[str, int]:
    """How often a word is printed without passing the margin of its sheet."""
    found = dict.fromkeys(words, 0)

    def keep(text: str, page: list[float], line: list[float], _: object, size: float) -> None:
        word = text.strip()
        em = sum(1.0 if ord(sign) > 0x2E80 else NARROW for sign in word)
        if word in found and page[4] + page[0] * (line[4] + em * size) <= LANDSCAPE[0] - MARGIN:
            found[word] += 1

    for sheet in pdf.pages:
        sheet.extract_text(visitor_text=keep)
    return found
