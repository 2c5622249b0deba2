"""How long reports take and how large they are: `python bench/report.py [PATH of a warehouse]`.

Brief, one department, the whole plan, all departments, twenty at once from threads; beside them, in the same
run, the time Chromium takes to print the live page of one department to PDF. Each is the best of several.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from indicators.assessment import assess_all
from indicators.report.archive import archive
from indicators.report.material import Material
from indicators.report.outline import gap_report
from indicators.report.package import data_package
from indicators.report.pdf import compiled
from indicators.report.workbook import workbook
from indicators.store.pointer import warehouse
from indicators.store.reader import Store
from indicators.store.view import open_plan, view
from tests.browser.chromium import launch
from tests.browser.serving import drawn, serving

TIMES = 3
AT_ONCE = 20
ONE = ("fagai",)
"""The department with most targets."""


def main(folder: Path) -> None:
    """Print a line a kind of report: seconds, bytes, and times the printing of the live page."""
    known = material(folder)
    first, _ = timed(lambda: compiled(gap_report(known)), 1)
    rows = [("whole plan, first in the process", first, 0)]
    for name, make in kinds(known):
        rows.append((name, *timed(make)))
    floor, size = timed_chromium(folder)
    print(f"{'live page of one department, by Chromium':44} {floor:6.2f} s  {size / 1000:7.0f} kB  1.00")
    for name, seconds, size in rows:
        print(f"{name:44} {seconds:6.2f} s  {size / 1000:7.0f} kB  {seconds / floor:.2f}")


def kinds(known: Material) -> list[tuple[str, Callable[[], bytes]]]:
    """Every kind of report with how it is made."""
    return [
        ("brief of the plan", lambda: compiled(gap_report(known, brief=True))),
        ("one department", lambda: compiled(gap_report(known, ONE))),
        ("whole plan", lambda: compiled(gap_report(known))),
        ("all departments, ZIP", lambda: archive(known, progress=lambda *_: None)),
        (f"one department, {AT_ONCE} at once (all of them)", lambda: at_once(known)),
        ("workbook of the plan", lambda: workbook(known)),
        ("data package", lambda: data_package(known)),
    ]


def material(folder: Path) -> Material:
    """The first plan as known today."""
    store = Store.open(folder)
    shown = view(store, open_plan(store, None), date.today())
    found = assess_all(shown.plan, shown.book, shown.as_of)
    return Material(shown.reading("zh"), found, shown.book, shown.observations, shown.as_of, shown.snapshot)


def at_once(known: Material) -> bytes:
    """The same report from many threads; the last one's bytes."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(lambda _: compiled(gap_report(known, ONE)), range(AT_ONCE)))[-1]


def timed(make: Callable[[], bytes], times: int = TIMES) -> tuple[float, int]:
    """Seconds of the fastest run, and the size of what it made."""
    seconds, size = [], 0
    for _ in range(times):
        began = time.perf_counter()
        size = len(make())
        seconds.append(time.perf_counter() - began)
    return min(seconds), size


def timed_chromium(folder: Path) -> tuple[float, int]:
    """The same of opening and printing the page; the browser and the server are up already."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = launch(playwright)
        with serving(folder, Path(scratch) / "log.txt") as address:
            page = browser.new_page()

            def printed() -> bytes:
                page.goto(f"{address}/departments?department={ONE[0]}")
                drawn(page)
                return page.pdf(prefer_css_page_size=True)

            found = timed(printed)
        browser.close()
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else warehouse())
