"""The practice store as a browser shows it: in sight on every screen, on paper, and in what is saved."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from indicators.words import say
from tests.browser.conftest import Visit
from tests.browser.serving import drawn

PAGES = ("", "indicator", "departments", "sources", "methods")
SIZES = ((1440, 900), (1024, 768), (390, 844))

pytestmark = pytest.mark.usefixtures("practice_warehouse")


def inside(page: Page) -> bool:
    """Whether the banner lies within what is on screen now."""
    box = page.locator(".store-banner.practice").bounding_box()
    size = page.viewport_size
    assert box and size
    return (
        box["y"] >= 0 and box["y"] + box["height"] <= size["height"] / 3 and box["width"] > size["width"] / 2
    )


@pytest.mark.parametrize(("path", "lang"), [*((path, "zh") for path in PAGES), ("", "en")])
def test_the_banner_stays_in_sight_and_the_browsers_title_says_so(visit: Visit, path: str, lang: str) -> None:
    page = visit(path, store="practice", lang=lang)
    mark = say(lang, "practice.mark")
    assert page.title().startswith(mark)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        drawn(page)
        main = page.get_by_test_id("stMain")
        main.evaluate("node => node.scrollTo(0, 0)")
        assert inside(page)
        main.evaluate("node => node.scrollTo(0, node.scrollHeight)")
        assert inside(page)
        assert main.evaluate("node => node.scrollWidth <= node.clientWidth")


def test_every_chart_shows_the_mark_within_itself(visit: Visit) -> None:
    for path in PAGES[1:]:
        page = visit(path, store="practice")
        charts = page.locator(".js-plotly-plot")
        assert charts.count() > 0
        for chart in charts.all():
            mark, edge = chart.get_by_text("演练数据").bounding_box(), chart.bounding_box()
            assert mark and edge
            assert edge["x"] <= mark["x"] and mark["x"] + mark["width"] <= edge["x"] + edge["width"]
            assert edge["y"] <= mark["y"]


def test_a_saved_table_says_so_in_its_name_and_in_every_row(visit: Visit) -> None:
    page = visit("departments", store="practice", department="fagai")
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载 CSV").first.click()
    assert saved.value.suggested_filename.startswith("演练数据-zunyi-metro-2025-fagai-")
    rows = list(csv.DictReader(io.StringIO(saved.value.path().read_text(encoding="utf-8-sig"))))
    assert len(rows) > 5
    assert {row["数据性质"] for row in rows} == {"演练数据（虚构）"}


def test_a_saved_picture_says_so_in_its_name_and_on_its_face(visit: Visit) -> None:
    found = {}
    for store in ("real", "practice"):
        page = visit("indicator", store=store, target=6)
        with page.expect_download() as saved:
            page.get_by_role("button", name="下载图片").click()
        found[store] = saved.value
    assert found["practice"].suggested_filename == "演练数据-zunyi-metro-2025-urbanization_rate.png"
    dark = {store: _dark(saved.path()) for store, saved in found.items()}
    assert dark["practice"] > 0.9
    assert dark["real"] < 0.5


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="reads the printed page with pdftotext")
def test_every_printed_sheet_is_marked(visit: Visit) -> None:
    page = visit("departments", store="practice")
    printed = subprocess.run(
        ["pdftotext", "-", "-"], input=page.pdf(format="A4"), capture_output=True, check=True
    ).stdout.decode()
    sheets = printed.split("\f")[:-1]
    assert sheets
    assert [number for number, sheet in enumerate(sheets) if "演练数据" not in sheet] == []


def test_the_store_goes_along_and_back_again(visit: Visit) -> None:
    page = visit(store="practice")
    page.locator('a.cell[href^="indicator?target=6"]').click()
    page.wait_for_url("**/indicator?*store=practice*")
    drawn(page)
    page.get_by_test_id("stSidebarNavLink").filter(has_text=say("zh", "page.methods")).click()
    page.wait_for_url("**/methods?*store=practice*")
    drawn(page)
    expect(page.locator(".store-banner.practice")).to_have_count(1)
    page.get_by_role("link", name=say("zh", "practice.leave")).click()
    page.wait_for_url(lambda url: "store=" not in url)
    drawn(page)
    expect(page.locator(".store-banner")).to_have_count(0)
    assert say("zh", "practice.mark") not in page.title()


def _dark(path: object) -> float:
    """Share of ink at the left edge of the picture's heading, where the mark's box is."""
    edge = Image.open(str(path)).convert("L").crop((56, 40, 61, 66))
    return sum(edge.histogram()[:60]) / (edge.width * edge.height)
