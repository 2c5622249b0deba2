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


def test_the_overview_prints_on_one_landscape_page(visit: Visit) -> None:
    (sheet,) = printed(visit("", as_of=AS_OF)).pages
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (842, 595)


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


def test_a_printed_chart_and_table_are_not_cut(visit: Visit) -> None:
    """The labels right of the ladder and the last column of the widest table are inside the sheet."""
    pdf = printed(visit("departments", department="fagai", as_of=AS_OF))
    inside: list[str] = []

    def keep(text: str, matrix: list[float], current: list[float], *_: object) -> None:
        x = current[4] * matrix[0] + matrix[4] if matrix else current[4]
        if text.strip() and x < pdf.pages[0].mediabox.width:
            inside.append(text)

    for sheet in pdf.pages:
        sheet.extract_text(visitor_text=keep)
    told = folded("".join(inside))
    for word in ("9.8万元", "2000万人次", "提示", "原因", "数据版本"):
        assert word in told
