"""A statistician's year in a browser: form, faulty file, mended file, verdict changed, taken back."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from etl.template import COLUMNS
from indicators.store.journal import read_journal
from indicators.words import LANGUAGES, say
from tests.browser.serving import drawn, serving
from tests.browser.test_pages import ALLOWED, visible
from tests.pages.people import PASSWORD, enrol
from tests.pages.statistician.files import CLEAN, FAULTY, HEAD, LATER, load_file

NAME = "li"
RATE = "urbanization_rate"
CITY = "遵义市"
OTHERS = {"MB", "KB", "GB", "SHA", "csv", NAME, "Upload", "upload"}
"""More Latin words; the last two are the framework's on its button, which nobody sees."""


@pytest.fixture
def store(warehouse: Path, tmp_path: Path) -> Path:
    """A store of one's own."""
    shutil.copytree(warehouse, tmp_path / "store")
    return tmp_path / "store"


@pytest.fixture
def server(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server over it, with one statistician."""
    monkeypatch.setenv("ACCOUNTS", str(tmp_path / "accounts.sqlite"))
    enrol("statistician", NAME, ["fagai"])
    with serving(store, tmp_path / "log.txt") as address:
        yield address


@pytest.fixture
def enter(page: Page, server: str) -> Callable[..., Page]:
    """`enter("upload?lang=en")` → the page, after the log-in."""

    def go(path: str) -> Page:
        page.goto(f"{server}/login?lang=zh&next=/")
        page.locator("input[name=name]").fill(NAME)
        page.locator("input[name=password]").fill(PASSWORD)
        page.get_by_role("button", name=say("zh", "access.log_in")).click()
        drawn(page)
        return show(page, server, path)

    return go


def show(page: Page, server: str, path: str) -> Page:
    page.goto(f"{server}/{path}")
    drawn(page)
    return page


def give(page: Page, name: str, content: bytes) -> None:
    """Choose a file and wait for what the checks say."""
    kind = "application/octet-stream"
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    page.wait_for_url("**draft=*")
    expect(page.get_by_role("heading", name=say("zh", "upload.step_effect"))).to_be_visible()
    drawn(page)


def filled_in(form: bytes, value: object) -> bytes:
    """The form with a value for the city's urbanisation rate."""
    book, saved = load_workbook(io.BytesIO(form)), io.BytesIO()
    sheet = book.worksheets[0]
    (row,) = (one for one in sheet.iter_rows(min_row=2) if (one[0].value, one[2].value) == (RATE, CITY))
    row[COLUMNS.index("value")].value = value
    book.save(saved)
    return saved.getvalue()


def verdict(page: Page, server: str) -> str:
    """What is said of the urbanisation rate now."""
    return show(page, server, "indicator?target=6").locator(".badge").first.inner_text()


def type_in(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(re.compile(label)).first
    field.fill(text)
    field.press("Tab")
    drawn(page)


def press(page: Page, label: str) -> None:
    button = page.get_by_role("button", name=re.compile(label))
    expect(button).to_be_enabled()
    button.click()


def test_a_year_is_reported_mended_counted_and_taken_back(
    enter: Callable[..., Page], server: str, store: Path
) -> None:
    page = enter("upload")
    assert say("zh", "verdict.off_track") in verdict(page, server)

    show(page, server, "upload")
    with page.expect_download() as started:
        press(page, say("zh", "upload.download_xlsx"))
    form = started.value.path().read_bytes()
    assert started.value.suggested_filename == "fagai-2025.xlsx"

    give(page, "年报.xlsx", filled_in(form, "六成多"))
    finding = page.locator("table.findings tr", has_text="六成多")
    expect(finding).to_contain_text(say("zh", "cell_finding.not_a_number.name"))
    expect(page.locator("table.preview td.l-error")).to_contain_text("六成多")
    expect(page.get_by_role("button", name=re.compile("确认入库"))).to_be_disabled()

    press(page, say("zh", "upload.drop"))
    expect(page.locator("input[type=file]")).to_be_attached()
    drawn(page)
    mended = filled_in(form, 69.5)
    give(page, "年报.xlsx", mended)
    change = page.locator("table.effects tr", has_text="常住人口城镇化率")
    expect(change).to_contain_text(say("zh", "verdict.off_track"))
    expect(change).to_contain_text(say("zh", "verdict.achieved"))

    type_in(page, say("zh", "cell_finding.jump.name"), "普查后核定")
    expect(page.get_by_role("button", name=re.compile("确认入库"))).to_be_enabled()
    page.reload()  # F5 loses neither the file nor what was typed
    drawn(page)
    expect(page.get_by_label(re.compile(say("zh", "cell_finding.jump.name")))).to_have_value("普查后核定")
    press(page, "确认入库")
    page.wait_for_url("**receipt=1*")
    drawn(page)
    expect(page.get_by_role("heading", name="回执：第1次入库已完成")).to_be_visible()
    assert say("zh", "verdict.achieved") in verdict(page, server)

    show(page, server, "history")
    page.locator("table a", has_text="1").first.click()
    page.wait_for_url("**load=1*")
    drawn(page)
    with page.expect_download() as started:
        press(page, "下载原始文件")
    assert started.value.path().read_bytes() == mended
    type_in(page, "回退理由", "单位填错")
    press(page, "^回退第1次$")
    page.wait_for_url("**load=2*")
    drawn(page)
    assert say("zh", "verdict.off_track") in verdict(page, server)
    assert [one.note for one in read_journal(store).entries] == ["", "单位填错"]


def test_a_log_out_elsewhere_ends_the_way_through(
    enter: Callable[..., Page], server: str, store: Path
) -> None:
    page = enter("upload")
    give(page, "年报.csv", CLEAN.encode("gb18030"))
    type_in(page, say("zh", "cell_finding.jump.name"), "普查后核定")
    other = show(page.context.new_page(), server, "")
    other.get_by_role("button", name=say("zh", "access.log_out")).click()
    expect(other.get_by_role("link", name=say("zh", "access.log_in"))).to_be_visible()
    press(page, "确认入库")
    expect(page.locator(".refusal")).to_be_visible()
    assert read_journal(store).entries == ()


def test_every_state_fits_every_width_and_speaks_its_language(
    enter: Callable[..., Page], server: str, store: Path
) -> None:
    for name, content in (("年报.csv", CLEAN), ("二报.csv", LATER)):
        load_file(store, name, content, NAME)
    page = enter("upload")
    give(page, "三报.csv", FAULTY.encode("gb18030"))
    states = (page.url.removeprefix(f"{server}/"), "upload", "upload?receipt=1", "history", "history?load=1")
    inside = "[document.documentElement, document.querySelector('[data-testid=stMain]')]"
    for state in states:
        for width in (1440, 1024, 390):
            page.set_viewport_size({"width": width, "height": 844})
            show(page, server, state)
            assert page.evaluate(f"{inside}.every(node => node.scrollWidth <= node.clientWidth)"), (
                state,
                width,
            )
        words = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"[0-9a-f]{12,}", "", visible(page))))
        assert words - ALLOWED - OTHERS == set(), state


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_can_be_used_with_a_keyboard_and_a_screen_reader(
    enter: Callable[..., Page], server: str, store: Path, lang: str
) -> None:
    load_file(store, "年报.csv", CLEAN, NAME)
    page = enter("upload")
    give(page, "三报.csv", (FAULTY + HEAD).encode("gb18030"))
    states = (page.url.removeprefix(f"{server}/"), "upload", "history?load=1")
    for state in states:
        joined = f"{state}{'&' if '?' in state else '?'}lang={lang}"
        show(page, server, joined)
        found = Axe().run(page, context="[data-testid=stMainBlockContainer]").response["violations"]
        serious = [one for one in found if one["impact"] in ("serious", "critical")]
        assert [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in serious] == [], state
