"""How long a page takes to run again, beside an empty page in the same run: `make bench`.

Prints the median of RUNS runs in milliseconds and its ratio to the empty page; a ratio travels between
machines, milliseconds do not.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]
RUNS = 15
PAGES = (
    *("leader/overview", "leader/indicator", "leader/departments"),
    *("reference/sources", "reference/methods"),
)
EMPTY = "import streamlit as st\nst.title('empty')"


def milliseconds(page: AppTest) -> float:
    """Median over RUNS runs after one that fills the caches."""
    page.run()
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        page.run()
        taken.append(1000 * (perf_counter() - start))
    if page.exception:
        raise RuntimeError(page.exception[0].message)
    return median(taken)


def main() -> None:
    """Build a store of its own and print a line a page."""
    with TemporaryDirectory() as warehouse:
        os.environ["WAREHOUSE"] = warehouse
        subprocess.run([sys.executable, "-m", "etl", "build"], cwd=ROOT, check=True, capture_output=True)
        floor = milliseconds(AppTest.from_string(EMPTY))
        print(f"{'empty page':24} {floor:7.1f} ms")
        for name in PAGES:
            page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
            page.switch_page(f"pages/{name}.py")
            taken = milliseconds(page)
            print(f"{name:24} {taken:7.1f} ms {taken / floor:6.1f} ×")


if __name__ == "__main__":
    main()
