"""A leader's five minutes: overview → indicator → department, in both languages, as a browser shows it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from indicators.words import LANGUAGES, say
from tests.browser.conftest import Visit
from tests.browser.serving import drawn

NAMES = {"zh": "常住人口城镇化率", "en": "Urbanisation rate"}
NATIONAL = {"zh": "国家“十四五”规划纲要", "en": "14th Five-Year Plan"}
LEADS = {"zh": "市发展改革委", "en": "Development and Reform Commission"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_the_board_to_an_indicator_to_its_department(visit: Visit, lang: str) -> None:
    page = visit(lang=lang)
    page.locator('a.cell[href^="indicator?target=6"]').click()
    page.wait_for_url("**/indicator?*target=6*")
    drawn(page)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text(NAMES[lang])
    expect(heading).to_contain_text("9.4")
    expect(page.locator(".badge").first).to_contain_text(say(lang, "verdict.off_track"))
    expect(page.locator(".js-plotly-plot").first).to_contain_text(say(lang, "chart.required"))

    page.get_by_test_id("stSidebarNavLink").filter(has_text=say(lang, "page.departments")).click()
    page.wait_for_url("**/departments*")
    drawn(page)
    picker = page.get_by_test_id("stSelectbox").filter(has_text=say(lang, "control.department"))
    picker.locator("input").click()
    page.get_by_role("option", name=LEADS[lang]).click()
    page.wait_for_url("**department=fagai*")
    drawn(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("9")
    expect(page.locator(".js-plotly-plot")).to_have_count(2)

    page.locator(".scroll a", has_text=NAMES[lang]).first.click()
    page.wait_for_url("**/indicator?*target=6*")
    drawn(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(NAMES[lang])
    if lang == "en":
        assert "lang=en" in page.url


def test_a_department_on_the_overview_leads_to_its_gaps(visit: Visit) -> None:
    page = visit()
    page.locator(".stakes a", has_text="市交通运输局").click()
    page.wait_for_url("**/departments?*department=jiaotong*")
    drawn(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("牵头1项：1项未实现")


def test_the_language_switch_changes_sentence_and_chart(visit: Visit) -> None:
    page = visit("indicator", target=6)
    page.get_by_test_id("stSidebar").get_by_text("English", exact=True).click()
    page.wait_for_url("**lang=en*")
    drawn(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("on the current course")
    expect(page.locator(".js-plotly-plot").first).to_contain_text("Required path")


def test_a_filter_survives_reloading(visit: Visit) -> None:
    page = visit("sources", indicator="gdp", grade="A", as_of="2023-06-30")
    before = page.locator(".scroll").last.inner_text()
    page.reload()
    drawn(page)
    assert page.locator(".scroll").last.inner_text() == before
    assert "as_of=2023-06-30" in page.url


def test_the_picture_of_a_chart_can_be_saved(visit: Visit) -> None:
    page = visit("indicator", target=6)
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载图片").click()
    assert saved.value.suggested_filename == "zunyi-metro-2025-urbanization_rate.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_table_can_be_saved_and_opens_in_a_spreadsheet(visit: Visit) -> None:
    page = visit("departments", department="renshe")
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载 CSV").first.click()
    text = saved.value.path().read_text(encoding="utf-8-sig")
    assert text.splitlines()[0].startswith("序号,目标,牵头单位,结论,实现概率")
    assert "28.5%" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_other_plan_is_picked_and_stays(visit: Visit, lang: str) -> None:
    page = visit(lang=lang)
    picker = page.get_by_test_id("stSelectbox").filter(has_text=say(lang, "control.plan"))
    picker.locator("input").click()
    page.get_by_role("option", name=NATIONAL[lang]).click()
    page.wait_for_url("**plan=china-14fyp*")
    drawn(page)
    expect(page.locator("a.cell")).to_have_count(20)

    page.locator('a.cell[href^="indicator?target=15"]').click()
    page.wait_for_url("**plan=china-14fyp*")
    drawn(page)
    expect(page.locator(".badge").first).to_contain_text(say(lang, "verdict.missed"))
    expect(page.get_by_role("heading", name=say(lang, "section.chances"), exact=True)).to_be_visible()

    page.get_by_test_id("stSidebarNavLink").filter(has_text=say(lang, "page.methods")).click()
    page.wait_for_url("**/methods?*plan=china-14fyp*")
    drawn(page)
    expect(page.get_by_role("heading", name=say(lang, "official.title"), exact=True)).to_be_visible()
