"""Screenshots of every page: `make shots`, or `python -m tests.browser.shots FOLDER [page …]`.

Three widths, two languages, the whole length of the page: FOLDER/overview-zh-1440.png and so on.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import launch
from tests.browser.serving import drawn, serving
from tests.conftest import build

PAGES = {
    "overview": "?",
    "indicator": "indicator?target=6&",
    "departments": "departments?department=fagai&",
    "sources": "sources?",
    "methods": "methods?",
}
"""Name of the picture → address, up to the language."""
SIZES = ((1440, 900), (1024, 768), (390, 844))
LANGUAGES = ("zh", "en")
LONGEST = 6000
"""Pixels; a longer page is cut off."""


def main(folder: Path, names: list[str]) -> None:
    """Save the pages of these names, all where none is given, and print each file."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        warehouse = build(Path(scratch) / "warehouse")
        with serving(warehouse, Path(scratch) / "log.txt") as address, sync_playwright() as playwright:
            browser = launch(playwright)
            for name in names or PAGES:
                for lang in LANGUAGES:
                    for width, height in SIZES:
                        picture = folder / f"{name}-{lang}-{width}.png"
                        shoot(browser, f"{address}/{PAGES[name]}lang={lang}", width, height, picture)
                        print(picture, flush=True)
            browser.close()


def shoot(browser: Browser, address: str, width: int, height: int, picture: Path) -> None:
    """One page at one size. Streamlit scrolls inside, so the window grows to what there is to see."""
    page = browser.new_page(viewport={"width": width, "height": height})
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
