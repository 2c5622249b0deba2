"""Screenshots of every page: `make shots`, or `python -m tests.browser.shots FOLDER [page …]`.

Three widths, two languages, the whole length of the page: FOLDER/overview-zh-1440.png and so on.
"""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, sync_playwright

from etl import drafts
from tests.browser.chromium import launch
from tests.browser.serving import drawn, serving
from tests.conftest import build
from tests.pages.people import PASSWORD, enrol
from tests.pages.statistician.files import CLEAN, FAULTY, load_file

PAGES = {
    "overview": "?",
    "indicator": "indicator?target=6&",
    "departments": "departments?department=fagai&",
    "sources": "sources?",
    "methods": "methods?",
    "report": "report?department=fagai&",
}
"""Name of the picture → address, up to the language."""
GUARDED = {
    "upload": "upload?draft={draft}&",
    "history": "history?",
    "accounts": "accounts?",
    "audit": "audit?",
}
"""The same for pages behind the log-in, over a copy of the store in which a file has been loaded."""
SIZES = ((1440, 900), (1024, 768), (390, 844))
LANGUAGES = ("zh", "en")
LONGEST = 6000
"""Pixels; a longer page is cut off."""


def main(folder: Path, names: list[str]) -> None:
    """Save the pages of these names, all where none is given, and print each file."""
    folder.mkdir(parents=True, exist_ok=True)
    asked = names or [*PAGES, *GUARDED]
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        work, browser = Path(scratch), launch(playwright)
        warehouse = build(work / "warehouse")
        with serving(warehouse, work / "log.txt") as address:
            album(
                browser.new_context(),
                f"{address}/",
                {name: PAGES[name] for name in asked if name in PAGES},
                folder,
            )
        os.environ["ACCOUNTS"] = str(work / "accounts.sqlite")
        draft = used(warehouse)
        guarded = {name: GUARDED[name].format(draft=draft) for name in asked if name in GUARDED}
        with serving(warehouse, work / "log.txt") as address:
            context = browser.new_context()
            log_in(context.new_page(), address)
            album(context, f"{address}/", guarded, folder)
        browser.close()


def used(warehouse: Path) -> str:
    """Accounts, a load of a file and another file on its way: the draft's id."""
    enrol("administrator")
    enrol("statistician", departments=["fagai"])
    load_file(warehouse, "年报.csv", CLEAN)
    about = {"department": "fagai", "year": 2025}
    return drafts.begin(warehouse, "administrator", FAULTY.encode("gb18030"), "快报.csv", **about).id


def log_in(page: Page, address: str) -> None:
    """As the administrator."""
    page.goto(f"{address}/login?lang=zh&next=/")
    page.locator("input[name=name]").fill("administrator")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("button").click()
    drawn(page)
    page.close()


def album(context: BrowserContext, address: str, pages: dict[str, str], folder: Path) -> None:
    """Every page in both languages at every size."""
    for (name, path), lang, (width, height) in product(pages.items(), LANGUAGES, SIZES):
        picture = folder / f"{name}-{lang}-{width}.png"
        shoot(context, f"{address}{path}lang={lang}", width, height, picture)
        print(picture, flush=True)


def shoot(context: BrowserContext, address: str, width: int, height: int, picture: Path) -> None:
    """One page at one size. Streamlit scrolls inside, so the window grows to what there is to see."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    drawn(page)
    needed = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    if needed > height:
        page.set_viewport_size({"width": width, "height": min(needed, LONGEST)})
        page.wait_for_timeout(300)
        drawn(page)
    page.screenshot(path=picture)
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots"), sys.argv[2:])
